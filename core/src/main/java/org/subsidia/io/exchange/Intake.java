package org.subsidia.io.exchange;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Edit;

/**
 * A file on its way into a portfolio: one batch of edits, and what became of each record.
 *
 * <p>Nothing is changed here: {@code portfolio.apply(intake.edit())} does that, and not doing it is the dry run. A record that
 * was imported before, bit by bit, changes nothing, whatever the user did to the grant since.
 *
 * @param edit one batch, empty if there is nothing to do
 * @param taken what became of the records, in their order; those of other beneficiaries are only counted
 * @param counts how many records met with each outcome
 * @param findings what was found about the file as a whole
 */
public record Intake(Edit.Batch edit, List<Taken> taken, Map<Taken.Kind, Long> counts, List<Finding> findings) {

    /** Copies the lists. */
    public Intake {
        taken = List.copyOf(taken);
        Map<Taken.Kind, Long> copy = new EnumMap<>(Taken.Kind.class);
        copy.putAll(counts);
        counts = Collections.unmodifiableMap(copy);
        findings = List.copyOf(findings);
    }

    /**
     * How many records met with an outcome.
     *
     * @param kind the outcome
     * @return the number
     */
    public long count(Taken.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** {@return whether applying the edit would change nothing} */
    public boolean changesNothing() {
        return edit.edits().isEmpty();
    }
}
