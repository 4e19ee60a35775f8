package org.subsidia.dependence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/**
 * How one ratio of a year becomes another, item by item: why the cluster, the Region and the auditor announce different
 * shares of one and the same year.
 *
 * <p>A step adds an item to the ratio, or takes it out of it, above and below the line at once. Between a share of public
 * money and a share of own money the first step goes to the complement. Between ratios with nothing in common below the line,
 * such as accounts and cash, there are two steps: what is counted, and what it is measured by. The steps are exact and add up
 * exactly; none divides by zero.
 *
 * @param from the ratio at the beginning
 * @param to the ratio at the end
 * @param figures the year
 * @param steps in their order; empty where one of the ratios is undefined
 * @param explanation the ratio at the end as the sum of that at the beginning and of all steps, or why there is no bridge
 */
public record Bridge(Ratio from, Ratio to, OperatingFigures figures, List<Stage> steps, Explanation explanation) {

    /** Copies the steps. */
    public Bridge {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param label what changes
     * @param change by how much the ratio changes
     * @param after the ratio after it
     */
    public record Stage(Message label, Fraction change, Fraction after) {}

    /**
     * The bridge between two ratios of a year.
     *
     * @param from the ratio at the beginning
     * @param to the ratio at the end
     * @param figures the year
     * @return the bridge
     */
    public static Bridge of(Ratio from, Ratio to, OperatingFigures figures) {
        RatioFigure start = from.of(figures);
        RatioFigure end = to.of(figures);
        Optional<Fraction> first = start.share();
        if (first.isEmpty() || end.share().isEmpty()) {
            Explanation missing = first.isEmpty() ? start.explanation() : end.explanation();
            return new Bridge(
                    from,
                    to,
                    figures,
                    List.of(),
                    Explanation.of(
                            end.explanation().label(),
                            missing.value(),
                            Step.CHOICE,
                            List.of(start.explanation(), end.explanation())));
        }
        List<Stage> steps = new Walk(figures, from, first.get()).to(to);
        return new Bridge(from, to, figures, steps, explanation(start, end, steps));
    }

    /** Rounded so that the rounded steps add up to the rounded ratio: each ends where the rounded ratio after it lies. */
    private static Explanation explanation(RatioFigure start, RatioFigure end, List<Stage> steps) {
        List<Explanation> parts = new ArrayList<>();
        parts.add(start.explanation());
        BigDecimal before = start.share().orElseThrow().value(Ratio.PLACES);
        for (Stage step : steps) {
            BigDecimal after = step.after().value(Ratio.PLACES);
            parts.add(Explanation.leaf(step.label(), new Value.Share(after.subtract(before))));
            before = after;
        }
        return Explanation.of(end.explanation().label(), new Value.Share(before), Step.SUM, parts);
    }

    /** The way from one ratio to another. */
    private static final class Walk {
        private final OperatingFigures figures;
        private final Ratio from;
        private final Set<OperatingItem> above;
        private final Set<OperatingItem> below;
        private final List<Stage> steps = new ArrayList<>();
        private Fraction at;

        Walk(OperatingFigures figures, Ratio from, Fraction start) {
            this.figures = figures;
            this.from = from;
            this.above = EnumSet.copyOf(from.numerator());
            this.below = EnumSet.copyOf(from.denominator());
            this.at = start;
        }

        List<Stage> to(Ratio to) {
            if (Collections.disjoint(below, to.denominator())) {
                Money whole = sum(below);
                step(Message.of("DEP-STEP-COUNTED", to.name()), Fraction.ratio(sum(to.numerator()), whole));
                step(
                        Message.of("DEP-STEP-MEASURED", to.name()),
                        Fraction.ratio(sum(to.numerator()), sum(to.denominator())));
                return steps;
            }
            if (from.isPublic() != to.isPublic()) {
                Set<OperatingItem> rest = EnumSet.copyOf(below);
                rest.removeAll(above);
                above.clear();
                above.addAll(rest);
                step(Message.of("DEP-STEP-COMPLEMENT", from.name()), Fraction.ratio(sum(above), sum(below)));
            }
            // what makes the whole greater comes first, so that it never falls to nothing on the way
            for (boolean growing : new boolean[] {true, false}) {
                for (OperatingItem item : OperatingItem.values()) {
                    if (differs(item, to) && growing == grows(item, to)) {
                        change(item, to);
                    }
                }
            }
            return steps;
        }

        private boolean differs(OperatingItem item, Ratio to) {
            return above.contains(item) != to.numerator().contains(item)
                    || below.contains(item) != to.denominator().contains(item);
        }

        private boolean grows(OperatingItem item, Ratio to) {
            boolean comes = to.denominator().contains(item);
            return below.contains(item) == comes || amount(item).isNegative() != comes;
        }

        private void change(OperatingItem item, Ratio to) {
            boolean was = above.contains(item);
            boolean wasBelow = below.contains(item);
            set(above, item, to.numerator().contains(item));
            set(below, item, to.denominator().contains(item));
            boolean comes = above.contains(item) == was ? !wasBelow : !was;
            step(
                    Message.of(comes ? "DEP-STEP-WITH" : "DEP-STEP-WITHOUT", item.label()),
                    Fraction.ratio(sum(above), sum(below)));
        }

        private static void set(Set<OperatingItem> items, OperatingItem item, boolean in) {
            if (in) {
                items.add(item);
            } else {
                items.remove(item);
            }
        }

        private void step(Message label, Fraction after) {
            steps.add(new Stage(label, after.minus(at), after));
            at = after;
        }

        private Money sum(Set<OperatingItem> items) {
            return items.stream().map(this::amount).reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
        }

        private Money amount(OperatingItem item) {
            return Amounts.of(figures.item(item)).orElseThrow();
        }
    }
}
