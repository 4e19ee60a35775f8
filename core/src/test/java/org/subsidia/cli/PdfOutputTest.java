package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfOutputTest {
    private static final Path PORTFOLIO = Path.of("../examples/data/rives-arvenne.subsidia");

    @TempDir
    private Path folder;

    @Test
    void pdf_ofAnyVerb_isWrittenToTheFile() throws Exception {
        Path file = folder.resolve("g.pdf");
        ToolRun run = ToolRun.french("grants", PORTFOLIO, "--at", "2026-09-30", "--format", "pdf", "--output", file);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readAllBytes(file)).startsWith("%PDF-1.".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void pdf_withoutFile_saysHowToNameOne() {
        ToolRun run = ToolRun.french("grants", PORTFOLIO, "--format", "pdf");
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("PDF", "--output");
    }

    @Test
    void pdf_withoutItsLibrary_saysWhatIsMissing() throws Exception {
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("openhtmltopdf") && !entry.contains("openpdf-fonts"))
                .collect(Collectors.joining(File.pathSeparator));
        Path file = folder.resolve("g.pdf");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        path,
                        Main.class.getName(),
                        "grants",
                        PORTFOLIO.toString(),
                        "--lang",
                        "en",
                        "--format",
                        "pdf",
                        "--output",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(ExitCode.UNUSABLE);
        assertThat(said).contains("The optional library that writes PDF is not installed", "--format html");
        assertThat(file).doesNotExist();
    }
}
