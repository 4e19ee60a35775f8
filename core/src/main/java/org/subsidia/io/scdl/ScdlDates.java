package org.subsidia.io.scdl;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.identity.Spelling;

/** Dates as published: ISO 8601 as the standard asks, and what is found instead. */
final class ScdlDates {
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2100;
    private static final LocalDate SERIAL_EPOCH = LocalDate.of(1899, 12, 30);
    private static final List<String> MONTHS = List.of(
            "janvier",
            "fevrier",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "aout",
            "septembre",
            "octobre",
            "novembre",
            "decembre");

    private ScdlDates() {}

    /**
     * Read are {@code 2017-06-27}, {@code 27/06/2017} (day first, as in France), the same with dots or hyphens, {@code
     * 20170627}, {@code 2017-06-27T10:00:00+02:00}, {@code 27 juin 2017}, a year, a month (its year is kept), and the serial
     * number of a spreadsheet. Two-digit years are refused.
     */
    static Reading<ScdlDate> read(String raw) {
        String text = raw.strip();
        LocalDate iso = iso(text);
        if (iso != null) {
            return inRange(raw, ScdlDate.of(iso), List.of());
        }
        OptionalInt year = year(text);
        if (year.isPresent()) {
            ScdlDate date = ScdlDate.ofYear(year.getAsInt());
            return Reading.of(date, Finding.warning(Place.NOWHERE, "SCDL-DATE-YEAR", raw));
        }
        if (digits(text, 0, text.length())) {
            return number(raw, text);
        }
        String day = withoutTime(text);
        LocalDate date = iso(day);
        date = date != null ? date : parts(day, '/');
        date = date != null ? date : parts(day, '-');
        date = date != null ? date : parts(day, '.');
        date = date != null ? date : words(day);
        if (date != null) {
            return inRange(raw, ScdlDate.of(date), List.of(Finding.info(Place.NOWHERE, "SCDL-DATE-FORM", raw, date)));
        }
        Optional<YearMonth> month = month(day);
        if (month.isPresent()) {
            ScdlDate onlyYear = ScdlDate.ofYear(month.get().getYear());
            return inRange(raw, onlyYear, List.of(Finding.warning(Place.NOWHERE, "SCDL-DATE-MONTH", raw)));
        }
        return refused(hasShortYear(day) ? "SCDL-DATE-TWO-DIGITS" : "SCDL-DATE-UNREADABLE", raw);
    }

    /** A year alone, 1950 to 2100, with or without a spreadsheet's {@code .0}. */
    static OptionalInt year(String text) {
        String digits = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        if (digits.length() != 4 || !digits(digits, 0, 4)) {
            return OptionalInt.empty();
        }
        int year = Integer.parseInt(digits);
        return year >= FIRST_YEAR && year <= LAST_YEAR ? OptionalInt.of(year) : OptionalInt.empty();
    }

    private static Reading<ScdlDate> number(String raw, String digits) {
        if (digits.length() == 8) {
            LocalDate date = date(digits, 0, 4, 6);
            return date == null
                    ? refused("SCDL-DATE-UNREADABLE", raw)
                    : inRange(
                            raw, ScdlDate.of(date), List.of(Finding.info(Place.NOWHERE, "SCDL-DATE-FORM", raw, date)));
        }
        if (digits.length() == 5) {
            LocalDate date = SERIAL_EPOCH.plusDays(new BigDecimal(digits).intValueExact());
            return inRange(raw, ScdlDate.of(date), List.of(Finding.info(Place.NOWHERE, "SCDL-DATE-SERIAL", raw, date)));
        }
        return refused("SCDL-DATE-UNREADABLE", raw);
    }

    private static Reading<ScdlDate> inRange(String raw, ScdlDate date, List<Finding> repairs) {
        return date.year() >= FIRST_YEAR && date.year() <= LAST_YEAR
                ? Reading.of(date, repairs)
                : refused("SCDL-DATE-RANGE", raw);
    }

    private static Reading<ScdlDate> refused(String code, String raw) {
        return Reading.refused(Finding.error(Place.NOWHERE, code, raw));
    }

