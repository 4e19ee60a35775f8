package org.subsidia.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.report.CsvRenderer;
import org.subsidia.report.TransparencyReport;
import org.subsidia.stateaid.AidAwards;
import org.subsidia.stateaid.Transparency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia export transparency P --output F.csv}: aid that the Commission's transparency register must show. */
@Command(name = "transparency")
final class ExportTransparencyCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Option(names = "--structure", paramLabel = "ID", descriptionKey = "registerStructure")
    private @Nullable String structure;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            required = true,
            descriptionKey = "output")
    @SuppressWarnings("NullAway.Init") // required
    private Path output;

    ExportTransparencyCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Portfolio portfolio = PortfolioFile.open(console, file);
        AidAwards awards = AidAwards.of(portfolio);
        StructureId one = RecordChoice.structure(structure, portfolio);
        List<Transparency.Duty> duties = portfolio.structures().stream()
                .map(Structure::id)
                .filter(id -> one == null || one.equals(id))
                .flatMap(id -> Transparency.of(awards, id, LawBase.standard()).stream())
                .toList();
        Place place = Place.file(output.toString());
        try (Writer out = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
            CsvRenderer.write(
                    TransparencyReport.table(duties, portfolio), console.locale(), CsvRenderer.Options.PROGRAM, out);
        } catch (IOException e) {
            throw new UnusableInput(
                    List.of(Finding.error(place, "CLI-CANNOT-WRITE", output.toString(), ReportOutput.reason(e))));
        }
        TransparencyReport.missing(duties, portfolio).forEach(finding -> FindingLines.print(console, finding));
        FindingLines.print(console, Finding.info(place, "CLI-ROWS-WRITTEN", duties.size()));
    }
}
