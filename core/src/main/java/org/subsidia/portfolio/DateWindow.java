package org.subsidia.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days, both ends included; either end may be open.
 *
 * <p>Wrong input is kept as it is: an end before the start is a finding of the checks, not an exception here.
 *
 * @param first the first day; null: not bounded
 * @param last the last day; null: not bounded
 */
public record DateWindow(
        @Nullable LocalDate first, @Nullable LocalDate last) {

    /** Refuses what is missing. */
    public DateWindow {}

    /**
     * The stretch between two days.
     *
     * @param first the first day
     * @param last the last day, included
     * @return the stretch
     */
    public static DateWindow of(LocalDate first, LocalDate last) {
        return new DateWindow(first, last);
    }

    /**
     * The stretch from a day on.
     *
     * @param first the first day
     * @return the stretch
     */
    public static DateWindow from(LocalDate first) {
        return new DateWindow(first, null);
    }

    /**
     * Whether a day lies inside.
     *
     * @param day any day
     * @return whether it is neither before the first nor after the last day
     */
    public boolean contains(LocalDate day) {
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last));
    }

    /** {@return whether the last day does not come before the first} */
    public boolean ordered() {
        return first == null || last == null || !last.isBefore(first);
    }

    /** {@return the days as {@code first/last}, {@code ..} for an open end} */
    @Override
    public String toString() {
        return (first == null ? ".." : first) + "/" + (last == null ? ".." : last);
    }
}
