package org.subsidia.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.subsidia.cli.PortfolioFile.Change;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.io.fec.FecIntake;
import org.subsidia.io.fec.FecIntakeOptions;
import org.subsidia.io.fec.FecIntakes;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.report.FecIntakeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia import fec FILE… --into P}: receipts of grants that the accounts have and the portfolio lacks, and the cash. */
@Command(name = "fec")
final class ImportFecCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "fecFiles")
    @SuppressWarnings("NullAway.Init") // required
    private List<Path> files;

    @Option(names = "--into", paramLabel = "PORTFOLIO", required = true, descriptionKey = "fecInto")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace into;

    @Option(names = "--structure", paramLabel = "ID", descriptionKey = "fecStructure")
    private @Nullable String structure;

    @Option(names = "--closing", paramLabel = "DATE", descriptionKey = "fecClosing")
    private @Nullable LocalDate closing;

    @Option(names = "--no-balance", descriptionKey = "fecNoBalance")
    private boolean noBalance;

    @Option(names = "--dry-run", descriptionKey = "dryRun")
    private boolean dryRun;

    @Mixin
    private final FecMatching matching = new FecMatching();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    @Mixin
    private final AtOption at = new AtOption();

    ImportFecCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        String names =
                files.stream().map(path -> String.valueOf(path.getFileName())).collect(Collectors.joining(", "));
        List<FecIntake> intakes = (dryRun
                        ? PortfolioFile.tried(console, into, portfolio -> intakes(portfolio, names))
                        : PortfolioFile.changed(console, into, names, portfolio -> intakes(portfolio, names)))
                .intakes();
        output.write(console, FecIntakeReport.of(intakes, !noBalance, dryRun, at.day()));
        boolean conform = intakes.stream().allMatch(intake -> intake.verdict().isConform());
        return conform ? ExitCode.DONE : ExitCode.DATA_ERRORS;
    }

    private Change<FecIntakes> intakes(Portfolio portfolio, String label) {
        FecIntakeOptions options = FecIntakeOptions.usual(LawBase.standard(), at.day())
                .of(RecordChoice.structure(structure, portfolio))
                .closingOn(closing)
                .matchedBy(matching.words(console), matching.options());
        FecIntakes intakes = FecIntakes.prepare(files, portfolio, options);
        List<Finding> unusable = new ArrayList<>(intakes.refused());
        intakes.intakes().stream()
                .filter(intake -> intake.structure() == null)
                .flatMap(intake -> nobody(intake).stream())
                .forEach(unusable::add);
        if (!unusable.isEmpty()) {
            throw new UnusableInput(unusable);
        }
        List<FecIntake.Line> lines = intakes.intakes().stream()
                .flatMap(intake -> intake.lines().stream())
                .toList();
        List<CashBalance> cash = noBalance
                ? List.of()
                : intakes.intakes().stream()
                        .map(FecIntake::cash)
                        .filter(Objects::nonNull)
                        .toList();
        return new Change<>(intakes.edit(label, lines, cash), intakes);
    }

    private static List<Finding> nobody(FecIntake intake) {
        return intake.findings().stream()
                .filter(finding -> finding.code().equals("FEC-INTAKE-NOBODY"))
                .map(finding -> Finding.error(
                        Place.file(intake.verdict().file()),
                        "CLI-FEC-NO-STRUCTURE",
                        finding.message().arguments().toArray()))
                .toList();
    }
}
