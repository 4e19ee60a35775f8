package org.subsidia.io.scdl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.tabular.FormulaGuard;

/** The cells of one record under their columns, without personal numbers, and the findings made on the way. */
final class RecordCells {
    private final ScdlHeader header;
    private final Place line;
    private final List<String> cells;
    private final List<Finding> findings;
    private boolean conflict;

    private RecordCells(ScdlHeader header, Place line, List<String> cells, List<Finding> findings) {
        this.header = header;
        this.line = line;
        this.cells = cells;
        this.findings = findings;
    }

    static RecordCells of(ScdlHeader header, Place line, List<String> cells, List<Finding> findings) {
        return new RecordCells(header, line, cells, findings);
    }

    /** The text of a column, blanks around it removed; of a column that stands twice the first that is not empty. */
    String text(ScdlColumn column) {
        int position = header.position(column).orElse(-1);
        if (position < 0) {
            return "";
        }
        String text = tidy(cells.get(position));
        for (int other : header.others(column)) {
            String second = tidy(cells.get(other));
            if (text.isEmpty()) {
                text = second;
            } else if (!second.isEmpty() && !second.equals(text)) {
                conflict |= column == ScdlColumn.MONTANT;
                add(Finding.warning(place(column), "SCDL-CELL-CONFLICT", column.header(), text, second));
            }
        }
        return text;
    }

    Optional<String> words(ScdlColumn column) {
        String text = text(column);
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    boolean has(ScdlColumn column) {
        return header.position(column).isPresent();
    }

    /** Whether two amounts stand in the record and differ. */
    boolean isAmountInConflict() {
        return conflict;
    }

    Place place(ScdlColumn column) {
        int position = header.position(column).orElse(-1);
        return position < 0 ? line : line.column(position + 1, header.names().get(position));
    }

    Place line() {
        return line;
    }

    List<Finding> findings() {
        return findings;
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /** Takes a value that the row can do without: a refusal becomes a warning. */
    <T> Optional<T> optional(ScdlColumn column, Reading<T> reading) {
        for (Finding finding : reading.findings()) {
            Severity severity = finding.severity() == Severity.ERROR ? Severity.WARNING : finding.severity();
            findings.add(new Finding(severity, place(column), finding.message()));
        }
        return reading.value();
    }

    /** Takes a value that the row cannot do without. */
    <T> Optional<T> required(ScdlColumn column, Reading<T> reading) {
        findings.addAll(reading.at(place(column)).findings());
        return reading.value();
    }

    /** Blanks of all kinds around the text removed, and the apostrophe that keeps spreadsheets from computing. */
    static String tidy(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isBlank(cell.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(cell.charAt(to - 1))) {
            to--;
        }
        boolean guarded = to - from > 1 && cell.charAt(from) == '\'' && FormulaGuard.isDangerous(cell.charAt(from + 1));
        return cell.substring(guarded ? from + 1 : from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f' || c == '\ufeff';
    }

    /** Copies a record's cells, with personal numbers taken out and counted. */
    static List<String> withoutPersons(
            ScdlHeader header, Place line, List<String> cells, List<Finding> findings, boolean[] beneficiary) {
        List<String> clean = null;
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!PersonalNumbers.isSuspect(cell)) {
                continue;
            }
            String rest = PersonalNumbers.without(cell);
            if (rest.equals(cell)) {
                continue;
            }
            clean = clean == null ? new ArrayList<>(cells) : clean;
            clean.set(i, rest);
            String name = i < header.names().size() ? header.names().get(i) : "";
            findings.add(Finding.warning(line.column(i + 1, name), "SCDL-PERSON-NUMBER", name));
            ScdlColumn column = i < header.names().size() ? header.at(i) : null;
            beneficiary[0] |= column == ScdlColumn.ID_BENEFICIAIRE
                    || column == ScdlColumn.RNA_BENEFICIAIRE
                    || column == ScdlColumn.NOM_BENEFICIAIRE;
        }
        return clean == null ? cells : clean;
    }
}
