package org.subsidia.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.subsidia.finding.Message;
import org.threeten.extra.LocalDateRange;

/**
 * Months in a row, numbered from 0: the columns of a forecast.
 *
 * @param first the first month
 * @param length how many months, at least 1
 */
public record MonthAxis(YearMonth first, int length) {

    /** Refuses an axis without months. */
    public MonthAxis {
        if (length < 1) {
            throw new IllegalArgumentException("an axis has at least one month, not " + length);
        }
    }

    /**
     * The months from one to another.
     *
     * @param first the first month
     * @param last the last month, not before the first
     * @return the axis
     */
    public static MonthAxis of(YearMonth first, YearMonth last) {
        return new MonthAxis(first, Math.toIntExact(number(last) - number(first) + 1));
    }

    /**
     * The months of a calendar year.
     *
     * @param year the year
     * @return January to December
     */
    public static MonthAxis year(int year) {
        return new MonthAxis(YearMonth.of(year, 1), 12);
    }

    /**
     * A month by its number.
     *
     * @param index 0 to length − 1
     * @return the month
     * @throws IndexOutOfBoundsException if there is none
     */
    public YearMonth month(int index) {
        if (index < 0 || index >= length) {
            throw new IndexOutOfBoundsException("month " + index + " of " + length);
        }
        return first.plusMonths(index);
    }

    /** {@return the last month} */
    public YearMonth last() {
        return first.plusMonths(length - 1L);
    }

    /** {@return all months in order} */
    public List<YearMonth> months() {
        return IntStream.range(0, length).mapToObj(first::plusMonths).toList();
    }

    /** {@return all days of the axis} */
    public LocalDateRange days() {
        return LocalDateRange.ofClosed(first.atDay(1), last().atEndOfMonth());
    }

    /**
     * The number of a month, wherever it lies.
     *
     * @param month the month
     * @return negative before the axis, length or more behind it
     */
    public long position(YearMonth month) {
        return number(month) - number(first);
    }

    /**
     * The number of the month in which a day lies.
     *
     * @param date the day
     * @return 0 to length − 1; empty if the day lies outside
     */
    public OptionalInt index(LocalDate date) {
        return index(YearMonth.from(date));
    }

    /**
     * The number of a month.
     *
     * @param month the month
     * @return 0 to length − 1; empty if it lies outside
     */
    public OptionalInt index(YearMonth month) {
        long position = position(month);
        return position < 0 || position >= length ? OptionalInt.empty() : OptionalInt.of((int) position);
    }

    /**
     * What stands below a column.
     *
     * @param index 0 to length − 1
     * @return the short name of the month and the year
     */
    public Message label(int index) {
        YearMonth month = month(index);
        return Message.of("TIME-MONTH", month);
    }

    /** {@return all labels in order} */
    public List<Message> labels() {
        return IntStream.range(0, length).mapToObj(this::label).toList();
    }

    private static long number(YearMonth month) {
        return month.getYear() * 12L + month.getMonthValue();
    }
}
