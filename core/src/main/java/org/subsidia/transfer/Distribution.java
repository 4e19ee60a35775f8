package org.subsidia.transfer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.subsidia.money.Fraction;

/** How an uncertain parameter varies. */
public sealed interface Distribution {
    /** Draws of a triangle take a root, which is no fraction: it is rounded to so many digits. */
    int DIGITS = 12;

    /** The standard normal distribution: shares below the middle, and how many deviations they lie below it. */
    List<String> BELL = List.of(
            "0.001",
            "3.090232",
            "0.005",
            "2.575829",
            "0.01",
            "2.326348",
            "0.025",
            "1.959964",
            "0.05",
            "1.644854",
            "0.1",
            "1.281552",
            "0.15",
            "1.036433",
            "0.2",
            "0.841621",
            "0.25",
            "0.674490",
            "0.3",
            "0.524401",
            "0.35",
            "0.385320",
            "0.4",
            "0.253347",
            "0.45",
            "0.125661");

    /**
     * The value at a quantile.
     *
     * @param share in [0, 1)
     * @return the value below which this share of the draws lies
     */
    Fraction at(Fraction share);

    /** {@return the least value} */
    Fraction low();

    /** {@return the greatest value} */
    Fraction high();

    /** {@return the value of a run that draws nothing: the mode of a triangle, the likeliest choice, else the middle} */
    Fraction central();

    /**
     * All values between two are equally likely.
     *
     * @param low the least
     * @param high the greatest
     */
    record Uniform(Fraction low, Fraction high) implements Distribution {
        /** Refuses reversed ends. */
        public Uniform {
            if (low.compareTo(high) > 0) {
                throw new IllegalArgumentException("reversed: " + low + " and " + high);
            }
        }

        @Override
        public Fraction at(Fraction share) {
            return low.plus(high.minus(low).times(share));
        }

        @Override
        public Fraction central() {
            return at(Fraction.percent(50));
        }
    }

    /**
     * Rises to the likeliest value and falls behind it.
     *
     * @param low the least
     * @param mode the likeliest
     * @param high the greatest
     */
    record Triangular(Fraction low, Fraction mode, Fraction high) implements Distribution {
        /** Refuses reversed values. */
        public Triangular {
            if (low.compareTo(mode) > 0 || mode.compareTo(high) > 0) {
                throw new IllegalArgumentException("reversed: " + low + ", " + mode + " and " + high);
            }
        }

        @Override
        public Fraction at(Fraction share) {
            Fraction width = high.minus(low);
            if (width.signum() == 0) {
                return low;
            }
            Fraction rise = mode.minus(low);
            if (share.compareTo(rise.dividedBy(width)) < 0) {
                return low.plus(root(share.times(width).times(rise)));
            }
            return high.minus(root(Fraction.ONE.minus(share).times(width).times(high.minus(mode))));
        }

        private static Fraction root(Fraction square) {
            BigDecimal decimal = square.value(2 * DIGITS).sqrt(new MathContext(2 * DIGITS));
            return Fraction.of(decimal.setScale(DIGITS, RoundingMode.HALF_UP));
        }

        @Override
        public Fraction central() {
            return mode;
        }
    }

    /**
     * One of some values.
     *
     * @param probabilities by value; positive, their sum is one
     */
    record Choice(NavigableMap<Fraction, Fraction> probabilities) implements Distribution {
        /** Copies the values; refuses probabilities that are not positive or do not add up to one. */
        public Choice {
            probabilities = Collections.unmodifiableNavigableMap(new TreeMap<>(probabilities));
            Fraction sum = probabilities.values().stream().reduce(Fraction.ZERO, Fraction::plus);
            boolean positive = probabilities.values().stream().allMatch(each -> each.signum() > 0);
            if (!positive || !sum.numerator().equals(BigInteger.ONE) || !sum.equals(Fraction.ONE)) {
                throw new IllegalArgumentException("probabilities are positive and add up to 1: " + probabilities);
            }
        }

