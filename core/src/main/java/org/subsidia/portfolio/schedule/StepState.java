package org.subsidia.portfolio.schedule;

import org.subsidia.finding.Message;

/** How far a step of a payment schedule has come. */
public enum StepState {
    /** Not released: a day has not come or a fact is missing. */
    WAITING,
    /** Released, and no payment has come. */
    DUE,
    /** Released, and a part has been paid. */
    PARTLY_PAID,
    /** What is open is less than the least payment; it comes with a later step. */
    BELOW_MINIMUM,
    /** Paid; nothing is open. */
    PAID,
    /** More was paid than is earned: the funder takes the difference back. */
    TO_RECOVER,
    /** Released, but its amount cannot be computed. */
    UNKNOWN;

    /** {@return the state's name, as tables write it} */
    public Message label() {
        return Message.of("SCHED-STATE-" + name().replace('_', '-'));
    }
}
