package org.subsidia.io.tabular;

import java.util.List;
import java.util.Set;

/**
 * One row as it stands in the file.
 *
 * @param line the line on which the record starts, from 1; in a workbook the number of the row
 * @param cells as text, never null; a number of a workbook in plain notation with a point, a date as {@code 2023-01-15} or
 *     {@code 2023-01-15T10:30:00}, a percentage as {@code 12.5%}
 * @param numbers the indexes, from 0, of the cells that are numbers of a workbook and no text; none in a CSV file
 */
public record TabularRow(long line, List<String> cells, Set<Integer> numbers) {

    /** Copies the cells. */
    public TabularRow {
        if (line < 1) {
            throw new IllegalArgumentException("lines count from 1: " + line);
        }
        cells = List.copyOf(cells);
        numbers = Set.copyOf(numbers);
    }

    /**
     * A row of text alone.
     *
     * @param line the line on which the record starts, from 1
     * @param cells as text
     */
    public TabularRow(long line, List<String> cells) {
        this(line, cells, Set.of());
    }

    /**
     * Whether a cell is a number of a workbook: then the point in its text begins its decimals, whatever the language.
     *
     * @param index of the cell, from 0
     * @return whether it is
     */
    public boolean isNumber(int index) {
        return numbers.contains(index);
    }

    /** {@return whether every cell is empty or blank} */
    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
