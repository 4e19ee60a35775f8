package org.subsidia.portfolio;

/** What a claim asks for. */
public enum ClaimKind {
    /** An advance. */
    ADVANCE,
    /** Expenses so far. */
    INTERIM,
    /** The balance. */
    FINAL
}
