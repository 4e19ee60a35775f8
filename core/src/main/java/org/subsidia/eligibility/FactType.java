package org.subsidia.eligibility;

import org.subsidia.finding.Message;

/** What the value of a fact is. */
public enum FactType {
    /** An amount in euros, written {@code 80000 EUR}. */
    MONEY(true),
    /** A whole number of something, written {@code 12} or {@code 12 months}. */
    COUNT(true),
    /** An exact share, written {@code 50 %}, {@code 0.5} or {@code 1/2}. */
    SHARE(true),
    /** A day, written {@code 2026-06-15}. */
    DAY(true),
    /** Yes or no, written {@code true} or {@code false}. */
    FLAG(false),
    /** One of some words, such as a kind of structure. */
    CODE(false),
    /** Where something is, written {@code REG-84} or {@code DEP-01, DEP-69}. */
    TERRITORY(false),
    /** Labels held, written {@code POLE V 2023-01-01/2026-12-31}, several with {@code ;} between. */
    LABELS(false),
    /** Aid received, written {@code 2024-05-10 120000 EUR}, several with {@code ;} between. */
    AIDS(false);

    private final boolean ordered;

    FactType(boolean ordered) {
        this.ordered = ordered;
    }

    /** {@return whether values are greater or smaller than others} */
    public boolean isOrdered() {
        return ordered;
    }

    /** {@return the type in words} */
    public Message words() {
        return Message.of("ELIG-TYPE-" + name());
    }
}
