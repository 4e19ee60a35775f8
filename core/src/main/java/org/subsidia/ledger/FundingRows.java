package org.subsidia.ledger;

/** Some rows at once. */
public interface FundingRows {

    /** {@return how many} */
    int size();

    /**
     * One of them.
     *
     * @param index from 0
     * @return the row; it may be the same object each time, and is valid until the next is asked for
     */
    FundingRow row(int index);
}
