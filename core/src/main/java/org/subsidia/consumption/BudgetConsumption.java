package org.subsidia.consumption;

import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.BudgetKind;

/**
 * A kind of line of a structure’s budget in a year.
 *
 * @param kind which kind
 * @param planned the budget of the start of the year
 * @param revised the budget as it was revised; unknown where it never was
 * @param actual what the accounts show so far
 * @param rate actual over revised, else over planned
 */
public record BudgetConsumption(
        BudgetKind kind, Explanation planned, Explanation revised, Explanation actual, Explanation rate) {}
