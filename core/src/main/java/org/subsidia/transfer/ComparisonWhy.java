package org.subsidia.transfer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;

/**
 * Where the figures of compared scenarios come from: the first structure by structure, each other from the first and what differs
 * between them, structure by structure.
 *
 * <pre>{@code
 * new ComparisonWhy(comparison).gap(1).check();
 * }</pre>
 */
public final class ComparisonWhy {
    private final List<Comparison.Line> lines;

    /**
     * The origins of a comparison.
     *
     * @param comparison at least one scenario
     */
    public ComparisonWhy(Comparison comparison) {
        this.lines = comparison.lines();
    }

    /**
     * The gap of the last year.
     *
     * @param line which scenario, the first is 0
     * @return the gap and where it comes from
     */
    public Explanation gap(int line) {
        return amount(line, RunWhy::gap, StructureResult::gap);
    }

    /**
     * The gap of all years since the transfer.
     *
     * @param line which scenario, the first is 0
     * @return the gap and where it comes from
     */
    public Explanation cumulated(int line) {
        return amount(line, RunWhy::cumulated, StructureResult::cumulated);
    }

    /**
     * The structures that lose in the last year.
     *
     * @param line which scenario, the first is 0
     * @return their number and who they are
     */
    public Explanation losers(int line) {
        return count(line, RunWhy::losers, each -> each.gap().isNegative());
    }

    /**
     * The structures that run out of cash before the scenario's runway.
     *
     * @param line which scenario, the first is 0
     * @return their number and who they are
     */
    public Explanation below(int line) {
        int months = lines.get(line).simulation().scenario().runway();
        int first = lines.get(0).simulation().scenario().runway();
        return count(line, RunWhy::shortOfCash, isShort(first), isShort(months));
    }

    private static Predicate<StructureResult> isShort(int months) {
        return each -> each.runway().filter(left -> left < months).isPresent();
    }

    /**
     * The structures whose cash is known.
     *
     * @param line which scenario, the first is 0
     * @return their number and who they are
     */
    public Explanation known(int line) {
        return count(line, RunWhy::known, each -> each.cashMissing().isEmpty());
    }

    private Explanation of(int line, Function<RunWhy, Explanation> figure) {
        Simulation simulation = lines.get(line).simulation();
        Explanation why = figure.apply(new RunWhy(simulation));
        return Amounts.same(label(line, why.label()), why);
    }

    private Message label(int line, Message figure) {
        return Message.of(
                "XFER-IN-SCENARIO", lines.get(line).simulation().scenario().title(), figure);
    }

    private Explanation amount(
            int line, Function<RunWhy, Explanation> figure, Function<StructureResult, Money> ofStructure) {
        Explanation own = of(line, figure);
        if (line == 0) {
            return own;
        }
        Map<String, Money> differences = new LinkedHashMap<>();
        Map<String, Recipient> recipients = new LinkedHashMap<>();
        for (StructureResult each : lines.get(line).simulation().structures()) {
            recipients.put(each.recipient().id(), each.recipient());
            differences.put(each.recipient().id(), ofStructure.apply(each));
        }
        for (StructureResult each : lines.get(0).simulation().structures()) {
            recipients.putIfAbsent(each.recipient().id(), each.recipient());
            differences.merge(each.recipient().id(), ofStructure.apply(each).negated(), Money::plus);
        }
        List<Explanation> parts = new ArrayList<>();
        recipients.forEach((id, recipient) -> {
            Money difference = differences.getOrDefault(id, Population.zero());
            if (!difference.isZero()) {
                parts.add(Leaves.of(recipient, difference));
            }
        });
        return Amounts.sum(
                own.label(),
                CurrencyUnit.EUR,
                List.of(of(0, figure), Amounts.sum(difference(), CurrencyUnit.EUR, parts)));
    }

    private Message difference() {
        return Message.of(
                "XFER-SCENARIO-DIFFERENCE", lines.get(0).simulation().scenario().title());
    }

    private Explanation count(int line, Function<RunWhy, Explanation> figure, Predicate<StructureResult> counts) {
        return count(line, figure, counts, counts);
    }

    private Explanation count(
            int line,
            Function<RunWhy, Explanation> figure,
            Predicate<StructureResult> inFirst,
            Predicate<StructureResult> inThis) {
        Explanation own = of(line, figure);
        if (line == 0) {
            return own;
        }
        Set<Recipient> before = who(0, inFirst);
        Set<Recipient> now = who(line, inThis);
        return Explanation.of(
                own.label(),
                own.value(),
                Step.SUM,
                List.of(
                        of(0, figure),
                        without("XFER-SCENARIO-MORE", now, before, 1),
                        without("XFER-SCENARIO-FEWER", before, now, -1)));
    }

    private Set<Recipient> who(int line, Predicate<StructureResult> counts) {
        Set<Recipient> who = new LinkedHashSet<>();
        lines.get(line).simulation().structures().stream().filter(counts).forEach(each -> who.add(each.recipient()));
        return who;
    }

    /** Those of the one that are not of the other, counted with a sign. */
    private Explanation without(String code, Set<Recipient> all, Set<Recipient> others, int sign) {
        Set<String> known = new LinkedHashSet<>();
        others.forEach(each -> known.add(each.id()));
        List<Explanation> parts = all.stream()
                .filter(each -> !known.contains(each.id()))
                .map(each -> Leaves.quantity(Leaves.name(each), sign, Message.of("XFER-UNIT-STRUCTURES"))
                        .withRecords(List.of(each.id())))
                .toList();
        return Explanation.of(
                Message.of(code, lines.get(0).simulation().scenario().title()),
                new Value.Quantity(BigDecimal.valueOf((long) sign * parts.size()), Message.of("XFER-UNIT-STRUCTURES")),
                Step.SUM,
                parts);
    }
}
