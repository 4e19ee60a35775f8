package org.subsidia.transfer.sweep;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/**
 * What is kept of a sweep while its results pass by: the least and the greatest gap and number of losers and the mean quantiles, in
 * all and for each value of each parameter, as long as a parameter has not too many values.
 */
public final class SweepSummary {
    private static final int MOST_VALUES = 50;
    private static final List<String> NUMBERS = List.of("baseYears", "rate", "growth", "cap");

    private final Map<String, Map<String, Sums>> byParameter = new LinkedHashMap<>();
    private final List<String> tooMany = new ArrayList<>();
    private @Nullable Sums all;

    /**
     * What the points with one value of one parameter have in common.
     *
     * @param points how many
     * @param leastGap the gap of all structures at the worst point
     * @param meanGap the mean over the points, rounded half up
     * @param greatestGap the gap of all structures at the best point
     * @param fewestLosers structures that lose at the point where fewest do
     * @param mostLosers structures that lose at the point where most do
     * @param worst the number of the point of the least gap, the first among equals
     * @param best the number of the point of the greatest gap, the first among equals
     * @param quantiles the mean over the points of each quantile over the structures, rounded half up
     */
    public record Row(
            long points,
            Money leastGap,
            Money meanGap,
            Money greatestGap,
            int fewestLosers,
            int mostLosers,
            long worst,
            long best,
            SortedMap<Integer, Money> quantiles) {
        /** Copies the quantiles. */
        public Row {
            quantiles = Collections.unmodifiableSortedMap(new TreeMap<>(quantiles));
        }
    }

    /** The same while it grows; sums of many points may be greater than a long. */
    private static final class Sums {
        private long points;
        private @Nullable SweepResult least;
        private @Nullable SweepResult greatest;
        private int fewestLosers = Integer.MAX_VALUE;
        private int mostLosers;
        private BigInteger gap = BigInteger.ZERO;
        private final SortedMap<Integer, BigInteger> quantiles = new TreeMap<>();

        void add(SweepResult result) {
            points++;
            least = least == null || result.gap().isLessThan(least.gap()) ? result : least;
            greatest = greatest == null || result.gap().isGreaterThan(greatest.gap()) ? result : greatest;
            fewestLosers = Math.min(fewestLosers, result.losers());
            mostLosers = Math.max(mostLosers, result.losers());
            gap = gap.add(cents(result.gap()));
            result.quantiles().forEach((hundredths, each) -> quantiles.merge(hundredths, cents(each), BigInteger::add));
        }

        private static BigInteger cents(Money amount) {
            return BigInteger.valueOf(amount.getAmountMinorLong());
        }

        Row row() {
            if (least == null || greatest == null) {
                throw new IllegalStateException("no point");
            }
            SortedMap<Integer, Money> means = new TreeMap<>();
            quantiles.forEach((hundredths, sum) -> means.put(hundredths, mean(sum)));
            return new Row(
                    points,
                    least.gap(),
                    mean(gap),
                    greatest.gap(),
                    fewestLosers,
                    mostLosers,
                    least.point().number(),
                    greatest.point().number(),
                    means);
        }

        private Money mean(BigInteger sum) {
            BigDecimal cents = new BigDecimal(sum).divide(BigDecimal.valueOf(points), 0, RoundingMode.HALF_UP);
            return Money.ofMinor(CurrencyUnit.EUR, cents.longValueExact());
        }
    }

    /**
     * Takes a result into account.
     *
     * @param result the next one
     */
    public void add(SweepResult result) {
        if (all == null) {
            all = new Sums();
        }
        all.add(result);
        SweepPoint point = result.point();
        add("baseYears", String.valueOf(point.baseYears()), result);
        add("rate", SweepCsv.number(point.rate()), result);
        add("growth", SweepCsv.number(point.growth()), result);
        add("cap", point.limit().map(cap -> cap.getAmount().toPlainString()).orElse(SweepSpace.NONE), result);
        add("regionKey", point.regionKey(), result);
        add("key", point.key(), result);
    }

    private void add(String parameter, String value, SweepResult result) {
        if (tooMany.contains(parameter)) {
            return;
        }
        Map<String, Sums> rows = byParameter.computeIfAbsent(parameter, key -> new LinkedHashMap<>());
        rows.computeIfAbsent(value, key -> new Sums()).add(result);
        if (rows.size() > MOST_VALUES) {
            byParameter.remove(parameter);
            tooMany.add(parameter);
        }
    }

    /** {@return all points together; null: there were none} */
    public @Nullable Row all() {
        return all == null ? null : all.row();
    }

    /** {@return a row for each value of each parameter, numbers in their order} */
    public Map<String, Map<String, Row>> byParameter() {
        Map<String, Map<String, Row>> rows = new LinkedHashMap<>();
        byParameter.forEach((parameter, values) -> {
            List<String> order = new ArrayList<>(values.keySet());
            if (NUMBERS.contains(parameter)) {
                order.sort(Comparator.comparing(SweepSummary::number));
            }
            Map<String, Row> own = new LinkedHashMap<>();
            order.forEach(value -> {
                Sums sums = values.get(value);
                if (sums != null) {
                    own.put(value, sums.row());
                }
            });
            rows.put(parameter, own);
        });
        return rows;
    }

    /** No cap is the highest. */
    private static Fraction number(String value) {
        return value.equals(SweepSpace.NONE) ? Fraction.of(Long.MAX_VALUE) : Fraction.parse(value);
    }

    /** {@return parameters of too many values to have a row for each} */
    public List<String> tooMany() {
        return List.copyOf(tooMany);
    }
}
