package org.subsidia.ledger;

/** One granted subsidy as a {@link Ledger} keeps it: what is added up, and the day and reference of the decision. */
public interface LedgerRow extends FundingRow {
    /** The day of a row that does not tell when it was granted. */
    int UNKNOWN_DAY = Integer.MIN_VALUE;

    /** {@return the day of the award in days since 1970-01-01, or {@link #UNKNOWN_DAY}} */
    int epochDay();

    /** {@return the reference of the decision; empty where there is none} */
    String reference();
}
