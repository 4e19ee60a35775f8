package org.subsidia.io.ical;

import java.util.List;
import java.util.Locale;

/**
 * How events are written.
 *
 * @param locale its language chooses the words: French, else English
 * @param name the name of the calendar, as calendar programs show it
 * @param alarmDays how many days before a deadline an alarm goes off, each 0 or more; empty: no alarms
 * @param namespace parts the UIDs of portfolios whose records have the same ids; must stay the same from file to file
 */
public record IcalOptions(Locale locale, String name, List<Integer> alarmDays, String namespace) {
    private static final int MOST_DAYS = 10_000;

    /** Copies the list; refuses alarms after the deadline. */
    public IcalOptions {
        alarmDays = alarmDays.stream().distinct().sorted((a, b) -> b - a).toList();
        if (alarmDays.stream().anyMatch(days -> days < 0 || days > MOST_DAYS)) {
            throw new IllegalArgumentException("an alarm goes off 0 to " + MOST_DAYS + " days before: " + alarmDays);
        }
    }

    /**
     * Alarms thirty and seven days before each deadline.
     *
     * @param locale its language chooses the words
     * @param name the name of the calendar
     * @return the options
     */
    public static IcalOptions of(Locale locale, String name) {
        return new IcalOptions(locale, name, List.of(30, 7), "");
    }

    /**
     * Other alarms.
     *
     * @param days how many days before a deadline; empty: no alarms
     * @return the options
     */
    public IcalOptions withAlarms(List<Integer> days) {
        return new IcalOptions(locale, name, days, namespace);
    }

    /**
     * Another namespace.
     *
     * @param other any text
     * @return the options
     */
    public IcalOptions withNamespace(String other) {
        return new IcalOptions(locale, name, alarmDays, other);
    }
}
