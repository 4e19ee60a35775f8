package org.subsidia.identity;

/** Arithmetic over the digits of a text; nothing is allocated. */
final class Digits {
    private Digits() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean all(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() > 0;
    }

    /** What a digit adds to Luhn's sum: itself, or the digits of its double. */
    static int luhn(int digit, boolean doubled) {
        return doubled ? 2 * digit - (digit > 4 ? 9 : 0) : digit;
    }

    /** The remainder of a number of any length; every character is a digit. */
    static int remainder(CharSequence digits, int divisor) {
        int rest = 0;
        for (int i = 0; i < digits.length(); i++) {
            rest = (rest * 10 + digits.charAt(i) - '0') % divisor;
        }
        return rest;
    }

    static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
