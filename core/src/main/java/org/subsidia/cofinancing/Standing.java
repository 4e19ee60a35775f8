package org.subsidia.cofinancing;

import org.subsidia.finding.Message;

/** How things stand with a rule. */
public enum Standing {
    /** The rule binds and is broken. */
    BROKEN,
    /** A fact is missing that would decide. */
    UNKNOWN,
    /** The rule binds and is respected. */
    RESPECTED,
    /** The rule binds somebody else, or another kind of money. */
    NOT_BINDING;

    /** {@return the standing in words} */
    public Message words() {
        return Message.of("COFI-STANDING-" + name().replace('_', '-'));
    }
}
