package org.subsidia.product;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What a user downloads, for each platform that was built: whole, of that platform alone, and ready to be started. */
class ArchivesTest {
    private static final String RELEASE = Built.VERSION.replace("-SNAPSHOT", "");

    private interface Check {
        void of(Archive archive, SortedMap<String, byte[]> contents) throws Exception;
    }

    private static Stream<DynamicTest> each(Check check) throws IOException {
        return Archive.all().stream()
                .map(archive ->
                        DynamicTest.dynamicTest(archive.toString(), () -> check.of(archive, archive.contents())));
    }

    private static String text(SortedMap<String, byte[]> contents, String name) {
        assertThat(contents).containsKey(name);
        return new String(contents.get(name), UTF_8);
    }

    private static Path folder(Archive archive) {
        return Built.PRODUCT
                .resolve(archive.os())
                .resolve(archive.ws())
                .resolve(archive.arch())
                .resolve(archive.home());
    }

    @Test
    void archives_ofEveryProductThatWasBuilt_areThere() throws IOException {
        List<String> built = new ArrayList<>();
        try (Stream<Path> folders = Files.walk(Built.PRODUCT, 3)) {
            folders.filter(folder -> folder.getNameCount() == Built.PRODUCT.getNameCount() + 3)
                    .forEach(
                            folder -> built.add(Built.PRODUCT.relativize(folder).toString()));
        }
        assertThat(Archive.all().stream().map(archive -> Path.of(archive.os(), archive.ws(), archive.arch())
                        .toString()))
                .containsExactlyInAnyOrderElementsOf(built)
                .contains(Built.PRODUCT.relativize(Built.here(Built.PRODUCT)).toString());
    }

    @TestFactory
    Stream<DynamicTest> bundles_resolve_andAreOfThePlatformAlone() throws IOException {
        return each((archive, contents) -> {
            Bundles bundles = Bundles.of(folder(archive));
            String native0 = "org.eclipse.swt." + archive.ws() + "." + archive.os() + "." + archive.arch();
            assertThat(bundles.names())
                    .contains(
                            "org.subsidia.rcp",
                            "org.subsidia.core",
                            "org.subsidia.libraries.pdf",
                            "org.subsidia.libraries.flyway",
                            "com.h2database",
                            "org.postgresql.jdbc");
            assertThat(bundles.strangers(archive.os(), archive.ws(), archive.arch()))
                    .isEmpty();
            assertThat(bundles.unresolved()).isEmpty();
            // what lies in the folder counts, not only what is started
            assertThat(contents.keySet().stream()
                            .filter(name -> name.matches(".*/plugins/org\\.eclipse\\.swt\\.\\w+\\.\\w+\\.\\w+_.*jar")))
                    .singleElement()
                    .asString()
                    .contains(native0 + "_");
        });
    }

    @TestFactory
    Stream<DynamicTest> top_hasNothingThatSurprises() throws IOException {
        return each((archive, contents) -> assertThat(contents.keySet().stream()
                        .map(name -> name.substring(0, name.indexOf('/') < 0 ? name.length() : name.indexOf('/')))
                        .distinct())
                .containsExactlyInAnyOrder(
                        archive.isMac()
                                ? new String[] {"LICENSE", "LISEZMOI.txt", "README.txt", "Subsidia.app", "licences.html"
                                }
                                : new String[] {"subsidia"}));
    }

