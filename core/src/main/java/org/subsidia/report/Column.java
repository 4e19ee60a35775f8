package org.subsidia.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;

/**
 * A column of a {@link Table}.
 *
 * @param name stable field name, camelCase: JSON and CSV use it
 * @param type what its cells hold
 * @param header what people read above it
 * @param measure the unit of all its numbers, or null; amounts carry their currency themselves
 * @param repeats the name of another column, or null: where every cell equals that one's, people need not see this column
 * @param ratio what the shares of the column are of what, so that a spreadsheet can compute them anew, or null
 */
public record Column(
        String name,
        Type type,
        Message header,
        @Nullable Message measure,
        @Nullable String repeats,
        @Nullable Ratio ratio) {

    /**
     * How a column of shares is made of columns of amounts or counts.
     *
     * @param part the name of the column of parts
     * @param whole the name of the column of wholes; null: the whole is the total of the parts
     */
    public record Ratio(String part, @Nullable String whole) {}

    /** What the cells of a column hold. */
    public enum Type {
        /** Names and words. */
        TEXT,
        /** Amounts with their currency. */
        MONEY,
        /** Shares of a whole, 1 is the whole; people read them as percentages. */
        SHARE,
        /** Whole numbers of things. */
        COUNT,
        /** Days. */
        DATE,
        /** Months of a year. */
        MONTH,
        /** Other numbers, in the column's unit. */
        NUMBER;

        /** {@return whether the column is aligned to the right} */
        public boolean isNumeric() {
            return this != TEXT && this != DATE && this != MONTH;
        }
    }

    /** Checks the name. */
    public Column {
        Ids.check(name);
    }

    /**
     * A column without a unit.
     *
     * @param name stable field name
     * @param type what its cells hold
     * @param header what people read above it
     * @return the column
     */
    public static Column of(String name, Type type, Message header) {
        return new Column(name, type, header, null, null, null);
    }

    /**
     * This column with a unit.
     *
     * @param unit of all its numbers
     * @return the column
     */
    public Column in(Message unit) {
        return new Column(name, type, header, unit, repeats, ratio);
    }

    /**
     * This column, left out for people where it says nothing new.
     *
     * @param other the name of the column whose cells it may repeat
     * @return the column
     */
    public Column repeating(String other) {
        return new Column(name, type, header, measure, other, ratio);
    }

    /** {@return this column for programs alone: people are told the same in other words} */
    public Column forPrograms() {
        return repeating(name);
    }

    /**
     * This column of shares, with what they are shares of.
     *
     * @param part the name of the column of parts
     * @param whole the name of the column of wholes; null: the whole is the total of the parts
     * @return the column
     */
    public Column of(String part, @Nullable String whole) {
        return new Column(name, type, header, measure, repeats, new Ratio(part, whole));
    }

    /** {@return the unit of its numbers} */
    public Optional<Message> unit() {
        return Optional.ofNullable(measure);
    }

    boolean accepts(Cell cell) {
        if (cell instanceof Cell.Unknown || cell instanceof Cell.Empty) {
            return true;
        }
        return switch (type) {
            case TEXT ->
                cell instanceof Cell.Text
                        || cell instanceof Cell.Words
                        || cell instanceof Cell.Legal
                        || cell instanceof Cell.Moment;
            case MONEY -> cell instanceof Cell.Amount;
            case SHARE -> cell instanceof Cell.Share;
            case COUNT -> cell instanceof Cell.Count;
            case DATE -> cell instanceof Cell.Day;
            case MONTH -> cell instanceof Cell.Month;
            case NUMBER -> cell instanceof Cell.Decimal;
        };
    }
}
