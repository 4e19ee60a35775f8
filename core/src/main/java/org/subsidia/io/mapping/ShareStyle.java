package org.subsidia.io.mapping;

/** What the numbers of a column of shares are where no percent sign stands behind them. */
public enum ShareStyle {
    /** Nobody said: decided by the cells that can mean one thing only; the others follow, or are refused. */
    UNSTATED,
    /** 0.5 is a half. */
    FRACTION,
    /** 50 is a half. */
    PERCENT
}
