package org.subsidia.rcp.detail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subsidia.portfolio.Portfolio;

/**
 * A field of the form of a record: what stands in it and what typing in it does. Knows no window.
 *
 * @param <R> the record
 */
interface Field<R> {
    String name();

    FieldKind kind();

    String label();

    /** What it means, with its legal source; empty: its label says it. */
    default String tip() {
        return "";
    }

    /** What is to be known of what stands in it before it is typed over; empty: nothing. */
    default String remark(R record) {
        return "";
    }

    /** What stands in the field. */
    String text(R record, Portfolio portfolio, Locale locale);

    /** What can be chosen, an empty text for nothing; none for a field that is no choice. */
    List<String> choices(Portfolio portfolio, Locale locale);

    /** What can be chosen for a record; the same for all, unless the field says otherwise. */
    default List<String> choices(R record, Portfolio portfolio, Locale locale) {
        return choices(portfolio, locale);
    }

    /** Why a text cannot stand in the field; empty: it can. */
    Optional<String> refusal(R record, Portfolio portfolio, String text, Locale locale);

    /** The record with a text that is not refused. */
    R changed(R record, Portfolio portfolio, String text, Locale locale);
}
