package org.subsidia.cashflow;

import org.subsidia.finding.Message;

/** What moves the cash. */
public enum CashKind {
    /** A payment of a grant that came in between the last known balance and the day of the forecast. */
    RECEIVED,
    /** A payment of a grant that is awarded. */
    GRANT,
    /** A payment of a grant that is only planned or requested, weighted by its probability. */
    APPLICATION,
    /** A product of the budget that is no grant. */
    PRODUCT,
    /** A cost of the budget. */
    COST,
    /** Money that a funder takes back. */
    RECOVERY;

    /** {@return the kind's name, as tables write it} */
    public Message label() {
        return Message.of("CASH-KIND-" + name());
    }
}
