package org.subsidia.portfolio;

/** What a step of a payment schedule is to the funder. */
public enum StepRole {
    /** Paid before any expense is shown; may be deducted later. */
    ADVANCE,
    /** Paid while the action runs. */
    INTERIM,
    /** Paid at the end; may be negative, which is a recovery. */
    BALANCE
}
