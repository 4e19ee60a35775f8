package org.subsidia.io.mapping;

import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Edit;

/**
 * What an import would do. Applying the edit does it; not applying it is the dry run.
 *
 * @param mapping by which the rows were read, with the conventions that the cells decided
 * @param edit one batch, empty if there is nothing to do
 * @param rows what becomes of each row below the headers, in their order
 * @param findings what was found about the table as a whole
 */
public record ImportPreview(Mapping mapping, Edit.Batch edit, List<RowOutcome> rows, List<Finding> findings) {

    /** Copies the lists. */
    public ImportPreview {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /** {@return whether applying the edit would change nothing} */
    public boolean changesNothing() {
        return edit.edits().isEmpty();
    }

    /**
     * How many rows meet with an outcome.
     *
     * @param kind the outcome
     * @return the number
     */
    public long count(RowOutcome.Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }
}
