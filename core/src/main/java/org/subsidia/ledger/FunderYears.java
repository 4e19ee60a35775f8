package org.subsidia.ledger;

import java.util.List;
import org.joda.money.Money;

/**
 * What one funder granted, year by year.
 *
 * @param key the identifier, or the name where there is none
 * @param name the funder's earliest name; empty where unknown
 * @param amounts in the query's amount, one for each year of the evolution, zero included
 */
public record FunderYears(String key, String name, List<Money> amounts) {

    /** Copies the amounts. */
    public FunderYears {
        amounts = List.copyOf(amounts);
    }
}
