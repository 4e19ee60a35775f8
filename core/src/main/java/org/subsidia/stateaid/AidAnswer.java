package org.subsidia.stateaid;

import org.subsidia.finding.Message;

/** Whether aid may be accepted. */
public enum AidAnswer {
    /** Yes, whatever the missing facts turn out to be. */
    YES,
    /** No, whatever the missing facts turn out to be. */
    NO,
    /** It depends on facts that are missing. */
    UNKNOWN;

    /** {@return the answer in words} */
    public Message words() {
        return Message.of("AID-ANSWER-" + name());
    }
}
