package org.subsidia.io.scdl;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A period of payment; one end may be open ({@code 2017-12-12/fin-action}).
 *
 * @param start its first day, if known
 * @param end its last day, if known; a payment at one date starts and ends on it
 */
public record ScdlPeriod(Optional<LocalDate> start, Optional<LocalDate> end) {

    /** Refuses a period without any end, and one that ends before it starts. */
    public ScdlPeriod {
        if (start.isEmpty() && end.isEmpty()) {
            throw new IllegalArgumentException("a period has a first or a last day");
        }
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            throw new IllegalArgumentException(end.get() + " is before " + start.get());
        }
    }

    /**
     * A payment at one date.
     *
     * @param day the date
     * @return the period of one day
     */
    public static ScdlPeriod of(LocalDate day) {
        return new ScdlPeriod(Optional.of(day), Optional.of(day));
    }

    /**
     * A period with both ends.
     *
     * @param start its first day
     * @param end its last day
     * @return the period
     */
    public static ScdlPeriod of(LocalDate start, LocalDate end) {
        return new ScdlPeriod(Optional.of(start), Optional.of(end));
    }

    /** {@return a day known to be in it: the first, else the last} */
    public LocalDate someDay() {
        return start.or(() -> end).orElseThrow();
    }

    /** {@return as the standard writes it; {@code ..} stands for an open end} */
    @Override
    public String toString() {
        if (start.isPresent() && start.equals(end)) {
            return start.get().toString();
        }
        return start.map(LocalDate::toString).orElse("..") + "/"
                + end.map(LocalDate::toString).orElse("..");
    }
}
