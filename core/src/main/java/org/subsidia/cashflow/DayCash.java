package org.subsidia.cashflow;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * The cash of a day.
 *
 * @param day the day
 * @param net what comes in less what leaves
 * @param balance the balance at its end
 */
public record DayCash(LocalDate day, Money net, Money balance) {}
