package org.subsidia.cashflow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/**
 * How long money takes from the day on which it may be asked for to the account, in days, with its spread.
 *
 * <p>The spread is a table of {@value #POINTS} quantiles of equal weight, or one number where the delay is certain.
 */
public final class Lag {
    /** How finely a spread is cut. */
    static final int POINTS = 256;

    /** As many observations are believed without a default beside them. */
    static final int ENOUGH = 8;

    private static final double DAYS_OF_MONTH = 365.25 / 12;

    private final Source source;
    private final int observations;
    private final int[] days;
    private final Explanation explanation;

    /** Where a delay comes from. */
    public enum Source {
        /** The convention names the day: none is added. */
        AGREED,
        /** A text sets it. */
        LAW,
        /** The library assumes it. */
        ASSUMPTION,
        /** A few observations, drawn toward what would be assumed without them. */
        BLENDED,
        /** Observations of the funder. */
        FUNDER_HISTORY,
        /** Observations of the funder with this very structure. */
        OWN_HISTORY;

        /** {@return the source's name, as tables write it} */
        public Message label() {
            return Message.of("CASH-LAG-" + name().replace('_', '-'));
        }
    }

    private Lag(Source source, int observations, int[] days, List<Explanation> children, List<RuleReference> rules) {
        this.source = source;
        this.observations = observations;
        this.days = days;
        Message label = observations == 0
                ? source.label()
                : Message.of("CASH-LAG-OBSERVED", source.label(), Integer.toString(observations));
        this.explanation = new Explanation(
                label, quantity(middle()), children.isEmpty() ? Step.GIVEN : Step.CHOICE, children, rules, List.of());
    }

    /** A delay that is always the same. */
    static Lag constant(Source source, int days, List<RuleReference> rules) {
        return new Lag(source, 0, new int[] {days}, List.of(), rules);
    }

    /** A delay between two numbers of months, most often near a third one. */
    static Lag triangular(long min, long mode, long max, RuleReference rule) {
        int[] table = new int[POINTS];
        double width = max - min;
        for (int i = 0; i < POINTS; i++) {
            double share = (i + 0.5) / POINTS;
            double months;
            if (width <= 0) {
                months = min;
            } else if (share * width <= mode - min) {
                months = min + StrictMath.sqrt(share * width * (mode - min));
            } else {
                months = max - StrictMath.sqrt((1 - share) * width * (max - mode));
            }
            table[i] = (int) StrictMath.rint(months * DAYS_OF_MONTH);
        }
        Explanation spread = Explanation.leaf(
                Message.of("CASH-LAG-TRIANGLE"),
                new Value.Statement(Message.of(
                        "CASH-LAG-TRIANGLE-MONTHS", Long.toString(min), Long.toString(mode), Long.toString(max))));
        return new Lag(Source.ASSUMPTION, 0, table, List.of(spread), List.of(rule));
    }

    /** What was observed; toward the default as long as there are fewer than {@value #ENOUGH} observations. */
    static Lag learned(boolean own, int[] observed, Lag otherwise) {
        int[] sorted = observed.clone();
        Arrays.sort(sorted);
        int weight = Math.min(ENOUGH, sorted.length);
        int[] table = new int[POINTS];
        for (int i = 0; i < POINTS; i++) {
            long seen = quantile(sorted, 2 * i + 1, 2 * POINTS);
            long assumed = otherwise.at(i);
            table[i] = (int) Math.floorDiv(2 * (weight * seen + (ENOUGH - weight) * assumed) + ENOUGH, 2L * ENOUGH);
        }
        boolean enough = weight == ENOUGH;
        Source source = !enough ? Source.BLENDED : own ? Source.OWN_HISTORY : Source.FUNDER_HISTORY;
        Explanation range = Explanation.leaf(
                Message.of("CASH-LAG-RANGE"),
                new Value.Statement(Message.of("CASH-LAG-RANGE-DAYS", sorted[0], sorted[sorted.length - 1])));
        return new Lag(
                source,
                sorted.length,
                table,
                enough ? List.of(range) : List.of(range, otherwise.explanation),
                List.of());
    }

    /** The quantile of sorted numbers at a share, between neighbours in proportion, rounded down. */
    private static long quantile(int[] sorted, long numerator, long denominator) {
        long position = numerator * (sorted.length - 1);
        int below = (int) (position / denominator);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (position % denominator) / denominator;
    }

    /** {@return where it comes from} */
    public Source source() {
        return source;
    }

    /** {@return how many payments were observed; 0 where it is law or assumption} */
    public int observations() {
        return observations;
    }

    /** {@return whether it has no spread} */
    public boolean isCertain() {
        return days[0] == days[days.length - 1];
    }

    /** {@return the days within which half of the payments come} */
    public int middle() {
        return days[days.length / 2];
    }

    /**
     * The days within which a share of the payments come.
     *
     * @param share 0 to 1
     * @return days
     * @throws IllegalArgumentException if the share is none
     */
    public int quantile(Fraction share) {
        if (!share.isShare()) {
            throw new IllegalArgumentException("a quantile lies between 0 and 1, not at " + share);
        }
        int index = share.times(Fraction.of(days.length))
                .value(0, RoundingMode.DOWN)
                .intValue();
        return days[Math.min(index, days.length - 1)];
    }

    /** {@return where it comes from, with the law or the number of observations; its value is the middle} */
    public Explanation explanation() {
        return explanation;
    }

    /** {@return how many payments were observed, and the delay that was learned from them} */
    public Explanation seen() {
        return Explanation.of(
                Message.of("CASH-LAG-SEEN"),
                new Value.Quantity(BigDecimal.valueOf(observations), Message.of("CASH-UNIT-PAYMENTS")),
                Step.CHOICE,
                List.of(explanation));
    }

    /** The table; to be read only. */
    int[] table() {
        return days;
    }

    private int at(int point) {
        return days[days.length == 1 ? 0 : point];
    }

    private static Value quantity(int days) {
        return new Value.Quantity(BigDecimal.valueOf(days), Message.of("CASH-UNIT-DAYS"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lag that
                && source == that.source
                && observations == that.observations
                && Arrays.equals(days, that.days)
                && explanation.equals(that.explanation);
    }

    @Override
    public int hashCode() {
        return 31 * source.hashCode() + Arrays.hashCode(days);
    }

    @Override
    public String toString() {
        return source + " " + days[0] + "–" + middle() + "–" + days[days.length - 1] + " days";
    }
}
