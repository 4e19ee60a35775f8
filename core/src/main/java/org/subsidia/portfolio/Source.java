package org.subsidia.portfolio;

import org.subsidia.explain.Confidence;

/**
 * Where a figure or an entry was read, and how sure it is.
 *
 * @param text the publication, article or address
 * @param confidence how sure it is
 */
public record Source(String text, Confidence confidence) {

    /** Refuses what is missing. */
    public Source {
        Check.notNull(text, "text");
        Check.notNull(confidence, "confidence");
    }
}
