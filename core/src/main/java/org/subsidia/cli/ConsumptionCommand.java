package org.subsidia.cli;

import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.accounts.FunderDebt;
import org.subsidia.consumption.BudgetConsumption;
import org.subsidia.consumption.Consumption;
import org.subsidia.consumption.GrantConsumption;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.report.ConsumptionReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia consumption P}: budget against actual, and what will be lost if nothing changes. */
@Command(name = "consumption")
final class ConsumptionCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Option(names = "--structure", paramLabel = "ID", descriptionKey = "consumptionStructure")
    private @Nullable String structure;

    @Option(names = "--grant", paramLabel = "ID", descriptionKey = "consumptionGrant")
    private @Nullable String grant;

    @Option(names = "--year", paramLabel = "YEAR", descriptionKey = "consumptionYear")
    private @Nullable Year year;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    ConsumptionCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Portfolio portfolio = PortfolioFile.open(console, file);
        StructureId only = RecordChoice.structure(structure, portfolio);
        Consumption consumption = Consumption.of(portfolio, LawBase.standard(), at.day());
        int shown = year == null ? at.day().getYear() : year.getValue();
        String id = grant;
        String subject = file.name();
        List<GrantConsumption> grants;
        if (id != null) {
            Grant one = RecordChoice.grant(id, portfolio);
            grants = List.of(consumption.of(one));
            subject = one.purpose().isBlank() ? id : one.purpose();
        } else {
            grants = portfolio.structures().stream()
                    .map(Structure::id)
                    .filter(each -> only == null || each.equals(only))
                    .flatMap(each -> consumption.open(each).stream())
                    .toList();
        }
        List<BudgetConsumption> budget = only == null ? List.of() : consumption.budget(only, shown);
        if (only != null && id == null) {
            subject = portfolio.structure(only).map(Structure::name).orElse(only.value());
        }
        Optional<List<FunderDebt>> debts = Optional.ofNullable(only)
                .flatMap(portfolio::structure)
                .map(one -> FunderDebt.of(portfolio, one, shown, IncomeSplit.PERIODS, LawBase.standard()));
        output.write(
                console,
                ConsumptionReport.of(
                        new ConsumptionReport.Shown(grants, budget, debts, shown), portfolio, subject, at.day()));
    }
}
