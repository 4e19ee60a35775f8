package org.subsidia.transfer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.subsidia.money.Fraction;

/** How an uncertain parameter varies. */
public sealed interface Distribution {
    /** Draws of a triangle take a root, which is no fraction: it is rounded to so many digits. */
    int DIGITS = 12;

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
}
