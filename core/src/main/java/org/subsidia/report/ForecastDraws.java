package org.subsidia.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.subsidia.cashflow.CashRun;
import org.subsidia.cashflow.CashSimulation;
import org.subsidia.cashflow.DrawnPayment;
import org.subsidia.cashflow.SimulationWhy;
import org.subsidia.cashflow.SimulationWhy.Draw;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Portfolio;

/** What a simulation drew: the spread of each payment, and single runs read back. */
final class ForecastDraws {
    private final Portfolio portfolio;
    private final CashSimulation simulation;
    private final SimulationWhy why;

    ForecastDraws(Portfolio portfolio, CashSimulation simulation) {
        this.portfolio = portfolio;
        this.simulation = simulation;
        this.why = simulation.why();
    }

    private Cell funder(DrawnPayment payment) {
        return payment.payer()
                .map(id -> Cell.of(portfolio.funder(id).map(Funder::name).orElse(id.value())))
                .orElse(Cell.EMPTY);
    }

    /** Each payment with the days it may come on, the source of its delay, and whether it comes at all. */
    Table table() {
        List<List<Cell>> rows = new ArrayList<>();
        for (Draw draw : why.drawn()) {
            rows.add(List.of(
                    Cell.of(draw.label()),
                    Cell.of(draw.money()),
                    Cell.of(draw.state().label()),
                    Cell.of(draw.probability()),
                    Cell.of(draw.first()),
                    Cell.of(draw.middle()),
                    Cell.of(draw.last()),
                    Cell.of(draw.lag().source().label()),
                    Cell.of(draw.lag().observations()),
                    Cell.of(draw.grant().value())));
        }
        return new Table(
                "draws",
                Message.of("REPORT-CASH-DRAWS"),
                List.of(
                        Column.of("subject", Column.Type.TEXT, Message.of("REPORT-CASH-SUBJECT")),
                        Column.of("amount", Column.Type.MONEY, Message.of("REPORT-CASH-AMOUNT")),
                        Column.of("state", Column.Type.TEXT, Message.of("REPORT-CASH-STATE")),
                        Column.of("probability", Column.Type.SHARE, Message.of("REPORT-CASH-PROBABILITY")),
                        Column.of("first", Column.Type.DATE, Message.of("REPORT-CASH-FIRST")),
                        Column.of("middle", Column.Type.DATE, Message.of("REPORT-CASH-MIDDLE")),
                        Column.of("last", Column.Type.DATE, Message.of("REPORT-CASH-LAST")),
                        Column.of("source", Column.Type.TEXT, Message.of("REPORT-CASH-SOURCE")),
                        Column.of("observations", Column.Type.COUNT, Message.of("REPORT-CASH-SEEN")),
                        Column.of("grant", Column.Type.TEXT, Message.of("REPORT-CASH-GRANT"))),
                rows,
                null);
    }

    /** The run at each quantile of a month's balance, with the payments that could have come by then. */
    Table readBack(YearMonth month) {
        int at = (int) simulation.forecast().axis().position(month);
        LocalDate end = month.atEndOfMonth();
        List<Draw> draws = why.drawn();
        List<List<Cell>> rows = new ArrayList<>();
        for (int q = 0; q < simulation.options().quantiles().size(); q++) {
            CashRun run = why.run(why.runOf(q, at));
            for (int p = 0; p < run.payments().size(); p++) {
                DrawnPayment payment = run.payments().get(p);
                if (draws.get(p).first().isAfter(end)) {
                    continue;
                }
                String state = payment.hasCome(end) ? "CAME" : payment.awarded() ? "LATER" : "REFUSED";
                rows.add(List.of(
                        Cell.of(Message.of("REPORT-CASH-QUANTILE", ForecastReport.quantile(simulation, q))),
                        Cell.of(new BigDecimal(run.number())),
                        Cell.of(run.balances().get(at)),
                        payment.awarded() ? Cell.of(payment.day()) : Cell.EMPTY,
                        Cell.of(payment.expected()),
                        Cell.of(payment.money()),
                        Cell.of(payment.label()),
                        Cell.of(Message.of("REPORT-CASH-RUN-" + state)),
                        funder(payment),
                        Cell.of(Message.of(payment.followed() ? "REPORT-CASH-FOLLOWED" : "REPORT-CASH-OWN-DELAY")),
                        Cell.of(payment.grant().value())));
            }
        }
        return new Table(
                "readBack",
                Message.of("REPORT-CASH-READ-BACK", ForecastReport.month(month)),
                List.of(
                        Column.of("quantile", Column.Type.TEXT, Message.of("REPORT-CASH-QUANTILE-OF")),
                        Column.of("run", Column.Type.NUMBER, Message.of("REPORT-CASH-RUN")),
                        Column.of("balance", Column.Type.MONEY, Message.of("REPORT-CASH-BALANCE")),
                        Column.of("day", Column.Type.DATE, Message.of("REPORT-CASH-DRAWN")),
                        Column.of("expected", Column.Type.DATE, Message.of("REPORT-CASH-MIDDLE")),
                        Column.of("amount", Column.Type.MONEY, Message.of("REPORT-CASH-AMOUNT")),
                        Column.of("subject", Column.Type.TEXT, Message.of("REPORT-CASH-SUBJECT")),
                        Column.of("state", Column.Type.TEXT, Message.of("REPORT-CASH-RUN-STATE")),
                        Column.of("funder", Column.Type.TEXT, Message.of("REPORT-CASH-FUNDER")),
                        Column.of("delay", Column.Type.TEXT, Message.of("REPORT-CASH-DELAY")),
                        Column.of("grant", Column.Type.TEXT, Message.of("REPORT-CASH-GRANT"))),
                rows,
                null);
    }
}
