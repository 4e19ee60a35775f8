package org.subsidia.cli;

import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.subsidia.accounts.AccountFigures;
import org.subsidia.accounts.Books;
import org.subsidia.accounts.FunderWords;
import org.subsidia.accounts.GrantAccounts;
import org.subsidia.accounts.GrantMatching;
import org.subsidia.accounts.Match;
import org.subsidia.accounts.MatchOptions;
import org.subsidia.accounts.Recognition;
import org.subsidia.check.Guards;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.fec.FecBooks;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.report.Documents;
import org.subsidia.report.NoteAccounts;
import org.subsidia.report.Report;
import org.subsidia.report.TransferReport;
import org.subsidia.transfer.Effects;
import org.subsidia.transfer.LegalPath;
import org.subsidia.transfer.MonteCarlo;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.Sensitivity;
import org.subsidia.transfer.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia report KIND P}: documents to be handed over. */
@Command(name = "report")
final class ReportCommand implements Runnable {
    private final Console console;

    @Parameters(index = "0", paramLabel = "structure|note|funder|risks|scenario", descriptionKey = "reportKind")
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

    @Option(names = "--fec", paramLabel = "FILE", arity = "1..*", descriptionKey = "reportFec")
    private List<Path> fec = new ArrayList<>();

    @Option(names = "--scenario", paramLabel = "SCENARIO", descriptionKey = "reportScenario")
    private @Nullable String scenario;

    @Option(names = "--set", paramLabel = "MEASURE.NUMBER=VALUE", descriptionKey = "simulateSet")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    /** The documents. */
    enum Kind {
        structure,
        note,
        funder,
        risks,
        scenario
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
                    case note -> note(documents);
                    case funder -> documents.funderView(funder(portfolio));
                    case risks -> documents.risks();
                    case scenario -> scenario(documents);
                };
        output.write(console, report);
    }

    private Report note(Documents documents) {
        StructureId id = structure(documents.portfolio());
        Year wanted = year;
        if (fec.isEmpty()) {
            return documents.fundingNote(id, wanted == null ? at.day().getYear() - 1 : wanted.getValue());
        }
        Reading<List<Books>> reading = FecBooks.read(FecInput.open(fec), documents.laws(), null, at.day());
        List<Books> all = reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
        Books books = all.stream()
                .filter(one -> wanted == null || one.closing().getYear() == wanted.getValue())
                .reduce((first, later) -> later)
                .orElseThrow(() -> new UnusableInput(
                        List.of(Finding.error(Place.NOWHERE, "CLI-FEC-YEAR", String.valueOf(wanted)))));
        FunderWords words = FunderWords.standard();
        List<Match> matches = GrantMatching.of(books, documents.portfolio(), id, words, MatchOptions.USUAL);
        Recognition recognition =
                new Recognition(IncomeSplit.PERIODS, documents.laws().at(books.closing()));
        String name = documents.portfolio().structure(id).orElseThrow().name();
        return documents.fundingNote(
                id,
                new NoteAccounts(
                        AccountFigures.of(books, name, id, matches, documents.portfolio(), words),
                        GrantAccounts.of(
                                books,
                                matches,
                                recognition,
                                documents.portfolio().grantsOf(id)),
                        reading.findings()));
    }

    private Report scenario(Documents documents) {
        String named = scenario;
        if (named == null) {
            throw missing("--scenario");
        }
        Scenario used = ScenarioFile.use(console, named, settings);
        Reading<Population> people = Population.of(documents.portfolio(), at.day(), documents.laws());
        List<Finding> findings = new ArrayList<>(people.findings());
        Population population = people.get();
        Simulation simulation = SimulateCommand.run(used, population, documents.laws(), findings);
        return documents.scenario(
                simulation,
                new TransferReport.Extras(
                        List.of(),
                        Effects.of(used, population, documents.laws()),
                        Sensitivity.of(used, population, documents.laws()),
                        MonteCarlo.of(used, population, documents.laws()).orElse(null),
                        LegalPath.of(simulation, documents.laws()),
                        List.of(),
                        findings,
                        true));
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
