package org.subsidia.transfer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
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
    private static final int PLACES = 8;

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
                parts.add(of(recipients.get(p), Cents.money(column[p])));
            }
        }
        return sum(withMeasures ? "XFER-LEVEL-AFTER" : "XFER-LEVEL-BEFORE", level.label(), year, parts);
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
        Message label = Message.of("XFER-TOTAL-SHARE", String.valueOf(last()));
        Explanation before = total(last(), false);
        Money whole = Amounts.of(before).orElseThrow();
        if (whole.isZero()) {
            return Explanation.of(
                    label, new Value.Unknown(Message.of("XFER-NOTHING-BEFORE")), Step.CHOICE, List.of(before));
        }
        Explanation gap = gap();
        BigDecimal share =
                Amounts.of(gap).orElseThrow().getAmount().divide(whole.getAmount(), PLACES, RoundingMode.HALF_UP);
        return Explanation.of(label, new Value.Share(share), Step.RATIO, List.of(gap, before));
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
                                        name(each.recipient()),
                                        new Value.Quantity(BigDecimal.valueOf(left), Message.of("XFER-UNIT-MONTHS")))))
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
                .map(each -> of(each.recipient(), each.gap()))
                .toList();
    }

    private Explanation count(String code, List<Explanation> which) {
        return Explanation.of(
                Message.of(code, String.valueOf(last())),
                new Value.Quantity(BigDecimal.valueOf(which.size()), Message.of("XFER-UNIT-STRUCTURES")),
                Step.CHOICE,
                which);
    }

    private static Message name(Recipient recipient) {
        return Message.of("XFER-STRUCTURE", recipient.name());
    }

    private static Explanation of(Recipient recipient, Money amount) {
        return Amounts.given(name(recipient), amount).withRecords(List.of(recipient.id()));
    }

    private static Explanation sum(String code, Message level, int year, List<Explanation> parts) {
        return Amounts.sum(Message.of(code, level, String.valueOf(year)), CurrencyUnit.EUR, parts);
    }

    private int last() {
        return simulation.scenario().last();
    }
}
