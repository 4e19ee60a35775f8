package org.subsidia.cashflow;

import java.time.YearMonth;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;

/**
 * The cash of a month.
 *
 * @param month the month
 * @param in what comes in
 * @param out what leaves, as a positive amount
 * @param closing the balance at the end of the month: the balance before it and its lines, added up; unknown where no balance is
 *     known to start from
 */
public record MonthCash(YearMonth month, Money in, Money out, Explanation closing) {

    /** {@return the balance at the end of the month, if it is known} */
    public Optional<Money> balance() {
        return Amounts.of(closing);
    }
}
