package org.subsidia.accounts;

import org.subsidia.finding.Message;

/** How a grant for several years is divided among them: regulation ANC 2018-06 does not say, both ways are in use. */
public enum Split {
    /** By the yearly parts of the convention; where there are none, by time. */
    PERIODS,
    /** By time alone (prorata temporis), counted in days. */
    PRO_RATA;

    /** {@return the choice in words} */
    public Message label() {
        return Message.of("ACC-SPLIT-" + name().replace('_', '-'));
    }
}
