package org.subsidia.cashflow.reconcile;

import org.subsidia.finding.Message;

/**
 * What speaks for a movement being a payment that is expected. Amount, reference, payer, date and label together make one hundred
 * points; where no reference is said, that nothing else has this amount stands in its place, for less.
 */
public enum Clue {
    /** The amount is the expected one, to the cent. */
    AMOUNT(35),
    /** The grant’s reference stands in the label; another grant’s speaks against it. */
    REFERENCE(40),
    /** No other payment and no other movement of about this time has the amount; more for one that is not round. */
    ALONE(25),
    /** The funder is named, or one who pays for funders of its level; another one named speaks against it. */
    PAYER(15),
    /** The day is near the expected one; money comes late rather than early. */
    DATE(8),
    /** Words of the purpose, or the year, stand in the label. */
    LABEL(2);

    private final int most;

    Clue(int most) {
        this.most = most;
    }

    /** {@return the points of this clue when it speaks fully} */
    public int most() {
        return most;
    }

    /** {@return the clue’s name, as tables write it} */
    public Message label() {
        return Message.of("BANK-CLUE-" + name());
    }
}
