package org.subsidia.io.tabular;

import java.util.List;

/**
 * One row as it stands in the file.
 *
 * @param line the line on which the record starts, from 1; in a workbook the number of the row
 * @param cells as text, never null; a number of a workbook in plain notation with a point, a date as {@code 2023-01-15} or
 *     {@code 2023-01-15T10:30:00}
 */
public record TabularRow(long line, List<String> cells) {

    /** Copies the cells. */
    public TabularRow {
        if (line < 1) {
            throw new IllegalArgumentException("lines count from 1: " + line);
        }
        cells = List.copyOf(cells);
    }

    /** {@return whether every cell is empty or blank} */
    public boolean isBlank() {
        return cells.stream().allMatch(String::isBlank);
    }
}
