package org.subsidia.io.mapping;

import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.Portfolio;

/**
 * A field and where it stands in a record.
 *
 * @param field the field
 * @param get its value in a record
 * @param set the record with another value; null: the field only helps to name a record, or to read other fields
 */
record Binding<R>(TableField field, Get<R> get, @Nullable Set<R> set) {

    /** Reads a field. */
    @FunctionalInterface
    interface Get<R> {
        @Nullable
        Object get(R record, Portfolio portfolio);
    }

    /** Writes a field; the row is at hand for fields that belong together. */
    @FunctionalInterface
    interface Set<R> {
        R set(R record, Object value, RowValues row);
    }
}
