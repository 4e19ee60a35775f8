package org.subsidia.portfolio;

/** Whether a budget line is thought or done. */
public enum BudgetBasis {
    /** Estimated, as voted at the start of the year. */
    PLANNED,
    /** Estimated again during the year. */
    REVISED,
    /** Taken from the accounts. */
    ACTUAL,
    /** Received or paid during the year, whatever year it is for. */
    CASH
}
