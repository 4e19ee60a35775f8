package org.subsidia.io.mapping;

import org.subsidia.money.DecimalMark;

/** What one amount proves about the decimal mark of its column. */
final class MarkProof {
    private static final String MARKS = "., '\u2019\u00a0\u202f\u2009";
    private static final int GROUP = 3;

    private MarkProof() {}

    /** Comma for {@code 12,50}, {@code 1.234,56} and {@code 1.234.567}; nothing for {@code 1.234} and {@code 1234}. */
    static DecimalMark of(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && !isDigit(raw.charAt(start))) {
            start++;
        }
        while (end > start && !isDigit(raw.charAt(end - 1))) {
            end--;
        }
        String figures = raw.substring(start, end);
        if (!figures.chars().allMatch(c -> isDigit(c) || MARKS.indexOf(c) >= 0)) {
            return DecimalMark.UNSTATED;
        }
        int point = figures.lastIndexOf('.');
        int comma = figures.lastIndexOf(',');
        int last = Math.max(point, comma);
        if (last < 0) {
            return DecimalMark.UNSTATED;
        }
        char mark = figures.charAt(last);
        if (point >= 0 && comma >= 0) {
            boolean once = figures.indexOf(mark) == last;
            return once ? is(mark) : DecimalMark.UNSTATED;
        }
        if (figures.indexOf(mark) != last) {
            return is(mark == '.' ? ',' : '.');
        }
        int decimals = figures.length() - last - 1;
        boolean grouped = figures.substring(0, last).chars().anyMatch(c -> c < '0' || c > '9');
        boolean either = decimals == GROUP && last <= GROUP && figures.charAt(0) != '0' && !grouped;
        return either ? DecimalMark.UNSTATED : is(mark);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static DecimalMark is(char mark) {
        return mark == ',' ? DecimalMark.COMMA : DecimalMark.POINT;
    }
}
