package org.subsidia.dependence;

import org.subsidia.finding.Message;

/** Whose money it is: dependence differs depending on which of three bodies is looked at. */
public enum FunderView {
    /** Who transfers the cash. */
    PAYER,
    /** Who decides. */
    DECISION,
    /** Whose funds they are. */
    ORIGIN;

    /** {@return the view in words} */
    public Message label() {
        return Message.of("DEP-VIEW-" + name());
    }
}
