package org.subsidia.report;

/** French sets a space before high punctuation and inside quotes; no line may break there. */
final class Spaces {
    private static final char NO_BREAK = '\u00a0';
    private static final String HIGH = ";:?!%»€";

    private Spaces() {}

    /** The text with spaces that hold before high punctuation and the like, and behind an opening quote. */
    static String held(String text) {
        if (text.indexOf(' ') < 0) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (int i = 1; i < chars.length - 1; i++) {
            boolean high = HIGH.indexOf(chars[i + 1]) >= 0 && (i + 2 == chars.length || !isWord(chars[i + 2]));
            if (chars[i] == ' ' && (high || chars[i - 1] == '«')) {
                chars[i] = NO_BREAK;
            }
        }
        return new String(chars);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }
}
