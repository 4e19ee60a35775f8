package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.tabular.TabularRow;

/**
 * A table read by a mapping, for whoever makes other things of its rows than records of a portfolio.
 *
 * @param mapping what it was read by, with what its cells decide of their spelling
 * @param columns where the column of each field stands, by the field's id: its position and its header
 * @param rows those that say something
 * @param above the cells above the headers, line by line
 */
public record MappedTable(Mapping mapping, Map<String, Place> columns, List<MappedRow> rows, List<List<String>> above) {

    /** Copies what it is given. */
    public MappedTable {
        columns = Map.copyOf(columns);
        rows = List.copyOf(rows);
        above = List.copyOf(above);
    }

    /**
     * Reads a table. Rows that are empty, that repeat the headers, or that total others are skipped, and said.
     *
     * @param table the rows
     * @param mapping which column is which field
     * @return the rows that are left, or why the mapping does not fit the table
     */
    public static Reading<MappedTable> read(TableRows table, Mapping mapping) {
        List<Finding> findings = new ArrayList<>();
        Optional<ReadyTable> ready = ReadyTable.of(table, mapping, findings);
        if (ready.isEmpty()) {
            return Reading.refused(findings);
        }
        RowReader reader =
                new RowReader(ready.get().mapping(), table.place(), ready.get().columns());
        SkippedRows skipped = new SkippedRows(table.place(), ready.get().columns());
        List<String> needed = MappingCheck.needed(mapping.kind());
        List<MappedRow> rows = new ArrayList<>();
        for (TabularRow row : ready.get().rows()) {
            List<Finding> found = new ArrayList<>();
            RowValues values = reader.read(row, found);
            // what has all that it needs is no total, whatever it is called
            Optional<Finding> skip = needed.stream().allMatch(values::has) ? Optional.empty() : skipped.reason(row);
            if (skip.isPresent()) {
                findings.add(skip.get());
                continue;
            }
            Place place = table.place().line(row.line());
            Set<Finding> once = new LinkedHashSet<>(found);
            rows.add(new MappedRow(place, values.values(), values.unread(), List.copyOf(once)));
        }
        List<List<String>> above = table.rows().stream()
                .filter(row -> row.line() < mapping.headerRow())
                .map(TabularRow::cells)
                .toList();
        Map<String, Place> columns = ready.get().columns().stream()
                .collect(Collectors.toMap(found -> found.field().id(), found -> table.place()
                        .column(found.index() + 1, found.column().header())));
        return Reading.of(new MappedTable(ready.get().mapping(), columns, rows, above), findings);
    }

    /**
     * Where a cell stands.
     *
     * @param row of which row
     * @param field the id of its field
     * @return the line, and the column if the field has one
     */
    public Place place(MappedRow row, String field) {
        Place column = columns.get(field);
        return column == null ? row.place() : row.place().column(column.column(), column.field());
    }
}
