package org.subsidia.rcp.intake;

import java.util.List;
import org.subsidia.finding.Finding;

/**
 * What was read of a file, to be looked at before anything is done.
 *
 * @param summary the file in a sentence
 * @param rows in the order of the file
 * @param findings about the file as a whole
 * @param ending what happens with the rows chosen
 */
record Review(String summary, List<Row> rows, List<Finding> findings, Ending ending) {
    Review {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }
}