    @TestFactory
    Stream<DynamicTest> programs_andNothingElse_canBeExecuted() throws IOException {
        return each((archive, contents) -> {
            List<String> executable = contents.keySet().stream()
                    .filter(name -> name.endsWith("*"))
                    .toList();
            if (archive.isWindows()) {
                assertThat(executable).isEmpty(); // Windows goes by the ending
                archive.programs().forEach(name -> assertThat(contents).containsKey(archive.scripts() + name));
            } else {
                assertThat(executable)
                        .containsExactlyInAnyOrderElementsOf(archive.programs().stream()
                                .map(name -> archive.scripts() + name + "*")
                                .toList());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> scripts_haveTheLineEndsOfTheirSystem() throws IOException {
        return each((archive, contents) -> {
            for (String program : archive.programs()) {
                String name = archive.scripts() + program;
                if (archive.isWindows()) {
                    String text = new String(contents.get(name), US_ASCII);
                    assertThat(text.replace("\r\n", "")).as(program).doesNotContain("\n", "\r", "\ufffd");
                    assertThat(text).startsWith("@echo off\r\n").contains("org.eclipse.equinox.launcher_*.jar");
                    assertBatch(text);
                } else {
                    assertThat(text(contents, name + "*"))
                            .as(program)
                            .startsWith("#!/bin/sh\n")
                            .doesNotContain("\r");
                }
            }
        });
    }

    /** No command interpreter of Windows is here: quotes are paired, labels that are gone to are there. */
    private static void assertBatch(String text) {
        List<String> lines =
                text.lines().filter(line -> !line.startsWith("rem ")).toList();
        assertThat(lines).allSatisfy(line -> assertThat(
                        line.chars().filter(c -> c == '"').count() % 2)
                .as(line)
                .isZero());
        lines.stream().filter(line -> line.contains("goto ")).forEach(line -> assertThat(lines)
                .contains(":" + line.substring(line.indexOf("goto ") + 5)));
        // a path may hold spaces: every variable that is one stands in quotes
        lines.forEach(line -> assertThat(line.replaceAll("\"[^\"]*\"", ""))
                .as(line)
                .doesNotContain("%JAVA", "%LAUNCHER", "%~", "%USERPROFILE"));
        assertThat(text).contains("%*").contains("exit /b");
    }

    @TestFactory
    Stream<DynamicTest> readMe_andLicences_areForThisReleaseAndThisSystem() throws IOException {
        return each((archive, contents) -> {
            for (String name : List.of("README.txt", "LISEZMOI.txt")) {
                String text = text(contents, archive.top() + name);
                assertThat(text)
                        .contains(Built.VERSION, "Java 17", "subsidia-cli", ".metadata/.log")
                        .doesNotContain("\ufffd", "@");
                archive.programs().forEach(program -> assertThat(text).contains(program));
                assertThat(text.contains("\r\n")).isEqualTo(archive.isWindows());
                assertThat(text.replace("\r\n", "").contains("\r")).isFalse();
            }
            assertThat(text(contents, archive.top() + "LISEZMOI.txt")).contains("récent", "Démarrer");
            assertThat(text(contents, archive.top() + "LICENSE")).contains("Apache License", "Version 2.0");
            assertThat(text(contents, archive.top() + "licences.html")).contains("EPL-2.0", "org.eclipse.*");
        });
    }

    @TestFactory
    Stream<DynamicTest> icons_haveEverySize() throws IOException {
        return each((archive, contents) -> {
            if (archive.isMac()) {
                assertThat(appleIcons(contents.get("Subsidia.app/Contents/Resources/subsidia.icns")))
                        .contains("ic07", "ic08", "ic09", "ic11", "ic12", "ic13", "ic14");
            } else if (archive.isWindows()) {
                assertThat(windowsIcons(contents.get("subsidia/subsidia.ico"))).contains(16, 32, 48, 256);
            } else {
                ByteBuffer png = ByteBuffer.wrap(contents.get("subsidia/subsidia.png"));
                assertThat(png.getInt(16)).as("pixels").isGreaterThanOrEqualTo(256);
            }
        });
    }

    /** The types of the pictures in an .icns file: its length and that of each picture add up. */
    private static List<String> appleIcons(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        byte[] type = new byte[4];
        in.get(type);
        assertThat(new String(type, US_ASCII)).isEqualTo("icns");
        assertThat(in.getInt()).isEqualTo(file.length);
        List<String> types = new ArrayList<>();
        while (in.hasRemaining()) {
            in.get(type);
            int length = in.getInt();
            assertThat(in.getInt(in.position())).as("a PNG").isEqualTo(0x89504e47);
            types.add(new String(type, US_ASCII));
            in.position(in.position() + length - 8);
        }
        return types;
    }

    /** The widths of the pictures in an .ico file; each lies inside it. */
    private static List<Integer> windowsIcons(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(in.getInt(0)).as("an icon").isEqualTo(0x10000);
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < in.getShort(4); i++) {
            int entry = 6 + 16 * i;
            int width = file[entry] & 0xff;
            widths.add(width == 0 ? 256 : width);
            assertThat(in.getInt(entry + 8) + in.getInt(entry + 12)).isLessThanOrEqualTo(file.length);
        }
        return widths;
    }

    @TestFactory
    Stream<DynamicTest> propertyList_ofMacOs_namesWhatIsThere() throws IOException {
        return each((archive, contents) -> {
            if (!archive.isMac()) {
                return;
            }
            Map<String, String> list = propertyList(contents.get("Subsidia.app/Contents/Info.plist"));
            assertThat(contents)
                    .containsKey("Subsidia.app/Contents/MacOS/" + list.get("CFBundleExecutable") + "*")
                    .containsKey("Subsidia.app/Contents/Resources/" + list.get("CFBundleIconFile"));
            assertThat(list)
                    .containsEntry("CFBundleVersion", RELEASE)
                    .containsEntry("CFBundleShortVersionString", RELEASE)
                    .containsEntry("CFBundlePackageType", "APPL")
                    .containsEntry("CFBundleIdentifier", "org.subsidia")
                    .containsEntry("NSHighResolutionCapable", "true");
        });
    }

    /** Keys and values of the dictionary, which must take turns. */
    private static Map<String, String> propertyList(byte[] file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        NodeList nodes = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(file))
                .getElementsByTagName("dict")
                .item(0)
                .getChildNodes();
        Map<String, String> list = new TreeMap<>();
        String key = "";
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                if (key.isEmpty()) {
                    assertThat(element.getTagName()).isEqualTo("key");
                    key = element.getTextContent();
                } else {
                    list.put(
                            key,
                            element.getTagName().equals("string") ? element.getTextContent() : element.getTagName());
                    key = "";
                }
            }
        }
        assertThat(key).isEmpty();
        return list;
    }

