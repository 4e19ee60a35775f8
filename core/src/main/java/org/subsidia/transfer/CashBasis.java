package org.subsidia.transfer;

import org.subsidia.finding.Message;

/** From what the cash of a structure is worked out. */
public enum CashBasis {
    /** The payments and costs of a portfolio's cash forecast, day by day, and what the scenario changes of them. */
    FORECAST,
    /** Yearly income and costs, each spread evenly over twelve months. */
    YEARLY;

    /** {@return the basis in words} */
    public Message label() {
        return Message.of("XFER-CASH-BASIS-" + name());
    }
}
