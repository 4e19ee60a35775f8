package org.subsidia.cashflow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Makes single runs of a simulation again, payment by payment, as {@link CashKernel} makes many. */
final class RunReader {
    private static final int LOW = 0xFFFF;

    private final CashForecast forecast;
    private final CashKernel.Job job;
    private final int follow;

    RunReader(CashForecast forecast, CashKernel.Job job, int follow) {
        this.forecast = forecast;
        this.job = job;
        this.follow = follow;
    }

    /** The run of this number, from 0. */
    CashRun read(int run) {
        List<DrawnPayment> payments = new ArrayList<>();
        long[] flows = new long[job.months() + 1];
        for (int p = 0; p < job.cents().length; p++) {
            int own = bits(run, job.keys()[p]);
            int funder = job.funder()[p];
            boolean follows = funder >= 0 && (own & LOW) < follow;
            int number = follows ? bits(run, job.funderKeys()[funder]) : own;
            byte[] table = job.tables()[p];
            int slot = ((number >>> Draws.BITS) * table.length) >>> Draws.BITS;
            int award = job.award()[p];
            boolean awarded = award < 0 || bits(run, job.awardKeys()[award]) >>> Draws.BITS < job.awardLimits()[award];
            flows[table[slot]] += awarded ? job.cents()[p] : 0;
            CashPayment payment = forecast.payments().get(p);
            LocalDate day = payment.days().get(slot);
            payments.add(new DrawnPayment(
                    payment.grant(),
                    payment.label(),
                    payment.payer(),
                    payment.money(),
                    payment.middle(),
                    day,
                    awarded,
                    follows,
                    payment.lag(),
                    payment.why()));
        }
        CurrencyUnit currency = forecast.currency();
        List<Money> balances = new ArrayList<>();
        long balance = job.opening();
        for (int month = 0; month < job.months(); month++) {
            balance += flows[month] + job.fixed()[month];
            balances.add(Money.ofMinor(currency, balance));
        }
        return new CashRun(run + 1, payments, balances);
    }

    private static int bits(int run, long key) {
        return Draws.bits(Draws.counter(run), (int) key, (int) (key >>> 32));
    }
}
