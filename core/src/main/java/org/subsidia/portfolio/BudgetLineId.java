package org.subsidia.portfolio;

/**
 * The stable name of a budget line within a portfolio.
 *
 * @param value not blank; an importer derives it from what identifies the record at its source
 */
public record BudgetLineId(String value) implements RecordId {

    /** Refuses a blank value. */
    public BudgetLineId {
        RecordId.check(value);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.BUDGET_LINE;
    }

    /** {@return the value} */
    @Override
    public String toString() {
        return value;
    }
}
