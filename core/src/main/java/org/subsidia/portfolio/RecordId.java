package org.subsidia.portfolio;

/**
 * The stable name of a record of a portfolio; one type a kind, so that ids are never mixed.
 *
 * <p>Ids of different kinds may have the same value. The order is by kind, then by value.
 */
public sealed interface RecordId extends Comparable<RecordId>
        permits StructureId, FunderId, ProgrammeId, CallId, ProjectId, GrantId, BudgetLineId {

    /** {@return the id as text, not blank} */
    String value();

    /** {@return what it names} */
    RecordKind kind();

    @Override
    default int compareTo(RecordId other) {
        int order = kind().compareTo(other.kind());
        return order != 0 ? order : value().compareTo(other.value());
    }

    /**
     * Checks the value of an id.
     *
     * @param value the value
     * @throws IllegalArgumentException if it is blank
     */
    static void check(String value) {
        if (Check.notNull(value, "id").isBlank()) {
            throw new IllegalArgumentException("an id is not blank");
        }
    }
}
