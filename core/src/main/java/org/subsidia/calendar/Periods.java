package org.subsidia.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Message;
import org.subsidia.time.Span;
import org.subsidia.time.TimeUnit;

/** Periods in words. */
final class Periods {
    private Periods() {}

    /** {@code 1 year and 6 months}; a period with a negative or huge part is written as ISO 8601 does. */
    static Message words(Period period) {
        List<Message> parts = new ArrayList<>();
        add(parts, period.getYears(), TimeUnit.YEAR);
        add(parts, period.getMonths(), TimeUnit.MONTH);
        add(parts, period.getDays(), TimeUnit.DAY);
        if (parts.isEmpty()) {
            return Message.of("CAL-TEXT", period.toString());
        }
        Message words = parts.get(0);
        for (Message part : parts.subList(1, parts.size())) {
            words = Message.of("CAL-AND", words, part);
        }
        return words;
    }

    /** A day so many periods later; none where there is no such day. */
    static Optional<LocalDate> later(LocalDate day, Period period, int times) {
        try {
            return Optional.of(day.plus(period.multipliedBy(times)));
        } catch (DateTimeException | ArithmeticException beyondTime) {
            return Optional.empty();
        }
    }

    private static void add(List<Message> parts, int amount, TimeUnit unit) {
        if (amount > 0 && amount < 100_000) {
            parts.add(new Span(amount, unit).words());
        }
    }
}
