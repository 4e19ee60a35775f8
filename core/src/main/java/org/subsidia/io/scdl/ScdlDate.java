package org.subsidia.io.scdl;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A date as it was published: a day, or a year alone.
 *
 * @param year 1950 to 2100
 * @param day the day, if the year is not all that was published
 */
public record ScdlDate(int year, Optional<LocalDate> day) {

    /** Refuses a day of another year. */
    public ScdlDate {
        if (day.isPresent() && day.get().getYear() != year) {
            throw new IllegalArgumentException(day.get() + " is not in " + year);
        }
    }

    /**
     * A day.
     *
     * @param day the day
     * @return the date
     */
    public static ScdlDate of(LocalDate day) {
        return new ScdlDate(day.getYear(), Optional.of(day));
    }

    /**
     * A year alone.
     *
     * @param year the year
     * @return the date
     */
    public static ScdlDate ofYear(int year) {
        return new ScdlDate(year, Optional.empty());
    }

    /** {@return the day as {@code 2023-01-15}, or the year} */
    @Override
    public String toString() {
        return day.map(LocalDate::toString).orElseGet(() -> Integer.toString(year));
    }
}
