package org.subsidia.io.fec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Dates as the administration's test reads them: AAAAMMJJ, also with {@code /}, {@code -} or {@code .} between the parts or with
 * the day first; a day of 1 to 31 in any month. They are held as numbers, 20220831.
 */
final class FecDate {
    /** No date can be read. */
    static final int WRONG = -1;

    /** There is none. */
    static final int NONE = 0;

    private static final int LENGTH = 8;
    private static final int MONTHS = 12;
    private static final int DAYS = 31;
    private static final int YEAR_SHIFT = 10_000;

    private FecDate() {}

    /** The date as a number, {@link #NONE} for an empty field, {@link #WRONG} for anything else. */
    static int read(String text, int start, int end, boolean optional) {
        int from = Math.max(start, 0);
        int to = Math.max(end, from);
        while (from < to && FecAmount.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && FecAmount.isSpace(text.charAt(to - 1))) {
            to--;
        }
        if (from == to || (optional && to - from == 1 && "0-/".indexOf(text.charAt(from)) >= 0)) {
            return NONE;
        }
        int digits = 0;
        int value = 0;
        int firstMark = -1;
        int marks = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' && digits < LENGTH) {
                value = value * 10 + (c - '0');
                digits++;
            } else if (c == '/' || c == '-' || c == '.') {
                firstMark = firstMark < 0 ? digits : firstMark;
                marks++;
            } else {
                return WRONG;
            }
        }
        if (digits != LENGTH || (marks != 0 && marks != 2) || (marks == 2 && firstMark != 2 && firstMark != 4)) {
            return WRONG;
        }
        boolean dayFirst = firstMark == 2 || (marks == 0 && !isMonth(value / 100 % 100) && isDayFirst(value));
        int ordered =
                dayFirst ? value % YEAR_SHIFT * YEAR_SHIFT + value / YEAR_SHIFT % 100 * 100 + value / 1_000_000 : value;
        int month = ordered / 100 % 100;
        int day = ordered % 100;
        return isMonth(month) && day >= 1 && day <= DAYS ? ordered : WRONG;
    }

    private static boolean isMonth(int month) {
        return month >= 1 && month <= MONTHS;
    }

    private static boolean isDayFirst(int value) {
        return isMonth(value / YEAR_SHIFT % 100)
                && value / 1_000_000 <= DAYS
                && isUsualYear(value % YEAR_SHIFT * YEAR_SHIFT);
    }

    /** Whether the year is one of the twentieth or twenty-first century, which the test expects. */
    static boolean isUsualYear(int date) {
        int century = date / 1_000_000;
        return century == 19 || century == 20;
    }

    static int number(LocalDate date) {
        return date.getYear() * YEAR_SHIFT + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /** The day; empty for 31 February, which the test lets pass. */
    static Optional<LocalDate> day(int date) {
        try {
            return date <= 0
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(date / YEAR_SHIFT, date / 100 % 100, date % 100));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
