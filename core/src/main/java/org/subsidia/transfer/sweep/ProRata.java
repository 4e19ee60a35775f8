package org.subsidia.transfer.sweep;

import java.util.Arrays;
import org.subsidia.money.Allocation;

/**
 * The split of an amount by largest remainder, added to what the parts already have: the same cents as {@link Allocation}, for
 * many parts and without an object. One instance serves one thread.
 *
 * <p>A part is first estimated by one product of doubles, a little too low, so that it is the exact part or one less; the exact
 * remainder tells which. That remainder is right although the products in it may wrap around, since it is known to lie between 0
 * and twice the sum of the weights.
 */
final class ProRata {
    /** The estimate of an amount below this is off by less than 1. */
    private static final long MOST_TOTAL = 1L << 49;
    /** Twice a sum of weights is still a long. */
    static final long MOST_WEIGHT = 1L << 61;

    private static final double A_LITTLE_LESS = 1 - 0x1p-50;
    private static final int MOST_BITS = 11;
    private static final int SIGN = Long.SIZE - 1;

    private final int[] counters = new int[1 << MOST_BITS];
    private final long[] remainders;
    private final long[] candidates;
    private final int[] places;

    ProRata(int most) {
        remainders = new long[most];
        candidates = new long[most];
        places = new int[most];
    }

    /**
     * Splits an amount among the parts of a range.
     *
     * @param total not negative
     * @param weights of all parts, none negative
     * @param sum of the weights of the range, positive and at most {@link #MOST_WEIGHT}
     * @param from first part of the range
     * @param to after its last part
     * @param parts what the parts have, added to
     */
    void add(long total, long[] weights, long sum, int from, int to, long[] parts) {
        if (total >= MOST_TOTAL) {
            long[] more = Allocation.split(total, Arrays.copyOfRange(weights, from, to));
            for (int i = from; i < to; i++) {
                parts[i] = Math.addExact(parts[i], more[i - from]);
            }
        } else if (total > 0) {
            int size = to - from;
            int bits = Math.min(MOST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(size));
            int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(sum) - bits);
            long left = total - addFloors(total, weights, sum, from, to, parts, shift);
            if (left > 0) {
                addCents(left, from, size, parts, shift);
            }
        }
    }

    /** Gives everybody the exact part rounded down, counts the remainders by their leading bits. */
    private long addFloors(long total, long[] weights, long sum, int from, int to, long[] parts, int shift) {
        Arrays.fill(counters, 0);
        double ratio = (double) total / sum * A_LITTLE_LESS;
        long given = 0;
        for (int i = from; i < to; i++) {
            long weight = weights[i];
            long part = (long) (weight * ratio);
            long remainder = total * weight - part * sum;
            long exact = (remainder - sum) >> SIGN;
            part += 1 + exact;
            remainder -= sum & ~exact;
            remainders[i - from] = remainder;
            parts[i] += part;
            given += part;
            counters[(int) (remainder >>> shift)]++;
        }
        return given;
    }

    /** Gives a cent each to the greatest remainders, among equals to the first. */
    private void addCents(long left, int from, int size, long[] parts, int shift) {
        int counter = counters.length - 1;
        long needed = left;
        while (counters[counter] < needed) {
            needed -= counters[counter--];
        }
        int found = 0;
        for (int i = 0; i < size; i++) {
            if (remainders[i] >>> shift == counter) {
                candidates[found] = remainders[i];
                places[found++] = i;
            }
        }
        Arrays.sort(candidates, 0, found);
        long last = candidates[found - (int) needed];
        for (int i = 0; i < size; i++) {
            parts[from + i] += (last - remainders[i]) >>> SIGN;
        }
        int greater = 0;
        while (found - greater > 0 && candidates[found - 1 - greater] > last) {
            greater++;
        }
        long equals = needed - greater;
        for (int i = 0; equals > 0; i++) {
            if (remainders[places[i]] == last) {
                parts[from + places[i]]++;
                equals--;
            }
        }
    }
}
