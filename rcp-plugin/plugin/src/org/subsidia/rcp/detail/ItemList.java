package org.subsidia.rcp.detail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subsidia.portfolio.Portfolio;

/**
 * A list within a record: its columns, its lines, and what adding, changing and removing a line does. Knows no window.
 *
 * @param <R> the record
 */
interface ItemList<R> {
    /**
     * A field of the dialog that changes a line; a text with choices may be another one too.
     *
     * @param inColumn whether it has a column of its own; else it stands in the last one, with its label, where it is not empty
     */
    record Entry(String label, FieldKind kind, boolean required, List<String> choices, boolean inColumn) {
        Entry(String label, FieldKind kind, boolean required, List<String> choices) {
            this(label, kind, required, choices, true);
        }

        static Entry of(String label, FieldKind kind, boolean required) {
            return new Entry(label, kind, required, List.of());
        }

        /** What is seldom known and has no column of its own. */
        static Entry more(String label, FieldKind kind, List<String> choices) {
            return new Entry(label, kind, false, choices, false);
        }
    }

    String name();

    String title();

    /** What stands in it, with its legal source; empty: its title says it. */
    default String tip() {
        return "";
    }

    /** The fields of a line. */
    List<Entry> entries(Portfolio portfolio);

    /** The fields of a line of a record; the same for all, unless what can be chosen hangs on the record. */
    default List<Entry> entries(R record, Portfolio portfolio) {
        return entries(portfolio);
    }

    /** The texts of each line, which {@link #with} reads. */
    List<List<String>> lines(R record, Portfolio portfolio);

    /** Whether a line can be changed in a dialog. */
    default boolean isChangeable(R record, int line) {
        return true;
    }

    /** Why a line cannot be taken although each of its texts can; empty: it can. */
    default Optional<String> refusal(R record, int line, List<String> texts, Portfolio portfolio, Locale locale) {
        return Optional.empty();
    }

    /** The record with a line put at a position; at the end where the position is that of no line. */
    R with(R record, int line, List<String> texts, Portfolio portfolio, Locale locale);

    /** The record without a line. */
    R without(R record, int line);
}
