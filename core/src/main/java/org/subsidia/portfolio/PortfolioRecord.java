package org.subsidia.portfolio;

/** What a portfolio holds under an id of its own. */
public sealed interface PortfolioRecord permits Structure, Funder, Programme, Call, Project, Grant, BudgetLine {

    /** {@return its id} */
    RecordId id();

    /** {@return fields of its document that this version does not know} */
    Extras extras();

    /**
     * The same record with other unknown fields.
     *
     * @param other what is kept for the next save
     * @return the record
     */
    PortfolioRecord withExtras(Extras other);
}
