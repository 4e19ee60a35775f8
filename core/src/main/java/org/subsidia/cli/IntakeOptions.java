package org.subsidia.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.subsidia.cli.PortfolioFile.Change;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.exchange.Intake;
import org.subsidia.io.exchange.MatchDecision;
import org.subsidia.io.exchange.MatchOptions;
import org.subsidia.io.exchange.Taken;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.report.IntakeReport;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the imports of exchange formats have in common: a file, a portfolio, how structures are matched. */
final class IntakeOptions {
    @Parameters(paramLabel = "FILE", descriptionKey = "intakeFile")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(names = "--into", paramLabel = "PORTFOLIO", required = true, descriptionKey = "into")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace into;

    @Option(names = "--matches", paramLabel = "FILE", descriptionKey = "intakeMatches")
    private @Nullable Path matches;

    @Option(names = "--accept-from", paramLabel = "SCORE", descriptionKey = "intakeAcceptFrom")
    private int acceptFrom = MatchOptions.SAME_NAME;

    @Option(names = "--all", descriptionKey = "intakeAll")
    private boolean all;

    @Option(names = "--dry-run", descriptionKey = "dryRun")
    private boolean dryRun;

    @Mixin
    private final ReportOutput output = new ReportOutput();

    @Mixin
    private final AtOption at = new AtOption();

    AtOption at() {
        return at;
    }

    Path file() {
        return file;
    }

    /** Runs an import, writes what came of it, and gives the exit code. */
    int run(Console console, BiFunction<Portfolio, MatchOptions, Reading<Intake>> prepare) {
        if (!MatchOptions.isScore(acceptFrom)) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-SCORE", acceptFrom)));
        }
        String name = String.valueOf(file.getFileName());
        Intake intake = dryRun
                ? PortfolioFile.tried(console, into, portfolio -> change(prepare, portfolio))
                : PortfolioFile.changed(console, into, name, portfolio -> change(prepare, portfolio));
        output.write(console, IntakeReport.of(intake, name, at.day(), !output.isForReading()));
        return intake.count(Taken.Kind.REFUSED) > 0 ? ExitCode.DATA_ERRORS : ExitCode.DONE;
    }

    private Change<Intake> change(BiFunction<Portfolio, MatchOptions, Reading<Intake>> prepare, Portfolio portfolio) {
        Path decided = matches;
        List<MatchDecision> decisions = decided == null ? List.of() : use(MatchDecision.read(decided, portfolio));
        Intake intake = use(prepare.apply(portfolio, new MatchOptions(decisions, acceptFrom, all)));
        return new Change<>(intake.edit(), intake);
    }

    private static <T> T use(Reading<T> reading) {
        return reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
    }
}
