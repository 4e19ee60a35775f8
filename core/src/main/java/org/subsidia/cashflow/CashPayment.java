package org.subsidia.cashflow;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.GrantId;

/**
 * A payment of a grant with all the days on which it may come.
 *
 * @param grant of which grant
 * @param number tells the payments of one grant apart
 * @param payer who pays; null: not known
 * @param money how much, if the grant is awarded
 * @param probability of the award
 * @param days of equal weight, by day
 */
record CashPayment(
        GrantId grant, int number, @Nullable FunderId payer, Money money, Fraction probability, List<LocalDate> days) {}
