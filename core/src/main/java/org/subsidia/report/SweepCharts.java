package org.subsidia.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Message;
import org.subsidia.report.chart.ChartSpec;
import org.subsidia.transfer.sweep.SweepSummary;

/** The pictures of a sweep: for each parameter of several values, all structures together and the spread over the structures. */
final class SweepCharts {
    private SweepCharts() {}

    static List<Block> of(SweepSummary summary) {
        List<Block> charts = new ArrayList<>();
        summary.byParameter().forEach((parameter, values) -> {
            if (values.size() > 1) {
                charts.add(total(parameter, values));
                charts.add(spread(parameter, values));
            }
        });
        return charts;
    }

    /** The gap of all structures: from the worst to the best point with each value, and the mean. */
    private static Figure total(String parameter, Map<String, SweepSummary.Row> values) {
        Collection<SweepSummary.Row> rows = values.values();
        return band(
                parameter,
                values,
                "Total",
                Message.of("SWEEP-CHART-POINTS"),
                column(rows, SweepSummary.Row::leastGap),
                column(rows, SweepSummary.Row::greatestGap),
                List.of(new ChartSpec.Series(
                        Message.of("SWEEP-COLUMN-MEAN"), column(rows, SweepSummary.Row::meanGap))));
    }

    /** The gap of one structure: eight of ten lie in the band, half above the line. */
    private static Figure spread(String parameter, Map<String, SweepSummary.Row> values) {
        Collection<SweepSummary.Row> rows = values.values();
        return band(
                parameter,
                values,
                "Spread",
                Message.of("SWEEP-CHART-STRUCTURES"),
                column(rows, row -> quantile(row, 10)),
                column(rows, row -> quantile(row, 90)),
                List.of(
                        new ChartSpec.Series(Message.of("SWEEP-CHART-MEDIAN"), column(rows, row -> quantile(row, 50))),
                        new ChartSpec.Series(
                                Message.of("SWEEP-CHART-QUARTILES", 25), column(rows, row -> quantile(row, 25))),
                        new ChartSpec.Series(
                                Message.of("SWEEP-CHART-QUARTILES", 75), column(rows, row -> quantile(row, 75)))));
    }

    private static Figure band(
            String parameter,
            Map<String, SweepSummary.Row> values,
            String kind,
            Message spread,
            List<BigDecimal> low,
            List<BigDecimal> high,
            List<ChartSpec.Series> lines) {
        Message name = SweepReport.name(parameter);
        Message title = Message.of("SWEEP-CHART-" + kind.toUpperCase(Locale.ROOT), name);
        List<String> names = List.copyOf(values.keySet());
        int last = names.size() - 1;
        return new Figure(
                parameter + kind,
                new ChartSpec.Band(
                        title,
                        name,
                        Message.of("SWEEP-CHART-GAP"),
                        ChartSpec.Unit.EURO,
                        names.stream().map(Words::verbatim).toList(),
                        spread,
                        low,
                        high,
                        lines,
                        null),
                title,
                Message.of("SWEEP-CHART-ALT", names.get(0), money(lines, 0), names.get(last), money(lines, last)));
    }

    private static Money money(List<ChartSpec.Series> lines, int at) {
        return Money.of(CurrencyUnit.EUR, lines.get(0).values().get(at));
    }

    private static Money quantile(SweepSummary.Row row, int hundredths) {
        return Optional.ofNullable(row.quantiles().get(hundredths)).orElseThrow();
    }

    private static List<BigDecimal> column(Collection<SweepSummary.Row> rows, Function<SweepSummary.Row, Money> of) {
        return rows.stream().map(of).map(Money::getAmount).toList();
    }
}
