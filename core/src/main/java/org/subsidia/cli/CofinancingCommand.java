package org.subsidia.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cofinancing.Clawback;
import org.subsidia.cofinancing.Cofinancing;
import org.subsidia.cofinancing.CostTrial;
import org.subsidia.cofinancing.EuProgrammes;
import org.subsidia.cofinancing.InterimClaim;
import org.subsidia.cofinancing.Ruling;
import org.subsidia.cofinancing.SimplifiedCosts;
import org.subsidia.cofinancing.Site;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.money.AmountReader;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.report.CofinancingReport;
import org.subsidia.territory.EuPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia cofinancing P}: financing plans, highest rates of the Union, simplified cost options. */
@Command(name = "cofinancing")
final class CofinancingCommand implements Runnable {
    private static final int MOST_HOURS = 100_000;

    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private PortfolioPlace file;

    @Option(names = "--structure", paramLabel = "ID", descriptionKey = "cofinancingStructure")
    private @Nullable String structure;

    @Option(names = "--grant", paramLabel = "ID", descriptionKey = "cofinancingGrant")
    private @Nullable String grant;

    @Option(names = "--location", paramLabel = "CODE", descriptionKey = "cofinancingLocation")
    private @Nullable String location;

    @Option(names = "--direct-staff", paramLabel = "AMOUNT", descriptionKey = "cofinancingStaff")
    private @Nullable String staff;

    @Option(names = "--other-direct", paramLabel = "AMOUNT", descriptionKey = "cofinancingOther")
    private @Nullable String other;

    @Option(names = "--yearly-cost", paramLabel = "AMOUNT", descriptionKey = "cofinancingYearly")
    private @Nullable String yearly;

    @Option(names = "--hours", paramLabel = "N", descriptionKey = "cofinancingHours")
    private @Nullable BigDecimal hours;

    @Option(names = "--working-time", paramLabel = "SHARE", descriptionKey = "cofinancingWorkingTime")
    private @Nullable String workingTime;

    @Option(names = "--spending", paramLabel = "AMOUNT", descriptionKey = "cofinancingSpending")
    private @Nullable String spending;

    @Option(names = "--breach", paramLabel = "DATE", descriptionKey = "cofinancingBreach")
    private @Nullable LocalDate breach;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    CofinancingCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        Law law = LawBase.standard().at(at.day());
        String place = location;
        Site site = place == null ? null : use(Site.read(place));
        Portfolio portfolio = PortfolioFile.open(console, file);
        List<Grant> grants = grants(portfolio);
        CostTrial trial = trial(grants, portfolio, law);
        Cofinancing all = Cofinancing.of(portfolio, grants, site, law);
        InterimClaim interim = interim(grants, portfolio, law);
        output.write(console, CofinancingReport.of(all, trial, interim, clawback(grants, portfolio, law), file.name()));
    }

    private @Nullable InterimClaim interim(List<Grant> grants, Portfolio portfolio, Law law) {
        String shown = spending;
        if (shown == null) {
            return null;
        } else if (grant == null) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-SPENDING-GRANT", "--spending")));
        }
        return InterimClaim.of(grants.get(0), amount(shown), portfolio, law, console.locale());
    }

    private @Nullable Explanation clawback(List<Grant> grants, Portfolio portfolio, Law law) {
        LocalDate day = breach;
        if (day == null) {
            return null;
        } else if (grant == null) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-SPENDING-GRANT", "--breach")));
        }
        return Clawback.of(grants.get(0), portfolio, day, law);
    }

    private List<Grant> grants(Portfolio portfolio) {
        String one = grant;
        StructureId of = RecordChoice.structure(structure, portfolio);
        List<Grant> all = of == null ? portfolio.grants() : portfolio.grantsOf(of);
        return one == null ? all : List.of(RecordChoice.grant(one, portfolio));
    }

    private @Nullable CostTrial trial(List<Grant> grants, Portfolio portfolio, Law law) {
        EuPeriod period = grants.stream()
                .flatMap(one -> EuProgrammes.period(one, portfolio).stream())
                .findFirst()
                .or(() -> EuPeriod.containing(law.date()))
                .orElse(EuPeriod.P2021_2027);
        SimplifiedCosts costs = SimplifiedCosts.of(period, law);
        List<Ruling> rulings = new ArrayList<>();
        Optional<Explanation> worked = worked(costs, rulings);
        if (staff == null && other == null && worked.isEmpty()) {
            return null;
        }
        if (other == null || (staff == null && worked.isEmpty())) {
            String missing = other == null ? "--other-direct" : "--direct-staff";
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-COSTS-HALF", missing)));
        }
        Money people = worked.flatMap(Amounts::of).orElseGet(() -> amount(String.valueOf(staff)));
        List<SimplifiedCosts.Trial> trials = costs.trials(people, amount(other));
        rulings.add(costs.compulsory(trials.get(0).eligible(), null, Set.of()));
        return new CostTrial(trials, rulings, worked);
    }

    private Optional<Explanation> worked(SimplifiedCosts costs, List<Ruling> rulings) {
        String cost = yearly;
        BigDecimal number = hours;
        if (cost == null || number == null) {
            return Optional.empty();
        }
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(MOST_HOURS)) > 0) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-BAD-AMOUNT", number.toPlainString())));
        }
        Fraction time = workingTime == null ? Fraction.ONE : share(workingTime);
        rulings.add(costs.hoursWithinRate(number, time));
        return Optional.of(costs.staff(costs.hourlyRate(amount(cost), time), number));
    }

    private static Money amount(String text) {
        return AmountReader.read(text)
                .value()
                .filter(money -> !money.isNegative())
                .orElseThrow(() -> new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-BAD-AMOUNT", text))));
    }

    private static Fraction share(String text) {
        try {
            Fraction share = Fraction.parse(text);
            if (share.isShare() && share.signum() > 0) {
                return share;
            }
        } catch (IllegalArgumentException e) {
            // refused below, with a sentence
        }
        throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-BAD-SHARE", text)));
    }

    private static <T> T use(Reading<T> reading) {
        return reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
    }
}
