package org.subsidia.transfer;

import java.time.YearMonth;
import org.joda.money.Money;

/**
 * The cash of a structure at the end of a month.
 *
 * @param month the month
 * @param balance what is left on its last day; negative: what is missing
 */
public record CashMonth(YearMonth month, Money balance) {}
