package org.subsidia.transfer.sweep;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.money.Fraction;

/** A sweep in decimals, point by point and structure by structure, without a shortcut: slow and plain. */
final class NaiveSweep {
    private static final int[] HUNDREDTHS = {0, 10, 25, 50, 75, 90, 100};
    private final SweepFrame frame;

    NaiveSweep(Sweep sweep) {
        frame = sweep.frame;
    }

    SweepResult run(SweepPoint point) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < point.baseYears(); i++) {
            sum = sum.add(BigDecimal.valueOf(frame.line()[i]));
        }
        BigDecimal base = sum.divide(BigDecimal.valueOf(point.baseYears()), 0, RoundingMode.HALF_UP);
        BigDecimal[] gaps = new BigDecimal[frame.before().length];
        for (int s = 0; s < gaps.length; s++) {
            gaps[s] = BigDecimal.valueOf(frame.before()[s]).multiply(BigDecimal.valueOf(-frame.years()));
        }
        BigDecimal transferred = BigDecimal.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        Columns between = frame.key(point.regionKey());
        Columns within = frame.key(point.key());
        for (int year = 0; year < frame.years(); year++) {
            Fraction exact = point.rate();
            for (int i = 0; i < year; i++) {
                exact = exact.times(Fraction.ONE.plus(point.growth()));
            }
            BigDecimal path = base.multiply(new BigDecimal(exact.numerator()))
                    .divide(new BigDecimal(exact.denominator()), 0, RoundingMode.HALF_UP);
            transferred = transferred.add(path);
            BigDecimal[] envelopes = split(path, between.regionWeights(), 0, frame.regions());
            for (int r = 0; r < envelopes.length; r++) {
                BigDecimal envelope = envelopes[r];
                if (point.cap() != null) {
                    envelope = envelope.min(BigDecimal.valueOf(point.cap().getAmountMinorLong()));
                }
                if (within.sums()[r] > 0) {
                    BigDecimal[] parts = split(envelope, within.weights(), frame.starts()[r], frame.starts()[r + 1]);
                    for (int i = 0; i < parts.length; i++) {
                        int structure = frame.structures()[frame.starts()[r] + i];
                        gaps[structure] = gaps[structure].add(parts[i]);
                    }
                    paid = paid.add(envelope);
                }
            }
        }
        return result(point, base, transferred, paid, gaps);
    }

    private static BigDecimal[] split(BigDecimal total, long[] weights, int from, int to) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = from; i < to; i++) {
            sum = sum.add(BigDecimal.valueOf(weights[i]));
        }
        BigDecimal[] parts = new BigDecimal[to - from];
        BigDecimal[] remainders = new BigDecimal[to - from];
        List<Integer> order = new ArrayList<>();
        BigDecimal left = total;
        for (int i = 0; i < parts.length; i++) {
            BigDecimal[] exact =
                    total.multiply(BigDecimal.valueOf(weights[from + i])).divideAndRemainder(sum);
            parts[i] = exact[0];
            remainders[i] = exact[1];
            left = left.subtract(exact[0]);
            order.add(i);
        }
        order.sort(Comparator.comparing((Integer i) -> remainders[i]).reversed());
        for (int i = 0; i < left.intValueExact(); i++) {
            parts[order.get(i)] = parts[order.get(i)].add(BigDecimal.ONE);
        }
        return parts;
    }

    private static SweepResult result(
            SweepPoint point, BigDecimal base, BigDecimal transferred, BigDecimal paid, BigDecimal[] gaps) {
        BigDecimal total = BigDecimal.ZERO;
        int losers = 0;
        int winners = 0;
        for (BigDecimal gap : gaps) {
            total = total.add(gap);
            losers += gap.signum() < 0 ? 1 : 0;
            winners += gap.signum() > 0 ? 1 : 0;
        }
        List<BigDecimal> sorted = new ArrayList<>(List.of(gaps));
        sorted.sort(Comparator.naturalOrder());
        SortedMap<Integer, Money> quantiles = new TreeMap<>();
        for (int hundredths : HUNDREDTHS) {
            int rank = BigDecimal.valueOf((long) hundredths * gaps.length)
                    .divide(BigDecimal.valueOf(100), 0, RoundingMode.CEILING)
                    .intValueExact();
            quantiles.put(hundredths, money(sorted.get(Math.max(1, rank) - 1)));
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

    private static Money money(BigDecimal cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents.longValueExact());
    }
}
