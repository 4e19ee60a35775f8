package org.subsidia.accounts;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Place;

/**
 * A line with its entry and the role of its account.
 *
 * @param entry the entry
 * @param line the line
 * @param role of its account
 */
public record Posting(JournalEntry entry, JournalLine line, AccountRole role) {

    /** {@return debit less credit} */
    public Money amount() {
        return Money.ofMinor(CurrencyUnit.EUR, line.cents());
    }

    /** {@return file and line} */
    public Place place() {
        return Place.file(entry.file()).line(line.line());
    }
}
