package org.subsidia.cashflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.joda.money.Money;

/** The forecast done again, one payment and one month at a time, in decimals, with other random numbers and no shortcut. */
final class NaiveForecast {
    private NaiveForecast() {}

    /** The balance at the end of each month: everything up to its last day, added up from the beginning. */
    static List<BigDecimal> deterministic(CashForecast forecast, BigDecimal opening) {
        List<BigDecimal> balances = new ArrayList<>();
        for (YearMonth month : forecast.axis().months()) {
            BigDecimal balance = opening;
            for (CashLine line : forecast.lines()) {
                if (!line.day().isAfter(month.atEndOfMonth())) {
                    balance = balance.add(line.amount().value().number().orElseThrow());
                }
            }
            balances.add(balance);
        }
        return balances;
    }

    /** All balances of a month over the runs, sorted, for each month. */
    static List<List<Money>> simulate(CashForecast forecast, Money opening, int runs, double correlation) {
        SplittableRandom random = new SplittableRandom(4711);
        List<List<Money>> all = new ArrayList<>();
        forecast.axis().months().forEach(month -> all.add(new ArrayList<>()));
        for (int run = 0; run < runs; run++) {
            Map<Object, Double> funders = new TreeMap<>();
            Map<Object, Boolean> awarded = new TreeMap<>();
            List<LocalDate> days = new ArrayList<>();
            List<Money> amounts = new ArrayList<>();
            for (CashLine line : forecast.lines()) {
                if (line.kind() != CashKind.GRANT && line.kind() != CashKind.APPLICATION) {
                    days.add(line.day());
                    amounts.add(line.money());
                }
            }
            for (CashPayment payment : forecast.payments()) {
                double share = payment.probability().value(9).doubleValue();
                boolean comes = awarded.computeIfAbsent(payment.grant().value(), id -> random.nextDouble() < share);
                String payer = String.valueOf(payment.payer());
                double common = funders.computeIfAbsent(payer, id -> random.nextDouble());
                double own = random.nextDouble();
                double number = random.nextDouble() < correlation ? common : own;
                if (comes) {
                    days.add(payment.days().get((int) (number * payment.days().size())));
                    amounts.add(payment.money());
                }
            }
            for (int m = 0; m < all.size(); m++) {
                LocalDate end = forecast.axis().month(m).atEndOfMonth();
                Money balance = opening;
                for (int i = 0; i < days.size(); i++) {
                    balance = days.get(i).isAfter(end) ? balance : balance.plus(amounts.get(i));
                }
                all.get(m).add(balance);
            }
        }
        all.forEach(Collections::sort);
        return all;
    }
}
