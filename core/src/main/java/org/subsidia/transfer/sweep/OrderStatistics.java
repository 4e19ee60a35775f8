package org.subsidia.transfer.sweep;

import java.util.Arrays;

/**
 * Values at given ranks, without sorting all: values are counted by their leading bits, and only the few that share a counter
 * with a wanted one are sorted. One instance serves one thread.
 */
final class OrderStatistics {
    private static final int LEADING_BITS = 8;
    /** The greatest value whose counter is its own. */
    private static final int FEW = 1 << LEADING_BITS;

    private static final int HALF = counter(Long.MAX_VALUE) + 1;

    private final int[] counters = new int[2 * HALF];
    private final long[] candidates;

    OrderStatistics(int most) {
        candidates = new long[most];
    }

    /**
     * The values that stand at some ranks when all are sorted.
     *
     * @param values any; they stay as they are
     * @param ranks ascending, each from 0 to the number of values less 1
     */
    long[] at(long[] values, int[] ranks) {
        Arrays.fill(counters, 0);
        for (long value : values) {
            counters[HALF + signed(value)]++;
        }
        // where each wanted rank lies among the candidates, and where each wanted counter puts its values
        int[] positions = new int[ranks.length];
        int[] ends = new int[ranks.length];
        int below = 0;
        int next = 0;
        int kept = 0;
        int wanted = 0;
        for (int c = 0; c < counters.length; c++) {
            int count = counters[c];
            counters[c] = -1;
            if (wanted < ranks.length && ranks[wanted] < below + count) {
                for (; wanted < ranks.length && ranks[wanted] < below + count; wanted++) {
                    positions[wanted] = kept + ranks[wanted] - below;
                }
                counters[c] = kept;
                kept += count;
                ends[next++] = kept;
            }
            below += count;
        }
        for (long value : values) {
            int c = HALF + signed(value);
            if (counters[c] >= 0) {
                candidates[counters[c]++] = value;
            }
        }
        for (int i = 0; i < next; i++) {
            Arrays.sort(candidates, i == 0 ? 0 : ends[i - 1], ends[i]);
        }
        return Arrays.stream(positions).mapToLong(each -> candidates[each]).toArray();
    }

    /** Rises with the value; negative values have negative counters. */
    private static int signed(long value) {
        long sign = value >> (Long.SIZE - 1);
        return counter(value ^ sign) ^ (int) sign;
    }

    /** The leading bits of a value that is not negative, and how many follow them. */
    private static int counter(long value) {
        int rest = Math.max(0, Long.SIZE - 1 - LEADING_BITS - Long.numberOfLeadingZeros(value));
        return rest * FEW + (int) (value >>> rest);
    }
}
