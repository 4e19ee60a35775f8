package org.subsidia.money;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The arithmetic of {@link Allocation}, over {@code long} and over {@link BigInteger}; both give the same parts.
 *
 * <p>The remainders of the rounded-down parts add up to a multiple of the sum of weights, and each is smaller than that sum.
 * So there are always more remainders above zero than units left over, and a weight of zero never gets one.
 */
final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * Splits a total of zero or more.
     *
     * @param sum of the weights, at least 1
     */
    static long[] split(long total, long[] weights, long sum) {
        long[] parts = new long[weights.length];
        long[] remainders = new long[weights.length];
        long left = total;
        for (int i = 0; i < weights.length; i++) {
            long low = total * weights[i];
            if (low >= 0 && Math.multiplyHigh(total, weights[i]) == 0) {
                parts[i] = low / sum;
                remainders[i] = low % sum;
            } else {
                BigInteger[] division = BigInteger.valueOf(total)
                        .multiply(BigInteger.valueOf(weights[i]))
                        .divideAndRemainder(BigInteger.valueOf(sum));
                parts[i] = division[0].longValueExact();
                remainders[i] = division[1].longValueExact();
            }
            left -= parts[i];
        }
        if (left == 0) {
            return parts;
        }
        long[] sorted = remainders.clone();
        Arrays.sort(sorted);
        long last = sorted[sorted.length - (int) left];
        int equals = 0;
        for (int i = sorted.length - (int) left; i < sorted.length && sorted[i] == last; i++) {
            equals++;
        }
        for (int i = 0; i < parts.length; i++) {
            if (remainders[i] > last || (remainders[i] == last && equals-- > 0)) {
                parts[i]++;
            }
        }
        return parts;
    }

    /** Splits any total; the weights are checked. */
    static BigInteger[] split(BigInteger total, BigInteger[] weights) {
        BigInteger sum = Arrays.stream(weights).reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger[] parts = new BigInteger[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        Integer[] order = new Integer[weights.length];
        BigInteger left = total.abs();
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] division = total.abs().multiply(weights[i]).divideAndRemainder(sum);
            parts[i] = division[0];
            remainders[i] = division[1];
            order[i] = i;
            left = left.subtract(parts[i]);
        }
        Arrays.sort(order, (a, b) -> remainders[b].compareTo(remainders[a]));
        for (int i = 0; i < left.intValueExact(); i++) {
            parts[order[i]] = parts[order[i]].add(BigInteger.ONE);
        }
        if (total.signum() < 0) {
            Arrays.setAll(parts, i -> parts[i].negate());
        }
        return parts;
    }
}
