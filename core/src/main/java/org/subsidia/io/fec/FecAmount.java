package org.subsidia.io.fec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Amounts as the administration's test reads them: a decimal comma, no mark between thousands, the sign first or last, an
 * exponent allowed, nothing for zero.
 */
final class FecAmount {
    /** What is wrong with an amount. */
    enum Problem {
        NONE,
        /** No number. */
        NUMBER,
        /** A point begins the decimals. */
        POINT,
        /** A space stands between the digits, or more than one mark. */
        MARKS,
        /** More than two decimals that are not zero: rounded. */
        DECIMALS,
        /** Too large for a sum of cents. */
        LARGE
    }

    private static final Pattern SCIENTIFIC =
            Pattern.compile("[+-]?\\d+(,\\d*)?E[+-]?\\d{1,2}", Pattern.CASE_INSENSITIVE);
    private static final long MOST = Long.MAX_VALUE / 1_000_000;

    private Problem problem = Problem.NONE;

    /** What was wrong with the last amount. */
    Problem problem() {
        return problem;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\u00a0' || c == '\u202f';
    }

    /** Reads cents; what cannot be read counts as zero. */
    long cents(String text, int start, int end, boolean pointAllowed) {
        problem = Problem.NONE;
        int from = Math.max(start, 0);
        int to = Math.max(end, from);
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        if (from == to) {
            return 0;
        }
        boolean minus = false;
        int first = from;
        int last = to;
        if (isSign(text.charAt(from))) {
            minus = text.charAt(from) == '-';
            first++;
        } else if (isSign(text.charAt(to - 1))) {
            minus = text.charAt(to - 1) == '-';
            last--;
        }
        long value = 0;
        int decimals = -1;
        boolean digits = false;
        boolean rounded = false;
        for (int i = first; i < last; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = true;
                if (decimals < 2) {
                    if (value > MOST) {
                        return wrong(Problem.LARGE);
                    }
                    value = value * 10 + (c - '0');
                    decimals += decimals >= 0 ? 1 : 0;
                } else {
                    rounded |= c != '0';
                    if (decimals == 2 && c >= '5') {
                        value++;
                    }
                    decimals++;
                }
            } else if (c == ',' || c == '.') {
                if (decimals >= 0) {
                    return wrong(Problem.MARKS);
                }
                if (c == '.' && !pointAllowed) {
                    return wrong(Problem.POINT);
                }
                decimals = 0;
            } else if (isSpace(c) || c == '\'') {
                return wrong(Problem.MARKS);
            } else if (c == 'e' || c == 'E') {
                return scientific(text.substring(from, to));
            } else {
                return wrong(Problem.NUMBER);
            }
        }
        if (!digits) {
            return wrong(Problem.NUMBER);
        }
        for (int i = Math.max(decimals, 0); i < 2; i++) {
            value *= 10;
        }
        problem = rounded ? Problem.DECIMALS : Problem.NONE;
        return minus ? -value : value;
    }

    private long scientific(String text) {
        if (!SCIENTIFIC.matcher(text).matches()) {
            return wrong(Problem.NUMBER);
        }
        BigDecimal number = new BigDecimal(text.replace(',', '.').toUpperCase(Locale.ROOT));
        BigDecimal cents = number.movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        if (cents.abs().compareTo(BigDecimal.valueOf(MOST)) > 0) {
            return wrong(Problem.LARGE);
        }
        problem = cents.compareTo(number.movePointRight(2)) == 0 ? Problem.NONE : Problem.DECIMALS;
        return cents.longValueExact();
    }

    private long wrong(Problem what) {
        problem = what;
        return 0;
    }

    private static boolean isSign(char c) {
        return c == '-' || c == '+';
    }
}
