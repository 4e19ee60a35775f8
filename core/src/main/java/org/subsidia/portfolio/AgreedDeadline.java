package org.subsidia.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that the convention sets.
 *
 * @param name what must be done
 * @param due the last day
 * @param done when it was done; null: not yet
 */
public record AgreedDeadline(
        String name, LocalDate due, @Nullable LocalDate done) {

    /** Refuses what is missing. */
    public AgreedDeadline {
        Check.notNull(name, "name");
        Check.notNull(due, "due");
    }
}
