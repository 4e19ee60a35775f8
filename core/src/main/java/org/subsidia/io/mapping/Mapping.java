package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How the rows of one table become records.
 *
 * @param kind what the rows are
 * @param sheet the name of the sheet; empty: the first one
 * @param headerRow the line of the headers, from 1; 0: there are none, and columns are found by position
 * @param columns which column stands for which field
 * @param constants fields that every row has, written as a cell would be; a cell that is not empty goes before
 * @param keys the fields by which a row is recognised as a record of the portfolio; {@code payer} stands for all that names
 *     the payer; empty: the id where there is one, else the funder’s reference, else what the kind is usually known by
 */
public record Mapping(
        TableKind kind,
        String sheet,
        long headerRow,
        List<MappedColumn> columns,
        Map<String, String> constants,
        List<String> keys) {

    /** Copies the lists. */
    public Mapping {
        if (headerRow < 0) {
            throw new IllegalArgumentException("lines count from 1: " + headerRow);
        }
        columns = List.copyOf(columns);
        constants = Collections.unmodifiableMap(new TreeMap<>(constants));
        keys = List.copyOf(keys);
    }

    /**
     * A mapping of the first sheet, headers in the first line.
     *
     * @param kind what the rows are
     * @param columns which column stands for which field
     * @return the mapping
     */
    public static Mapping of(TableKind kind, MappedColumn... columns) {
        return new Mapping(kind, "", 1, List.of(columns), Map.of(), List.of());
    }

    /**
     * The column of a field.
     *
     * @param field the field's id
     * @return the column, if there is one
     */
    public Optional<MappedColumn> column(String field) {
        return columns.stream().filter(column -> column.field().equals(field)).findFirst();
    }

    /** {@return the ids of the fields that columns or constants give} */
    public Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>();
        columns.forEach(column -> fields.add(column.field()));
        fields.addAll(constants.keySet());
        return fields;
    }

    /**
     * The same mapping with one more column, which takes the place of another for its field.
     *
     * @param column the column
     * @return the mapping
     */
    public Mapping with(MappedColumn column) {
        List<MappedColumn> all = new ArrayList<>(columns);
        all.removeIf(other -> other.field().equals(column.field()));
        all.add(column);
        return new Mapping(kind, sheet, headerRow, all, constants, keys);
    }

    /**
     * The same mapping with one more constant.
     *
     * @param field the field's id
     * @param text as a cell would hold it
     * @return the mapping
     */
    public Mapping withConstant(String field, String text) {
        Map<String, String> all = new TreeMap<>(constants);
        all.put(field, text);
        return new Mapping(kind, sheet, headerRow, columns, all, keys);
    }

    /**
     * The same mapping with other key fields.
     *
     * @param fields see {@link #keys()}
     * @return the mapping
     */
    public Mapping withKeys(String... fields) {
        return new Mapping(kind, sheet, headerRow, columns, constants, List.of(fields));
    }

    /**
     * The same mapping of another sheet.
     *
     * @param name of the sheet
     * @param header the line of the headers
     * @return the mapping
     */
    public Mapping onSheet(String name, long header) {
        return new Mapping(kind, name, header, columns, constants, keys);
    }
}
