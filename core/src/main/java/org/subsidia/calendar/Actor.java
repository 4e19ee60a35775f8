package org.subsidia.calendar;

import org.subsidia.finding.Message;

/** Who must act by the date of an event. */
public enum Actor {
    /** The structure that receives the money. */
    STRUCTURE,
    /** The funder or another authority. */
    AUTHORITY,
    /** Nobody: something happens, begins or ends. */
    NOBODY;

    /** {@return the name, as tables write it} */
    public Message label() {
        return Message.of("CAL-ACTOR-" + name());
    }

    /** {@return that this one must act, as columns and legends write it} */
    public Message acts() {
        return Message.of("CAL-ACTS-" + name());
    }
}
