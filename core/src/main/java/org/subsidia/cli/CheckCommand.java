package org.subsidia.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.subsidia.check.Checked;
import org.subsidia.check.GuardContext;
import org.subsidia.check.Guards;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Severity;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.report.CheckReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code subsidia check P}: what the guards find in a portfolio; {@code subsidia check scdl FILE} checks a file instead. */
@Command(
        name = "check",
        subcommands = {CheckScdlCommand.class},
        synopsisSubcommandLabel = "[KIND]")
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything else runs
    private CommandSpec spec;

    @Parameters(paramLabel = "PORTFOLIO", arity = "0..1", descriptionKey = "portfolio")
    private @Nullable PortfolioPlace file;

    @Option(names = "--structure", paramLabel = "ID", descriptionKey = "checkStructure")
    private @Nullable String structure;

    @Option(names = "--severity", paramLabel = "info|warning|error", descriptionKey = "severity")
    private Severity severity = Severity.INFO;

    @Option(names = "--fec", paramLabel = "FILE", descriptionKey = "checkFec")
    private List<Path> fec = new ArrayList<>();

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        PortfolioPlace portfolioFile = file;
        if (portfolioFile == null) {
            throw new ParameterException(
                    spec.commandLine(), spec.root().resourceBundle().getString("noPortfolio"));
        }
        Portfolio portfolio = PortfolioFile.open(console, portfolioFile);
        List<Checked> found =
                Guards.withServices(CheckCommand.class.getClassLoader()).check(context(portfolio)).stream()
                        .filter(checked -> checked.severity().compareTo(severity) >= 0)
                        .toList();
        output.write(console, CheckReport.of(found, portfolioFile.name(), at.day()));
        boolean errors = found.stream().anyMatch(checked -> checked.severity() == Severity.ERROR);
        return errors ? ExitCode.DATA_ERRORS : ExitCode.DONE;
    }

    private GuardContext context(Portfolio portfolio) {
        LawBase laws = LawBase.standard();
        GuardContext whole =
                GuardContext.of(portfolio, laws, at.day()).with(FecEvidence.of(fec, portfolio, laws, at.day()));
        String one = structure;
        if (one == null) {
            return whole;
        }
        Structure found = portfolio.structures().stream()
                .filter(each -> one.equals(each.id().value()) || one.equals(each.siren()) || one.equals(each.siret()))
                .findFirst()
                .orElseThrow(() -> new UnusableInput(
                        List.of(Finding.error(Place.NOWHERE, "CLI-NO-STRUCTURE", one, names(portfolio)))));
        return whole.only(found.id());
    }

    private static String names(Portfolio portfolio) {
        return portfolio.structures().stream()
                .limit(20)
                .map(each -> each.id() + " (" + each.name() + ')')
                .collect(Collectors.joining(", "));
    }
}
