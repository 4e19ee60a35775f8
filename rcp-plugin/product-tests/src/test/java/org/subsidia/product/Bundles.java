package org.subsidia.product;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/** The bundles that an installation starts, and what each of them wants of the others. */
final class Bundles {
    private final Path folder;
    private final Map<String, Manifest> manifests;

    private Bundles(Path folder, Map<String, Manifest> manifests) {
        this.folder = folder;
        this.manifests = manifests;
    }

    /** Those that the configuration names; each must be there. */
    static Bundles of(Path folder) throws IOException {
        Path list = folder.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info");
        Map<String, Manifest> manifests = new TreeMap<>();
        for (String line : Files.readAllLines(list)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                String[] fields = line.split(",");
                manifests.put(
                        fields[0], manifest(folder.resolve(URI.create(fields[2]).getPath())));
            }
        }
        return new Bundles(folder, manifests);
    }

    /** Of a jar, or of a bundle that is a folder. */
    private static Manifest manifest(Path bundle) throws IOException {
        if (Files.isDirectory(bundle)) {
            try (InputStream in = Files.newInputStream(bundle.resolve("META-INF/MANIFEST.MF"))) {
                return new Manifest(in);
            }
        }
        try (JarFile file = new JarFile(bundle.toFile())) {
            return file.getManifest();
        }
    }

    Set<String> names() {
        return manifests.keySet();
    }

    /** Of the bundles whose names begin so. */
    Map<String, String> versions(String beginning) {
        Map<String, String> versions = new TreeMap<>();
        manifests.forEach((name, manifest) -> {
            if (name.startsWith(beginning)) {
                versions.put(name, manifest.getMainAttributes().getValue("Bundle-Version"));
            }
        });
        return versions;
    }

    private static ManifestElement[] elements(Manifest manifest, String header) {
        try {
            ManifestElement[] elements = ManifestElement.parseHeader(
                    header, manifest.getMainAttributes().getValue(header));
            return elements == null ? new ManifestElement[0] : elements;
        } catch (BundleException e) {
            throw new IllegalStateException(header, e);
        }
    }

    /** What is wanted, must be there and is not: bundles and packages by name, hosts of fragments. */
    List<String> unresolved() {
        Set<String> packages = new TreeSet<>();
        manifests.values().forEach(manifest -> {
            for (ManifestElement element : elements(manifest, "Export-Package")) {
                packages.addAll(List.of(element.getValueComponents()));
            }
        });
        ModuleLayer.boot().modules().forEach(module -> packages.addAll(module.getPackages()));
        List<String> missing = new ArrayList<>();
        manifests.forEach((name, manifest) -> {
            for (String header : new String[] {"Require-Bundle", "Fragment-Host"}) {
                for (ManifestElement element : elements(manifest, header)) {
                    boolean optional = "optional".equals(element.getDirective("resolution"));
                    boolean system = element.getValue().equals("system.bundle");
                    if (!optional && !system && !manifests.containsKey(element.getValue())) {
                        missing.add(name + " wants the bundle " + element.getValue());
                    }
                }
            }
            for (ManifestElement element : elements(manifest, "Import-Package")) {
                boolean optional = "optional".equals(element.getDirective("resolution"));
                for (String each : element.getValueComponents()) {
                    if (!optional && !packages.contains(each)) {
                        missing.add(name + " wants the package " + each);
                    }
                }
            }
        });
        return missing;
    }

    /** Bundles that are for another platform than this. */
    List<String> strangers(String os, String ws, String arch) throws InvalidSyntaxException {
        Map<String, String> platform = Map.of("osgi.os", os, "osgi.ws", ws, "osgi.arch", arch);
        List<String> strangers = new ArrayList<>();
        for (Map.Entry<String, Manifest> bundle : manifests.entrySet()) {
            String filter = bundle.getValue().getMainAttributes().getValue("Eclipse-PlatformFilter");
            if (filter != null && !FrameworkUtil.createFilter(filter.strip()).matches(platform)) {
                strangers.add(bundle.getKey());
            }
        }
        return strangers;
    }

    @Override
    public String toString() {
        return folder + " " + manifests.keySet();
    }
}
