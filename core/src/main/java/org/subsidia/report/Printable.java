package org.subsidia.report;

/** Text of unknown origin, made safe to show: no control characters, no half characters, no change of direction. */
final class Printable {
    private static final int REPLACEMENT = 0xfffd;

    private Printable() {}

    /** One line of text for a terminal: escape sequences cannot work, the line cannot break. */
    static String line(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t' || c == '\n' || c == '\r') {
                safe.append(' ');
            } else {
                safe.appendCodePoint(isShown(c) ? c : REPLACEMENT);
            }
        });
        return safe.toString();
    }

    /** Whether XML 1.0 knows the character and it shows something, or is a space or a line break. */
    static boolean isShown(int c) {
        return c == '\t' || c == '\n' || (!Character.isISOControl(c) && !isUnpaired(c) && !turnsDirection(c));
    }

    private static boolean isUnpaired(int c) {
        return (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) || (c & 0xfffe) == 0xfffe;
    }

    private static boolean turnsDirection(int c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    }
}
