package org.subsidia.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cashflow.CashForecast;
import org.subsidia.cashflow.CashForecasts;
import org.subsidia.cashflow.CashLine;
import org.subsidia.cashflow.ForecastOptions;
import org.subsidia.dependence.PortfolioFigures;
import org.subsidia.explain.Amounts;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetSide;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.CostBehaviour;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RegionStay;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.stateaid.AidAwards;
import org.subsidia.stateaid.ClusterAid;
import org.subsidia.stateaid.DeMinimis;
import org.subsidia.territory.Region;

/** From a portfolio to a population. */
final class PortfolioPopulation {
    private static final Set<GrantState> GRANTED =
            EnumSet.of(GrantState.AWARDED, GrantState.UNDER_CONVENTION, GrantState.REPORTED, GrantState.CLOSED);
    private static final Set<BudgetKind> OWN_INCOME = EnumSet.of(
            BudgetKind.SERVICE_TO_PRIVATE, BudgetKind.FEE_PRIVATE, BudgetKind.SPONSORSHIP, BudgetKind.OTHER_PRODUCT);
    /** Without depreciation, which is no cash; travel and what is bought go with activity unless the line says otherwise. */
    private static final Set<BudgetKind> MOVING = EnumSet.of(BudgetKind.EXTERNAL, BudgetKind.TRAVEL_AND_EVENTS);

    private final Portfolio portfolio;
    private final LocalDate day;
    private final List<Finding> findings = new ArrayList<>();

    private final @Nullable Rooms rooms;

    /** What other rooms make of the portfolio, each learned once for all structures. */
    private record Rooms(CashForecasts forecasts, PortfolioFigures figures, AidAwards awards, LawBase laws) {}

    private PortfolioPopulation(Portfolio portfolio, LocalDate day, @Nullable LawBase laws) {
        this.portfolio = portfolio;
        this.day = day;
        this.rooms = laws == null
                ? null
                : new Rooms(
                        CashForecasts.of(portfolio, laws, day),
                        new PortfolioFigures(portfolio, laws, day),
                        AidAwards.of(portfolio),
                        laws);
    }

    static Reading<Population> of(Portfolio portfolio, LocalDate day, @Nullable LawBase laws) {
        PortfolioPopulation maker = new PortfolioPopulation(portfolio, day, laws);
        List<Recipient> recipients =
                portfolio.structures().stream().map(maker::recipient).toList();
        return Reading.of(new Population("", false, recipients), maker.findings);
    }

    private Recipient recipient(Structure structure) {
        Recipient.Builder builder = Recipient.builder(structure.id().value(), structure.name())
                .kind(structure.kind())
                .labels(structure.labels());
        Optional<Region> region = region(structure);
        region.ifPresentOrElse(
                found -> builder.region(found.code(), Fraction.ONE),
                () -> findings.add(Finding.warning(
                        Place.record(structure.id().value()).field("regions"),
                        "XFER-REGION-UNKNOWN",
                        structure.name())));
        add(builder, structure);
        structure
                .cashOn(day)
                .map(CashBalance::amount)
                .filter(amount -> amount.getCurrencyUnit().equals(CurrencyUnit.EUR))
                .ifPresent(builder::openingCash);
        addBudget(builder, structure);
        if (rooms != null) {
            builder.knownCash(known(rooms.forecasts(), structure)).facts(facts(rooms, structure));
        }
        return builder.build();
    }

    private KnownFacts facts(Rooms from, Structure structure) {
        return new KnownFacts(
                from.figures().of(structure, from.figures().currentYear(structure)),
                ClusterAid.history(from.awards(), structure, null),
                ClusterAid.of(from.awards(), structure, from.laws()).on(day).lastYear(),
                DeMinimis.of(from.awards(), structure, from.laws()));
    }

    /** As far ahead as a forecast goes, to the end of a year; none where no balance in euros is known. */
    private @Nullable KnownCash known(CashForecasts from, Structure structure) {
        int months = ForecastOptions.MOST_MONTHS - day.getMonthValue() + 1;
        CashForecast forecast = from.of(
                structure.id(), ForecastOptions.of(day).withMonths(months).withoutApplications());
        Optional<Money> opening = Amounts.of(forecast.opening())
                .filter(amount -> amount.getCurrencyUnit().equals(CurrencyUnit.EUR));
        if (opening.isEmpty()) {
            return null;
        }
        Money balance = opening.get();
        List<KnownCash.Movement> movements = new ArrayList<>();
        for (CashLine line : forecast.lines()) {
            if (line.day().isAfter(day)) {
                movements.add(new KnownCash.Movement(line.day(), level(line), line.money()));
            } else {
                balance = balance.plus(line.money());
            }
        }
        return new KnownCash(day, forecast.axis().last().atEndOfMonth(), balance, movements);
    }

    private @Nullable FunderLevel level(CashLine line) {
        return Optional.ofNullable(line.grant())
                .flatMap(portfolio::grant)
                .map(this::level)
                .filter(level -> level != FunderLevel.PRIVATE)
                .orElse(null);
    }

