package org.subsidia.portfolio;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a project’s planned cost.
 *
 * @param category what it is spent on
 * @param amount how much
 * @param eligible how much of it can be funded
 * @param year in which year
 */
public record ProjectCost(
        String category,
        Money amount,
        @Nullable Money eligible,
        @Nullable Integer year) {

    /** Refuses what is missing. */
    public ProjectCost {
        Check.notNull(category, "category");
        Check.notNull(amount, "amount");
    }
}
