package org.subsidia.io.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.identity.Spelling;

/** Dates as people write them in tables. */
final class DateText {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int CENTURY = 2000;
    private static final int FIRST_SERIAL = 18_000;
    private static final int LAST_SERIAL = 60_000;
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final Pattern TIME = Pattern.compile("(\\S+)[T ]\\d{1,2}[:h]\\d{2}.*");
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern PARTS =
            Pattern.compile("\\s*(\\d{1,2})\\s*[-/.]\\s*(\\d{1,2})\\s*[-/.]\\s*(\\d{4})\\s*");
    private static final Pattern SHORT_YEAR = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{2})");
    private static final Pattern WORDS =
            Pattern.compile("(\\d{1,2})(?:er|st|nd|rd|th)?\\s+(\\p{L}+\\.?),?\\s+(\\d{4})");
    private static final Pattern MONTH_WORD =
            Pattern.compile("(\\p{L}+\\.?)\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})");
    private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern DAY_WORD = Pattern.compile("(\\d{1,2})(?:er)?\\s+(\\p{L}+\\.?)");

    /** French and English names; the first letters of each that no other month begins with are enough. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("janvier", "january"),
            List.of("fevrier", "february"),
            List.of("mars", "march"),
            List.of("avril", "april"),
            List.of("mai", "may"),
            List.of("juin", "june"),
            List.of("juillet", "july"),
            List.of("aout", "august"),
            List.of("septembre", "september"),
            List.of("octobre", "october"),
            List.of("novembre", "november"),
            List.of("decembre", "december"));

    private static final int SHORTEST_MONTH = 3;

    private DateText() {}

    /** The day, if the text can mean one only under the style. */
    static Reading<LocalDate> read(String raw, DateStyle style) {
        String text = raw.strip();
        LocalDate date = plain(text);
        Matcher time = TIME.matcher(text);
        boolean timed = date == null && time.matches();
        String day = timed ? time.group(1) : text;
        date = timed ? plain(day) : date;
        if (date == null && isSerial(day)) {
            LocalDate counted = EPOCH.plusDays(Integer.parseInt(day));
            return Reading.of(counted, Finding.info(Place.NOWHERE, "MAP-DATE-SERIAL", raw, counted));
        }
        Matcher parts = PARTS.matcher(day);
        if (date == null && parts.matches()) {
            DateStyle proof = proof(day);
            DateStyle by = proof == DateStyle.UNSTATED ? style : proof;
            if (by == DateStyle.UNSTATED && !parts.group(1).equals(parts.group(2))) {
                return refused("MAP-DATE-AMBIGUOUS", raw);
            }
            int first = Integer.parseInt(parts.group(1));
            int second = Integer.parseInt(parts.group(2));
            boolean monthFirst = by == DateStyle.MONTH_FIRST;
            date = date(Integer.parseInt(parts.group(3)), monthFirst ? first : second, monthFirst ? second : first);
        }
        Matcher brief = SHORT_YEAR.matcher(day);
        if (date == null && style == DateStyle.DAY_FIRST_SHORT_YEAR && brief.matches()) {
            date = date(
                    CENTURY + Integer.parseInt(brief.group(3)),
                    Integer.parseInt(brief.group(2)),
                    Integer.parseInt(brief.group(1)));
        }
        if (date == null) {
            date = words(text);
        }
        if (date == null) {
            boolean century = isShort(day) && style != DateStyle.DAY_FIRST_SHORT_YEAR;
            return refused(century ? "MAP-DATE-SHORT-YEAR" : "MAP-DATE-UNREADABLE", raw);
        }
        boolean likely = date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR;
        return likely ? Reading.of(date) : refused("MAP-DATE-RANGE", raw);
    }

    /** Whether a date has a year of two digits. */
    static boolean isShort(String raw) {
        return SHORT_YEAR.matcher(raw.strip()).matches();
    }

    /** What a date of three numbers proves about its column. */
    static DateStyle proof(String raw) {
        Matcher parts = PARTS.matcher(raw);
        if (raw.isEmpty() || !parts.matches()) {
            return DateStyle.UNSTATED;
        }
        int first = Integer.parseInt(parts.group(1));
        int second = Integer.parseInt(parts.group(2));
        boolean day = first > 12 && second <= 12;
        return day ? DateStyle.DAY_FIRST : second > 12 && first <= 12 ? DateStyle.MONTH_FIRST : DateStyle.UNSTATED;
    }

    /** A day of every year: {@code 31/12} with the day first, {@code 31 décembre}, {@code --12-31}. */
    static Optional<MonthDay> dayOfYear(String raw) {
        String text = raw.strip();
        try {
            if (text.startsWith("--")) {
                return Optional.of(MonthDay.parse(text));
            }
            Matcher numbers = DAY_MONTH.matcher(text);
            if (numbers.matches()) {
                return Optional.of(MonthDay.of(Integer.parseInt(numbers.group(2)), Integer.parseInt(numbers.group(1))));
            }
            Matcher words = DAY_WORD.matcher(text);
            int month = words.matches() ? month(words.group(2)) : 0;
            return month == 0 ? Optional.empty() : Optional.of(MonthDay.of(month, Integer.parseInt(words.group(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a text is a spreadsheet’s number of a day that can be meant. */
    static boolean isSerial(String text) {
        if (text.length() != 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int serial = Integer.parseInt(text);
        return serial >= FIRST_SERIAL && serial <= LAST_SERIAL;
    }

    private static @Nullable LocalDate plain(String text) {
        Matcher iso = ISO.matcher(text);
        Matcher matched = iso.matches() ? iso : COMPACT.matcher(text);
        return matched.matches()
                ? date(
                        Integer.parseInt(matched.group(1)),
                        Integer.parseInt(matched.group(2)),
                        Integer.parseInt(matched.group(3)))
                : null;
    }

    private static @Nullable LocalDate words(String text) {
        Matcher words = WORDS.matcher(text);
        if (words.matches()) {
            return date(Integer.parseInt(words.group(3)), month(words.group(2)), Integer.parseInt(words.group(1)));
        }
        Matcher english = MONTH_WORD.matcher(text);
        return english.matches()
                ? date(Integer.parseInt(english.group(3)), month(english.group(1)), Integer.parseInt(english.group(2)))
                : null;
    }

    private static int month(String word) {
        String key = Spelling.key(word);
        int found = 0;
        for (int i = 0; i < MONTHS.size(); i++) {
            for (String name : MONTHS.get(i)) {
                if (key.length() >= SHORTEST_MONTH && name.startsWith(key)) {
                    if (found != 0 && found != i + 1) {
                        return 0;
                    }
                    found = i + 1;
                }
            }
        }
        return found;
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Reading<LocalDate> refused(String code, String raw) {
        return Reading.refused(Finding.error(Place.NOWHERE, code, raw));
    }
}
