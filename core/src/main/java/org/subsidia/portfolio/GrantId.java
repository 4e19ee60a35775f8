package org.subsidia.portfolio;

/**
 * The stable name of a grant within a portfolio.
 *
 * @param value not blank; an importer derives it from what identifies the record at its source
 */
public record GrantId(String value) implements RecordId {

    /** Refuses a blank value. */
    public GrantId {
        RecordId.check(value);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.GRANT;
    }

    /** {@return the value} */
    @Override
    public String toString() {
        return value;
    }
}
