package org.subsidia.cashflow;

import java.util.List;
import org.joda.money.Money;

/**
 * One run of a simulation, read back: made again from its number and the seed.
 *
 * @param number of the run, from 1
 * @param payments every payment that was drawn, whether it came or not
 * @param balances at the end of each month
 */
public record CashRun(int number, List<DrawnPayment> payments, List<Money> balances) {

    /** Copies the lists. */
    public CashRun {
        payments = List.copyOf(payments);
        balances = List.copyOf(balances);
    }
}
