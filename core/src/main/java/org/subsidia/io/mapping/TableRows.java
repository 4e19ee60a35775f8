package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.io.tabular.TabularRow;

/**
 * The rows of one sheet, held in memory: a portfolio's tables are small beside what {@link TabularFile} can stream.
 *
 * @param place the file
 * @param sheet the name of the sheet, empty for a CSV file
 * @param rows the rows that are not blank
 */
public record TableRows(Place place, String sheet, List<TabularRow> rows) {
    /** A sheet with more rows is refused. */
    public static final int MOST_ROWS = 200_000;

    private static final Limits LIMITS = Limits.standard()
            .withMaxBytes(256L << 20)
            .withMaxRows(MOST_ROWS + 1_000L)
            .withArchive(2_000, 256L << 20, 200);

    /** Copies the rows. */
    public TableRows {
        rows = List.copyOf(rows);
    }

    /**
     * The same sheet without some of its rows.
     *
     * @param lines where they start
     * @return the other rows
     */
    public TableRows without(Collection<Long> lines) {
        Set<Long> dropped = Set.copyOf(lines);
        return new TableRows(
                place,
                sheet,
                rows.stream().filter(row -> !dropped.contains(row.line())).toList());
    }

    /** {@return limits for files whose rows are held in memory: 256 MiB, 256 MiB unpacked} */
    public static Limits limits() {
        return LIMITS;
    }

    /**
     * Reads a sheet.
     *
     * @param file the file
     * @param sheet the name of the sheet; empty: the first one
     * @return the rows and what was found on the way, or why there are none
     */
    public static Reading<TableRows> read(TabularFile file, String sheet) {
        int index = sheet.isEmpty() ? 0 : file.sheets().indexOf(sheet);
        if (index < 0 || file.sheets().isEmpty()) {
            return Reading.refused(
                    Finding.error(file.place(), "MAP-SHEET-ABSENT", sheet, String.join(", ", file.sheets())));
        }
        List<TabularRow> rows = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        boolean whole = file.read(
                index,
                row -> {
                    rows.add(row);
                    return rows.size() <= MOST_ROWS;
                },
                findings::add);
        if (rows.size() > MOST_ROWS) {
            return Reading.refused(Finding.error(file.place(), "MAP-ROWS-MANY", MOST_ROWS));
        }
        if (!whole && findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return Reading.refused(findings);
        }
        return Reading.of(new TableRows(file.place(), file.sheets().get(index), rows), findings);
    }
}
