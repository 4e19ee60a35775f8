package org.subsidia.io.tabular;

/** Keeps spreadsheets from computing what is only text: an apostrophe before a character that starts a formula. */
public final class FormulaGuard {
    private FormulaGuard() {}

    /**
     * Whether a spreadsheet takes a text that starts with a character for a formula.
     *
     * @param first the first character of a cell
     * @return whether
     */
    public static boolean isDangerous(char first) {
        return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r';
    }

    /**
     * A text as it can stand in a cell.
     *
     * @param text any text
     * @return the same text, with an apostrophe before it where it would be a formula
     */
    public static String guarded(String text) {
        return !text.isEmpty() && isDangerous(text.charAt(0)) ? '\'' + text : text;
    }
}
