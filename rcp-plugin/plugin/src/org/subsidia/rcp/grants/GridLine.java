package org.subsidia.rcp.grants;

import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** A line of the grid. */
sealed interface GridLine {
    /** A grant. */
    record OfGrant(GrantRow row) implements GridLine {}

    /**
     * The heading of a group.
     *
     * @param name what its grants have in common
     * @param rows its grants
     * @param open whether they are shown below
     * @param totals the amounts of a column added up, where they have one currency
     */
    record OfGroup(String name, List<GrantRow> rows, boolean open, Map<GrantColumn, Money> totals)
            implements GridLine {}
}
