package org.subsidia.io.scdl;

import java.util.List;

/**
 * Which columns a header can mean.
 *
 * @param columns the candidates, the likeliest first; empty for a header that means nothing here
 * @param rank how sure it is
 * @param misleading whether the words say something else than what published files put below them
 */
record HeaderMatch(List<ScdlColumn> columns, Rank rank, boolean misleading) {

    /** How a header was recognised, the surest first. */
    enum Rank {
        /** As the schema spells it. */
        EXACT,
        /** The schema's word with other case, accents or punctuation. */
        SPELLING,
        /** A known other word. */
        SYNONYM,
        /** A known word with a number or a remark behind it, or with a letter that was lost. */
        TRIMMED,
        /** Not recognised. */
        NONE
    }

    static final HeaderMatch NONE = new HeaderMatch(List.of(), Rank.NONE, false);

    boolean isFound() {
        return !columns.isEmpty();
    }

    boolean isAmbiguous() {
        return columns.size() > 1;
    }
}