    /** The region of the seat on the day, under the code that it has since the merger. */
    private Optional<Region> region(Structure structure) {
        return structure
                .regionOn(day)
                .or(() -> structure.regions().stream().map(RegionStay::region).reduce((first, second) -> second))
                .flatMap(Region::find)
                .flatMap(found -> found.successor(day));
    }

    /** The grants of a structure, each year of them with whether it is given once. */
    private void add(Recipient.Builder builder, Structure structure) {
        List<GivenYear> given = new ArrayList<>();
        portfolio.grantsOf(structure.id()).stream()
                .filter(grant -> GRANTED.contains(grant.state()) && grant.form() == AidForm.CASH)
                .filter(grant -> level(grant) != FunderLevel.PRIVATE)
                .forEach(grant -> given.addAll(years(grant)));
        Renewals renewals = Renewals.of(given, day);
        if (renewals.isUnknown()) {
            findings.add(Finding.warning(
                    Place.record(structure.id().value()),
                    "XFER-ONE-OFF-UNKNOWN",
                    structure.name(),
                    String.valueOf(given.get(0).year())));
        }
        for (GivenYear each : given) {
            FunderLevel level = level(each.grant());
            renewals.once(each)
                    .ifPresentOrElse(
                            why -> builder.receivedOnce(new OneOff(
                                    level,
                                    each.year(),
                                    each.amount(),
                                    why,
                                    each.grant().id().value())),
                            () -> builder.received(level, each.year(), each.amount()));
        }
    }

    /** The income of a grant by year, else what was awarded in its year. */
    private List<GivenYear> years(Grant grant) {
        String funder = Optional.ofNullable(whose(grant)).map(FunderId::value).orElse("");
        List<YearLine> income = grant.yearLines().stream()
                .filter(line -> line.kind() == YearLineKind.INCOME)
                .toList();
        if (!income.isEmpty()) {
            return income.stream()
                    .filter(line -> isEuro(grant, line.amount()))
                    .map(line -> new GivenYear(grant, funder, line.year(), line.amount()))
                    .toList();
        }
        Optional<Money> amount = grant.amountOn(AmountStage.AWARDED, day);
        Optional<Integer> year = year(grant);
        if (amount.isEmpty() || year.isEmpty()) {
            findings.add(Finding.warning(
                    Place.record(grant.id().value()),
                    "XFER-GRANT-LEFT",
                    grant.id().value()));
            return List.of();
        }
        return isEuro(grant, amount.get())
                ? List.of(new GivenYear(grant, funder, year.get(), amount.get()))
                : List.of();
    }

    private boolean isEuro(Grant grant, Money amount) {
        boolean euro = amount.getCurrencyUnit().equals(CurrencyUnit.EUR);
        if (!euro) {
            findings.add(Finding.warning(
                    Place.record(grant.id().value()),
                    "XFER-CURRENCY",
                    amount,
                    grant.id().value()));
        }
        return euro;
    }

    private FunderLevel level(Grant grant) {
        return Optional.ofNullable(whose(grant))
                .flatMap(portfolio::funder)
                .map(Funder::level)
                .orElse(FunderLevel.UNKNOWN);
    }

    /** Whose money it is: the Union's remains the Union's where a Region decides about it and pays it. */
    private static @Nullable FunderId whose(Grant grant) {
        FunderId origin = grant.origin();
        FunderId decider = grant.decisionMaker() != null ? grant.decisionMaker() : grant.payer();
        return origin != null ? origin : decider;
    }

    /** The accounting year, else that of the decision, the notification or the convention. */
    private static Optional<Integer> year(Grant grant) {
        return Optional.ofNullable(grant.fiscalYear()).or(() -> Stream.of(
                        Optional.ofNullable(grant.dates().decision()),
                        Optional.ofNullable(grant.dates().notification()),
                        Optional.ofNullable(grant.dates().convention()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(LocalDate::getYear));
    }

    private void addBudget(Recipient.Builder builder, Structure structure) {
        Map<Integer, BudgetBasis> latest = new TreeMap<>();
        List<BudgetLine> lines = portfolio.budgetLines().stream()
                .filter(line -> line.structure().equals(structure.id()) && line.basis() != BudgetBasis.CASH)
                .toList();
        lines.forEach(line -> latest.merge(line.year(), line.basis(), (a, b) -> a.compareTo(b) >= 0 ? a : b));
        for (BudgetLine line : lines) {
            if (line.basis() == latest.get(line.year())
                    && line.amount().getCurrencyUnit().equals(CurrencyUnit.EUR)) {
                add(builder, line);
            }
        }
        if (lines.isEmpty()) {
            findings.add(
                    Finding.warning(Place.record(structure.id().value()), "XFER-BUDGET-UNKNOWN", structure.name()));
        }
    }

    private static void add(Recipient.Builder builder, BudgetLine line) {
        if (OWN_INCOME.contains(line.kind())) {
            builder.privateIncome(line.year(), line.amount());
        } else if (line.kind().side() == BudgetSide.COST && line.kind() != BudgetKind.DEPRECIATION) {
            boolean moves = line.behaviour() == null
                    ? MOVING.contains(line.kind())
                    : line.behaviour() == CostBehaviour.VARIABLE;
            if (moves) {
                builder.variableCost(line.year(), line.amount());
            } else {
                builder.fixedCost(line.year(), line.amount());
            }
        }
    }
}
