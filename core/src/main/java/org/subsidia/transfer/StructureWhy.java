package org.subsidia.transfer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.FunderLevel;

/**
 * Where the figures of one structure come from: back to the amounts of the line, to what was last known, to its cash.
 *
 * <pre>{@code
 * new StructureWhy(simulation, "pole").gap(2026).check();
 * }</pre>
 */
public final class StructureWhy {
    private final Simulation simulation;
    private final Recipient recipient;
    private final String id;
    private final int p;

    /**
     * The origins of a structure's figures.
     *
     * @param simulation the run
     * @param id the structure
     */
    public StructureWhy(Simulation simulation, String id) {
        this.simulation = simulation;
        this.id = id;
        this.p = simulation.index(id);
        this.recipient = simulation.frame().recipients.get(p);
    }

    /**
     * What a level pays it in a year.
     *
     * @param level the level
     * @param year a year of the results
     * @param withMeasures false: if nothing were decided
     * @return the amount, back to those of the line
     */
    public Explanation level(FunderLevel level, int year, boolean withMeasures) {
        Explainer explainer = new Explainer(simulation, p, year);
        return Amounts.same(
                Message.of(
                        withMeasures ? "XFER-LEVEL-AFTER" : "XFER-LEVEL-BEFORE", level.label(), String.valueOf(year)),
                withMeasures ? explainer.level(level) : explainer.levelBefore(level));
    }

    /**
     * What changes in what a level pays it.
     *
     * @param level the level
     * @param year a year of the results
     * @return what there is with the measures less what there would be without
     */
    public Explanation gap(FunderLevel level, int year) {
        return Amounts.difference(
                Message.of("XFER-LEVEL-GAP", level.label(), String.valueOf(year)),
                level(level, year, true),
                level(level, year, false));
    }

    /**
     * That change as a share.
     *
     * @param level the level
     * @param year a year of the results
     * @return of what there would be; unknown where that is nothing
     */
    public Explanation gapShare(FunderLevel level, int year) {
        return Leaves.share(
                Message.of("XFER-LEVEL-SHARE", level.label(), String.valueOf(year)),
                gap(level, year),
                level(level, year, false));
    }

    /**
     * Its public money of a year.
     *
     * @param year a year of the results
     * @param withMeasures false: if nothing were decided
     * @return the sum over the levels
     */
    public Explanation publicMoney(int year, boolean withMeasures) {
        Explainer explainer = new Explainer(simulation, p, year);
        return withMeasures ? explainer.explanation() : explainer.before();
    }

    /**
     * What changes in its public money of a year.
     *
     * @param year a year of the results
     * @return what there is with the measures less what there would be without
     */
    public Explanation gap(int year) {
        return Amounts.difference(
                Message.of("XFER-GAP-OF", recipient.name(), String.valueOf(year)),
                publicMoney(year, true),
                publicMoney(year, false));
    }

    /**
     * That change as a share.
     *
     * @param year a year of the results
     * @return of what there would be; unknown where that is nothing
     */
    public Explanation gapShare(int year) {
        return Leaves.share(
                Message.of("XFER-GAP-SHARE-OF", recipient.name(), String.valueOf(year)),
                gap(year),
                publicMoney(year, false));
    }

    /** {@return what changes over all years since the transfer, year by year} */
    public Explanation cumulated() {
        Scenario scenario = simulation.scenario();
        List<Explanation> years = new ArrayList<>();
        for (int year = Math.max(scenario.first(), scenario.transfer()); year <= scenario.last(); year++) {
            years.add(gap(year));
        }
        return Amounts.sum(
                Message.of(
                        "XFER-CUMULATED-OF",
                        recipient.name(),
                        String.valueOf(scenario.transfer()),
                        String.valueOf(scenario.last())),
                CurrencyUnit.EUR,
                years);
    }

