package org.subsidia.ledger;

import org.subsidia.finding.Message;

/** Which of the two amounts of a published subsidy is counted. */
public enum AmountBasis {
    /** The amount as published: the whole subsidy, once more for each further beneficiary. */
    PUBLISHED,
    /** The published amount times the beneficiary's percentage: what this beneficiary was granted. */
    ATTRIBUTED;

    /** {@return the amount's name} */
    public Message label() {
        return Message.of("LEDGER-BASIS-" + name());
    }
}
