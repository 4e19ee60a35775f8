package org.subsidia.io.mapping;

import java.util.List;
import org.subsidia.finding.Message;

/** The fields of a table of bank movements; the amount has one column with signs, or one with a direction, or two. */
final class MovementFields {
    static final List<TableField> ALL = List.of(
            field("date", "MAP-FIELD-MOVEMENT-DATE", FieldType.DATE, true, List.of()),
            field("valueDate", "MAP-FIELD-VALUE-DATE", FieldType.DATE, false, List.of()),
            field("label", "MAP-FIELD-LABEL", FieldType.TEXT, false, List.of()),
            field("details", "MAP-FIELD-DETAILS", FieldType.TEXT, false, List.of()),
            field("remittance", "MAP-FIELD-REMITTANCE", FieldType.TEXT, false, List.of()),
            field("amount", "MAP-FIELD-AMOUNT", FieldType.AMOUNT, false, List.of()),
            field(
                    "direction",
                    "MAP-FIELD-DIRECTION",
                    FieldType.CHOICE,
                    false,
                    List.of(
                            new Choice("DEBIT", Message.of("MAP-FIELD-DEBIT")),
                            new Choice("CREDIT", Message.of("MAP-FIELD-CREDIT")))),
            field("debit", "MAP-FIELD-DEBIT", FieldType.AMOUNT, false, List.of()),
            field("credit", "MAP-FIELD-CREDIT", FieldType.AMOUNT, false, List.of()),
            field("balance", "MAP-FIELD-BALANCE", FieldType.AMOUNT, false, List.of()),
            field("reference", "MAP-FIELD-REFERENCE", FieldType.TEXT, false, List.of()),
            field("counterparty", "MAP-FIELD-COUNTERPARTY", FieldType.TEXT, false, List.of()),
            field("account", "MAP-FIELD-BANK-ACCOUNT", FieldType.TEXT, false, List.of()),
            field("currency", "MAP-FIELD-CURRENCY", FieldType.CURRENCY, false, List.of()));

    private MovementFields() {}

    private static TableField field(String id, String label, FieldType type, boolean required, List<Choice> choices) {
        return new TableField(id, Message.of(label), type, required, choices);
    }
}
