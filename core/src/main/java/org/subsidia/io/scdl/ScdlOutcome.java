package org.subsidia.io.scdl;

import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.GrantId;

/**
 * What became of a row on its way into a portfolio.
 *
 * @param line the line on which the record starts, from 1
 * @param kind what became of it
 * @param row the row, unless it was refused
 * @param grant the grant in the portfolio, where there is or will be one
 * @param findings what was found in the row; of a refused row only why
 */
public record ScdlOutcome(
        long line, Kind kind, Optional<ScdlRow> row, Optional<GrantId> grant, List<Finding> findings) {

    /** Copies the list. */
    public ScdlOutcome {
        findings = List.copyOf(findings);
    }

    /** What can become of a row. */
    public enum Kind {
        /** It makes a grant. */
        NEW,
        /** It changes a grant that an earlier import made. */
        UPDATED,
        /** It was imported before and changes nothing. */
        UNCHANGED,
        /** It is another beneficiary's, or a natural person's. */
        SKIPPED,
        /** It cannot be trusted. */
        REFUSED
    }
}
