package org.subsidia.io.mapping;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;

/**
 * One kind of table: its fields, and how its rows relate to records of a portfolio.
 *
 * @param <R> what a row is: a record of the portfolio, or a receipt with its grant
 */
abstract class Layout<R> {
    private final List<Binding<R>> bindings;
    private final List<Group<R>> groups;
    private final List<TableField> fields;

    Layout(LayoutBuilder<R> builder) {
        bindings = builder.bindings();
        groups = builder.groups();
        fields = bindings.stream().map(Binding::field).toList();
    }

    List<TableField> fields() {
        return fields;
    }

    List<Binding<R>> bindings() {
        return bindings;
    }

    List<Group<R>> groups() {
        return groups;
    }

    Optional<Binding<R>> binding(String field) {
        return bindings.stream().filter(b -> b.field().id().equals(field)).findFirst();
    }

    Optional<Group<R>> group(String name) {
        return groups.stream().filter(g -> g.name().equals(name)).findFirst();
    }

    /** By which fields and groups a row is recognised: the first of these that it has wholly. */
    abstract List<List<String>> keys();

    /** By which fields and groups it is recognised otherwise, as far as the table has them. */
    abstract List<String> naturalKey();

    /** All records of the portfolio that rows of this kind stand for. */
    abstract List<R> records(Portfolio portfolio);

    /** The record of the portfolio that is put when this is written. */
    abstract RecordId id(R record);

    /** What tells two rows' records apart. */
    String identity(R record) {
        return id(record).value();
    }

    /** The records that a row can name by itself, for kinds that are known by other than {@link #keys}. */
    List<R> named(RowValues row, Workspace workspace) {
        return List.of();
    }

    /** A new record for a row, with this id; null if what makes one is missing. */
    abstract @Nullable R start(String id, RowValues row, Workspace workspace);

    /** The record as it stands after the rows before this one. */
    abstract R current(R record, Workspace workspace);

    /** Writes a record, which the row made or changed. */
    abstract void put(R record, RowValues row, Workspace workspace);
}
