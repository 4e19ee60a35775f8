package org.subsidia.finding;

import org.jspecify.annotations.Nullable;

/**
 * Where a {@link Finding} was made. Every part may be absent; what is known is given.
 *
 * @param file the file's name as the user gave it, or null
 * @param line the line in the file on which the record starts, from 1; 0 when unknown
 * @param column the column's position, from 1; 0 when unknown
 * @param field the column's header or the name of a field of a record, or null
 * @param record the id of a record of the portfolio, or null
 */
public record Place(
        @Nullable String file,
        long line,
        int column,
        @Nullable String field,
        @Nullable String record) implements Comparable<Place> {

    /** Nowhere in particular: the finding concerns the whole. */
    public static final Place NOWHERE = new Place(null, 0, 0, null, null);

    /** Refuses negative positions. */
    public Place {
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("lines and columns count from 1: " + line + ", " + column);
        }
    }

    /**
     * A whole file.
     *
     * @param file its name as the user gave it
     * @return the place
     */
    public static Place file(String file) {
        return new Place(file, 0, 0, null, null);
    }

    /**
     * A record of the portfolio.
     *
     * @param id the record's id
     * @return the place
     */
    public static Place record(String id) {
        return new Place(null, 0, 0, null, id);
    }

    /**
     * A line of this file.
     *
     * @param number from 1
     * @return the place
     */
    public Place line(long number) {
        return new Place(file, number, 0, null, record);
    }

    /**
     * A column of this line.
     *
     * @param position from 1
     * @param header the column's header
     * @return the place
     */
    public Place column(int position, @Nullable String header) {
        return new Place(file, line, position, header, record);
    }

    /**
     * A field of this record.
     *
     * @param name the field's name
     * @return the place
     */
    public Place field(String name) {
        return new Place(file, line, column, name, record);
    }

    /** By file, line, column, record and field; what is absent comes first. */
    @Override
    public int compareTo(Place other) {
        int order = compare(file, other.file);
        order = order != 0 ? order : Long.compare(line, other.line);
        order = order != 0 ? order : Integer.compare(column, other.column);
        order = order != 0 ? order : compare(record, other.record);
        return order != 0 ? order : compare(field, other.field);
    }

    private static int compare(@Nullable String a, @Nullable String b) {
        return a == null ? (b == null ? 0 : -1) : b == null ? 1 : a.compareTo(b);
    }

    /** {@return {@code file:line:column (field)}, or {@code record (field)}, as far as known} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (file != null) {
            text.append(file);
        }
        if (line > 0) {
            text.append(':').append(line);
        }
        if (column > 0) {
            text.append(':').append(column);
        }
        if (record != null) {
            text.append(text.isEmpty() ? "" : " ").append(record);
        }
        if (field != null) {
            text.append(text.isEmpty() ? "" : " ").append('(').append(field).append(')');
        }
        return text.toString();
    }
}
