package org.subsidia.io.mapping;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.subsidia.money.DecimalMark;

/**
 * One column of a table and the field that it stands for.
 *
 * @param header the words above the column; empty: found by its position alone
 * @param position from 1; 0: found by its header alone, which then stands above one column only
 * @param field the field's {@linkplain TableField#id() id}
 * @param decimalMark what begins the decimals of its amounts
 * @param dates how its dates are written
 * @param shares what its shares are
 * @param values what cells mean: text → what is read in its place; spelling (case, accents, punctuation) does not count; an
 *     empty text leaves the field alone
 */
public record MappedColumn(
        String header,
        int position,
        String field,
        DecimalMark decimalMark,
        DateStyle dates,
        ShareStyle shares,
        Map<String, String> values) {

    /** Copies the values; a column needs a header or a position. */
    public MappedColumn {
        if (header.isBlank() && position < 1) {
            throw new IllegalArgumentException("a column is found by its header or its position: " + field);
        }
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * A column whose cells say themselves how they are written.
     *
     * @param header the words above it
     * @param field the field's id
     * @return the column
     */
    public static MappedColumn of(String header, String field) {
        return new MappedColumn(
                header, 0, field, DecimalMark.UNSTATED, DateStyle.UNSTATED, ShareStyle.UNSTATED, Map.of());
    }

    /**
     * The same column at a position.
     *
     * @param number from 1
     * @return the column
     */
    public MappedColumn at(int number) {
        return new MappedColumn(header, number, field, decimalMark, dates, shares, values);
    }

    /**
     * The same column with another mark before its decimals.
     *
     * @param mark the mark
     * @return the column
     */
    public MappedColumn with(DecimalMark mark) {
        return new MappedColumn(header, position, field, mark, dates, shares, values);
    }

    /**
     * The same column with dates written in another way.
     *
     * @param style how
     * @return the column
     */
    public MappedColumn with(DateStyle style) {
        return new MappedColumn(header, position, field, decimalMark, style, shares, values);
    }

    /**
     * The same column with shares written in another way.
     *
     * @param style how
     * @return the column
     */
    public MappedColumn with(ShareStyle style) {
        return new MappedColumn(header, position, field, decimalMark, dates, style, values);
    }

    /**
     * The same column with a table of values.
     *
     * @param table text of the cell → what is read in its place
     * @return the column
     */
    public MappedColumn withValues(Map<String, String> table) {
        return new MappedColumn(header, position, field, decimalMark, dates, shares, table);
    }
}
