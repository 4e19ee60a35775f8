package org.subsidia.portfolio;

/**
 * The stable name of a programme within a portfolio.
 *
 * @param value not blank; an importer derives it from what identifies the record at its source
 */
public record ProgrammeId(String value) implements RecordId {

    /** Refuses a blank value. */
    public ProgrammeId {
        RecordId.check(value);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.PROGRAMME;
    }

    /** {@return the value} */
    @Override
    public String toString() {
        return value;
    }
}
