package org.subsidia.ledger;

import org.joda.money.Money;
import org.subsidia.explain.Explanation;

/**
 * One line of a funding table.
 *
 * @param key the identifier, the year or the text by which the rows were grouped; empty where there is none
 * @param name what to show: the party's earliest name, the year, the text; empty where unknown
 * @param identified false for a party that only its name identifies, or a value that the publication does not tell
 * @param published sum of the published amounts
 * @param attributed sum of the attributed amounts
 * @param grants number of rows
 * @param share the part of the line in the total of the query's amount: 1 is the whole; negative or above 1 where reversals
 *     exceed grants; unknown where the total is not positive
 */
public record FundingLine(
        String key,
        String name,
        boolean identified,
        Money published,
        Money attributed,
        long grants,
        Explanation share) {

    /**
     * The line's amount.
     *
     * @param basis which one
     * @return published or attributed
     */
    public Money amount(AmountBasis basis) {
        return basis == AmountBasis.PUBLISHED ? published : attributed;
    }
}
