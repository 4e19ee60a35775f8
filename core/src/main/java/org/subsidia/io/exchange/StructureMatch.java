package org.subsidia.io.exchange;

import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.StructureId;

/**
 * Whose money a record is.
 *
 * @param verdict how sure that is
 * @param structure the structure, also where a person must still confirm it; null: none is near
 * @param score 0 to 100: up to 80 for the name, up to 20 for the place; 100 for a number that agrees
 */
public record StructureMatch(Verdict verdict, @Nullable StructureId structure, int score) {

    /** How sure a match is. */
    public enum Verdict {
        /** It is this structure. */
        SURE,
        /** It may be; a person must say so. */
        REVIEW,
        /** It is none of the portfolio’s. */
        NONE
    }
}
