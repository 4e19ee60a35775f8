package org.subsidia.portfolio;

import org.subsidia.finding.Message;

/** An event in the life of a grant to which a payment step or a deadline is tied. */
public enum GrantEvent {
    /** The request is filed. */
    REQUEST,
    /** The award is decided. */
    DECISION,
    /** The award is notified. */
    NOTIFICATION,
    /** The convention is signed. */
    CONVENTION,
    /** The action starts. */
    START,
    /** The action ends. */
    END,
    /** The report is filed. */
    REPORT,
    /** The last claim is filed. */
    LAST_CLAIM;

    /** {@return the event's name, within a sentence} */
    public Message label() {
        return Message.of("SCHED-EVENT-" + name().replace('_', '-'));
    }
}
