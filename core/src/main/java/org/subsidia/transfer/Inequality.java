package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;
import org.subsidia.money.Fraction;

/**
 * How a year's public money and its changes are spread over the structures.
 *
 * @param winners structures that receive more than before
 * @param losers structures that receive less
 * @param same structures that receive the same
 * @param quantiles the gap below which so many hundredths of the structures lie, the nearest rank
 * @param giniBefore inequality of public money, 0: all alike, to 1; empty where there is none
 * @param giniAfter the same with the measures
 * @param lorenzAfter share of the money that the poorest structures hold, by number of structures
 */
public record Inequality(
        int winners,
        int losers,
        int same,
        SortedMap<Integer, Money> quantiles,
        Optional<Fraction> giniBefore,
        Optional<Fraction> giniAfter,
        List<Fraction> lorenzAfter) {
    private static final int[] HUNDREDTHS = {0, 10, 25, 50, 75, 90, 100};

    /** Copies the lists. */
    public Inequality {
        quantiles = Collections.unmodifiableSortedMap(new TreeMap<>(quantiles));
        lorenzAfter = List.copyOf(lorenzAfter);
    }

    static Inequality of(Simulation simulation, int year) {
        YearResult result = simulation.result(year);
        int size = simulation.population().recipients().size();
        long[] before = new long[size];
        long[] after = new long[size];
        long[] gaps = new long[size];
        for (int p = 0; p < size; p++) {
            before[p] = result.publicBefore(p);
            after[p] = result.publicAfter(p);
            gaps[p] = after[p] - before[p];
        }
        int winners = (int) Arrays.stream(gaps).filter(gap -> gap > 0).count();
        int losers = (int) Arrays.stream(gaps).filter(gap -> gap < 0).count();
        Arrays.sort(gaps);
        SortedMap<Integer, Money> quantiles = new TreeMap<>();
        for (int hundredths : HUNDREDTHS) {
            quantiles.put(hundredths, Cents.money(quantile(gaps, hundredths)));
        }
        return new Inequality(
                winners, losers, size - winners - losers, quantiles, gini(before), gini(after), lorenz(after));
    }

    /** The nearest rank of sorted values: the least value below or at which so many hundredths lie. */
    static long quantile(long[] sorted, int hundredths) {
        return sorted[place(sorted.length, hundredths)];
    }

    /** Where that rank stands among so many sorted values, the first is 0. */
    static int place(int size, int hundredths) {
        long rank = ((long) hundredths * size + 99) / 100;
        return (int) Math.max(0, rank - 1);
    }

    /** Σ (2i − n − 1) x_i / (n Σ x), over sorted x. */
    static Optional<Fraction> gini(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        Fraction sum = Fraction.ZERO;
        Fraction weighted = Fraction.ZERO;
        for (int i = 0; i < sorted.length; i++) {
            sum = sum.plus(Fraction.of(sorted[i]));
            weighted = weighted.plus(Fraction.of(2L * i + 1 - sorted.length).times(Fraction.of(sorted[i])));
        }
        return sum.signum() <= 0
                ? Optional.empty()
                : Optional.of(weighted.dividedBy(sum.times(Fraction.of(sorted.length))));
    }

    private static List<Fraction> lorenz(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        long total = Cents.sum(sorted);
        List<Fraction> curve = new ArrayList<>();
        if (total > 0) {
            long sum = 0;
            curve.add(Fraction.ZERO);
            for (long value : sorted) {
                sum = Math.addExact(sum, value);
                curve.add(Fraction.of(sum, total));
            }
        }
        return curve;
    }
}
