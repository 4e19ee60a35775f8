package org.subsidia.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.subsidia.cashflow.CashForecast;
import org.subsidia.cashflow.MonthCash;
import org.subsidia.dependence.FunderExit;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.report.chart.ChartSpec;

/** The cash of a structure month by month, as it is and without a funder that leaves. */
final class DependenceExit {
    private DependenceExit() {}

    static Table months(FunderExit exit) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int m = 0; m < exit.base().byMonth().size(); m++) {
            MonthCash as = exit.base().byMonth().get(m);
            MonthCash without = exit.without().byMonth().get(m);
            Explanation closing = exit.closing(m);
            rows.add(List.of(
                    Cell.of(as.month()),
                    Cell.of(as.closing().value()),
                    Cell.of(closing.value()),
                    Cell.of(exit.change(m).value()),
                    Cell.of(as.in()),
                    closing.value().isKnown() ? Cell.of(without.in()) : Cell.of(closing.value())));
        }
        return new Table(
                "exitMonths",
                Message.of("REPORT-DEP-EXIT-MONTHS", exit.party().label(), exit.from()),
                List.of(
                        Column.of("month", Column.Type.MONTH, Message.of("REPORT-CASH-MONTH")),
                        Column.of("balance", Column.Type.MONEY, Message.of("REPORT-CASH-BALANCE")),
                        Column.of("balanceWithout", Column.Type.MONEY, Message.of("REPORT-DEP-EXIT-BALANCE")),
                        Column.of("change", Column.Type.MONEY, Message.of("REPORT-DEP-EXIT-CHANGE")),
                        Column.of("in", Column.Type.MONEY, Message.of("REPORT-CASH-IN")),
                        Column.of("inWithout", Column.Type.MONEY, Message.of("REPORT-DEP-EXIT-IN"))),
                rows,
                null);
    }

    /** None where a balance is not known. */
    static Optional<Figure> chart(FunderExit exit) {
        CashForecast base = exit.base();
        List<Integer> months = IntStream.range(0, base.byMonth().size()).boxed().toList();
        List<Money> as = base.byMonth().stream()
                .flatMap(month -> month.balance().stream())
                .toList();
        List<Money> without = months.stream()
                .flatMap(m -> Amounts.of(exit.closing(m)).stream())
                .toList();
        if (as.size() < months.size() || without.size() < months.size()) {
            return Optional.empty();
        }
        int lowest = 0;
        for (int m : months) {
            lowest = without.get(m).isLessThan(without.get(lowest)) ? m : lowest;
        }
        Message point = Message.of(
                "REPORT-CASH-CHART-LOWEST", ForecastReport.month(base.axis().month(lowest)), without.get(lowest));
        Message title = Message.of("REPORT-DEP-EXIT-MONTHS", exit.party().label(), exit.from());
        ChartSpec.Band chart = new ChartSpec.Band(
                title,
                Message.of("REPORT-CASH-MONTH"),
                Message.of("REPORT-CASH-CHART-BALANCE"),
                ChartSpec.Unit.EURO,
                base.axis().labels(),
                title,
                List.of(),
                List.of(),
                List.of(
                        new ChartSpec.Series(
                                Message.of("REPORT-DEP-EXIT-LINE", exit.party().label()), plain(without)),
                        new ChartSpec.Series(Message.of("REPORT-DEP-EXIT-BASE"), plain(as))),
                new ChartSpec.Mark(point, lowest, without.get(lowest).getAmount()));
        return Optional.of(new Figure("exitChart", chart, title, Lists.joined(List.of(title, point))));
    }

    private static List<BigDecimal> plain(List<Money> amounts) {
        return amounts.stream().map(Money::getAmount).toList();
    }

    /** Each month without the funder, and what it changes. */
    static List<Explanation> explanations(FunderExit exit) {
        return IntStream.range(0, exit.base().byMonth().size())
                .boxed()
                .flatMap(m -> Stream.of(
                        Amounts.same(
                                Message.of(
                                        "CASH-IN-CASE",
                                        Message.of(
                                                "REPORT-DEP-EXIT-LINE",
                                                exit.party().label()),
                                        exit.closing(m).label()),
                                exit.closing(m)),
                        exit.change(m)))
                .toList();
    }
}
