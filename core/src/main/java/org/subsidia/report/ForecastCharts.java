package org.subsidia.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.cashflow.CashForecast;
import org.subsidia.cashflow.CashSimulation;
import org.subsidia.cashflow.MonthCash;
import org.subsidia.cashflow.StressCase;
import org.subsidia.finding.Message;
import org.subsidia.report.chart.ChartSpec;

/** The chart of a forecast: the balance at the end of each month with its band and its lowest point. */
final class ForecastCharts {
    private ForecastCharts() {}

    /** None where no balance is known. */
    static Optional<Figure> of(StressCase base) {
        CashForecast forecast = base.forecast();
        List<Money> balances = forecast.byMonth().stream()
                .flatMap(month -> month.balance().stream())
                .toList();
        if (balances.size() < forecast.byMonth().size()) {
            return Optional.empty();
        }
        Optional<CashSimulation> simulation = base.simulation();
        int lowest = lowest(balances);
        Message point = Message.of(
                "REPORT-CASH-CHART-LOWEST", ForecastReport.month(forecast.axis().month(lowest)), balances.get(lowest));
        List<ChartSpec.Series> lines = new ArrayList<>();
        lines.add(new ChartSpec.Series(Message.of("REPORT-CASH-CHART-FORECAST"), plain(balances)));
        simulation.ifPresent(drawn -> {
            int middle = drawn.options().quantiles().size() / 2;
            lines.add(new ChartSpec.Series(
                    Message.of("REPORT-CASH-QUANTILE", ForecastReport.quantile(drawn, middle)),
                    plain(drawn.band(middle))));
        });
        int last =
                simulation.map(drawn -> drawn.options().quantiles().size() - 1).orElse(0);
        Message spread = simulation
                .map(drawn -> Message.of(
                        "REPORT-CASH-CHART-BAND",
                        ForecastReport.quantile(drawn, 0),
                        ForecastReport.quantile(drawn, last)))
                .orElse(Message.of("REPORT-CASH-CHART-FORECAST"));
        ChartSpec.Band chart = new ChartSpec.Band(
                Message.of("REPORT-CASH-TITLE"),
                Message.of("REPORT-CASH-MONTH"),
                Message.of("REPORT-CASH-CHART-BALANCE"),
                ChartSpec.Unit.EURO,
                forecast.axis().labels(),
                spread,
                simulation.map(drawn -> plain(drawn.band(0))).orElse(List.of()),
                simulation.map(drawn -> plain(drawn.band(last))).orElse(List.of()),
                lines,
                new ChartSpec.Mark(point, lowest, balances.get(lowest).getAmount()));
        return Optional.of(new Figure(
                "balance",
                chart,
                Message.of("REPORT-CASH-CHART-NOTE", point),
                words(forecast, simulation, point, last)));
    }

    /** Every point stands in the table of months: the words tell the lowest and the last. */
    private static Message words(CashForecast forecast, Optional<CashSimulation> simulation, Message point, int last) {
        int end = forecast.byMonth().size() - 1;
        MonthCash month = forecast.byMonth().get(end);
        Money balance = month.balance().orElseThrow();
        return Lists.joined(List.of(
                point,
                simulation
                        .map(drawn -> Message.of(
                                "REPORT-CASH-CHART-WORDS",
                                ForecastReport.month(month.month()),
                                balance,
                                drawn.band(0).get(end),
                                drawn.band(last).get(end)))
                        .orElse(Message.of("REPORT-CHART-VALUE", ForecastReport.month(month.month()), balance))));
    }

    private static int lowest(List<Money> balances) {
        int lowest = 0;
        for (int m = 1; m < balances.size(); m++) {
            lowest = balances.get(m).isLessThan(balances.get(lowest)) ? m : lowest;
        }
        return lowest;
    }

    private static List<BigDecimal> plain(List<Money> amounts) {
        return amounts.stream().map(Money::getAmount).toList();
    }
}
