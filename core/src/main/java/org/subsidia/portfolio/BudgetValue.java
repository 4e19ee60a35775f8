package org.subsidia.portfolio;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a public budget is worth in a year, according to one document.
 *
 * @param year the budget year
 * @param stage which document says so
 * @param commitment commitment authority (AE)
 * @param payment payment credits (CP)
 * @param source where it was read
 */
public record BudgetValue(
        int year,
        BudgetStage stage,
        @Nullable Money commitment,
        @Nullable Money payment,
        @Nullable Source source) {

    /** Refuses what is missing. */
    public BudgetValue {
        Check.notNull(stage, "stage");
    }
}
