package org.subsidia.io.mapping;

import java.util.List;
import java.util.Optional;

/**
 * What a column of a table seems to be.
 *
 * @param position from 1
 * @param header the words above it; may be empty
 * @param field the field that it was placed in; empty: it could not be placed
 * @param score how sure that is, 0 to 100
 * @param others fields that it could stand for as well, the likeliest first
 * @param sample some of its cells
 */
public record ColumnGuess(
        int position,
        String header,
        Optional<TableField> field,
        int score,
        List<TableField> others,
        List<String> sample) {

    /** Copies the lists. */
    public ColumnGuess {
        others = List.copyOf(others);
        sample = List.copyOf(sample);
    }
}
