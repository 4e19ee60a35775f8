package org.subsidia.transfer.sweep;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/**
 * A key in columns: what each place weighs, in whole numbers of one common unit.
 *
 * @param regionWeights of each region in the split between them
 * @param weights of each place, those of a region beside each other
 * @param sums of the weights by region, positive
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a kernel, which never leave the package
record Columns(long[] regionWeights, long[] weights, long[] sums) implements Serializable {

    /**
     * Brings fractions to whole numbers. Where nobody in a region has the key, what it received counts there, as it does where no
     * region has it.
     *
     * @param values by place
     * @param starts of the regions, and the end
     * @param alike whether regions that have anything weigh the same
     * @param historic what each place received
     * @return the columns; null: the numbers are too fine or too great for a long
     */
    static @Nullable Columns of(List<Fraction> values, int[] starts, boolean alike, long[] historic) {
        Set<BigInteger> denominators = new HashSet<>();
        values.forEach(value -> denominators.add(value.denominator()));
        BigInteger common = denominators.stream().reduce(BigInteger.ONE, (a, b) -> a.multiply(b.divide(a.gcd(b))));
        long[] whole = new long[values.size()];
        BigInteger most = BigInteger.valueOf(ProRata.MOST_WEIGHT);
        long sum = 0;
        for (int i = 0; i < whole.length; i++) {
            Fraction value = values.get(i);
            BigInteger weight = value.numerator().multiply(common.divide(value.denominator()));
            if (weight.compareTo(most) > 0) {
                return null;
            }
            whole[i] = weight.longValueExact();
            sum += whole[i];
            if (sum > ProRata.MOST_WEIGHT) {
                return null;
            }
        }
        return of(whole, starts, alike, historic);
    }

    private static Columns of(long[] weights, int[] starts, boolean alike, long[] historic) {
        int regions = starts.length - 1;
        long[] sums = new long[regions];
        long[] regionWeights = new long[regions];
        boolean none = true;
        for (int r = 0; r < regions; r++) {
            sums[r] = sum(weights, starts[r], starts[r + 1]);
            regionWeights[r] = alike ? Long.signum(sums[r]) : sums[r];
            none &= sums[r] == 0;
        }
        for (int r = 0; r < regions; r++) {
            if (sums[r] == 0) {
                System.arraycopy(historic, starts[r], weights, starts[r], starts[r + 1] - starts[r]);
                sums[r] = sum(weights, starts[r], starts[r + 1]);
            }
        }
        return new Columns(none ? sums.clone() : regionWeights, weights, sums);
    }

    private static long sum(long[] weights, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum = Math.addExact(sum, weights[i]);
        }
        return sum;
    }
}
