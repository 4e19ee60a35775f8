package org.subsidia.rcp.intake;

import java.util.Comparator;
import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;

/**
 * A row of a file.
 *
 * @param key what it stands for in the library; rows of one key are taken together
 * @param line where it starts, from 1; 0: nowhere
 * @param outcome what becomes of it
 * @param word the same in the words of its format
 * @param takeable whether it can be taken
 * @param cells words, days, amounts and numbers, one a heading
 * @param findings what was found in it
 * @param atFirst whether it is taken before anybody has chosen
 * @param part in which of several files or sheets it stands, from 0
 */
record Row(
        Object key,
        long line,
        Outcome outcome,
        String word,
        boolean takeable,
        List<Object> cells,
        List<Finding> findings,
        boolean atFirst,
        int part) {
    /** By file or sheet, then by line. */
    static final Comparator<Row> IN_ORDER = Comparator.comparingInt(Row::part).thenComparingLong(Row::line);

    Row {
        cells = List.copyOf(cells);
        findings = List.copyOf(findings);
    }

    /** A row whose outcome says whether it can be taken. */
    static Row of(Object key, long line, Outcome outcome, List<Object> cells, List<Finding> findings) {
        boolean takeable = outcome == Outcome.NEW || outcome == Outcome.UPDATED;
        return new Row(key, line, outcome, outcome.label(), takeable, cells, findings, takeable, 0);
    }

    /** The same row in the words of its format; what a person must decide is not taken at first. */
    Row inWords(String other, boolean canBeTaken) {
        return new Row(
                key, line, outcome, other, canBeTaken, cells, findings, canBeTaken && outcome != Outcome.REVIEW, part);
    }

    /** The same row, taken only where a person says so. */
    Row notTaken() {
        return new Row(key, line, outcome, word, takeable, cells, findings, false, part);
    }

    /** The same row under other headings. */
    Row withCells(List<Object> other) {
        return new Row(key, line, outcome, word, takeable, other, findings, atFirst, part);
    }

    /** The same row in one of several files or sheets. */
    Row in(int number) {
        return new Row(key, line, outcome, word, takeable, cells, findings, atFirst, number);
    }

    boolean hasRemarks() {
        return outcome == Outcome.REVIEW || findings.stream().anyMatch(finding -> finding.severity() != Severity.INFO);
    }
}
