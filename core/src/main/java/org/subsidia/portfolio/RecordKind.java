package org.subsidia.portfolio;

/** The kinds of record that a portfolio holds, in the order in which a document lists them. */
public enum RecordKind {
    /** A {@link Structure}. */
    STRUCTURE,
    /** A {@link Funder}. */
    FUNDER,
    /** A {@link Programme}. */
    PROGRAMME,
    /** A {@link Call}. */
    CALL,
    /** A {@link Project}. */
    PROJECT,
    /** A {@link Grant}. */
    GRANT,
    /** A {@link BudgetLine}. */
    BUDGET_LINE;

    /**
     * The id of this kind with this value.
     *
     * @param value not blank
     * @return the id
     */
    public RecordId id(String value) {
        return switch (this) {
            case STRUCTURE -> new StructureId(value);
            case FUNDER -> new FunderId(value);
            case PROGRAMME -> new ProgrammeId(value);
            case CALL -> new CallId(value);
            case PROJECT -> new ProjectId(value);
            case GRANT -> new GrantId(value);
            case BUDGET_LINE -> new BudgetLineId(value);
        };
    }
}
