package org.subsidia.transfer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.subsidia.dependence.Ratio;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.FunderLevel;

/**
 * Where the sums and counts of a run come from: structure by structure.
 *
 * <pre>{@code
 * new RunWhy(simulation).gap(2026).check();
 * }</pre>
 */
public final class RunWhy {
    private final Simulation simulation;

    /**
     * The origins of a run’s figures.
     *
     * @param simulation the run
     */
    public RunWhy(Simulation simulation) {
        this.simulation = simulation;
    }

    /**
     * The public money of a level in a year, all structures together.
     *
     * @param level the level
     * @param year a year of the results
     * @param withMeasures false: if nothing were decided
     * @return the sum over the structures
     */
    public Explanation level(FunderLevel level, int year, boolean withMeasures) {
        YearResult result = simulation.result(year);
        Map<FunderLevel, long[]> amounts = withMeasures ? result.after() : result.before();
        List<Explanation> parts = new ArrayList<>();
        List<Recipient> recipients = simulation.population().recipients();
        long[] column = amounts.getOrDefault(level, new long[recipients.size()]);
        for (int p = 0; p < column.length; p++) {
            if (column[p] != 0) {
                parts.add(Leaves.of(recipients.get(p), column[p]));
            }
        }
        return sum(withMeasures ? "XFER-LEVEL-AFTER" : "XFER-LEVEL-BEFORE", level.label(), year, parts);
    }

    /**
     * What changes in the public money of a level, as a share.
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
     * What changes in the public money of a level in a year.
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
     * The public money of a year.
     *
     * @param year a year of the results
     * @param withMeasures false: if nothing were decided
     * @return the sum over the levels, and in each over the structures
     */
    public Explanation total(int year, boolean withMeasures) {
        return Amounts.sum(
                Message.of(withMeasures ? "XFER-TOTAL-AFTER" : "XFER-TOTAL-BEFORE", String.valueOf(year)),
                CurrencyUnit.EUR,
                simulation.levels().stream()
                        .map(level -> level(level, year, withMeasures))
                        .filter(part -> !part.children().isEmpty())
                        .toList());
    }

    /** {@return what changes in the public money of the last year, structure by structure} */
    public Explanation gap() {
        return Amounts.sum(
                Message.of("XFER-TOTAL-GAP", String.valueOf(last())), CurrencyUnit.EUR, changed(each -> !each.gap()
                        .isZero()));
    }

    /** {@return that change as a share of what there would be; unknown where that is nothing} */
    public Explanation gapShare() {
        return Leaves.share(Message.of("XFER-TOTAL-SHARE", String.valueOf(last())), gap(), total(last(), false));
    }

    /** {@return what changes in the public money of all years since the transfer, structure by structure} */
    public Explanation cumulated() {
        return Amounts.sum(
                Message.of(
                        "XFER-CUMULATED", String.valueOf(simulation.scenario().transfer()), String.valueOf(last())),
                CurrencyUnit.EUR,
                simulation.structures().stream()
                        .filter(each -> !each.cumulated().isZero())
                        .map(each -> Leaves.of(each.recipient(), each.cumulated()))
                        .toList());
    }

    /** {@return the cash at the end of the last year of the structures whose cash is known, structure by structure} */
    public Explanation cash() {
        List<Explanation> parts = new ArrayList<>();
        List<Recipient> recipients = simulation.population().recipients();
        for (int p = 0; p < recipients.size(); p++) {
            long[] balance = simulation.budgetAfter(p).balance();
            if (balance.length > 0) {
                parts.add(Leaves.of(recipients.get(p), balance[balance.length - 1]));
            }
        }
        return Amounts.sum(Message.of("XFER-CASH-ALL", String.valueOf(last())), CurrencyUnit.EUR, parts);
    }

