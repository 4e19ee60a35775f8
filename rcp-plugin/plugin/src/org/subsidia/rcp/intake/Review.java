package org.subsidia.rcp.intake;

import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Finding;

/**
 * What was read of a file, to be looked at before anything is done.
 *
 * @param summary the file in a sentence
 * @param rows in the order of the file
 * @param findings about the file as a whole
 * @param ending what happens with the rows chosen
 * @param whose the rows are, where a person may say so
 */
record Review(String summary, List<Row> rows, List<Finding> findings, Ending ending, Optional<Whose> whose) {
    Review {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** A file that says itself whose its rows are. */
    Review(String summary, List<Row> rows, List<Finding> findings, Ending ending) {
        this(summary, rows, findings, ending, Optional.empty());
    }
}
