package org.subsidia.store.jdbc;

import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Portfolio;

/** What became of an edit. */
public sealed interface Outcome {
    /**
     * The edit is in the database for good.
     *
     * @param version the portfolio’s version with it
     * @param portfolio the portfolio with it and with the edits of others before it
     */
    record Accepted(long version, Portfolio portfolio) implements Outcome {}

    /**
     * Nothing was changed: somebody else changed one of the records first. {@link DatabaseSession#refresh} takes the other’s
     * edits over; then the edit, or a better one, can be made again.
     *
     * @param seen the version that the edit was made for
     * @param now the version in the database
     * @param records the records that both changed
     * @param findings one for each of them
     */
    record Conflict(long seen, long now, List<Contested> records, List<Finding> findings) implements Outcome {
        /** Copies the lists. */
        public Conflict {
            records = List.copyOf(records);
            findings = List.copyOf(findings);
        }
    }

    /**
     * Nothing was changed.
     *
     * @param findings why
     */
    record Refused(List<Finding> findings) implements Outcome {
        /** Copies the list. */
        public Refused {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The connection was lost at the very moment of the commit and did not come back: the edit is in the database or it is
     * not. {@link DatabaseSession#settle} finds out; until then the session makes no other edit.
     *
     * @param findings what happened
     */
    record Unsure(List<Finding> findings) implements Outcome {
        /** Copies the list. */
        public Unsure {
            findings = List.copyOf(findings);
        }
    }
}
