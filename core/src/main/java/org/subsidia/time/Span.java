package org.subsidia.time;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * A delay as a text gives it: a number and a unit, such as 60 days or 20 working days. It is not a length: one month is
 * neither 30 nor 31 days until it is counted from a day.
 *
 * @param amount 0 to 99,999
 * @param unit days, working days, weeks, months or years
 */
public record Span(int amount, TimeUnit unit) {
    private static final int MOST = 99_999;
    private static final Pattern SHORT_FORM = Pattern.compile("(\\d{1,5})(d|wd|w|m|y)");

    /** Refuses amounts below 0 and above 99,999. */
    public Span {
        if (amount < 0 || amount > MOST) {
            throw new IllegalArgumentException("a delay has 0 to " + MOST + " units, not " + amount);
        }
    }

    /**
     * Days of the calendar.
     *
     * @param amount 0 to 99,999
     * @return the delay
     */
    public static Span days(int amount) {
        return new Span(amount, TimeUnit.DAY);
    }

    /**
     * Days that are neither Saturdays, Sundays nor public holidays.
     *
     * @param amount 0 to 99,999
     * @return the delay
     */
    public static Span workingDays(int amount) {
        return new Span(amount, TimeUnit.WORKING_DAY);
    }

    /**
     * Weeks.
     *
     * @param amount 0 to 99,999
     * @return the delay
     */
    public static Span weeks(int amount) {
        return new Span(amount, TimeUnit.WEEK);
    }

    /**
     * Months.
     *
     * @param amount 0 to 99,999
     * @return the delay
     */
    public static Span months(int amount) {
        return new Span(amount, TimeUnit.MONTH);
    }

    /**
     * Years.
     *
     * @param amount 0 to 99,999
     * @return the delay
     */
    public static Span years(int amount) {
        return new Span(amount, TimeUnit.YEAR);
    }

    /**
     * Reads the short form: {@code 5d}, {@code 20wd}, {@code 2w}, {@code 1m}, {@code 1y}.
     *
     * @param text the short form, exactly
     * @return the delay
     * @throws IllegalArgumentException if it is not a short form
     */
    public static Span parse(String text) {
        return match(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("a delay looks like 5d, 20wd, 2w, 1m or 1y, not \"" + text + '"'));
    }

    /**
     * Reads the short form as people type it, with blanks around.
     *
     * @param text what was typed
     * @return the delay, or none with the finding {@code TIME-SPAN-BAD}
     */
    public static Reading<Span> read(String text) {
        Optional<Span> span = match(text.strip());
        return span.isPresent()
                ? Reading.of(span.get())
                : Reading.refused(Finding.error(Place.NOWHERE, "TIME-SPAN-BAD", text));
    }

    private static Optional<Span> match(String text) {
        Matcher matcher = SHORT_FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (TimeUnit unit : TimeUnit.values()) {
            if (unit.suffix().equals(matcher.group(2))) {
                return Optional.of(new Span(Integer.parseInt(matcher.group(1)), unit));
            }
        }
        return Optional.empty();
    }

    /** {@return the delay in words, such as “60 days”} */
    public Message words() {
        String number = amount == 1 ? "-ONE" : "-MANY";
        return Message.of("TIME-SPAN-" + unit.name().replace("_", "") + number, amount);
    }

    /** {@return the short form, which {@link #parse} reads} */
    @Override
    public String toString() {
        return amount + unit.suffix();
    }
}
