package org.subsidia.finding;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Writes days and months for people: {@code 27/11/2026} and {@code nov. 2026} in French, {@code 27 Nov 2026} and {@code Nov 2026}
 * in English, where 11/12 would be read in two ways. Messages, tables, charts and the window all write them by this class; files for
 * programs have ISO 8601.
 */
public final class DayFormat {
    private static final List<String> FRENCH =
            List.of("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.");

    private static final List<String> ENGLISH =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("dd/MM", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private DayFormat() {}

    /**
     * A day.
     *
     * @param day the day
     * @param locale its language decides: French, else English
     * @return such as {@code 27/11/2026} or {@code 27 Nov 2026}
     */
    public static String format(LocalDate day, Locale locale) {
        return isFrench(locale)
                ? DAY.format(day)
                : "" + day.getDayOfMonth() + ' ' + format(YearMonth.from(day), locale);
    }

    /**
     * A month of a year.
     *
     * @param month the month
     * @param locale its language decides: French, else English
     * @return such as {@code nov. 2026} or {@code Nov 2026}
     */
    public static String format(YearMonth month, Locale locale) {
        return name(month.getMonthValue(), locale) + ' ' + month.getYear();
    }

    /**
     * A day of every year.
     *
     * @param day the day
     * @param locale its language decides: French, else English
     * @return such as {@code 27/11} or {@code 27 Nov}
     */
    public static String format(MonthDay day, Locale locale) {
        return isFrench(locale)
                ? DAY_AND_MONTH.format(day)
                : "" + day.getDayOfMonth() + ' ' + name(day.getMonthValue(), locale);
    }

    /**
     * A time of a day, to the second.
     *
     * @param moment the time where the reader is
     * @param locale its language decides: French, else English
     * @return such as {@code 27/11/2026 15:04:05} or {@code 27 Nov 2026 15:04:05}
     */
    public static String format(LocalDateTime moment, Locale locale) {
        return format(moment.toLocalDate(), locale) + ' ' + TIME.format(moment);
    }

    private static String name(int month, Locale locale) {
        return (isFrench(locale) ? FRENCH : ENGLISH).get(month - 1);
    }

    private static boolean isFrench(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage());
    }
}
