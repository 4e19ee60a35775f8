package org.subsidia.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product of this machine runs the verbs of the command line, and says the same as the program of one file. */
class ProductTest {
    private static final List<String> FORECAST = List.of(
            "forecast",
            Built.SAMPLE.toString(),
            "--structure",
            "pole-materiaux",
            "--at",
            "2026-11-27",
            "--lang",
            "fr",
            "--format",
            "json");

    @TempDir
    Path folder;

    private Built.Run product(String... words) throws IOException, InterruptedException {
        Path script = Built.here(Built.PRODUCT).resolve("subsidia/subsidia-cli");
        assumeTrue(Files.isExecutable(script), "the test starts the product of Linux");
        return Built.run(folder, Built.with(List.of(script.toString()), words));
    }

    private Built.Run oneFile(String... words) throws IOException, InterruptedException {
        return Built.run(
                folder,
                Built.with(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                Built.ROOT.resolve("core/target/subsidia.jar").toString()),
                        words));
    }

    @Test
    void version_namesTheRelease() throws Exception {
        Built.Run run = product("--version");
        assertThat(run.out()).startsWith("Subsidia " + Built.VERSION + " (Java ");
        assertThat(run.code()).isZero();
    }

    @Test
    void forecast_isThatOfTheCommandLine() throws Exception {
        String[] words = FORECAST.toArray(String[]::new);
        Built.Run run = product(words);
        assertThat(run.err()).doesNotContain("Exception");
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(oneFile(words).out()).contains("pole-materiaux");
    }

    @Test
    void report_asPdf_isWrittenInTheProductToo() throws Exception {
        Path pdf = folder.resolve("risques.pdf");
        Built.Run run = product(
                "report",
                "risks",
                Built.SAMPLE.toString(),
                "--at",
                "2026-11-27",
                "--format",
                "pdf",
                "-o",
                pdf.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(pdf).content(StandardCharsets.ISO_8859_1).startsWith("%PDF-");
    }

    @Test
    void copy_toADatabase_findsDriverAndMigrations() throws Exception {
        Built.Run run =
                product("copy", Built.SAMPLE.toString(), "jdbc:h2:" + folder.resolve("team") + "#p", "--lang", "en");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.exists(folder.resolve("team.mv.db"))).isTrue();
    }

    @Test
    void wrongWord_endsAsTheCommandLineDoes() throws Exception {
        Built.Run run = product("--lang", "fr", "n-importe-quoi");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("n-importe-quoi");
    }

    @Test
    void installed_intoABarePlatform_runsThere() throws Exception {
        assertInstalled(Built.here(Built.ROOT.resolve("rcp-plugin/installation/target/products/org.subsidia.plain")));
    }

    /** A site that called itself 0.0.1 was installed first. */
    @Test
    void updated_fromAnOlderSite_hasEveryBundleOfTheNewOneAlone() throws Exception {
        Path updated = Built.ROOT.resolve("rcp-plugin/installation/target/updated");
        assertInstalled(updated);
        Map<String, String> versions = Bundles.of(updated).versions("org.subsidia.");
        assertThat(versions).containsKeys("org.subsidia.rcp", "org.subsidia.core", "org.subsidia.french.log");
        assertThat(versions.values().stream().distinct())
                .as("one version of all: an update must not leave an old one of them behind")
                .singleElement()
                .asString()
                .startsWith(Built.VERSION.replace("-SNAPSHOT", "."));
    }

    private void assertInstalled(Path platform) throws Exception {
        Path launcher;
        try (Stream<Path> plugins = Files.list(platform.resolve("plugins"))) {
            launcher = plugins.filter(jar -> jar.getFileName().toString().startsWith("org.eclipse.equinox.launcher_"))
                    .findFirst()
                    .orElseThrow();
        }
        Built.Run run = Built.run(
                folder,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        launcher.toString(),
                        "-nosplash",
                        "-configuration",
                        folder.resolve("configuration").toUri().toString(),
                        "-data",
                        "@none",
                        "-application",
                        "org.subsidia.rcp.command",
                        "--version"));
        assertThat(run.out()).as(run.err()).startsWith("Subsidia " + Built.VERSION);
        Bundles installed = Bundles.of(platform);
        assertThat(installed.names()).contains("org.subsidia.rcp", "org.subsidia.core", "org.subsidia.libraries.pdf");
        assertThat(installed.unresolved()).isEmpty();
    }
}
