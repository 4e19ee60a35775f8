package org.subsidia.cashflow;

import java.util.Arrays;

/**
 * Runs the cash of one structure many times, in blocks of runs that stay in the processor's cache, in whole cents. Used by one
 * thread; keeps its arrays from one structure to the next.
 *
 * <p>Exact quantiles need the balances of all runs of a month at once: 8 bytes a run and month, for as many months at once as {@value
 * #BAND} balances allow. For the other months the same runs are made again, which their numbers and keys suffice for. Besides, 26 bytes a
 * run are held, whatever the months, payments and structures.
 *
 * <p>A payment is a table of months of equal weight; a run picks one of them. By a coin of its own a payment follows its
 * funder's number of the run instead of its own, so that a late payer is late for everybody, and each delay keeps its spread.
 */
final class CashKernel {
    private static final int SHIFT = 8;
    private static final int BLOCK = 1 << SHIFT;
    private static final int LOW = 0xFFFF;

    /** So many balances are kept for quantiles at once, 32 MiB; one month of all runs at least. */
    private static final int BAND = 1 << 22;

    private final int most;

    /** No sum of a job's amounts is greater, so that overdrafts of {@value ForecastOptions#MOST_MONTHS} months can be added. */
    static final long LARGEST = Long.MAX_VALUE / (4L * ForecastOptions.MOST_MONTHS);

    private final int[] slots = new int[BLOCK];
    private final int[] bits = new int[BLOCK];
    private final long[] balance = new long[BLOCK];
    private final long[] lowest = new long[BLOCK];
    private final int[] lowestAt = new int[BLOCK];
    private final long[] overdrawn = new long[BLOCK];
    private final int[] counters = new int[BLOCK];
    private final int[] above = new int[BLOCK];
    private final Selection selection = new Selection();
    private int[] funders = new int[0];
    private long[] awards = new long[0];
    private long[] flows = new long[0];
    private long[] band = new long[0];
    private long[] lows = new long[0];
    private long[] overdrafts = new long[0];

    CashKernel() {
        this(BAND);
    }

    /** A kernel that keeps other than the usual number of balances at once; its results are the same. */
    CashKernel(int most) {
        this.most = most;
    }

    /** The bytes that it holds because of the number of runs. */
    static long bytes(int months, int runs) {
        long together = Math.max(1, Math.min(months, BAND / runs));
        return runs * (Long.BYTES * (together + 3L) + Short.BYTES);
    }

    /**
     * The cash of one structure in columns.
     *
     * @param opening cents before the first month
     * @param fixed cents that are certain, by month
     * @param funderKeys a key for each funder
     * @param awardKeys a key for each application
     * @param awardLimits an application is awarded in so many of 65 536 runs
     * @param tables for each payment the months in which it may come; the number of months stands for later
     * @param cents of each payment
     * @param funder of each payment, −1 for none
     * @param award the application of each payment, −1 for none
     * @param keys of each payment
     */
    @SuppressWarnings("ArrayRecordComponent") // columns of a kernel, never compared
    record Job(
            long opening,
            long[] fixed,
            long[] funderKeys,
            long[] awardKeys,
            int[] awardLimits,
            byte[][] tables,
            long[] cents,
            int[] funder,
            int[] award,
            long[] keys) {

        int months() {
            return fixed.length;
        }
    }

    /**
     * What came out of all runs.
     *
     * @param band for each rank the balances at the end of the months, by rank and month
     * @param below in how many runs a month ended below zero
     * @param lowestIn in how many runs the lowest month was this one, the first of equal ones
     * @param firstBelow in how many runs this month was the first to end below zero; one more entry for never
     * @param lows the lowest balance at each rank
     * @param overdrafts what is overdrawn at the ends of all months together, at each rank from the greatest down
     */
    @SuppressWarnings("ArrayRecordComponent") // as above
    record Outcome(long[][] band, int[] below, int[] lowestIn, int[] firstBelow, long[] lows, long[] overdrafts) {}

