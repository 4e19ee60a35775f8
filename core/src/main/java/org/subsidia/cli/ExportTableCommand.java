package org.subsidia.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.report.CsvRenderer;
import org.subsidia.report.PortfolioTables;
import org.subsidia.report.Table;
import org.subsidia.report.Words;
import org.subsidia.report.XlsxRenderer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia export table P --kind K --output F}: the records of a kind as CSV or XLSX, by the end of the name. */
@Command(name = "table")
final class ExportTableCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Option(names = "--kind", paramLabel = "KIND", required = true, descriptionKey = "tableKind")
    @SuppressWarnings("NullAway.Init") // required
    private TableKind kind;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            descriptionKey = "tableOutput")
    @SuppressWarnings("NullAway.Init") // required
    private Path output;

    @Mixin
    private final AtOption at = new AtOption();

    ExportTableCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        String name = output.toString().toLowerCase(Locale.ROOT);
        Place place = Place.file(output.toString());
        if (!name.endsWith(".csv") && !name.endsWith(".xlsx")) {
            throw new UnusableInput(List.of(Finding.error(place, "CLI-TABLE-ENDING", output.toString())));
        }
        if (!kind.isRecords()) {
            throw new UnusableInput(List.of(Finding.error(place, "MAP-KIND-NO-RECORDS", kind.label())));
        }
        Portfolio portfolio = PortfolioFile.open(console, file);
        Table table = PortfolioTables.of(kind, portfolio);
        try {
            if (name.endsWith(".csv")) {
                writeCsv(table);
            } else {
                writeXlsx(table);
            }
        } catch (IOException e) {
            throw new UnusableInput(
                    List.of(Finding.error(place, "CLI-CANNOT-WRITE", output.toString(), ReportOutput.reason(e))));
        }
        FindingLines.print(
                console, Finding.info(place, "CLI-ROWS-WRITTEN", table.rows().size()));
    }

    private void writeCsv(Table table) throws IOException {
        try (Writer out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
            CsvRenderer.write(table, console.locale(), CsvRenderer.Options.SPREADSHEET, out);
        }
    }

    private void writeXlsx(Table table) throws IOException {
        String source = file.name();
        try (OutputStream out = Files.newOutputStream(output)) {
            XlsxRenderer.write(List.of(table), Words.verbatim(source), at.day(), console.locale(), out);
        }
    }
}
