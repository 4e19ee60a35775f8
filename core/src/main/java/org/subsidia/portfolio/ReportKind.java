package org.subsidia.portfolio;

/** A report that releases a payment. */
public enum ReportKind {
    /** A report on the way. */
    INTERIM,
    /** The report at the end (compte rendu financier, bilan). */
    FINAL,
    /** The approved accounts of the year. */
    ACCOUNTS
}
