package org.subsidia.eligibility;

import org.subsidia.finding.Message;

/** The three values of Kleene's logic, in their order: a conjunction is the least, a disjunction the greatest. */
public enum Truth {
    /** The condition is not met. */
    FALSE,
    /** What is known does not tell. */
    UNKNOWN,
    /** The condition is met. */
    TRUE;

    private static final Truth[] ALL = values();

    static Truth of(int value) {
        return ALL[value];
    }

    /** {@return the opposite; unknown stays unknown} */
    public Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }

    /**
     * Both.
     *
     * @param other the other condition
     * @return the lesser of the two
     */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /**
     * One of them.
     *
     * @param other the other condition
     * @return the greater of the two
     */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** {@return whether it is not unknown} */
    public boolean isKnown() {
        return this != UNKNOWN;
    }

    /** {@return met, not met or not known, in words} */
    public Message words() {
        return Message.of("ELIG-TRUTH-" + name());
    }
}
