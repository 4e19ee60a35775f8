package org.subsidia.rcp.ui;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.subsidia.rcp.Texts;

/**
 * The columns of a table, made one after the other.
 *
 * @param <R> a row
 */
public final class TableColumns<R> {

    /**
     * A column.
     *
     * @param id its name in the settings
     * @param title its heading
     * @param width pixels at first
     * @param number whether it is aligned to the right
     * @param text what stands in a cell
     * @param order by value, not by spelling
     * @param <R> a row
     */
    public record Column<R>(
            String id, String title, int width, boolean number, Function<R, String> text, Comparator<R> order) {}

    private final List<Column<R>> columns = new ArrayList<>();

    /**
     * Adds a column of words, in the order of the language.
     *
     * @param id its name in the settings
     * @param title its heading
     * @param width pixels at first
     * @param text what stands in a cell
     * @return this
     */
    public TableColumns<R> words(String id, String title, int width, Function<R, String> text) {
        Collator collator = Collator.getInstance(Texts.locale());
        Comparator<R> order = Comparator.comparing(
                row -> Optional.of(text.apply(row))
                        .filter(words -> !words.isEmpty())
                        .orElse(null),
                Comparator.nullsLast(collator::compare));
        return add(new Column<>(id, title, width, false, text, order));
    }

    /**
     * Adds a column of days.
     *
     * @param id its name in the settings
     * @param title its heading
     * @param width pixels at first
     * @param day what stands in a cell; null: nothing
     * @return this
     */
    public TableColumns<R> days(String id, String title, int width, Function<R, LocalDate> day) {
        Comparator<R> order = Comparator.comparing(day, Comparator.nullsLast(Comparator.naturalOrder()));
        return add(new Column<>(id, title, width, false, row -> Words.date(day.apply(row)), order));
    }

    /**
     * Adds any column.
     *
     * @param column the column
     * @return this
     */
    public TableColumns<R> add(Column<R> column) {
        columns.add(column);
        return this;
    }

    /** {@return the columns in their order} */
    public List<Column<R>> list() {
        return List.copyOf(columns);
    }
}
