package org.subsidia.dependence;

import org.subsidia.finding.Message;

/** Where the figures of a year come from; never mixed within one. */
public enum FigureBasis {
    /** The accounts: the past. */
    ACCOUNTS,
    /** The budget as voted or revised: the present. */
    BUDGET,
    /** What grants, steps and trends promise: the future. */
    FORECAST;

    /** {@return the basis in words, as tables write it} */
    public Message label() {
        return Message.of("DEP-BASIS-" + name());
    }
}
