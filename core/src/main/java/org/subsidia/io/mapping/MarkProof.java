package org.subsidia.io.mapping;

import java.util.regex.Pattern;
import org.subsidia.money.DecimalMark;

/** What one amount proves about the decimal mark of its column. */
final class MarkProof {
    private static final Pattern NOT_FIGURES = Pattern.compile("^[^0-9]+|[^0-9]+$");
    private static final Pattern FIGURES = Pattern.compile("[0-9., '\\u2019\\u00a0\\u202f\\u2009]+");
    private static final int GROUP = 3;

    private MarkProof() {}

    /** Comma for {@code 12,50}, {@code 1.234,56} and {@code 1.234.567}; nothing for {@code 1.234} and {@code 1234}. */
    static DecimalMark of(String raw) {
        String figures = NOT_FIGURES.matcher(raw).replaceAll("");
        if (!FIGURES.matcher(figures).matches()) {
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

    private static DecimalMark is(char mark) {
        return mark == ',' ? DecimalMark.COMMA : DecimalMark.POINT;
    }
}
