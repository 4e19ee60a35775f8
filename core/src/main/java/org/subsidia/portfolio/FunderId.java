package org.subsidia.portfolio;

/**
 * The stable name of a funder within a portfolio.
 *
 * @param value not blank; an importer derives it from what identifies the record at its source
 */
public record FunderId(String value) implements RecordId {

    /** Refuses a blank value. */
    public FunderId {
        RecordId.check(value);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.FUNDER;
    }

    /** {@return the value} */
    @Override
    public String toString() {
        return value;
    }
}
