package org.subsidia.transfer.sweep;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;

/** Computes points of a sweep, one at a time, in memory of its own. */
public final class SweepWorker {
    /** The quantiles that are told. */
    static final int[] HUNDREDTHS = {0, 10, 25, 50, 75, 90, 100};

    private final SweepFrame frame;
    private final ProRata proRata;
    private final OrderStatistics statistics;
    private final long[] received;
    private final long[] gaps;
    private final long[] lost;
    private final int[] ranks;

    SweepWorker(SweepFrame frame) {
        this.frame = frame;
        int greatest = 0;
        for (int r = 0; r < frame.regions(); r++) {
            greatest = Math.max(greatest, frame.starts()[r + 1] - frame.starts()[r]);
        }
        int structures = frame.before().length;
        proRata = new ProRata(greatest);
        statistics = new OrderStatistics(structures);
        received = new long[frame.structures().length];
        gaps = new long[structures];
        lost = Arrays.stream(frame.before())
                .map(each -> -Math.multiplyExact(each, (long) frame.years()))
                .toArray();
        ranks = Arrays.stream(HUNDREDTHS)
                .map(each -> (int) Math.max(0, ((long) each * structures + 99) / 100 - 1))
                .toArray();
    }

    /**
     * Computes a point.
     *
     * @param point its years and keys are known to the sweep
     * @return what it comes to
     * @throws IllegalArgumentException if a year of the base or a key is not known
     * @throws ArithmeticException if an amount is too great for a number of cents
     */
    public SweepResult run(SweepPoint point) {
        long base = base(point.baseYears());
        Columns between = frame.key(point.regionKey());
        Columns within = frame.key(point.key());
        long cap = point.limit().map(Money::getAmountMinorLong).orElse(Long.MAX_VALUE);
        Arrays.fill(received, 0);
        long transferred = 0;
        long[][] envelopes = new long[frame.years()][];
        Fraction factor = point.rate();
        for (int year = 0; year < frame.years(); year++) {
            long path = factor.times(base, RoundingMode.HALF_UP);
            transferred = Math.addExact(transferred, path);
            envelopes[year] = Allocation.split(path, between.regionWeights());
            factor = factor.times(Fraction.ONE.plus(point.growth()));
        }
        long paid = 0;
        // all years of a region one after the other: its columns then stay in the cache of the processor
        for (int region = 0; region < frame.regions(); region++) {
            if (within.sums()[region] > 0) {
                for (long[] envelope : envelopes) {
                    paid = Math.addExact(paid, pay(Math.min(cap, envelope[region]), region, within));
                }
            }
        }
        return result(point, base, transferred, paid);
    }

    /** The first structure whose gap is a quantile of the point computed last. */
    int realising(int hundredths) {
        int rank = ranks[Arrays.binarySearch(HUNDREDTHS, hundredths)];
        long wanted = statistics.at(gaps, new int[] {rank})[0];
        int structure = 0;
        while (gaps[structure] != wanted) {
            structure++;
        }
        return structure;
    }

    /** The mean of the line's last years, rounded half up. */
    long base(int years) {
        long[] line = frame.line();
        if (years < 1 || years > line.length) {
            throw new IllegalArgumentException("the line is known for " + line.length + " years, not " + years);
        }
        long sum = 0;
        for (int i = 0; i < years; i++) {
            sum = Math.addExact(sum, line[i]);
        }
        return Fraction.of(1, years).times(sum, RoundingMode.HALF_UP);
    }

    private long pay(long envelope, int region, Columns key) {
        proRata.add(
                envelope,
                key.weights(),
                key.sums()[region],
                frame.starts()[region],
                frame.starts()[region + 1],
                received);
        return envelope;
    }

    private SweepResult result(SweepPoint point, long base, long transferred, long paid) {
        System.arraycopy(lost, 0, gaps, 0, gaps.length);
        int[] structures = frame.structures();
        for (int place = 0; place < structures.length; place++) {
            gaps[structures[place]] += received[place];
        }
        long total = 0;
        int losers = 0;
        int winners = 0;
        for (long gap : gaps) {
            total += gap;
            losers += (int) (gap >>> (Long.SIZE - 1));
            winners += (int) (-gap >>> (Long.SIZE - 1));
        }
        SortedMap<Integer, Money> quantiles = new TreeMap<>();
        long[] found = statistics.at(gaps, ranks);
        for (int i = 0; i < found.length; i++) {
            quantiles.put(HUNDREDTHS[i], money(found[i]));
        }
        return new SweepResult(
                point,
                money(base),
                money(transferred),
                money(paid),
                money(total),
                losers,
                gaps.length - losers - winners,
                winners,
                quantiles);
    }

    private static Money money(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }
}