    /** {@return its place among the structures, the greatest loss first, and those beside it} */
    public Explanation rank() {
        List<StructureResult> all = simulation.structures();
        int at = all.stream().map(each -> each.recipient().id()).toList().indexOf(id);
        List<Explanation> parts = new ArrayList<>();
        for (int i = Math.max(0, at - 1); i <= Math.min(all.size() - 1, at + 1); i++) {
            StructureResult each = all.get(i);
            parts.add(Amounts.given(
                            Message.of(
                                    "XFER-RANKED", each.rank(), each.recipient().name()),
                            each.gap())
                    .withRecords(List.of(each.recipient().id())));
        }
        return Explanation.of(
                Message.of(
                        "XFER-RANK-OF",
                        recipient.name(),
                        String.valueOf(simulation.scenario().last())),
                new Value.Quantity(BigDecimal.valueOf(all.get(at).rank()), Message.of("XFER-UNIT-RANK", all.size())),
                Step.CHOICE,
                parts);
    }

    /**
     * How many whole months its cash lasts from the day from which it is judged.
     *
     * @param withMeasures false: if nothing were decided
     * @return the months, the days between which they lie and the cash at the end of the last one; empty where the cash is not
     *     gone within the horizon; unknown where the cash is not known
     */
    public Optional<Explanation> runway(boolean withMeasures) {
        Message label = Message.of(withMeasures ? "XFER-RUNWAY-OF" : "XFER-RUNWAY-BEFORE-OF", recipient.name());
        Budget budget = budget(withMeasures);
        if (budget.balance().length == 0) {
            return Optional.of(Amounts.unknown(label, missing(budget)));
        }
        return budget.runway()
                .map(months -> Explanation.of(
                        label,
                        new Value.Quantity(BigDecimal.valueOf(months), Message.of("XFER-UNIT-MONTHS")),
                        Step.CHOICE,
                        gone(budget, withMeasures)));
    }

    /** {@return the day on which its cash is gone, and the cash at the end of that month; empty where no day is} */
    public Optional<Explanation> cashGone() {
        Budget budget = budget(true);
        LocalDate gone = budget.cash().gone();
        return gone == null
                ? Optional.empty()
                : Optional.of(Explanation.of(
                        Message.of("XFER-GONE-OF", recipient.name()),
                        new Value.Day(gone),
                        Step.CHOICE,
                        gone(budget, true)));
    }

    private List<Explanation> gone(Budget budget, boolean withMeasures) {
        LocalDate gone = budget.cash().gone();
        List<Explanation> parts = new ArrayList<>();
        parts.add(Explanation.leaf(
                Message.of("XFER-JUDGED-FROM"), new Value.Day(budget.cash().start())));
        if (gone != null) {
            parts.add(Explanation.leaf(Message.of("XFER-GONE"), new Value.Day(gone)));
            parts.add(cash(YearMonth.from(gone), withMeasures));
        }
        return parts;
    }

    /**
     * Its cash at the end of a month.
     *
     * @param month one of those of {@link Simulation#cash}
     * @param withMeasures false: if nothing were decided
     * @return the balance, back to that of the beginning
     */
    public Explanation cash(YearMonth month, boolean withMeasures) {
        return Amounts.same(
                Message.of(
                        withMeasures ? "XFER-CASH-AT" : "XFER-CASH-BEFORE-AT", recipient.name(), month.atEndOfMonth()),
                simulation.explainCash(id, month, withMeasures));
    }

    /**
     * What changes in its cash at the end of a month.
     *
     * @param month one of those of {@link Simulation#cash}
     * @return what there is with the measures less what there would be without
     */
    public Explanation cashGap(YearMonth month) {
        return Amounts.difference(
                Message.of("XFER-CASH-GAP-AT", recipient.name(), month.atEndOfMonth()),
                cash(month, true),
                cash(month, false));
    }

    private Budget budget(boolean withMeasures) {
        return withMeasures ? simulation.budgetAfter(p) : simulation.budgetBefore(p);
    }

    private Message missing(Budget budget) {
        Message missing = budget.missing();
        return missing == null ? Message.of("XFER-NO-CASH", recipient.name()) : missing;
    }
}
