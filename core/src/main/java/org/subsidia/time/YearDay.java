package org.subsidia.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;

/** A day that comes back every year: a date, a day counted from Easter, or the n-th weekday of a month. */
public sealed interface YearDay {

    /**
     * The day in a year.
     *
     * @param year the year
     * @return the day; a 29 February is the 28th where there is none
     */
    LocalDate in(int year);

    /**
     * Reads the written form, which {@code toString} gives back.
     *
     * @param text {@code 07-14}, {@code easter+39}, {@code first tuesday of october} or {@code last friday of november}
     * @return the day
     * @throws IllegalArgumentException if it is none of these
     */
    static YearDay parse(String text) {
        return YearDayText.read(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "a day of the year looks like 07-14, easter+39 or first tuesday of october, not \"" + text
                                + '"'));
    }

    /**
     * The same date every year.
     *
     * @param day month and day
     */
    record Fixed(MonthDay day) implements YearDay {
        @Override
        public LocalDate in(int year) {
            return day.atYear(year);
        }

        @Override
        public String toString() {
            return day.toString().substring(2);
        }
    }

    /**
     * So many days from Easter Sunday, by the Gregorian calendar.
     *
     * @param offset days after Easter Sunday, negative before; −80 to 250, so that the day never leaves the year
     */
    record FromEaster(int offset) implements YearDay {

        /** Refuses days that may lie in another year. */
        public FromEaster {
            if (offset < -80 || offset > 250) {
                throw new IllegalArgumentException("-80 to 250 days from Easter, not " + offset);
            }
        }

        @Override
        public LocalDate in(int year) {
            return Easter.in(year).plusDays(offset);
        }

        @Override
        public String toString() {
            return "easter" + (offset < 0 ? "" : "+") + offset;
        }
    }

    /**
     * The n-th weekday of a month.
     *
     * @param ordinal 1 to 4, or −1 for the last
     * @param weekday Monday to Sunday
     * @param month January to December
     */
    record Weekday(int ordinal, DayOfWeek weekday, Month month) implements YearDay {

        /** Refuses ordinals that not every year has. */
        public Weekday {
            if (ordinal != -1 && (ordinal < 1 || ordinal > 4)) {
                throw new IllegalArgumentException("first to fourth, or last: " + ordinal);
            }
        }

        @Override
        public LocalDate in(int year) {
            return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
        }

        @Override
        public String toString() {
            return YearDayText.ordinal(ordinal) + ' ' + YearDayText.lower(weekday) + " of " + YearDayText.lower(month);
        }
    }
}
