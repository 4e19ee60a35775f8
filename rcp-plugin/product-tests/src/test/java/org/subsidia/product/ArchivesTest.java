package org.subsidia.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.NodeList;

/** What cannot be started on this machine is at least whole: every product that was built, and every archive. */
class ArchivesTest {

    private static List<String> platforms() throws IOException {
        try (Stream<Path> folders = Files.walk(Built.PRODUCT, 3)) {
            return folders.filter(folder -> folder.getNameCount() == Built.PRODUCT.getNameCount() + 3)
                    .map(folder -> Built.PRODUCT.relativize(folder).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static Path folder(String platform) {
        Path folder = Built.PRODUCT.resolve(platform);
        return platform.startsWith("macosx")
                ? folder.resolve("Subsidia.app/Contents/Eclipse")
                : folder.resolve("subsidia");
    }

    @Test
    void products_areThere() throws IOException {
        assertThat(platforms())
                .contains(Built.PRODUCT.relativize(Built.here(Built.PRODUCT)).toString());
    }

    @TestFactory
    Stream<DynamicTest> bundles_ofEachPlatform_resolve() throws IOException {
        return platforms().stream()
                .map(platform -> DynamicTest.dynamicTest(platform, () -> {
                    String[] parts = platform.split("/");
                    Bundles bundles = Bundles.of(folder(platform));
                    assertThat(bundles.names())
                            .contains(
                                    "org.subsidia.rcp",
                                    "org.subsidia.core",
                                    "org.subsidia.libraries.pdf",
                                    "org.subsidia.libraries.flyway",
                                    "com.h2database",
                                    "org.postgresql.jdbc",
                                    "org.eclipse.swt." + parts[1] + "." + parts[0] + "." + parts[2]);
                    assertThat(bundles.strangers(parts[0], parts[1], parts[2])).isEmpty();
                    assertThat(bundles.unresolved()).isEmpty();
                }));
    }

    @Test
    void scripts_haveTheLineEndsOfTheirSystem() throws IOException {
        for (String platform : platforms()) {
            Path top = Built.PRODUCT.resolve(platform);
            if (platform.startsWith("win32")) {
                for (String script : List.of("subsidia.cmd", "subsidia-cli.cmd")) {
                    String text = Files.readString(top.resolve("subsidia").resolve(script), StandardCharsets.US_ASCII);
                    assertThat(text.replace("\r\n", "")).as(script).doesNotContain("\n", "\r");
                    assertThat(text).startsWith("@echo off\r\n").contains("org.eclipse.equinox.launcher_*.jar");
                }
                assertThat(top.resolve("subsidia/subsidia.ico")).exists();
                continue;
            }
            Path scripts = platform.startsWith("macosx")
                    ? top.resolve("Subsidia.app/Contents/MacOS")
                    : top.resolve("subsidia");
            for (String script : List.of("subsidia", "subsidia-cli")) {
                assertThat(Files.isExecutable(scripts.resolve(script)))
                        .as(platform + script)
                        .isTrue();
                assertThat(Files.readString(scripts.resolve(script)))
                        .startsWith("#!/bin/sh\n")
                        .doesNotContain("\r");
            }
        }
    }

    @Test
    void propertyList_ofMacOs_namesWhatIsThere() throws Exception {
        for (String platform : platforms()) {
            if (!platform.startsWith("macosx")) {
                continue;
            }
            Path contents = Built.PRODUCT.resolve(platform).resolve("Subsidia.app/Contents");
            Map<String, String> list = propertyList(contents.resolve("Info.plist"));
            assertThat(contents.resolve("MacOS").resolve(list.get("CFBundleExecutable")))
                    .exists();
            assertThat(contents.resolve("Resources").resolve(list.get("CFBundleIconFile")))
                    .exists();
            assertThat(Built.VERSION).startsWith(list.get("CFBundleVersion"));
            byte[] icon = Files.readAllBytes(contents.resolve("Resources").resolve(list.get("CFBundleIconFile")));
            assertThat(new String(icon, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("icns");
        }
    }

    private static Map<String, String> propertyList(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        NodeList keys = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("key");
        Map<String, String> list = new TreeMap<>();
        for (int i = 0; i < keys.getLength(); i++) {
            list.put(
                    keys.item(i).getTextContent(), keys.item(i).getNextSibling().getTextContent());
        }
        return list;
    }

    @Test
    void archives_holdTheProducts_andScriptsThatCanBeStarted() throws IOException {
        for (String platform : platforms()) {
            String[] parts = platform.split("/");
            String name =
                    "subsidia-" + (parts[0].equals("macosx") ? "macos" : parts[0].equals("win32") ? "windows" : "linux")
                            + "-" + parts[2];
            if (parts[0].equals("win32")) {
                try (ZipFile zip =
                        new ZipFile(Built.PRODUCTS.resolve(name + ".zip").toFile())) {
                    assertThat(zip.getEntry("subsidia/subsidia.cmd")).isNotNull();
                    assertThat(zip.getEntry("subsidia/configuration/config.ini"))
                            .isNotNull();
                }
                continue;
            }
            Map<String, Integer> modes = modes(Built.PRODUCTS.resolve(name + ".tar.gz"));
            String scripts = parts[0].equals("macosx") ? "Subsidia.app/Contents/MacOS/" : "subsidia/";
            assertThat(modes.get(scripts + "subsidia") & 0111).isEqualTo(0111);
            assertThat(modes.get(scripts + "subsidia-cli") & 0111).isEqualTo(0111);
            assertThat(modes.values().stream().filter(mode -> (mode & 0111) != 0))
                    .hasSize(2);
            assertThat(modes.keySet()).anyMatch(entry -> entry.contains("/plugins/org.subsidia.core_"));
        }
    }

    /** The modes of the files of an archive. */
    private static Map<String, Integer> modes(Path archive) throws IOException {
        Map<String, Integer> modes = new TreeMap<>();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    modes.put(entry.getName(), entry.getMode());
                }
            }
        }
        return modes;
    }
}
