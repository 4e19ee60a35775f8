package org.subsidia.io.fec;

import org.joda.money.Money;

/**
 * One journal of a FEC.
 *
 * @param code its code
 * @param label its name
 * @param lines how many lines
 * @param debit the sum of debits
 * @param credit the sum of credits
 */
public record FecJournal(String code, String label, long lines, Money debit, Money credit) {}
