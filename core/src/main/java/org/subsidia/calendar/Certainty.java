package org.subsidia.calendar;

import org.subsidia.finding.Message;

/** How sure the date of an event is. */
public enum Certainty {
    /** It follows from facts and rules. */
    FIXED,
    /** It rests on an assumption, which the explanation names. */
    EXPECTED,
    /** It belongs to a simulated scenario. */
    SIMULATED;

    /** {@return the name, as tables write it} */
    public Message label() {
        return Message.of("CAL-CERTAINTY-" + name());
    }
}
