package org.subsidia.portfolio;

/**
 * The stable name of a call within a portfolio.
 *
 * @param value not blank; an importer derives it from what identifies the record at its source
 */
public record CallId(String value) implements RecordId {

    /** Refuses a blank value. */
    public CallId {
        RecordId.check(value);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CALL;
    }

    /** {@return the value} */
    @Override
    public String toString() {
        return value;
    }
}
