package org.subsidia.eligibility;

import org.subsidia.finding.Message;

/** What a rule set answers, in the order in which calls are ranked. */
public enum Answer {
    /** All conditions are met. */
    ELIGIBLE,
    /** What is known does not decide. */
    UNKNOWN,
    /** The conditions are not met, whatever is still unknown. */
    NOT_ELIGIBLE;

    static Answer of(Truth truth) {
        return switch (truth) {
            case TRUE -> ELIGIBLE;
            case UNKNOWN -> UNKNOWN;
            case FALSE -> NOT_ELIGIBLE;
        };
    }

    /** {@return whether it is not unknown} */
    public boolean isKnown() {
        return this != UNKNOWN;
    }

    /** {@return the answer in words} */
    public Message words() {
        return Message.of("ELIG-ANSWER-" + name().replace('_', '-'));
    }
}