    /**
     * What passes to all Regions in a year.
     *
     * @param year a year of the results
     * @return the sum over the Regions, each back to the base of the compensation; nothing before the transfer
     */
    public Explanation transferred(int year) {
        return new FlowWhy(simulation, year).transferred();
    }

    /**
     * Money that goes from one place to another.
     *
     * @param flow one of the run
     * @return the Regions, measures or structures that make it up
     */
    public Explanation flow(Flow flow) {
        return new FlowWhy(simulation, flow.year()).of(flow);
    }

    /**
     * The gap of the last year below which so many hundredths of the structures lie.
     *
     * @param hundredths 0 to 100
     * @return the structure at that rank, and those beside it
     */
    public Explanation quantileGap(int hundredths) {
        return new SpreadWhy(simulation).gap(hundredths);
    }

    /**
     * Which structure stands for so many hundredths of them.
     *
     * @param hundredths 0 to 100
     * @return its rank
     */
    public Explanation quantile(int hundredths) {
        return new SpreadWhy(simulation).quantile(hundredths);
    }

    /**
     * The index of Gini of the public money of the last year.
     *
     * @param withMeasures false: if nothing were decided
     * @return how it comes about, structure by structure; unknown where there is no public money
     */
    public Explanation gini(boolean withMeasures) {
        return new SpreadWhy(simulation).gini(withMeasures);
    }

    /** {@return the structures that receive less in the last year} */
    public Explanation losers() {
        return count("XFER-LOSERS", changed(each -> each.gap().isNegative()));
    }

    /** {@return the structures that receive more in the last year} */
    public Explanation winners() {
        return count("XFER-WINNERS", changed(each -> each.gap().isPositive()));
    }

    /** {@return the structures whose cash is gone before the months of the scenario are over} */
    public Explanation shortOfCash() {
        int months = simulation.scenario().runway();
        return count(
                "XFER-SHORT",
                simulation.structures().stream()
                        .flatMap(each -> each.runway().filter(left -> left < months).stream()
                                .map(left -> Explanation.leaf(
                                        Leaves.name(each.recipient()),
                                        new Value.Quantity(BigDecimal.valueOf(left), Message.of("XFER-UNIT-MONTHS")))))
                        .toList());
    }

    /** {@return the structures whose cash is known, and from what} */
    public Explanation known() {
        return count(
                "XFER-KNOWN",
                simulation.structures().stream()
                        .filter(each -> each.cashMissing().isEmpty())
                        .map(each -> Explanation.leaf(
                                Leaves.name(each.recipient()),
                                new Value.Statement(each.cashBasis().label())))
                        .toList());
    }

    /**
     * A ratio of dependence of a structure in the last year.
     *
     * @param id the structure
     * @param ratio its name; one that is no single ratio, such as R8, has none
     * @param withMeasures false: if nothing were decided
     * @return how it comes about; with the measures from the ratio before
     */
    public Optional<Explanation> ratio(String id, String ratio, boolean withMeasures) {
        return Stream.of(Ratio.values())
                .filter(each -> each.name().equals(ratio))
                .findFirst()
                .map(each -> simulation.ratio(id, each, last()))
                .map(change ->
                        withMeasures ? change.explanation() : change.before().explanation());
    }

    private List<Explanation> changed(Predicate<StructureResult> which) {
        return simulation.structures().stream()
                .filter(which)
                .map(each -> Leaves.of(each.recipient(), each.gap()))
                .toList();
    }

    private Explanation count(String code, List<Explanation> which) {
        return Explanation.of(
                Message.of(code, String.valueOf(last())),
                new Value.Quantity(BigDecimal.valueOf(which.size()), Message.of("XFER-UNIT-STRUCTURES")),
                Step.CHOICE,
                which);
    }

    private static Explanation sum(String code, Message level, int year, List<Explanation> parts) {
        return Amounts.sum(Message.of(code, level, String.valueOf(year)), CurrencyUnit.EUR, parts);
    }

    private int last() {
        return simulation.scenario().last();
    }
}
