package org.subsidia.io.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subsidia.finding.Message;

/** What the rows of a table are. */
public enum TableKind {
    /** One grant a row. */
    GRANTS,
    /** One budget line a row. */
    BUDGET,
    /** One payment received a row; the grant to which it belongs must be in the portfolio. */
    RECEIPTS,
    /** One yearly part of a grant a row, such as what was spent of it in a year; the grant must be in the portfolio. */
    YEARS,
    /** One funded structure a row. */
    STRUCTURES,
    /** One funder a row. */
    FUNDERS,
    /** One movement of a bank account a row: no record of a portfolio, but set against the payments that are expected. */
    MOVEMENTS;

    /** {@return the stable name, such as {@code grants}: mapping files and the command line use it} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether its rows are records of a portfolio} */
    public boolean isRecords() {
        return this != MOVEMENTS;
    }

    /** {@return what people call such a table} */
    public Message label() {
        return Message.of("MAP-KIND-" + name());
    }

    /** {@return all fields that a column can stand for, in the order in which exports write them} */
    public List<TableField> fields() {
        return isRecords() ? Layouts.of(this).fields() : MovementFields.ALL;
    }

    /**
     * The field of this id.
     *
     * @param id such as {@code awarded}
     * @return the field, if there is one
     */
    public Optional<TableField> field(String id) {
        return fields().stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /**
     * The kind of this id.
     *
     * @param id such as {@code grants}
     * @return the kind, if there is one
     */
    public static Optional<TableKind> find(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
