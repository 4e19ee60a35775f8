package org.subsidia.rcp.intake;

import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Finding;

/**
 * What was read of files, to be looked at before anything is done.
 *
 * @param summary the files in a sentence
 * @param notes how each of several files fared, and what its reader remarks
 * @param rows in the order of the files
 * @param findings about the files as a whole
 * @param ending what happens with the rows chosen
 * @param whose the rows are, where a person may say so
 */
record Review(
        String summary,
        List<Note> notes,
        List<Row> rows,
        List<Finding> findings,
        Ending ending,
        Optional<Whose> whose) {
    Review {
        notes = List.copyOf(notes);
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** One file, of which a person may say whose its rows are. */
    Review(String summary, List<Row> rows, List<Finding> findings, Ending ending, Optional<Whose> whose) {
        this(summary, findings.stream().map(Note::of).toList(), rows, findings, ending, whose);
    }

    /** One file that says itself whose its rows are. */
    Review(String summary, List<Row> rows, List<Finding> findings, Ending ending) {
        this(summary, rows, findings, ending, Optional.empty());
    }
}
