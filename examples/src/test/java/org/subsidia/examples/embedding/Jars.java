package org.subsidia.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.subsidia.portfolio.Portfolio;

/** The library as a jar, whether the build has packed it yet or not, and small programs compiled against it. */
final class Jars {
    private Jars() {}

    /** The jar or folder from which a class comes. */
    static Path of(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The library as users get it: with the manifest that the build has written. */
    static Path core(Path folder) throws IOException {
        Path built = of(Portfolio.class);
        if (Files.isRegularFile(built)) {
            return built;
        }
        Path manifest = built.resolve("META-INF/MANIFEST.MF");
        assertThat(manifest).as("written by the build of core").exists();
        try (InputStream in = Files.newInputStream(manifest)) {
            return pack(built, new Manifest(in), folder.resolve("org.subsidia.core.jar"));
        }
    }

    static Path pack(Path classes, Manifest manifest, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> all = Files.walk(classes)) {
            for (Path each : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(each).toString().replace(File.separatorChar, '/');
                if (!name.equals(JarFile.MANIFEST_NAME)) {
                    out.putNextEntry(new ZipEntry(name));
                    Files.copy(each, out);
                    out.closeEntry();
                }
            }
        }
        return jar;
    }

    /** The jars of the class path. */
    static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
    }

    /** A jar without OSGi headers, with such headers: everything is exported, everything that is asked for is imported. */
    static Path wrapped(Path jar, Path folder) throws IOException {
        Path bundle = folder.resolve("wrapped." + jar.getFileName());
        try (JarFile in = new JarFile(jar.toFile())) {
            TreeSet<String> packages = new TreeSet<>();
            in.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .forEach(name -> {
                        int end = name.lastIndexOf('/');
                        if (end > 0 && !name.startsWith("META-INF/")) {
                            packages.add(name.substring(0, end).replace('/', '.'));
                        }
                    });
            Manifest manifest =
                    headers("wrapped." + jar.getFileName().toString().replaceAll("[^A-Za-z0-9.]", "-"));
            if (!packages.isEmpty()) {
                manifest.getMainAttributes().putValue("Export-Package", String.join(",", packages));
            }
            manifest.getMainAttributes().putValue("DynamicImport-Package", "*");
            try (OutputStream file = Files.newOutputStream(bundle);
                    JarOutputStream out = new JarOutputStream(file, manifest)) {
                in.stream()
                        .filter(entry ->
                                !entry.isDirectory() && !entry.getName().equals(JarFile.MANIFEST_NAME))
                        .forEach(entry -> copy(in, entry, out));
            }
        }
        return bundle;
    }

    private static void copy(JarFile in, ZipEntry entry, JarOutputStream out) {
        try (InputStream bytes = in.getInputStream(entry)) {
            out.putNextEntry(new ZipEntry(entry.getName()));
            bytes.transferTo(out);
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Manifest headers(String name) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        return manifest;
    }

    static String symbolicName(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-SymbolicName");
        }
    }

    /** Compiles sources, each given by its path and text; answers the folder of the classes. */
    static Path compiled(Path folder, List<String> options, String... pathsAndTexts) throws IOException {
        List<String> arguments = new ArrayList<>(options);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        arguments.addAll(List.of("--release", "17", "-encoding", "UTF-8", "-proc:none", "-d", classes.toString()));
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            Path source = folder.resolve("sources").resolve(pathsAndTexts[i]);
            Files.createDirectories(source.getParent());
            arguments.add(Files.writeString(source, pathsAndTexts[i + 1], StandardCharsets.UTF_8)
                    .toString());
        }
        java.io.ByteArrayOutputStream said = new java.io.ByteArrayOutputStream();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler).as("a JDK runs this test").isNotNull();
        int code = compiler.run(null, said, said, arguments.toArray(String[]::new));
        assertThat(code).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return classes;
    }
}
