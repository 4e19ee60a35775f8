package org.subsidia.portfolio;

import java.util.List;

/**
 * When in the year the lines of a kind of budget are paid or come in: salaries on the 27th of each month, membership fees in
 * February and March.
 *
 * @param kind the kind of budget line
 * @param day the day of the month, 1 to 31; months that are shorter end before
 * @param weights twelve weights, January first, of which only the proportion counts; none: every month alike
 */
public record CashRhythm(BudgetKind kind, int day, List<Integer> weights) {

    /** Copies the list; refuses what is missing. */
    public CashRhythm {
        Check.notNull(kind, "kind");
        weights = List.copyOf(weights);
    }
}
