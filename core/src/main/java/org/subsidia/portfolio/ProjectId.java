package org.subsidia.portfolio;

/**
 * The stable name of a project within a portfolio.
 *
 * @param value not blank; an importer derives it from what identifies the record at its source
 */
public record ProjectId(String value) implements RecordId {

    /** Refuses a blank value. */
    public ProjectId {
        RecordId.check(value);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PROJECT;
    }

    /** {@return the value} */
    @Override
    public String toString() {
        return value;
    }
}
