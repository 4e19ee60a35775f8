package org.subsidia.portfolio;

import org.subsidia.finding.Message;

/** Where a grant stands in its life. */
public enum GrantState {
    /** Thought of; no request filed. */
    PLANNED,
    /** The request is filed. */
    REQUESTED,
    /** The funder said no. */
    REFUSED,
    /** The funder decided; no convention is signed yet, or none is needed. */
    AWARDED,
    /** The convention is signed; the action runs or is about to. */
    UNDER_CONVENTION,
    /** The action is over and the final claim or report filed. */
    REPORTED,
    /** All is paid, reported and settled. */
    CLOSED,
    /** Given up by one side after the award. */
    CANCELLED;

    /** {@return whether money may still come: it is awarded, and neither settled nor given up} */
    public boolean awaitsMoney() {
        return this == AWARDED || this == UNDER_CONVENTION || this == REPORTED;
    }

    /** {@return the state's name, as tables and legends write it} */
    public Message label() {
        return Message.of("PORT-STATE-" + name().replace('_', '-'));
    }
}
