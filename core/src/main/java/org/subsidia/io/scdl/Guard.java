package org.subsidia.io.scdl;

/** Keeps spreadsheets from computing what is only text: an apostrophe before a character that starts a formula. */
final class Guard {
    private Guard() {}

    static boolean isDangerous(char first) {
        return first == '=' || first == '+' || first == '-' || first == '@' || first == '\t' || first == '\r';
    }

    static String guarded(String text) {
        return !text.isEmpty() && isDangerous(text.charAt(0)) ? '\'' + text : text;
    }
}