        @Override
        public Fraction at(Fraction share) {
            Fraction sum = Fraction.ZERO;
            for (Map.Entry<Fraction, Fraction> entry : probabilities.entrySet()) {
                sum = sum.plus(entry.getValue());
                if (share.compareTo(sum) < 0) {
                    return entry.getKey();
                }
            }
            return probabilities.lastKey();
        }

        @Override
        public Fraction low() {
            return probabilities.firstKey();
        }

        @Override
        public Fraction high() {
            return probabilities.lastKey();
        }

        @Override
        public Fraction central() {
            return probabilities.entrySet().stream()
                    .reduce((best, next) -> next.getValue().compareTo(best.getValue()) > 0 ? next : best)
                    .orElseThrow()
                    .getKey();
        }
    }

    /**
     * Values at some quantiles, between them in proportion: any shape that a table can tell.
     *
     * @param values by share, from 0 to 1, none below the one before
     */
    record Quantiles(NavigableMap<Fraction, Fraction> values) implements Distribution {
        /** Copies the values; refuses a table that does not go from 0 to 1, or that falls. */
        public Quantiles {
            values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
            if (values.size() < 2
                    || values.firstKey().signum() != 0
                    || values.lastKey().compareTo(Fraction.ONE) != 0) {
                throw new IllegalArgumentException("quantiles go from 0 to 1: " + values.keySet());
            }
            Fraction before = values.firstEntry().getValue();
            for (Fraction value : values.values()) {
                if (value.compareTo(before) < 0) {
                    throw new IllegalArgumentException("quantiles do not fall: " + values);
                }
                before = value;
            }
        }

        /**
         * A bell, cut off where one draw in a thousand lies below and one above.
         *
         * @param mean its middle
         * @param deviation its standard deviation, not negative
         * @return the distribution
         */
        public static Quantiles normal(Fraction mean, Fraction deviation) {
            return of(z -> mean.plus(deviation.times(z)));
        }

        /**
         * A bell of logarithms: as likely to be so many times the median as to be that part of it.
         *
         * @param median positive
         * @param factor by how much one standard deviation multiplies, at least 1
         * @return the distribution
         */
        public static Quantiles lognormal(Fraction median, Fraction factor) {
            if (median.signum() <= 0 || factor.compareTo(Fraction.ONE) < 0) {
                throw new IllegalArgumentException("a median is positive and a factor at least 1");
            }
            double base = factor.value(DIGITS).doubleValue();
            // StrictMath gives the same bits on any machine
            return of(z -> median.times(Fraction.of(
                    BigDecimal.valueOf(StrictMath.pow(base, z.value(DIGITS).doubleValue()))
                            .setScale(DIGITS, RoundingMode.HALF_UP))));
        }

        private static Quantiles of(UnaryOperator<Fraction> value) {
            NavigableMap<Fraction, Fraction> values = new TreeMap<>();
            values.put(Fraction.percent(50), value.apply(Fraction.ZERO));
            for (int i = 0; i < BELL.size(); i += 2) {
                Fraction share = Fraction.parse(BELL.get(i));
                Fraction z = Fraction.parse(BELL.get(i + 1));
                values.put(share, value.apply(z.negated()));
                values.put(Fraction.ONE.minus(share), value.apply(z));
            }
            values.put(Fraction.ZERO, values.firstEntry().getValue());
            values.put(Fraction.ONE, values.lastEntry().getValue());
            return new Quantiles(values);
        }

        @Override
        public Fraction at(Fraction share) {
            Map.Entry<Fraction, Fraction> low = values.floorEntry(share);
            Map.Entry<Fraction, Fraction> high = values.higherEntry(share);
            if (low == null || high == null) {
                return low == null ? low() : low.getValue();
            }
            Fraction part = share.minus(low.getKey()).dividedBy(high.getKey().minus(low.getKey()));
            return low.getValue().plus(high.getValue().minus(low.getValue()).times(part));
        }

        @Override
        public Fraction low() {
            return values.firstEntry().getValue();
        }

        @Override
        public Fraction high() {
            return values.lastEntry().getValue();
        }

        @Override
        public Fraction central() {
            return at(Fraction.percent(50));
        }
    }
}