    static boolean isInRange(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /** The day of {@code 2017-06-27}, null for any other text. */
    static @Nullable LocalDate iso(String text) {
        boolean form = text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
        return form && digits(text, 0, 4) ? date(text, 0, 5, 8) : null;
    }

    private static @Nullable LocalDate date(String text, int year, int month, int day) {
        int dayEnd = day + 2;
        if (!digits(text, year, year + 4) || !digits(text, month, month + 2) || !digits(text, day, dayEnd)) {
            return null;
        }
        return date(
                Integer.parseInt(text.substring(year, year + 4)),
                Integer.parseInt(text.substring(month, month + 2)),
                Integer.parseInt(text.substring(day, dayEnd)));
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Day, month and year, or year, month and day, of which only the year has four digits. */
    private static @Nullable LocalDate parts(String text, char separator) {
        int first = text.indexOf(separator);
        int second = first < 0 ? -1 : text.indexOf(separator, first + 1);
        if (second < 0 || text.indexOf(separator, second + 1) >= 0) {
            return null;
        }
        String a = text.substring(0, first).strip();
        String b = text.substring(first + 1, second).strip();
        String c = text.substring(second + 1).strip();
        if (!small(b)) {
            return null;
        }
        if (small(a) && c.length() == 4 && digits(c, 0, 4)) {
            return date(Integer.parseInt(c), Integer.parseInt(b), Integer.parseInt(a));
        }
        boolean yearFirst = a.length() == 4 && digits(a, 0, 4) && small(c);
        return yearFirst ? date(Integer.parseInt(a), Integer.parseInt(b), Integer.parseInt(c)) : null;
    }

    private static @Nullable LocalDate words(String text) {
        int first = text.indexOf(' ');
        int last = text.lastIndexOf(' ');
        if (first <= 0 || last <= first) {
            return null;
        }
        String day = text.substring(0, first).equals("1er") ? "1" : text.substring(0, first);
        String year = text.substring(last + 1);
        int month = MONTHS.indexOf(Spelling.key(text.substring(first, last))) + 1;
        boolean date = month > 0 && small(day) && year.length() == 4 && digits(year, 0, 4);
        return date ? date(Integer.parseInt(year), month, Integer.parseInt(day)) : null;
    }

    private static Optional<YearMonth> month(String text) {
        String year;
        String month;
        if (text.length() == 7 && (text.charAt(4) == '-' || text.charAt(4) == '/')) {
            year = text.substring(0, 4);
            month = text.substring(5);
        } else if (text.length() == 7 && (text.charAt(2) == '-' || text.charAt(2) == '/')) {
            year = text.substring(3);
            month = text.substring(0, 2);
        } else {
            return Optional.empty();
        }
        boolean numbers = digits(year, 0, 4) && digits(month, 0, 2);
        int number = numbers ? Integer.parseInt(month) : 0;
        return number >= 1 && number <= 12
                ? Optional.of(YearMonth.of(Integer.parseInt(year), number))
                : Optional.empty();
    }

    /** Without the time of day of {@code 2017-06-27T10:00:00Z} and {@code 27/06/2017 00:00}. */
    private static String withoutTime(String text) {
        int mark = text.indexOf('T') == 10 ? 10 : text.indexOf(' ');
        boolean time = mark >= 8 && mark <= 10 && text.indexOf(':') > mark;
        return time ? text.substring(0, mark) : text;
    }

    private static boolean hasShortYear(String text) {
        int last = Math.max(text.lastIndexOf('/'), Math.max(text.lastIndexOf('-'), text.lastIndexOf('.')));
        int first = last < 0 ? -1 : Math.min(index(text, '/'), Math.min(index(text, '-'), index(text, '.')));
        return last == text.length() - 3
                && digits(text, last + 1, text.length())
                && first >= 1
                && first < last
                && first <= 2;
    }

    private static int index(String text, char c) {
        int index = text.indexOf(c);
        return index < 0 ? Integer.MAX_VALUE : index;
    }

    private static boolean small(String text) {
        return (text.length() == 1 || text.length() == 2) && digits(text, 0, text.length());
    }

    private static boolean digits(String text, int from, int to) {
        if (from >= to || to > text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
