package org.subsidia.portfolio;

import java.util.List;

/** What a portfolio holds under an id of its own. */
public sealed interface PortfolioRecord permits Structure, Funder, Programme, Call, Project, Grant, BudgetLine {

    /** {@return its id} */
    RecordId id();

    /** {@return the ids of the records that it names, in the order of its fields} */
    default List<RecordId> references() {
        return References.of(this).stream()
                .map(References.Reference::target)
                .distinct()
                .toList();
    }

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
