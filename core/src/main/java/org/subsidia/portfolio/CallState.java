package org.subsidia.portfolio;

import org.subsidia.finding.Message;

/** How far a call has come. */
public enum CallState {
    /** It came in earlier years and is thought to come again. */
    EXPECTED,
    /** It is announced; no request can be filed. */
    ANNOUNCED,
    /** Requests can be filed. */
    OPEN,
    /** It is closed. */
    CLOSED,
    /** It will not take place. */
    CANCELLED;

    /** {@return the state in words} */
    public Message label() {
        return Message.of("PORT-CALL-" + name().replace('_', '-'));
    }
}
