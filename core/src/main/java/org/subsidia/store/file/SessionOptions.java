package org.subsidia.store.file;

import java.time.Clock;

/**
 * How a document is opened for writing.
 *
 * @param author who makes the edits, as the history will name them
 * @param backups how many former states are kept before the oldest is dropped, 0 for none
 * @param takeOver whether a lock is taken that somebody on another computer left or still holds
 * @param clock tells when an edit is made
 */
public record SessionOptions(String author, int backups, boolean takeOver, Clock clock) {
    private static final int BACKUPS = 5;

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public SessionOptions {
        if (backups < 0) {
            throw new IllegalArgumentException("a number of backups: " + backups);
        }
    }

    /**
     * Five backups, no lock of others taken, the clock of the system.
     *
     * @param author who makes the edits
     * @return the options
     */
    public static SessionOptions by(String author) {
        return new SessionOptions(author, BACKUPS, false, Clock.systemUTC());
    }

    /**
     * With another number of backups.
     *
     * @param count how many, 0 for none
     * @return the options
     */
    public SessionOptions withBackups(int count) {
        return new SessionOptions(author, count, takeOver, clock);
    }

    /**
     * With a lock taken that another computer left or still holds: only when its user says so.
     *
     * @return the options
     */
    public SessionOptions takingOver() {
        return new SessionOptions(author, backups, true, clock);
    }

    /**
     * With another clock.
     *
     * @param other tells when an edit is made
     * @return the options
     */
    public SessionOptions withClock(Clock other) {
        return new SessionOptions(author, backups, takeOver, other);
    }
}
