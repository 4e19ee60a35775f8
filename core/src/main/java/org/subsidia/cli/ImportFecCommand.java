package org.subsidia.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.subsidia.cli.PortfolioFile.Change;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.fec.FecIntake;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Edit;
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
        List<FecIntake> intakes = dryRun
                ? PortfolioFile.tried(console, into, portfolio -> intakes(portfolio, names))
                : PortfolioFile.changed(console, into, names, portfolio -> intakes(portfolio, names));
        output.write(console, FecIntakeReport.of(intakes, !noBalance, dryRun, at.day()));
        boolean conform = intakes.stream().allMatch(intake -> intake.verdict().isConform());
        return conform ? ExitCode.DONE : ExitCode.DATA_ERRORS;
    }

    /** Each file on top of those before it, so that what stands in two of them comes in once. */
    private Change<List<FecIntake>> intakes(Portfolio before, String label) {
        Portfolio portfolio = before;
        List<FecIntake> intakes = new ArrayList<>();
        List<Edit> edits = new ArrayList<>();
        for (Path file : files) {
            FecIntake intake = intake(file, portfolio);
            Edit edit = intake.edit(label, intake.lines(), !noBalance);
            intakes.add(intake);
            edits.add(edit);
            portfolio = portfolio.apply(edit);
        }
        return new Change<>(Edit.batch(label, edits), intakes);
    }

    private FecIntake intake(Path file, Portfolio portfolio) {
        Reading<FecIntake> read = FecIntake.prepare(
                file, portfolio, RecordChoice.structure(structure, portfolio), LawBase.standard(), closing, at.day());
        FecIntake intake = read.value().orElseThrow(() -> new UnusableInput(read.findings()));
        if (intake.structure() == null) {
            throw new UnusableInput(intake.findings().stream()
                    .filter(finding -> finding.code().equals("FEC-INTAKE-NOBODY"))
                    .map(finding -> Finding.error(
                            Place.file(String.valueOf(file.getFileName())),
                            "CLI-FEC-NO-STRUCTURE",
                            finding.message().arguments().toArray()))
                    .toList());
        }
        return intake;
    }
}
