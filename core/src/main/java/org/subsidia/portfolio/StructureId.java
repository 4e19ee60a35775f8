package org.subsidia.portfolio;

/**
 * The stable name of a structure within a portfolio.
 *
 * @param value not blank; an importer derives it from what identifies the record at its source
 */
public record StructureId(String value) implements RecordId {

    /** Refuses a blank value. */
    public StructureId {
        RecordId.check(value);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.STRUCTURE;
    }

    /** {@return the value} */
    @Override
    public String toString() {
        return value;
    }
}