    /**
     * Runs a job.
     *
     * @param job the structure
     * @param runs how many, at least 1
     * @param follow in so many of 65 536 draws a payment follows its funder
     * @param ranks of the numbers wanted, from 0 up, rising
     * @param withBand whether the balances of each month are wanted too
     */
    Outcome run(Job job, int runs, int follow, int[] ranks, boolean withBand) {
        int months = job.months();
        int together = withBand ? Math.max(1, Math.min(months, most / runs)) : 0;
        prepare(job, runs, together);
        Outcome outcome = new Outcome(
                new long[withBand ? ranks.length : 0][months],
                new int[months],
                new int[months],
                new int[months + 1],
                new long[ranks.length],
                new long[ranks.length]);
        for (int first = 0; first < runs; first += BLOCK) {
            int count = Math.min(BLOCK, runs - first);
            draw(job, first, count, follow);
            addUp(job, first, count, runs, together, outcome);
        }
        selection.pick(lows, 0, runs, ranks, outcome.lows());
        fromTheTop(runs, ranks, outcome.overdrafts());
        for (int from = 0; withBand && from < months; from += together) {
            int to = Math.min(months, from + together);
            for (int first = 0; from > 0 && first < runs; first += BLOCK) {
                int count = Math.min(BLOCK, runs - first);
                draw(job, first, count, follow);
                addAgain(job, first, count, runs, from, to);
            }
            pick(runs, ranks, from, to, outcome);
        }
        return outcome;
    }

    private void fromTheTop(int runs, int[] ranks, long[] into) {
        int count = ranks.length;
        int[] rising = new int[count];
        for (int r = 0; r < count; r++) {
            rising[count - 1 - r] = runs - 1 - ranks[r];
        }
        long[] picked = new long[count];
        selection.pick(overdrafts, 0, runs, rising, picked);
        for (int r = 0; r < count; r++) {
            into[r] = picked[count - 1 - r];
        }
    }

    /** The balance of each run at the end of a month. */
    long[] balances(Job job, int runs, int follow, int month) {
        prepare(job, runs, 1);
        for (int first = 0; first < runs; first += BLOCK) {
            int count = Math.min(BLOCK, runs - first);
            draw(job, first, count, follow);
            addAgain(job, first, count, runs, month, month + 1);
        }
        return Arrays.copyOf(band, runs);
    }

    /** The lowest balance of each run at the end of a month. */
    long[] lows(Job job, int runs, int follow) {
        run(job, runs, follow, new int[0], false);
        return Arrays.copyOf(lows, runs);
    }

    /** What each run is overdrawn at the ends of all months together. */
    long[] overdrafts(Job job, int runs, int follow) {
        run(job, runs, follow, new int[0], false);
        return Arrays.copyOf(overdrafts, runs);
    }

    private void pick(int runs, int[] ranks, int from, int to, Outcome outcome) {
        long[] picked = new long[ranks.length];
        for (int month = from; month < to; month++) {
            selection.pick(band, (month - from) * runs, runs, ranks, picked);
            for (int r = 0; r < ranks.length; r++) {
                outcome.band()[r][month] = picked[r];
            }
        }
    }

    private void prepare(Job job, int runs, int together) {
        int months = job.months();
        funders = sized(funders, job.funderKeys().length * BLOCK);
        awards = sized(awards, job.awardKeys().length * BLOCK);
        flows = sized(flows, (months + 1) * BLOCK);
        Arrays.fill(flows, 0);
        lows = sized(lows, runs);
        overdrafts = sized(overdrafts, runs);
        band = sized(band, Math.multiplyExact(together, runs));
    }

    private static int[] sized(int[] array, int size) {
        return array.length >= size ? array : new int[size];
    }

    private static long[] sized(long[] array, int size) {
        return array.length >= size ? array : new long[size];
    }

    private void draw(Job job, int first, int count, int follow) {
        for (int i = 0; i < count; i++) {
            counters[i] = Draws.counter(first + i);
        }
        for (int f = 0; f < job.funderKeys().length; f++) {
            Draws.fill(funders, f * BLOCK, counters, count, job.funderKeys()[f]);
        }
        for (int a = 0; a < job.awardKeys().length; a++) {
            Draws.fill(bits, 0, counters, count, job.awardKeys()[a]);
            award(a * BLOCK, count, job.awardLimits()[a]);
        }
        for (int p = 0; p < job.cents().length; p++) {
            byte[] table = job.tables()[p];
            int funder = job.funder()[p];
            if (funder < 0 || follow == 0) {
                alone(slots, counters, count, job.keys()[p], table.length);
            } else {
                following(slots, counters, funders, funder * BLOCK, count, job.keys()[p], table.length, follow);
            }
            if (job.award()[p] < 0) {
                pay(flows, slots, table, count, job.cents()[p]);
            } else {
                pay(flows, slots, table, count, job.cents()[p], awards, job.award()[p] * BLOCK);
            }
        }
    }

    private void award(int offset, int count, int limit) {
        for (int i = 0; i < count; i++) {
            awards[offset + i] = (long) ((bits[i] >>> Draws.BITS) - limit) >> 63;
        }
    }

