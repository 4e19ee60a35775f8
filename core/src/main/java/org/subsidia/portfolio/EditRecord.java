package org.subsidia.portfolio;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An edit that was made: one line of the history.
 *
 * @param edit what was changed
 * @param author who changed it
 * @param instant when
 * @param reason why; null: not said
 */
public record EditRecord(
        Edit edit, String author, Instant instant, @Nullable String reason) {

    /** Refuses what is missing. */
    public EditRecord {
        Check.notNull(edit, "edit");
        Check.notNull(author, "author");
        Check.notNull(instant, "instant");
        reason = Check.text(reason);
    }
}
