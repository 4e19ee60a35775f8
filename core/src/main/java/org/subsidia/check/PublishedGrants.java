package org.subsidia.check;

import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Structure;

/** What funders have published of their grants. */
@FunctionalInterface
public interface PublishedGrants {

    /** Whether a grant was found. */
    enum Answer {
        /** It is published. */
        FOUND,
        /** The funder's data were read, and it is not there. */
        NOT_FOUND,
        /** The funder's data, or those of the year, were not read. */
        NOT_COVERED
    }

    /**
     * Looks for a grant.
     *
     * @param grant the grant
     * @param funder who decided it
     * @param structure who receives it
     * @return whether it was found
     */
    Answer find(Grant grant, Funder funder, Structure structure);
}
