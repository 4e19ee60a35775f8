package org.subsidia.ledger;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;

/**
 * Amounts broken down by one dimension.
 *
 * @param dimension the dimension
 * @param lines the greatest amounts first, equal ones by key; years in their order
 * @param rest all further lines in one, or null where every line is shown
 * @param groups how many distinct values the dimension has
 * @param total the sum of the lines and the rest, in the query's amount
 */
public record FundingTable(
        FundingDimension dimension,
        List<FundingLine> lines,
        @Nullable FundingLine rest,
        long groups,
        Explanation total) {

    /** Copies the lines. */
    public FundingTable {
        lines = List.copyOf(lines);
    }

    /** {@return the further lines in one, if not all are shown} */
    public Optional<FundingLine> others() {
        return Optional.ofNullable(rest);
    }
}