    /** Which entry of its table a payment takes in each run. */
    private static void alone(int[] slots, int[] counters, int count, long key, int length) {
        int low = (int) key;
        int high = (int) (key >>> 32);
        for (int i = 0; i < count; i++) {
            slots[i] = ((Draws.bits(counters[i], low, high) >>> Draws.BITS) * length) >>> Draws.BITS;
        }
    }

    /** The same where a payment may follow its funder. No branch, so that many runs are done at once. */
    private static void following(
            int[] slots, int[] counters, int[] common, int funder, int count, long key, int length, int follow) {
        int low = (int) key;
        int high = (int) (key >>> 32);
        for (int i = 0; i < count; i++) {
            int own = Draws.bits(counters[i], low, high);
            int follows = ((own & LOW) - follow) >> 31;
            int number = own ^ ((own ^ common[funder + i]) & follows);
            slots[i] = ((number >>> Draws.BITS) * length) >>> Draws.BITS;
        }
    }

    private static void pay(long[] flows, int[] slots, byte[] table, int count, long cents) {
        for (int i = 0; i < count; i++) {
            flows[(table[slots[i]] << SHIFT) + i] += cents;
        }
    }

    private static void pay(long[] flows, int[] slots, byte[] table, int count, long cents, long[] awards, int award) {
        for (int i = 0; i < count; i++) {
            flows[(table[slots[i]] << SHIFT) + i] += cents & awards[award + i];
        }
    }

    private void addUp(Job job, int first, int count, int runs, int together, Outcome outcome) {
        int months = job.months();
        Arrays.fill(balance, 0, count, job.opening());
        Arrays.fill(lowest, 0, count, Long.MAX_VALUE);
        Arrays.fill(overdrawn, 0, count, 0);
        for (int i = 0; i < count; i++) {
            above[i] = i;
        }
        int left = count;
        for (int month = 0; month < months; month++) {
            add(balance, flows, month << SHIFT, count, job.fixed()[month]);
            int below = below(balance, count);
            outcome.below()[month] += below;
            if (below > 0) {
                overdraw(balance, overdrawn, count);
                int sunk = left;
                left = stillAbove(left);
                outcome.firstBelow()[month] += sunk - left;
            }
            lowest(balance, lowest, lowestAt, count, month);
            if (month < together) {
                System.arraycopy(balance, 0, band, month * runs + first, count);
            }
        }
        outcome.firstBelow()[months] += left;
        Arrays.fill(flows, 0, (months + 1) << SHIFT, 0);
        for (int i = 0; i < count; i++) {
            outcome.lowestIn()[lowestAt[i]]++;
        }
        System.arraycopy(lowest, 0, lows, first, count);
        System.arraycopy(overdrawn, 0, overdrafts, first, count);
    }

    /** The balances of the same runs once more, kept of these months. */
    private void addAgain(Job job, int first, int count, int runs, int from, int to) {
        Arrays.fill(balance, 0, count, job.opening());
        for (int month = 0; month < to; month++) {
            add(balance, flows, month << SHIFT, count, job.fixed()[month]);
            if (month >= from) {
                System.arraycopy(balance, 0, band, (month - from) * runs + first, count);
            }
        }
        Arrays.fill(flows, 0, (job.months() + 1) << SHIFT, 0);
    }

    private static void add(long[] balance, long[] flows, int row, int count, long fixed) {
        for (int i = 0; i < count; i++) {
            balance[i] += flows[row + i] + fixed;
        }
    }

    private static int below(long[] balance, int count) {
        long below = 0;
        for (int i = 0; i < count; i++) {
            below += balance[i] >>> 63;
        }
        return (int) below;
    }

    private static void overdraw(long[] balance, long[] overdrawn, int count) {
        for (int i = 0; i < count; i++) {
            overdrawn[i] -= balance[i] & (balance[i] >> 63);
        }
    }

    private static void lowest(long[] balance, long[] lowest, int[] at, int count, int month) {
        for (int i = 0; i < count; i++) {
            long now = balance[i];
            if (now < lowest[i]) {
                lowest[i] = now;
                at[i] = month;
            }
        }
    }

    /** Keeps the runs that were never below zero at the front of their list. */
    private int stillAbove(int number) {
        int kept = 0;
        for (int i = 0; i < number; i++) {
            int run = above[i];
            above[kept] = run;
            kept += balance[run] >= 0 ? 1 : 0;
        }
        return kept;
    }
}
