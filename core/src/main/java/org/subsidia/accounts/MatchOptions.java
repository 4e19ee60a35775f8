package org.subsidia.accounts;

/**
 * How close a line must be to a grant.
 *
 * @param days at most so many days between the line and the day of the receipt or of the notification
 * @param cents at most so many cents between the line and the amount
 */
public record MatchOptions(int days, long cents) {
    /** A month, and not a cent. */
    public static final MatchOptions USUAL = new MatchOptions(31, 0);

    /** Refuses what is negative. */
    public MatchOptions {
        if (days < 0 || cents < 0) {
            throw new IllegalArgumentException("tolerances are not negative: " + days + ", " + cents);
        }
    }
}
