package org.subsidia.portfolio;

import org.subsidia.finding.Message;

/** How a grant for several years becomes income of each: regulation ANC 2018-06 leaves it open, all of these are in use. */
public enum IncomeSplit {
    /** By the yearly parts that the convention names. */
    PERIODS,
    /** By time, counted in days (prorata temporis). */
    DAYS,
    /** In proportion to the cost that was agreed for each year. */
    COST,
    /** Whole in the year in which the right to it arises. */
    AT_ONCE;

    /** {@return the choice in words} */
    public Message label() {
        return Message.of("PORT-SPLIT-" + name().replace('_', '-'));
    }
}
