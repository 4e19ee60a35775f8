package org.subsidia.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import org.threeten.extra.LocalDateRange;

/**
 * A financial year of twelve months that ends with a month (exercice). A first, shorter or longer year is not one of these.
 *
 * @param lastMonth the month in which it ends
 */
public record FiscalYear(YearMonth lastMonth) implements Comparable<FiscalYear> {

    /**
     * The year that contains a day.
     *
     * @param date the day
     * @param closing the month at whose end years close
     * @return the year
     */
    public static FiscalYear containing(LocalDate date, Month closing) {
        YearMonth end = YearMonth.of(date.getYear(), closing);
        return new FiscalYear(YearMonth.from(date).isAfter(end) ? end.plusYears(1) : end);
    }

    /** {@return the first day} */
    public LocalDate first() {
        return lastMonth.minusMonths(11).atDay(1);
    }

    /** {@return the last day} */
    public LocalDate last() {
        return lastMonth.atEndOfMonth();
    }

    /** {@return all its days} */
    public LocalDateRange days() {
        return LocalDateRange.ofClosed(first(), last());
    }

    /**
     * Whether a day lies in it.
     *
     * @param date the day
     * @return true from the first to the last day
     */
    public boolean contains(LocalDate date) {
        return !date.isBefore(first()) && !date.isAfter(last());
    }

    /**
     * An earlier or later year.
     *
     * @param years how many years later; negative: earlier
     * @return the year
     */
    public FiscalYear plus(int years) {
        return new FiscalYear(lastMonth.plusYears(years));
    }

    @Override
    public int compareTo(FiscalYear other) {
        return lastMonth.compareTo(other.lastMonth);
    }

    /** {@return first and last day} */
    @Override
    public String toString() {
        return first() + "/" + last();
    }
}
