package org.subsidia.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.io.scdl.ScdlFile;
import org.subsidia.io.scdl.ScdlRow;
import org.subsidia.io.scdl.ScdlWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia export scdl FILE… --output CLEAN.csv}: published rows, cleaned, written strictly after schema 2.1.1. */
@Command(name = "scdl")
final class ExportScdlCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "scdlFiles")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            descriptionKey = "output")
    @SuppressWarnings("NullAway.Init") // required
    private Path output;

    ExportScdlCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<ScdlFile> opened = files.stream().map(ScdlInput::open).toList();
        List<Finding> errors = new ArrayList<>();
        long written;
        try (Writer out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
            ScdlWriter writer = ScdlWriter.to(out, output.toString(), finding -> report(finding, errors));
            for (ScdlFile file : opened) {
                file.rows(row -> write(writer, row), finding -> report(finding, errors));
            }
            written = writer.written();
        } catch (IOException | UncheckedIOException e) {
            IOException cause = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
            throw new UnusableInput(List.of(Finding.error(
                    Place.file(output.toString()), "CLI-CANNOT-WRITE", output.toString(), ReportOutput.reason(cause))));
        }
        FindingLines.print(console, Finding.info(Place.file(output.toString()), "CLI-ROWS-WRITTEN", written));
        return errors.isEmpty() ? ExitCode.DONE : ExitCode.DATA_ERRORS;
    }

    private void report(Finding finding, List<Finding> errors) {
        if (finding.severity() == Severity.ERROR) {
            errors.add(finding);
            FindingLines.print(console, finding);
        }
    }

    private static void write(ScdlWriter writer, ScdlRow row) {
        try {
            writer.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
