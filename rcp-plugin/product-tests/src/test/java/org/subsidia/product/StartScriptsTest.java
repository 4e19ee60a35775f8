package org.subsidia.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start scripts of Linux and macOS, run by a shell in a folder whose name has spaces and accents, with a Java that only tells
 * how it was called.
 */
class StartScriptsTest {
    private static final Path LAUNCH = Built.ROOT.resolve("rcp-plugin/product/launch");

    @TempDir
    Path temporary;

    private Path folder;
    private Path home;

    @BeforeEach
    void folders() throws IOException {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "a system with a shell");
        folder = Files.createDirectories(temporary.resolve("Outils d’été/à côté (2) & l'autre"));
        home = Files.createDirectories(temporary.resolve("maison de Zoé"));
    }

    private static Path program(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(
                file, Stream.concat(Stream.of("#!/bin/sh"), Stream.of(lines)).toList());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    /** A Java that writes each of its arguments on a line. */
    private Path java(String name, String version) throws IOException {
        Path home = temporary.resolve(name);
        program(
                home.resolve("bin/java"),
                "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version + "\" 2021-10-19' >&2; exit; fi",
                "printf '%s\\n' \"$@\"");
        return home;
    }

    /** The scripts of a system where its archive has them; the folder of the scripts. */
    private Path unpack(String system) throws IOException {
        boolean mac = system.equals("macosx");
        Path scripts = Files.createDirectories(mac ? folder.resolve("Subsidia.app/Contents/MacOS") : folder);
        try (Stream<Path> files = Files.list(mac ? LAUNCH.resolve("macosx/MacOS") : LAUNCH.resolve(system))) {
            for (Path file : files.toList()) {
                Files.copy(file, scripts.resolve(file.getFileName()));
            }
        }
        Path launcher = plugins(scripts, mac).resolve("org.eclipse.equinox.launcher_1.7.100.jar");
        Files.createDirectories(launcher.getParent());
        Files.createFile(launcher);
        return scripts;
    }

    private static Path plugins(Path scripts, boolean mac) {
        return mac ? scripts.resolveSibling("Eclipse/plugins") : scripts.resolve("plugins");
    }

    private Built.Run run(Map<String, String> environment, Path script, String... words) throws Exception {
        List<String> command = Built.with(List.of(script.toString()), words);
        return Built.run(temporary, command, builder -> {
            builder.put("HOME", home.toString());
            builder.put("PATH", "/usr/bin:/bin");
            builder.remove("JAVA_HOME");
            builder.putAll(environment);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyScript_isReadByTheShell() throws IOException {
        List<Path> scripts = new ArrayList<>();
        for (String system : List.of("linux", "macosx/MacOS")) {
            try (Stream<Path> files = Files.list(LAUNCH.resolve(system))) {
                files.filter(file -> !file.getFileName().toString().endsWith(".png"))
                        .forEach(scripts::add);
            }
        }
        return scripts.stream()
                .map(script -> DynamicTest.dynamicTest(LAUNCH.relativize(script).toString(), () -> {
                    Built.Run run = Built.run(temporary, List.of("sh", "-n", script.toString()));
                    assertThat(run.code()).as(run.err()).isZero();
                }));
    }

    @TestFactory
    Stream<DynamicTest> subsidia_givesEachWordOnAsItIs_inTheLanguageChosen() {
        return Stream.of("linux", "macosx")
                .map(system -> DynamicTest.dynamicTest(system, () -> {
                    Path scripts = unpack(system);
                    boolean mac = system.equals("macosx");
                    Files.createDirectories(home.resolve(".subsidia"));
                    Files.writeString(home.resolve(".subsidia/language"), "fr\n");
                    Built.Run run = run(
                            Map.of("JAVA_HOME", java("jdk 17 à moi", "17.0.9").toString()),
                            scripts.resolve("subsidia"),
                            "Budget d’été 2026 $HOME.subsidia",
                            "-data",
                            "un \"dossier\"");
                    assertThat(run.code()).as(run.err()).isZero();
                    String launcher = plugins(scripts, mac)
                            .resolve("org.eclipse.equinox.launcher_1.7.100.jar")
                            .toString();
                    assertThat(run.out().lines().toList())
                            .contains("-Dsubsidia.launcher=" + scripts.resolve("subsidia"))
                            .endsWith(
                                    "-jar",
                                    launcher,
                                    "-nl",
                                    "fr",
                                    "Budget d’été 2026 $HOME.subsidia",
                                    "-data",
                                    "un \"dossier\"");
                    assertThat(run.out().contains("-XstartOnFirstThread\n")).isEqualTo(mac);
                    Files.delete(home.resolve(".subsidia/language"));
                    clean();
                }));
    }

    @TestFactory
    Stream<DynamicTest> subsidiaCli_runsTheVerbWithoutAWindow() {
        return Stream.of("linux", "macosx")
                .map(system -> DynamicTest.dynamicTest(system, () -> {
                    Path scripts = unpack(system);
                    Built.Run run = run(
                            Map.of("JAVA_HOME", java("jdk", "21").toString()),
                            scripts.resolve("subsidia-cli"),
                            "show",
                            "à moi.subsidia");
                    assertThat(run.out().lines().toList())
                            .endsWith(
                                    "-nosplash",
                                    "-data",
                                    "@none",
                                    "-application",
                                    "org.subsidia.rcp.command",
                                    "show",
                                    "à moi.subsidia");
                    clean();
                }));
    }

    @TestFactory
    Stream<DynamicTest> aJavaThatIsTooOld_givesWayToTheOneOfThePath_elseASentence() {
        return Stream.of("linux", "macosx")
                .map(system -> DynamicTest.dynamicTest(system, () -> {
                    Path scripts = unpack(system);
                    Map<String, String> old =
                            Map.of("JAVA_HOME", java("jdk8", "1.8.0_392").toString(), "PATH", bare());
                    Built.Run refused = run(old, scripts.resolve("subsidia"));
                    assertThat(refused.code()).isEqualTo(1);
                    assertThat(refused.out()).isEmpty();
                    assertThat(refused.err()).contains("Java 17 ou plus récent", "Java 17 or newer");
                    assertThat(run(old, scripts.resolve("subsidia-cli")).code()).isEqualTo(1);
                    assertThat(run(
                                            Map.of(
                                                    "JAVA_HOME",
                                                    temporary.resolve("none").toString(),
                                                    "PATH",
                                                    bare()),
                                            scripts.resolve("subsidia"))
                                    .code())
                            .isEqualTo(1);
                    if (system.equals("linux")) {
                        String path = java("jdk17", "17").resolve("bin") + File.pathSeparator + bare();
                        Built.Run taken = run(
                                Map.of("JAVA_HOME", temporary.resolve("jdk8").toString(), "PATH", path),
                                scripts.resolve("subsidia"));
                        assertThat(taken.code()).as(taken.err()).isZero();
                    }
                    clean();
                }));
    }

    /** A path with the tools that the scripts use, and no Java. */
    private String bare() throws IOException {
        Path tools = Files.createDirectories(temporary.resolve("tools"));
        for (String tool : List.of("sh", "cat", "sed", "dirname", "readlink", "printf", "mkdir", "rm")) {
            Path found = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            if (Files.exists(found) && !Files.exists(tools.resolve(tool))) {
                Files.createSymbolicLink(tools.resolve(tool), found);
            }
        }
        return tools.toString();
    }

    /** The next system is unpacked to the same folder. */
    private void clean() throws IOException {
        folder = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "+"));
    }

    @Test
    void subsidia_startedByALink_findsItsFolder() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "readlink -f");
        Path scripts = unpack("linux");
        Path link = Files.createSymbolicLink(temporary.resolve("subsidia"), scripts.resolve("subsidia"));
        Built.Run run = run(Map.of("JAVA_HOME", java("jdk", "17").toString()), link);
        assertThat(run.out()).contains(scripts.resolve("plugins/org.eclipse.equinox.launcher_1.7.100.jar") + "\n");
    }

    @Test
    void subsidiaMenu_writesAValidEntry_andTakesItAwayAgain() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "the menu of Linux");
        Path scripts = unpack("linux");
        Path entry = home.resolve(".local/share/applications/subsidia.desktop");
        Path type = home.resolve(".local/share/mime/packages/subsidia.xml");
        assertThat(run(Map.of(), scripts.resolve("subsidia-menu")).code()).isZero();
        assertThat(Files.readAllLines(entry))
                .contains(
                        "Exec=\"" + scripts.resolve("subsidia") + "\" %f",
                        "Icon=" + scripts.resolve("subsidia.png"),
                        "MimeType=application/x-subsidia;",
                        "Comment[fr]=Financements publics des clusters");
        assertThat(type).content().contains("*.subsidia");
        if (Files.isExecutable(Path.of("/usr/bin/desktop-file-validate"))) {
            Built.Run valid = Built.run(temporary, List.of("desktop-file-validate", entry.toString()));
            assertThat(valid.out() + valid.err()).isEmpty();
            assertThat(valid.code()).isZero();
        }
        assertThat(run(Map.of(), scripts.resolve("subsidia-menu"), "--remove").code())
                .isZero();
        assertThat(entry).doesNotExist();
        assertThat(type).doesNotExist();
    }
}
