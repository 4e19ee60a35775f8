package org.subsidia.store.jdbc;

import java.time.Clock;
import java.time.Duration;

/**
 * How a portfolio in a database is opened.
 *
 * @param author who makes the edits, as the audit trail will name them
 * @param patience for how long a lost connection is sought again before an edit is given up
 * @param clock tells when an edit is made
 */
public record DatabaseOptions(String author, Duration patience, Clock clock) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Half a minute of patience, the clock of the system.
     *
     * @param author who makes the edits
     * @return the options
     */
    public static DatabaseOptions by(String author) {
        return new DatabaseOptions(author, PATIENCE, Clock.systemUTC());
    }

    /**
     * With another patience.
     *
     * @param other for how long
     * @return the options
     */
    public DatabaseOptions withPatience(Duration other) {
        return new DatabaseOptions(author, other, clock);
    }

    /**
     * With another clock.
     *
     * @param other tells when an edit is made
     * @return the options
     */
    public DatabaseOptions withClock(Clock other) {
        return new DatabaseOptions(author, patience, other);
    }
}
