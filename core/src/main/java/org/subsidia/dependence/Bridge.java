package org.subsidia.dependence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
 * How one ratio becomes another, item by item: why the cluster, the Region and the auditor announce different shares of one
 * and the same year, and what made a ratio rise or fall from one year to another.
 *
 * <p>A step adds an item to the ratio, or takes it out of it, above and below the line at once. Between a share of public
 * money and a share of own money the first step goes to the complement. Between ratios with nothing in common below the line,
 * such as accounts and cash, there are two steps: what is counted, and what it is measured by. From a year to another, each
 * step puts the item of the other year in place of that of the first, what makes the whole greater first; the definition
 * changes before that, within the first year. The steps are exact and add up exactly; none divides by zero.
 *
 * @param from the ratio at the beginning
 * @param to the ratio at the end
 * @param figures the year at the beginning
 * @param end the year at the end; the same, or another
 * @param steps in their order; empty where one of the ratios is undefined
 * @param explanation the ratio at the end as the sum of that at the beginning and of all steps, or why there is no bridge
 */
public record Bridge(
        Ratio from,
        Ratio to,
        OperatingFigures figures,
        OperatingFigures end,
        List<Stage> steps,
        Explanation explanation) {

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
        return of(from, figures, to, figures);
    }

    /**
     * The bridge between a ratio of a year and a ratio, the same or another, of another year.
     *
     * @param from the ratio at the beginning
     * @param figures the year at the beginning
     * @param to the ratio at the end
     * @param end the year at the end
     * @return the bridge
     */
    public static Bridge of(Ratio from, OperatingFigures figures, Ratio to, OperatingFigures end) {
        boolean across = !figures.equals(end);
        RatioFigure start = from.of(figures);
        RatioFigure last = to.of(end);
        // the definition changes in the first year, else in the last: where both definitions can be computed
        boolean definitionFirst = !across || to.of(figures).share().isPresent();
        RatioFigure turn = definitionFirst ? to.of(figures) : from.of(end);
        Optional<RatioFigure> missing = List.of(start, last, turn).stream()
                .filter(figure -> figure.share().isEmpty())
                .findFirst();
        if (missing.isPresent()) {
            return new Bridge(
                    from,
                    to,
                    figures,
                    end,
                    List.of(),
                    Explanation.of(
                            label(last, across),
                            missing.get().explanation().value(),
                            Step.CHOICE,
                            List.of(labelled(start, across), labelled(last, across))));
        }
        Walk walk = new Walk(figures, from, start.share().orElseThrow());
        List<Stage> steps =
                (definitionFirst ? walk.to(to).until(end) : walk.until(end).to(to)).steps();
        return new Bridge(from, to, figures, end, steps, explanation(start, last, steps, across));
    }

    private static Message label(RatioFigure figure, boolean across) {
        return across
                ? Message.of(
                        "DEP-RATIO-YEAR",
                        figure.ratio().name(),
                        Integer.toString(figure.figures().year()),
                        figure.figures().basis().label())
                : figure.explanation().label();
    }

    private static Explanation labelled(RatioFigure figure, boolean across) {
        return Amounts.same(label(figure, across), figure.explanation());
    }

    /** {@return whether it leads from one year to another} */
    public boolean isAcrossYears() {
        return figures.year() != end.year();
    }

    /**
     * The ratio after a step.
     *
     * @param step which step, the first is 0
     * @return the ratio at the beginning and all steps up to this one
     */
    public Explanation after(int step) {
        return Explanation.of(
                Message.of("DEP-AFTER-STEP", steps.get(step).label()),
                new Value.Share(steps.get(step).after().value(Ratio.PLACES)),
                Step.SUM,
                explanation.children().subList(0, step + 2));
    }

    /**
     * What a step changes.
     *
     * @param step which step, the first is 0
     * @return the ratio after it less the ratio before it
     */
    public Explanation change(int step) {
        Explanation before = step == 0 ? explanation.children().get(0) : after(step - 1);
        return Explanation.of(
                steps.get(step).label(),
                explanation.children().get(step + 1).value(),
                Step.DIFFERENCE,
                List.of(after(step), before));
    }

    /** Rounded so that the rounded steps add up to the rounded ratio: each ends where the rounded ratio after it lies. */
    private static Explanation explanation(RatioFigure start, RatioFigure end, List<Stage> steps, boolean across) {
        List<Explanation> parts = new ArrayList<>();
        parts.add(labelled(start, across));
        BigDecimal before = start.share().orElseThrow().value(Ratio.PLACES);
        for (Stage step : steps) {
            BigDecimal after = step.after().value(Ratio.PLACES);
            parts.add(Explanation.leaf(step.label(), new Value.Share(after.subtract(before))));
            before = after;
        }
        return Explanation.of(label(end, across), new Value.Share(before), Step.SUM, parts);
    }

    /** The way from one ratio to another, and from one year to another. */
    private static final class Walk {
        private final Set<OperatingItem> above;
        private final Set<OperatingItem> below;
        private final Map<OperatingItem, Money> amounts = new EnumMap<>(OperatingItem.class);
        private final List<Stage> steps = new ArrayList<>();
        private Ratio ratio;
        private OperatingFigures figures;
        private Fraction at;

        Walk(OperatingFigures figures, Ratio from, Fraction start) {
            this.figures = figures;
            this.ratio = from;
            this.above = EnumSet.copyOf(from.numerator());
            this.below = EnumSet.copyOf(from.denominator());
            this.at = start;
        }

        /** The steps so far. */
        private List<Stage> steps() {
            return List.copyOf(steps);
        }

        Walk to(Ratio to) {
            if (Collections.disjoint(below, to.denominator())) {
                Money whole = sum(below);
                step(Message.of("DEP-STEP-COUNTED", to.name()), Fraction.ratio(sum(to.numerator()), whole));
                step(
                        Message.of("DEP-STEP-MEASURED", to.name()),
                        Fraction.ratio(sum(to.numerator()), sum(to.denominator())));
                arrive(to);
                return this;
            }
            if (ratio.isPublic() != to.isPublic()) {
                Set<OperatingItem> rest = EnumSet.copyOf(below);
                rest.removeAll(above);
                above.clear();
                above.addAll(rest);
                step(Message.of("DEP-STEP-COMPLEMENT", ratio.name()), Fraction.ratio(sum(above), sum(below)));
            }
            // what makes the whole greater comes first, so that it never falls to nothing on the way
            for (boolean growing : new boolean[] {true, false}) {
                for (OperatingItem item : OperatingItem.values()) {
                    if (differs(item, to) && growing == grows(item, to)) {
                        change(item, to);
                    }
                }
            }
            arrive(to);
            return this;
        }

        private void arrive(Ratio to) {
            ratio = to;
            above.clear();
            above.addAll(to.numerator());
            below.clear();
            below.addAll(to.denominator());
        }

        /** Each item of another year in place of that of this one. */
        Walk until(OperatingFigures end) {
            if (end.equals(figures)) {
                return this;
            }
            Set<OperatingItem> items = EnumSet.copyOf(above);
            items.addAll(below);
            for (boolean growing : new boolean[] {true, false}) {
                for (OperatingItem item : items) {
                    Money was = amount(item, figures);
                    Money is = amount(item, end);
                    boolean grows = !below.contains(item) || is.isGreaterThan(was);
                    if (!is.isEqual(was) && growing == grows) {
                        amounts.put(item, is);
                        step(
                                Message.of("DEP-STEP-YEAR", item.label(), was, is),
                                Fraction.ratio(sum(above), sum(below)));
                    }
                }
            }
            figures = end;
            amounts.clear();
            return this;
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
            Money changed = amounts.get(item);
            return changed == null ? amount(item, figures) : changed;
        }

        private static Money amount(OperatingItem item, OperatingFigures figures) {
            return Amounts.of(figures.item(item)).orElseThrow();
        }
    }
}
