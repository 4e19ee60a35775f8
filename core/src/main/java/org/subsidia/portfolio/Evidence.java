package org.subsidia.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that proves something about a grant.
 *
 * @param name the document’s name
 * @param date the date on it
 * @param sha256 the SHA-256 of its content, 64 hexadecimal digits
 */
public record Evidence(
        String name, @Nullable LocalDate date, @Nullable String sha256) {

    /** Refuses what is missing. */
    public Evidence {
        Check.notNull(name, "name");
        sha256 = Check.text(sha256);
    }
}
