package org.subsidia.io.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.RecordId;

/**
 * What becomes of one row.
 *
 * @param line the line on which it starts; in a workbook the number of the row
 * @param kind new, updated, unchanged, skipped or refused
 * @param record the record that it is or becomes; of a receipt its grant; empty for rows that become none
 * @param changes what an update does, or the fields of a new record; in the order of the fields
 * @param created structures and funders that are made because the row names them
 * @param findings why it is skipped or refused, what was repaired, and where
 */
public record RowOutcome(
        long line,
        Kind kind,
        Optional<RecordId> record,
        List<FieldChange> changes,
        List<RecordId> created,
        List<Finding> findings) {

    /** Copies the lists. */
    public RowOutcome {
        changes = List.copyOf(changes);
        created = List.copyOf(created);
        findings = List.copyOf(findings);
    }

    /** What can become of a row. */
    public enum Kind {
        /** It becomes a record that the portfolio does not have. */
        NEW,
        /** It changes a record. */
        UPDATED,
        /** The portfolio says the same already. */
        UNCHANGED,
        /** It is no record: empty, a total, a repetition. */
        SKIPPED,
        /** It cannot be read, or not in one way only; the findings say why. */
        REFUSED;

        /** {@return the stable name, such as {@code updated}} */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@return what people call it} */
        public Message label() {
            return Message.of("MAP-OUTCOME-" + name());
        }
    }
}
