package org.subsidia.io.mapping;

import java.util.List;
import org.subsidia.finding.Message;

/**
 * A field that a column of a table can stand for.
 *
 * @param id stable name within its kind of table, such as {@code awarded}; a point parts a record from what it is known by,
 *     as in {@code payer.name}
 * @param label what people call it; exports write it as header
 * @param type what its cells hold
 * @param required whether a row without it is refused
 * @param choices the values it can take, empty unless its type is {@link FieldType#CHOICE}
 */
public record TableField(String id, Message label, FieldType type, boolean required, List<Choice> choices) {

    /** Copies the choices. */
    public TableField {
        choices = List.copyOf(choices);
    }

    /** {@return the record that this field helps to name, such as {@code payer} of {@code payer.name}; else the id} */
    String group() {
        int point = id.indexOf('.');
        return point < 0 ? id : id.substring(0, point);
    }

    /**
     * A value as people read it.
     *
     * @param value of the Java type that the field’s type names
     * @return the words: a label for a choice, yes or no for a flag
     */
    public Message words(Object value) {
        return ValueText.words(this, value);
    }

    /**
     * A value as the text of a cell, the same in every language.
     *
     * @param value of the Java type that the field’s type names
     * @return the text, which an import reads as the value
     */
    public String text(Object value) {
        return ValueText.text(value);
    }

    /** {@return the id} */
    @Override
    public String toString() {
        return id;
    }
}
