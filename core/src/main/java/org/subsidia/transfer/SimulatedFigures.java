package org.subsidia.transfer;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.dependence.FigureBasis;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.dependence.OperatingItem;
import org.subsidia.dependence.Party;
import org.subsidia.dependence.PublicAmount;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.FunderLevel;

/**
 * The figures of a simulated year, from which the room of dependence makes its ratios. All public money counts as subsidies. From
 * a portfolio they start from its own figures, and own income and costs change by what the scenario changes; from a population,
 * own income is private and counts as services, and all costs and all public money count for State aid. A simulated year is an
 * estimate, as the budget at the start of a year is.
 */
final class SimulatedFigures {
    private final Simulation simulation;
    private final int p;
    private final int year;
    private final boolean with;
    private final Recipient recipient;
    private final Budget budget;
    private final @Nullable KnownFacts facts;

    private SimulatedFigures(Simulation simulation, int p, int year, boolean with) {
        this.simulation = simulation;
        this.p = p;
        this.year = year;
        this.with = with;
        this.recipient = simulation.frame().recipients.get(p);
        this.budget = with ? simulation.budgetAfter(p) : simulation.budgetBefore(p);
        this.facts = recipient.facts();
    }

    static OperatingFigures of(Simulation simulation, int p, int year, boolean with) {
        return new SimulatedFigures(simulation, p, year, with).figures(null);
    }

    /** The same with the public money of one level taken from the other side; see {@link RatioChange}. */
    static OperatingFigures of(
            Simulation simulation, int p, int year, boolean with, Map<FunderLevel, Long> publicMoney) {
        return new SimulatedFigures(simulation, p, year, with).figures(publicMoney);
    }

    private OperatingFigures figures(@Nullable Map<FunderLevel, Long> given) {
        OperatingFigures.Builder builder = OperatingFigures.builder(recipient.name(), year, FigureBasis.BUDGET);
        if (facts != null) {
            builder.structure(facts.figures().structure());
            facts.figures().items().forEach(builder::item);
        }
        Map<FunderLevel, Long> publicMoney = given == null ? publicMoney(simulation, p, year, with) : given;
        List<Explanation> parts = new ArrayList<>();
        publicMoney.forEach((level, cents) -> {
            Money amount = Cents.money(cents);
            Party party = new Party(level.name(), level.label().in(Locale.FRENCH), level);
            parts.add(Amounts.given(level.label(), amount).withRecords(List.of(recipient.id())));
            builder.publicAmount(new PublicAmount(
                    OperatingItem.SUBSIDIES, level.label(), amount, party, party, party, List.of(recipient.id())));
        });
        Explanation all = Amounts.sum(
                Message.of("XFER-PUBLIC-OF", recipient.name(), String.valueOf(year)), CurrencyUnit.EUR, parts);
        builder.item(OperatingItem.SUBSIDIES, all);
        builder.item(OperatingItem.CONCOURS_PUBLICS, zero("XFER-FIGURE-WITHIN"));
        long sum = publicMoney.values().stream().reduce(0L, Math::addExact);
        if (facts == null) {
            ownMoney(builder, all);
        } else {
            changed(builder, facts.figures(), sum);
        }
        treasury()
                .ifPresentOrElse(
                        amount -> builder.item(OperatingItem.TREASURY, amount),
                        () -> builder.unknown(OperatingItem.TREASURY, Message.of("XFER-NO-CASH", recipient.name())));
        return builder.build();
    }

    /** By level what a structure receives in a year, or would. */
    static Map<FunderLevel, Long> publicMoney(Simulation simulation, int p, int year, boolean with) {
        YearResult result = simulation.result(year);
        Map<FunderLevel, Long> amounts = new java.util.TreeMap<>();
        (with ? result.after() : result.before()).forEach((level, cents) -> amounts.put(level, cents[p]));
        return amounts;
    }

