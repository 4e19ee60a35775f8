package org.subsidia.portfolio;

import org.joda.money.Money;

/**
 * The part of a grant that falls in a year.
 *
 * @param kind what is divided by year
 * @param year the budget or accounting year
 * @param amount how much
 */
public record YearLine(YearLineKind kind, int year, Money amount) {

    /** Refuses what is missing. */
    public YearLine {
        Check.notNull(kind, "kind");
        Check.notNull(amount, "amount");
    }
}
