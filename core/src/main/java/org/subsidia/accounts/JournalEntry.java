package org.subsidia.accounts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * An entry with all its lines.
 *
 * @param file the name of the file in which it stands
 * @param journal the code of its journal
 * @param number its number
 * @param date the day on which it is booked
 * @param opening whether it brings balances of the year before
 * @param lines in an order that does not depend on the file
 */
public record JournalEntry(
        String file, String journal, String number, LocalDate date, boolean opening, List<JournalLine> lines) {

    /** By what it says, not by where it stands. */
    static final Comparator<JournalEntry> BY_CONTENT = Comparator.comparing(JournalEntry::date)
            .thenComparing(JournalEntry::journal)
            .thenComparing(JournalEntry::number);

    /** Copies the lines in their order. */
    public JournalEntry {
        lines = lines.stream().sorted(JournalLine.BY_CONTENT).toList();
    }
}