    private void ownMoney(OperatingFigures.Builder builder, Explanation publicMoney) {
        for (OperatingItem item : OperatingItem.PRODUCTS) {
            if (item != OperatingItem.SUBSIDIES && item != OperatingItem.CONCOURS_PUBLICS) {
                builder.item(item, zero("XFER-FIGURE-AS-SERVICES"));
            }
        }
        builder.item(OperatingItem.PUBLIC_AID, Amounts.same(OperatingItem.PUBLIC_AID.label(), publicMoney));
        Message missing = budget.missing();
        if (missing != null) {
            for (OperatingItem item : List.of(
                    OperatingItem.SERVICES_TO_PRIVATE,
                    OperatingItem.FIXED_COSTS,
                    OperatingItem.TOTAL_COSTS,
                    OperatingItem.ELIGIBLE_COSTS)) {
                builder.unknown(item, missing);
            }
            return;
        }
        int y = year - simulation.scenario().first();
        builder.item(OperatingItem.SERVICES_TO_PRIVATE, given("XFER-FIGURE-OWN", budget.income()[y]));
        builder.item(OperatingItem.FIXED_COSTS, given("XFER-FIGURE-FIXED", budget.fixed()[y]));
        builder.item(OperatingItem.TOTAL_COSTS, given("XFER-CASH-COSTS", budget.costs()[y]));
        builder.item(OperatingItem.ELIGIBLE_COSTS, given("XFER-FIGURE-ALL-COSTS", budget.costs()[y]));
    }

    /** The portfolio's figures and what the scenario changes of them. */
    private void changed(OperatingFigures.Builder builder, OperatingFigures base, long publicMoney) {
        long was = 0;
        for (FunderLevel level : simulation.levels()) {
            was = Math.addExact(was, simulation.frame().ground.before(p, level, base.year()));
        }
        change(builder, base, OperatingItem.PUBLIC_AID, publicMoney - was);
        Message missing = budget.missing();
        if (missing != null) {
            return;
        }
        int y = year - simulation.scenario().first();
        long income = lastKnown(recipient.privateIncome(), base.year());
        long fixed = lastKnown(recipient.fixedCosts(), base.year());
        long costs = fixed + lastKnown(recipient.variableCosts(), base.year());
        change(builder, base, OperatingItem.SERVICES_TO_PRIVATE, budget.income()[y] - income);
        change(builder, base, OperatingItem.FIXED_COSTS, budget.fixed()[y] - fixed);
        change(builder, base, OperatingItem.TOTAL_COSTS, budget.costs()[y] - costs);
        change(builder, base, OperatingItem.ELIGIBLE_COSTS, budget.costs()[y] - costs);
        for (OperatingItem item : List.of(OperatingItem.PUBLIC_RECEIPTS, OperatingItem.ALL_RECEIPTS)) {
            builder.unknown(item, Message.of("XFER-NO-RECEIPTS", String.valueOf(year)));
        }
    }

    private static void change(
            OperatingFigures.Builder builder, OperatingFigures base, OperatingItem item, long cents) {
        if (cents != 0) {
            builder.item(
                    item,
                    Amounts.sum(
                            item.label(),
                            CurrencyUnit.EUR,
                            List.of(base.item(item), given("XFER-FIGURE-CHANGE", cents))));
        }
    }

    private static long lastKnown(YearlyAmounts amounts, int year) {
        return amounts.lastKnown(year).map(Cents::of).orElse(0L);
    }

    private Optional<Money> treasury() {
        CashPath cash = budget.cash();
        long month = YearMonth.from(cash.start()).until(YearMonth.of(year, Budget.MONTHS), ChronoUnit.MONTHS);
        return month < 0 || month >= cash.balance().length
                ? Optional.empty()
                : Optional.of(Cents.money(cash.balance()[(int) month]));
    }

    private static Explanation zero(String code) {
        return given(code, 0);
    }

    private static Explanation given(String code, long cents) {
        return Amounts.given(Message.of(code), Cents.money(cents));
    }
}
