package org.subsidia.money;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the points, commas, spaces and apostrophes between the figures of an amount mean.
 *
 * @param group what parts the thousands; 0: nothing does
 * @param decimal what begins the decimals; 0: there are none
 */
record Marks(char group, char decimal) {
    private static final char NONE = 0;
    private static final int GROUP = 3;
    private static final Pattern DIGITS = Pattern.compile("[0-9]*");

    /**
     * The meaning of the marks, from the figures alone as far as they allow one meaning only.
     *
     * @param figures digits, points, commas, spaces and apostrophes
     * @param stated decides where the figures allow two meanings
     * @return null if two meanings are left
     */
    static @Nullable Marks of(String figures, DecimalMark stated) {
        int point = figures.lastIndexOf('.');
        int comma = figures.lastIndexOf(',');
        char apart = figures.indexOf(' ') >= 0 ? ' ' : figures.indexOf('\'') >= 0 ? '\'' : NONE;
        if (point < 0 && comma < 0) {
            return new Marks(apart, NONE);
        }
        int last = Math.max(point, comma);
        char mark = figures.charAt(last);
        if (point >= 0 && comma >= 0) {
            return new Marks(mark == '.' ? ',' : '.', mark);
        }
        if (apart != NONE) {
            return new Marks(apart, mark);
        }
        if (figures.indexOf(mark) != last) {
            return new Marks(mark, NONE);
        }
        boolean either = figures.length() - last - 1 == GROUP && last >= 1 && last <= GROUP && figures.charAt(0) != '0';
        if (!either) {
            return new Marks(NONE, mark);
        }
        return switch (stated) {
            case UNSTATED -> null;
            case COMMA -> mark == ',' ? new Marks(NONE, mark) : new Marks(mark, NONE);
            case POINT -> mark == '.' ? new Marks(NONE, mark) : new Marks(mark, NONE);
        };
    }

    /** The digits before the decimals, or null if they are not grouped by three. */
    @Nullable
    String whole(String figures) {
        String part = decimal == NONE ? figures : figures.substring(0, figures.lastIndexOf(decimal));
        if (group == NONE || part.indexOf(group) < 0) {
            return DIGITS.matcher(part).matches() ? part : null;
        }
        StringBuilder digits = new StringBuilder();
        int start = 0;
        for (int end = part.indexOf(group); start <= part.length(); end = part.indexOf(group, start)) {
            int stop = end < 0 ? part.length() : end;
            String three = part.substring(start, stop);
            boolean fits = start == 0 ? !three.isEmpty() && three.length() <= GROUP : three.length() == GROUP;
            if (!fits || !DIGITS.matcher(three).matches()) {
                return null;
            }
            digits.append(three);
            start = stop + 1;
        }
        return digits.toString();
    }

    /** The digits of the decimals, or null if there is something else among them. */
    @Nullable
    String decimals(String figures) {
        String part = decimal == NONE ? "" : figures.substring(figures.lastIndexOf(decimal) + 1);
        return DIGITS.matcher(part).matches() ? part : null;
    }

    /** Whether the amount follows another convention than its file. */
    boolean contradict(DecimalMark stated) {
        return switch (stated) {
            case UNSTATED -> false;
            case COMMA -> decimal == '.' || group == ',';
            case POINT -> decimal == ',' || group == '.';
        };
    }
}
