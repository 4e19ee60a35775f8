package org.subsidia.io.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.StructureId;

/**
 * What became of one record of a file.
 *
 * @param line the line on which it starts, from 1; in a document without lines its number, from 1
 * @param kind what became of it
 * @param purpose what the money is for, as the file says
 * @param beneficiary whom the file names
 * @param postcode the beneficiary’s postcode, empty where the file has none
 * @param structure the structure that it is, or may be
 * @param score how sure that is, 0 to 100; 100 for a number that agrees
 * @param amount the money
 * @param deadline the day by which the Union’s tranche must be covered (n+3); null: not Union money, or not known
 * @param record the record of the portfolio
 * @param findings what was found; of a refused record why
 * @param sheet on which of several sheets the line is; empty: the file has one
 */
public record Taken(
        long line,
        Kind kind,
        String purpose,
        String beneficiary,
        String postcode,
        @Nullable StructureId structure,
        int score,
        @Nullable Money amount,
        @Nullable LocalDate deadline,
        @Nullable RecordId record,
        List<Finding> findings,
        String sheet) {

    /** Copies the list. */
    public Taken {
        findings = List.copyOf(findings);
    }

    /** A record of a file with one sheet. */
    public Taken(
            long line,
            Kind kind,
            String purpose,
            String beneficiary,
            String postcode,
            @Nullable StructureId structure,
            int score,
            @Nullable Money amount,
            @Nullable LocalDate deadline,
            @Nullable RecordId record,
            List<Finding> findings) {
        this(line, kind, purpose, beneficiary, postcode, structure, score, amount, deadline, record, findings, "");
    }

    /**
     * The same record on a sheet.
     *
     * @param name of the sheet
     * @return the record
     */
    public Taken onSheet(String name) {
        return new Taken(
                line, kind, purpose, beneficiary, postcode, structure, score, amount, deadline, record, findings, name);
    }

    /** What can become of a record. */
    public enum Kind {
        /** It makes a record of the portfolio. */
        NEW,
        /** It changes one. */
        UPDATED,
        /** It was imported before and changes nothing. */
        UNCHANGED,
        /** A person must say whose it is. */
        REVIEW,
        /** It is another beneficiary’s, or a natural person’s. */
        SKIPPED,
        /** It cannot be trusted. */
        REFUSED;

        /** {@return the outcome's name} */
        public Message label() {
            return Message.of("XCH-OUTCOME-" + name());
        }
    }

    /**
     * A record that was refused.
     *
     * @param line where it starts
     * @param findings why, at least one error
     * @return the outcome
     */
    public static Taken refused(long line, List<Finding> findings) {
        return new Taken(line, Kind.REFUSED, "", "", "", null, 0, null, null, null, findings);
    }

    /** {@return the structure that it is, or may be} */
    public Optional<StructureId> whose() {
        return Optional.ofNullable(structure);
    }
}
