package org.subsidia.portfolio;

/**
 * Membership of a single undertaking, which counts as one for de minimis (regulation 2023/2831, article 2).
 *
 * @param group the name of the single undertaking
 * @param window when
 */
public record GroupMembership(String group, DateWindow window) {

    /** Refuses what is missing. */
    public GroupMembership {
        Check.notNull(group, "group");
        Check.notNull(window, "window");
    }
}
