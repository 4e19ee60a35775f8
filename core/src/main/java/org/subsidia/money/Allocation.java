package org.subsidia.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Splits an amount by weights so that the parts add up to the last cent.
 *
 * <p>Method of the largest remainder: everybody gets the exact part rounded down; the cents left over go, one each, to the
 * parts that lost most by rounding down, and among equals to the first. A negative amount is split as the mirror of the
 * positive one. A weight of zero gets nothing.
 */
public final class Allocation {
    private static final int LONG_BITS = 63;

    private Allocation() {}

    /**
     * Splits an amount.
     *
     * @param total any amount, in any currency; its smallest unit is not divided
     * @param weights none negative, not all zero; they need not add up to 1
     * @return a part for each weight, in the order of the weights
     * @throws IllegalArgumentException if there are no weights, if one is negative or all are zero
     */
    public static List<Money> split(Money total, List<Fraction> weights) {
        return money(total.getCurrencyUnit(), split(minor(total), whole(weights)));
    }

    /**
     * Splits an amount by whole weights: heads, members, full-time posts, cents.
     *
     * @param total any amount, in any currency; its smallest unit is not divided
     * @param weights none negative, not all zero
     * @return a part for each weight, in the order of the weights
     * @throws IllegalArgumentException if there are no weights, if one is negative or all are zero
     */
    public static List<Money> split(Money total, long... weights) {
        return money(total.getCurrencyUnit(), split(minor(total), big(weights)));
    }

    /**
     * Splits an amount by decimal weights.
     *
     * @param total any amount, in any currency; its smallest unit is not divided
     * @param weights none negative, not all zero
     * @return a part for each weight, in the order of the weights
     * @throws IllegalArgumentException if there are no weights, if one is negative or all are zero
     */
    public static List<Money> split(Money total, BigDecimal... weights) {
        return split(total, Arrays.stream(weights).map(Fraction::of).toList());
    }

    /**
     * Splits a number of cents, or of anything else that is not divided further.
     *
     * @param total any number
     * @param weights none negative, not all zero
     * @return a part for each weight, in the order of the weights
     * @throws IllegalArgumentException if there are no weights, if one is negative or all are zero
     */
    public static long[] split(long total, List<Fraction> weights) {
        return longs(split(BigInteger.valueOf(total), whole(weights)));
    }

    /**
     * Splits a number of cents, or of anything else that is not divided further, by whole weights. The one to call in a
     * kernel: it makes no objects unless a product is greater than a {@code long}.
     *
     * @param total any number
     * @param weights none negative, not all zero
     * @return a part for each weight, in the order of the weights
     * @throws IllegalArgumentException if there are no weights, if one is negative or all are zero
     */
    public static long[] split(long total, long... weights) {
        long sum = 0;
        for (long weight : weights) {
            if (weight < 0) {
                throw negative(weight);
            }
            sum += weight;
            if (sum < 0) {
                return longs(LargestRemainder.split(BigInteger.valueOf(total), checked(big(weights))));
            }
        }
        if (sum == 0) {
            throw nobody(weights.length);
        }
        if (total == Long.MIN_VALUE) {
            return longs(LargestRemainder.split(BigInteger.valueOf(total), big(weights)));
        }
        long[] parts = LargestRemainder.split(Math.abs(total), weights, sum);
        if (total < 0) {
            Arrays.setAll(parts, i -> -parts[i]);
        }
        return parts;
    }

    /**
     * The same weights as whole numbers of one common unit, for kernels that split by them many times.
     *
     * @param weights none negative
     * @return one for each weight; empty: they, or their sum, are greater than a {@code long}
     * @throws IllegalArgumentException if one is negative
     */
    public static Optional<long[]> wholeWeights(List<Fraction> weights) {
        BigInteger[] whole = whole(weights);
        BigInteger sum = Arrays.stream(whole).reduce(BigInteger.ZERO, BigInteger::add);
        return sum.bitLength() <= LONG_BITS ? Optional.of(longs(whole)) : Optional.empty();
    }

    private static BigInteger[] split(BigInteger total, BigInteger[] weights) {
        checked(weights);
        boolean small = total.bitLength() <= LONG_BITS
                && Arrays.stream(weights).allMatch(weight -> weight.bitLength() <= LONG_BITS);
        return small ? big(split(total.longValueExact(), longs(weights))) : LargestRemainder.split(total, weights);
    }

    private static BigInteger[] checked(BigInteger[] weights) {
        for (BigInteger weight : weights) {
            if (weight.signum() < 0) {
                throw negative(weight);
            }
        }
        if (Arrays.stream(weights).noneMatch(weight -> weight.signum() > 0)) {
            throw nobody(weights.length);
        }
        return weights;
    }

    /** Whole weights in the same proportions. */
    private static BigInteger[] whole(List<Fraction> weights) {
        weights.stream().filter(weight -> weight.signum() < 0).findFirst().ifPresent(weight -> {
            throw negative(weight);
        });
        BigInteger common = weights.stream()
                .map(Fraction::denominator)
                .distinct()
                .reduce(BigInteger.ONE, (a, b) -> a.multiply(b.divide(a.gcd(b))));
        return weights.stream()
                .map(weight -> weight.numerator().multiply(common.divide(weight.denominator())))
                .toArray(BigInteger[]::new);
    }

    private static IllegalArgumentException negative(Object weight) {
        return new IllegalArgumentException("a weight is zero or more, not " + weight);
    }

    private static IllegalArgumentException nobody(int weights) {
        return new IllegalArgumentException(
                weights == 0
                        ? "there is nobody to split among: no weights"
                        : "there is nobody to split among: all " + weights + " weights are zero");
    }

    private static BigInteger minor(Money money) {
        return money.getAmountMinor().toBigIntegerExact();
    }

    private static List<Money> money(CurrencyUnit currency, BigInteger[] minor) {
        return Stream.of(minor)
                .map(part -> Money.of(currency, new BigDecimal(part, currency.getDecimalPlaces())))
                .toList();
    }

    private static BigInteger[] big(long[] numbers) {
        return Arrays.stream(numbers).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    private static long[] longs(BigInteger[] numbers) {
        return Arrays.stream(numbers).mapToLong(BigInteger::longValueExact).toArray();
    }
}
