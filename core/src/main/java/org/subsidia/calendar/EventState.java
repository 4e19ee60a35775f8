package org.subsidia.calendar;

import org.subsidia.finding.Message;

/** Where an event stands as at a day. */
public enum EventState {
    /** A deadline that has gone by, and nothing shows that it was met. */
    LATE,
    /** It comes within the distance of notice. */
    DUE,
    /** It comes later. */
    FUTURE,
    /** It was done. */
    DONE,
    /** It has gone by; it asked for nothing, or nothing tells whether it was done. */
    PAST;

    /** {@return the name, as tables write it} */
    public Message label() {
        return Message.of("CAL-STATE-" + name());
    }
}
