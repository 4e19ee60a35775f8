package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.identity.Spelling;
import org.subsidia.io.tabular.TabularRow;

/** Where the columns of a mapping stand in a table. */
final class Columns {

    /** A column of the mapping, its field, and where it stands. */
    record Found(MappedColumn column, TableField field, int index) {}

    private Columns() {}

    /** The columns that are there; what is wrong with the mapping for this table goes to the findings. */
    static List<Found> find(Mapping mapping, TableRows table, List<Finding> findings) {
        List<String> headers = mapping.headerRow() == 0
                ? List.of()
                : table.rows().stream()
                        .filter(row -> row.line() == mapping.headerRow())
                        .map(TabularRow::cells)
                        .findFirst()
                        .orElse(List.of());
        if (mapping.headerRow() > 0 && headers.isEmpty()) {
            findings.add(
                    Finding.error(table.place().line(mapping.headerRow()), "MAP-HEADER-ABSENT", mapping.headerRow()));
            return List.of();
        }
        List<Found> all = new ArrayList<>();
        Map<String, MappedColumn> taken = new LinkedHashMap<>();
        for (MappedColumn column : mapping.columns()) {
            Optional<TableField> field = mapping.kind().field(column.field());
            if (field.isEmpty()) {
                findings.add(Finding.error(
                        table.place(),
                        "MAP-FIELD-UNKNOWN",
                        column.field(),
                        mapping.kind().id()));
                continue;
            }
            if (taken.put(column.field(), column) != null) {
                findings.add(Finding.error(
                        table.place(), "MAP-FIELD-TWICE", field.get().label()));
                continue;
            }
            int index = index(column, headers, table.place(), mapping, findings);
            if (index >= 0) {
                all.add(new Found(column, field.get(), index));
            }
        }
        return all;
    }

    private static int index(
            MappedColumn column, List<String> headers, Place file, Mapping mapping, List<Finding> findings) {
        if (column.header().isBlank() || mapping.headerRow() == 0) {
            if (column.position() < 1) {
                findings.add(Finding.error(file, "MAP-COLUMN-NO-POSITION", column.header()));
            }
            return column.position() - 1;
        }
        Place place = file.line(mapping.headerRow());
        String key = Spelling.key(column.header());
        List<Integer> same = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            String header = CellReader.text(headers.get(i));
            if (header.equals(column.header().strip())
                    || (!key.isEmpty() && Spelling.key(header).equals(key))) {
                same.add(i);
            }
        }
        if (same.contains(column.position() - 1)) {
            return column.position() - 1;
        }
        if (same.size() == 1) {
            return same.get(0);
        }
        findings.add(
                same.isEmpty()
                        ? Finding.error(place, "MAP-COLUMN-ABSENT", column.header(), column.field())
                        : Finding.error(place, "MAP-COLUMN-TWICE", column.header(), same.size()));
        return -1;
    }
}
