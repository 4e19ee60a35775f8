package org.subsidia.portfolio;

/** What a grant pays for. */
public enum SpendingKind {
    /** Running costs or an action. */
    OPERATING,
    /** Assets. */
    INVESTMENT
}
