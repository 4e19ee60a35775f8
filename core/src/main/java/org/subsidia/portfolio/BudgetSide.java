package org.subsidia.portfolio;

/** On which side of the budget a kind of line stands. */
public enum BudgetSide {
    /** An operating product. */
    PRODUCT,
    /** An operating cost. */
    COST,
    /** A contribution in kind, shown beside the budget. */
    IN_KIND
}
