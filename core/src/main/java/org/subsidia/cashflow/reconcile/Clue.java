package org.subsidia.cashflow.reconcile;

import org.subsidia.finding.Message;

/** What speaks for a movement being a payment that is expected. All clues together make one hundred points. */
public enum Clue {
    /** The amount is the expected one, to the cent. */
    AMOUNT(35),
    /** The grant’s reference stands in the label; another grant’s speaks against it. */
    REFERENCE(25),
    /** The funder is named, or one who pays for funders of its level; another one named speaks against it. */
    PAYER(20),
    /** The day is near the expected one. */
    DATE(15),
    /** Words of the purpose, or the year, stand in the label. */
    LABEL(5);

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
