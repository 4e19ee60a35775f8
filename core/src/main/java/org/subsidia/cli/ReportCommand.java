package org.subsidia.cli;

import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.check.Guards;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.report.Documents;
import org.subsidia.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia report KIND P}: documents to be handed over. */
@Command(name = "report")
final class ReportCommand implements Runnable {
    private final Console console;

    @Parameters(index = "0", paramLabel = "structure|note|funder|risks", descriptionKey = "reportKind")
    @SuppressWarnings("NullAway.Init") // required
    private Kind kind;

    @Parameters(index = "1", paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Option(names = "--structure", paramLabel = "ID", descriptionKey = "reportStructure")
    private @Nullable String structure;

    @Option(names = "--funder", paramLabel = "ID", descriptionKey = "reportFunder")
    private @Nullable String funder;

    @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "reportYear")
    private @Nullable Year year;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    /** The documents. */
    enum Kind {
        structure,
        note,
        funder,
        risks
    }

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Portfolio portfolio = PortfolioFile.open(console, file);
        Documents documents = new Documents(
                portfolio,
                LawBase.standard(),
                Guards.withServices(ReportCommand.class.getClassLoader()),
                at.day(),
                file.name());
        Report report =
                switch (kind) {
                    case structure -> documents.structureFile(structure(portfolio));
                    case note ->
                        documents.fundingNote(
                                structure(portfolio), year == null ? at.day().getYear() - 1 : year.getValue());
                    case funder -> documents.funderView(funder(portfolio));
                    case risks -> documents.risks();
                };
        output.write(console, report);
    }

    private StructureId structure(Portfolio portfolio) {
        StructureId id = RecordChoice.structure(structure, portfolio);
        if (id == null) {
            throw missing("--structure");
        }
        return id;
    }

    private FunderId funder(Portfolio portfolio) {
        FunderId id = RecordChoice.funder(funder, portfolio);
        if (id == null) {
            throw missing("--funder");
        }
        return id;
    }

    private UnusableInput missing(String option) {
        return new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-REPORT-NEEDS", kind.name(), option)));
    }
}
