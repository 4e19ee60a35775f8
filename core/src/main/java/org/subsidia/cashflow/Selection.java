package org.subsidia.cashflow;

import java.util.Arrays;

/** Finds the k-th smallest of many numbers without sorting them: it counts them in buckets, and sorts the buckets that matter. */
final class Selection {
    private static final int BITS = 11;
    private static final int BUCKETS = 1 << BITS;

    private final int[] counts = new int[BUCKETS];
    private final boolean[] wanted = new boolean[BUCKETS];
    private short[] buckets = new short[0];
    private long[] picked = new long[0];

    /**
     * Picks numbers by rank.
     *
     * @param values read, not changed; their differences keep within a long
     * @param from where they start
     * @param count how many there are, at least 1
     * @param ranks from 0 up, in rising order
     * @param into takes one number a rank
     */
    void pick(long[] values, int from, int count, int[] ranks, long[] into) {
        if (buckets.length < count) {
            buckets = new short[count];
            picked = new long[count];
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int i = from; i < from + count; i++) {
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(max - min) - BITS);
        Arrays.fill(counts, 0);
        count(values, from, count, min, shift, buckets, counts);
        int size = collect(values, from, count, ranks);
        Arrays.sort(picked, 0, size);
        int bucket = 0;
        int before = 0;
        int skipped = 0;
        for (int r = 0; r < ranks.length; r++) {
            while (before + counts[bucket] <= ranks[r]) {
                skipped += wanted[bucket] ? 0 : counts[bucket];
                before += counts[bucket++];
            }
            into[r] = picked[ranks[r] - skipped];
        }
        Arrays.fill(wanted, false);
    }

    private static void count(long[] values, int from, int count, long min, int shift, short[] buckets, int[] counts) {
        for (int i = 0; i < count; i++) {
            int bucket = (int) ((values[from + i] - min) >>> shift);
            buckets[i] = (short) bucket;
            counts[bucket]++;
        }
    }

    /** Copies the numbers of the buckets in which a rank lies. */
    private int collect(long[] values, int from, int count, int[] ranks) {
        int bucket = 0;
        int before = 0;
        for (int rank : ranks) {
            while (before + counts[bucket] <= rank) {
                before += counts[bucket++];
            }
            wanted[bucket] = true;
        }
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (wanted[buckets[i]]) {
                picked[size++] = values[from + i];
            }
        }
        return size;
    }
}
