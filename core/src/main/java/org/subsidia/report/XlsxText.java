package org.subsidia.report;

import java.util.Locale;
import java.util.Set;

/** Text that is safe in a workbook. */
final class XlsxText {
    /** The most that a cell of a spreadsheet holds. */
    private static final int LONGEST = 32_767;

    private static final int LONGEST_NAME = 31;
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private XlsxText() {}

    /** Guarded against being taken for a formula when the workbook is saved as CSV, and without what XML cannot hold. */
    static String cell(String text) {
        String start = text.startsWith("'") ? text.substring(1) : text;
        boolean formula = !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
        String guarded = formula ? "'" + text : text;
        String whole = guarded.length() > LONGEST ? guarded.substring(0, LONGEST - 1) + '…' : guarded;
        return allowed(whole);
    }

    /** Control characters and halves of surrogate pairs become U+FFFD. */
    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
            boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            allowed.appendCodePoint(control || half || c == 0xfffe || c == 0xffff ? 0xfffd : c);
        });
        return allowed.toString();
    }

    /** At most 31 characters, none of those that a sheet's name must not have, and no name twice. */
    static String sheetName(String caption, Set<String> taken) {
        String plain = allowed(caption)
                .replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("^['\\s]+|['\\s]+$", "");
        String name = cut(plain.isEmpty() ? "-" : plain, LONGEST_NAME);
        for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            String number = " " + i;
            name = cut(plain, LONGEST_NAME - number.length()) + number;
        }
        return name;
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
        return text.substring(0, end).strip();
    }
}
