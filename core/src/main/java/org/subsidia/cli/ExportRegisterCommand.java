package org.subsidia.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.report.CsvRenderer;
import org.subsidia.report.RegisterReport;
import org.subsidia.stateaid.AidAwards;
import org.subsidia.stateaid.RegisterEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia export register P --output F.csv}: de minimis awards with the columns of the central register. */
@Command(name = "register")
final class ExportRegisterCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(names = "--structure", paramLabel = "ID", descriptionKey = "registerStructure")
    private @Nullable String structure;

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "registerFrom")
    private @Nullable LocalDate from;

    @Option(names = "--product-sector", paramLabel = "NAME", descriptionKey = "registerProduct")
    private @Nullable String productSector;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            descriptionKey = "output")
    @SuppressWarnings("NullAway.Init") // required
    private Path output;

    ExportRegisterCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Portfolio portfolio = PortfolioFile.open(console, file);
        List<RegisterEntry> entries = RegisterEntry.of(
                AidAwards.of(portfolio), RecordChoice.structure(structure, portfolio), from, LawBase.standard());
        Place place = Place.file(output.toString());
        try (Writer out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
            CsvRenderer.write(
                    RegisterReport.table(entries, productSector), console.locale(), CsvRenderer.Options.PROGRAM, out);
        } catch (IOException e) {
            throw new UnusableInput(
                    List.of(Finding.error(place, "CLI-CANNOT-WRITE", output.toString(), ReportOutput.reason(e))));
        }
        RegisterReport.missing(entries).forEach(finding -> FindingLines.print(console, finding));
        FindingLines.print(console, Finding.info(place, "CLI-ROWS-WRITTEN", entries.size()));
    }
}
