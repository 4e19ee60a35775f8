package org.subsidia.io.mapping;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.RecordKind;

/**
 * A record that a row names by several fields, such as the payer by its id, number and name.
 *
 * @param name what stands before the point of its fields, such as {@code payer}
 * @param kind what it names
 * @param get the id that a record names
 * @param set the record with another id; null: the group only helps to find the record of the row
 */
record Group<R>(
        String name,
        RecordKind kind,
        Function<R, @Nullable RecordId> get,
        @Nullable BiFunction<R, RecordId, R> set) {}
