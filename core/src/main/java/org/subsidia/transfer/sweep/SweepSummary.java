package org.subsidia.transfer.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a sweep while its results pass by: the least and the greatest gap and number of losers, in all and for each
 * value of each parameter, as long as a parameter has not too many values.
 */
public final class SweepSummary {
    private static final int MOST_VALUES = 50;

    private final Map<String, Map<String, Row>> byParameter = new LinkedHashMap<>();
    private final List<String> tooMany = new ArrayList<>();
    private @Nullable Row all;

    /**
     * What the points with one value of one parameter have in common.
     *
     * @param points how many
     * @param leastGap the gap of all structures at the worst point
     * @param greatestGap the gap of all structures at the best point
     * @param fewestLosers structures that lose at the point where fewest do
     * @param mostLosers structures that lose at the point where most do
     * @param worst the number of the point of the least gap, the first among equals
     * @param best the number of the point of the greatest gap, the first among equals
     */
    public record Row(
            long points, Money leastGap, Money greatestGap, int fewestLosers, int mostLosers, long worst, long best) {

        private static Row of(SweepResult result) {
            long number = result.point().number();
            return new Row(1, result.gap(), result.gap(), result.losers(), result.losers(), number, number);
        }

        private Row and(Row other) {
            boolean worse = other.leastGap.isLessThan(leastGap);
            boolean better = other.greatestGap.isGreaterThan(greatestGap);
            return new Row(
                    points + other.points,
                    worse ? other.leastGap : leastGap,
                    better ? other.greatestGap : greatestGap,
                    Math.min(fewestLosers, other.fewestLosers),
                    Math.max(mostLosers, other.mostLosers),
                    worse ? other.worst : worst,
                    better ? other.best : best);
        }
    }

    /**
     * Takes a result into account.
     *
     * @param result the next one
     */
    public void add(SweepResult result) {
        Row row = Row.of(result);
        all = all == null ? row : all.and(row);
        SweepPoint point = result.point();
        add("baseYears", String.valueOf(point.baseYears()), row);
        add("rate", SweepCsv.number(point.rate()), row);
        add("growth", SweepCsv.number(point.growth()), row);
        add("cap", point.limit().map(cap -> cap.getAmount().toPlainString()).orElse(SweepSpace.NONE), row);
        add("regionKey", point.regionKey(), row);
        add("key", point.key(), row);
    }

    private void add(String parameter, String value, Row row) {
        if (tooMany.contains(parameter)) {
            return;
        }
        Map<String, Row> rows = byParameter.computeIfAbsent(parameter, key -> new LinkedHashMap<>());
        rows.merge(value, row, Row::and);
        if (rows.size() > MOST_VALUES) {
            byParameter.remove(parameter);
            tooMany.add(parameter);
        }
    }

    /** {@return all points together; null: there were none} */
    public @Nullable Row all() {
        return all;
    }

    /** {@return a row for each value of each parameter} */
    public Map<String, Map<String, Row>> byParameter() {
        return byParameter;
    }

    /** {@return parameters of too many values to have a row for each} */
    public List<String> tooMany() {
        return List.copyOf(tooMany);
    }
}
