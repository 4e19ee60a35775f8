package org.subsidia.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;

/**
 * Rows of typed cells under named columns.
 *
 * @param id stable name, camelCase
 * @param caption what the table shows
 * @param columns at least one; their names differ
 * @param rows one cell a column, each of its column's type, or unknown or empty
 * @param sums the row of totals, or null
 */
public record Table(
        String id,
        Message caption,
        List<Column> columns,
        List<List<Cell>> rows,
        @Nullable List<Cell> sums) implements Block {

    /** Copies the lists and checks that every cell fits its column. */
    public Table {
        Ids.check(id);
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.stream().map(Column::name).distinct().count() != columns.size()) {
            throw new IllegalArgumentException("a table has columns, each with a name of its own: " + columns);
        }
        List<List<Cell>> copies = new ArrayList<>(rows.size());
        for (List<Cell> row : rows) {
            copies.add(checked(columns, row));
        }
        rows = List.copyOf(copies);
        sums = sums == null ? null : checked(columns, sums);
    }

    private static List<Cell> checked(List<Column> columns, List<Cell> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(columns.size() + " columns, but a row of " + row.size() + ": " + row);
        }
        for (int i = 0; i < row.size(); i++) {
            if (!columns.get(i).accepts(row.get(i))) {
                throw new IllegalArgumentException("the column " + columns.get(i) + " cannot hold " + row.get(i));
            }
        }
        return List.copyOf(row);
    }

    /** {@return the row of totals, one cell a column} */
    public Optional<List<Cell>> totals() {
        return Optional.ofNullable(sums);
    }

    /** {@return the same table without the columns that only repeat another one: what people are shown} */
    public Table readable() {
        List<Integer> kept = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (!isRepetition(c)) {
                kept.add(c);
            }
        }
        return kept.size() == columns.size()
                ? this
                : new Table(
                        id,
                        caption,
                        pick(columns, kept),
                        rows.stream().map(row -> pick(row, kept)).toList(),
                        sums == null ? null : pick(sums, kept));
    }

    /**
     * The same table with fewer columns, or in another order.
     *
     * @param names the columns that are kept, in their order; names that it does not have are left out
     * @return the table
     */
    public Table only(List<String> names) {
        List<String> all = columns.stream().map(Column::name).toList();
        List<Integer> kept =
                names.stream().map(all::indexOf).filter(index -> index >= 0).toList();
        return new Table(
                id,
                caption,
                pick(columns, kept),
                rows.stream().map(row -> pick(row, kept)).toList(),
                sums == null ? null : titled(sums, pick(sums, kept)));
    }

    /**
     * The same table without those of some columns in which no row has anything.
     *
     * @param names the columns that are left out where they are empty
     * @return the table
     */
    public Table withoutEmpty(String... names) {
        List<String> optional = List.of(names);
        List<String> kept = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            int at = c;
            String name = columns.get(c).name();
            if (!optional.contains(name) || rows.stream().anyMatch(row -> !(row.get(at) instanceof Cell.Empty))) {
                kept.add(name);
            }
        }
        return only(kept);
    }

    /** The word for totals stands first, whichever column is the first. */
    private static List<Cell> titled(List<Cell> before, List<Cell> picked) {
        List<Cell> totals = new ArrayList<>(picked);
        if (totals.get(0) instanceof Cell.Empty && before.get(0) instanceof Cell.Words) {
            totals.set(0, before.get(0));
        }
        return totals;
    }

    private boolean isRepetition(int column) {
        for (int other = 0; other < columns.size(); other++) {
            if (columns.get(other).name().equals(columns.get(column).repeats())) {
                int same = other;
                return rows.stream().allMatch(row -> row.get(same).equals(row.get(column)));
            }
        }
        return false;
    }

    private static <T> List<T> pick(List<T> from, List<Integer> positions) {
        return positions.stream().<T>map(from::get).toList();
    }
}
