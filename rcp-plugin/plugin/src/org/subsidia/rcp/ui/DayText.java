package org.subsidia.rcp.ui;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Days as people type them. */
public final class DayText {
    private static final List<String> FRENCH = List.of("d/M/uuuu", "d.M.uuuu", "d-M-uuuu", "uuuu-M-d", "d MMMM uuuu");
    private static final List<String> ENGLISH =
            List.of("uuuu-M-d", "d MMM uuuu", "MMM d, uuuu", "d MMMM uuuu", "MMMM d, uuuu", "d/M/uuuu");

    private static final int LEAP_YEAR = 2024;

    private DayText() {}

    /**
     * Reads a day.
     *
     * @param text such as 31/12/2026 or 2026-12-31
     * @param locale its language decides which spellings are tried
     * @return the day; empty: it is none
     */
    public static Optional<LocalDate> read(String text, Locale locale) {
        boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        for (String pattern : french ? FRENCH : ENGLISH) {
            try {
                return Optional.of(LocalDate.parse(
                        text.strip(),
                        new DateTimeFormatterBuilder()
                                .parseCaseInsensitive()
                                .appendPattern(pattern)
                                .toFormatter(french ? Locale.FRENCH : Locale.ENGLISH)
                                .withResolverStyle(ResolverStyle.STRICT)));
            } catch (DateTimeException e) {
                // the next spelling
            }
        }
        return Optional.empty();
    }

    /**
     * Reads a day of every year.
     *
     * @param text such as 31/12
     * @param locale its language decides which spellings are tried
     * @return the day; empty: it is none
     */
    public static Optional<MonthDay> readWithoutYear(String text, Locale locale) {
        String word = text.strip();
        return read(word + "/" + LEAP_YEAR, locale)
                .or(() -> read(word + " " + LEAP_YEAR, locale))
                .map(MonthDay::from);
    }
}
