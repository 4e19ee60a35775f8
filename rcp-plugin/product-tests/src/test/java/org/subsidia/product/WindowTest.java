package org.subsidia.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.product.driver.Driver;

/**
 * The archive of Linux as its user has it: unpacked to a folder whose name has spaces and accents, started with a portfolio, and
 * started again in another language.
 */
class WindowTest {
    private static final String XVFB = "/usr/bin/Xvfb";

    @TempDir
    Path temporary;

    private Path product;
    private Path portfolio;

    @BeforeEach
    void unpack() throws IOException {
        boolean window = System.getProperty("os.name").equals("Linux") && Files.isExecutable(Path.of(XVFB));
        assertThat(window || !Boolean.getBoolean("subsidia.ui.required"))
                .as("Linux with Xvfb, which the build requires")
                .isTrue();
        assumeTrue(window, "Linux with Xvfb");
        Path folder = Files.createDirectories(temporary.resolve("Logiciels d’été/à côté"));
        String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        for (Archive archive : Archive.all()) {
            if (archive.os().equals("linux") && archive.arch().equals(arch)) {
                archive.unpackInto(folder);
            }
        }
        product = folder.resolve("subsidia");
        portfolio = Files.copy(Built.SAMPLE, temporary.resolve("Financements d’été à Évian.subsidia"));
    }

    @Test
    void subsidiaCli_inAFolderWithSpacesAndAccents_readsAPortfolioThere() throws Exception {
        Built.Run run = Built.run(
                temporary,
                List.of(product.resolve("subsidia-cli").toString(), "show", portfolio.toString(), "--lang", "fr"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Financements d’été à Évian.subsidia", "Structures ");
    }

    @Test
    void subsidia_restartedInAnotherLanguage_speaksIt_andShowsTheSamePortfolio() throws Exception {
        addDriver();
        Path home = Files.createDirectories(temporary.resolve("maison de Zoé"));
        Files.writeString(Files.createDirectories(home.resolve(".subsidia")).resolve("language"), "fr\n");
        Path seen = Files.createDirectories(temporary.resolve("seen"));
        try (Screen screen = Screen.open()) {
            Built.Run first = Built.run(
                    temporary, List.of(product.resolve("subsidia").toString(), portfolio.toString()), environment -> {
                        environment.put("DISPLAY", screen.display());
                        environment.put("GDK_BACKEND", "x11");
                        environment.put("NO_AT_BRIDGE", "1");
                        environment.put("HOME", home.toString());
                        environment.put("JAVA_TOOL_OPTIONS", "'-Duser.home=" + home + "'");
                        environment.put(Driver.FOLDER, seen.toString());
                    });
            assertThat(first.code()).as(first.err()).isZero();
            List<String> french = Files.readAllLines(seen.resolve("1.txt"));
            List<String> english = await(seen.resolve("2.txt"));
            ProcessHandle.of(Long.parseLong(english.get(0))).ifPresent(process -> process.onExit()
                    .completeOnTimeout(process, 60, TimeUnit.SECONDS)
                    .join());
            keepPictures(seen);
            String title = portfolio.getFileName() + " – Subsidia";
            assertThat(french.subList(1, french.size()))
                    .startsWith("fr", title, "Fichier")
                    .contains("Aide");
            assertThat(english.subList(1, english.size()))
                    .startsWith("en", title, "File")
                    .contains("Help");
            assertThat(english.get(0)).as("another process").isNotEqualTo(french.get(0));
        }
        Path log = home.resolve(".subsidia/.metadata/.log");
        assertThat(Files.exists(log) ? Files.readString(log) : "").doesNotContain("!STACK");
    }

    private static List<String> await(Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(300);
        while (!Files.exists(file)) {
            assertThat(System.nanoTime()).as("the second start").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Files.readAllLines(file);
    }

    /** For whoever wants to look at what came up. */
    private static void keepPictures(Path seen) throws IOException {
        Path kept = Files.createDirectories(Built.ROOT.resolve("rcp-plugin/product-tests/target/screenshots"));
        for (String picture : List.of("1.png", "2.png")) {
            Files.write(kept.resolve("start-" + picture), Files.readAllBytes(seen.resolve(picture)));
        }
    }

    /** Puts the bundle that presses the buttons among those that the product starts. */
    private void addDriver() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.subsidia.product.driver");
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", Driver.class.getName());
        main.putValue("Require-Bundle", "org.eclipse.ui,org.eclipse.core.runtime");
        String folder = Driver.class.getPackageName().replace('.', '/');
        Path jar = product.resolve("plugins/org.subsidia.product.driver_1.0.0.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                Stream<Path> classes = Files.list(Path.of("target/test-classes").resolve(folder))) {
            for (Path file : classes.toList()) {
                entries.putNextEntry(new ZipEntry(folder + '/' + file.getFileName()));
                Files.copy(file, entries);
            }
        }
        Files.writeString(
                product.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"),
                "org.subsidia.product.driver,1.0.0,plugins/" + jar.getFileName() + ",4,true\n",
                StandardOpenOption.APPEND);
    }

    /** An X server of its own, on a display that it chooses. */
    private record Screen(Process server, String display) implements AutoCloseable {

        static Screen open() throws IOException {
            Process server = new ProcessBuilder(
                            XVFB, "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            InputStream out = server.getInputStream();
            BufferedReader numbers = new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8));
            return new Screen(server, ":" + numbers.readLine().strip());
        }

        @Override
        public void close() {
            server.destroy();
        }
    }
}
