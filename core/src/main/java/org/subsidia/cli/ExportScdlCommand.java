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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.io.scdl.ScdlFile;
import org.subsidia.io.scdl.ScdlGrants;
import org.subsidia.io.scdl.ScdlRow;
import org.subsidia.io.scdl.ScdlWriter;
import org.subsidia.portfolio.GrantId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code subsidia export scdl FILE… --output CLEAN.csv}: published rows, cleaned, or a portfolio's grants, written strictly after
 * schema 2.1.1.
 */
@Command(name = "scdl")
final class ExportScdlCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE|PORTFOLIO", arity = "1..*", descriptionKey = "scdlSources")
    private List<PortfolioPlace> sources = List.of();

    @Option(names = "--notified", paramLabel = "true|false", descriptionKey = "scdlNotified")
    private @Nullable Boolean notified;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            descriptionKey = "output")
    @SuppressWarnings("NullAway.Init") // required
    private Path output;

    /** The grant that is being written: what it lacks is told at the grant, not at the line that it does not get. */
    private @Nullable GrantId current;

    ExportScdlCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Consumer<ScdlWriter>> opened = new ArrayList<>();
        List<Finding> errors = new ArrayList<>();
        sources.forEach(source -> opened.add(rows(source, errors)));
        long written;
        try (Writer out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
            ScdlWriter writer = ScdlWriter.to(out, output.toString(), finding -> report(finding, errors));
            opened.forEach(rows -> rows.accept(writer));
            written = writer.written();
        } catch (IOException | UncheckedIOException e) {
            IOException cause = e instanceof IOException io ? io : new IOException(e.getMessage(), e);
            throw new UnusableInput(List.of(Finding.error(
                    Place.file(output.toString()), "CLI-CANNOT-WRITE", output.toString(), ReportOutput.reason(cause))));
        }
        FindingLines.print(console, Finding.info(Place.file(output.toString()), "CLI-ROWS-WRITTEN", written));
        return errors.isEmpty() ? ExitCode.DONE : ExitCode.DATA_ERRORS;
    }

    /** Opens a source before the output is touched; what cannot be opened ends the verb. */
    private Consumer<ScdlWriter> rows(PortfolioPlace source, List<Finding> errors) {
        if (source.isDatabase() || source.toString().endsWith(".subsidia")) {
            List<ScdlGrants.Published> rows = ScdlGrants.rows(PortfolioFile.open(console, source), notified);
            return writer -> {
                for (ScdlGrants.Published one : rows) {
                    current = one.grant();
                    write(writer, one.row());
                }
                current = null;
            };
        }
        ScdlFile file = ScdlInput.open(source.file());
        return writer -> file.rows(row -> write(writer, row), finding -> report(finding, errors));
    }

    private void report(Finding finding, List<Finding> errors) {
        if (finding.severity() == Severity.ERROR) {
            GrantId grant = current;
            String field = finding.place().field();
            Place place = grant == null ? finding.place() : Place.record(grant.value());
            Finding told = finding.at(grant == null || field == null ? place : place.field(field));
            errors.add(told);
            FindingLines.print(console, told);
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
