package org.subsidia.accounts;

import java.util.Comparator;

/**
 * A line of an entry.
 *
 * @param line where it stands in its file, from 1
 * @param account the number of its account
 * @param accountLabel the name of its account
 * @param auxiliary the number of its auxiliary account, may be empty
 * @param auxiliaryLabel the name of its auxiliary account, may be empty
 * @param piece the reference of the document
 * @param label what it is
 * @param cents debit less credit
 */
public record JournalLine(
        long line,
        String account,
        String accountLabel,
        String auxiliary,
        String auxiliaryLabel,
        String piece,
        String label,
        long cents) {

    /** By what it says, not by where it stands. */
    static final Comparator<JournalLine> BY_CONTENT = Comparator.comparing(JournalLine::account)
            .thenComparing(JournalLine::auxiliary)
            .thenComparing(JournalLine::piece)
            .thenComparing(JournalLine::label)
            .thenComparing(JournalLine::auxiliaryLabel)
            .thenComparing(JournalLine::accountLabel)
            .thenComparingLong(JournalLine::cents);

    /** {@return all its words together, for looking for a funder or a reference} */
    public String words() {
        return String.join(" / ", piece, label, auxiliary, auxiliaryLabel, accountLabel);
    }
}