    @TestFactory
    Stream<DynamicTest> plugIn_isOfThisRelease_withSplashAndPictures() throws IOException {
        return each((archive, contents) -> {
            String plugIn = contents.keySet().stream()
                    .filter(name -> name.matches(".*/plugins/org\\.subsidia\\.rcp_[^/]*\\.jar"))
                    .reduce((one, other) -> one + " and " + other)
                    .orElseThrow();
            assertThat(plugIn).contains("org.subsidia.rcp_" + RELEASE + ".");
            TreeSet<String> entries = new TreeSet<>();
            try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(contents.get(plugIn)))) {
                for (var entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                    entries.add(entry.getName());
                }
            }
            assertThat(entries)
                    .contains(
                            "icons/splash.svg",
                            "icons/about.png",
                            "icons/subsidia256.png",
                            "about.html",
                            "sample/rives-arvenne.subsidia",
                            "help/guide_fr.md",
                            "help/guide_en.md");
        });
    }

    @TestFactory
    Stream<DynamicTest> configuration_startsTheProduct_andKnowsNothingOfTheMachineThatBuiltIt() throws IOException {
        return each((archive, contents) -> {
            Properties configuration = new Properties();
            configuration.load(new StringReader(text(contents, archive.home() + "configuration/config.ini")));
            assertThat(configuration)
                    .containsEntry("eclipse.product", "org.subsidia.rcp.product")
                    .containsEntry("eclipse.application", "org.subsidia.rcp.application")
                    .containsEntry("osgi.instance.area.default", "@user.home/.subsidia");
            assertThat(contents.entrySet().stream()
                            .filter(file -> file.getKey().matches(".*\\.(ini|info|properties|xml|txt|profile)"))
                            .filter(file -> new String(file.getValue(), UTF_8).contains(Built.ROOT.toString()))
                            .map(Map.Entry::getKey))
                    .isEmpty();
        });
    }
}
