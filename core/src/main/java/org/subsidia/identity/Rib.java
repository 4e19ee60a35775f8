package org.subsidia.identity;

import java.util.regex.Pattern;

/**
 * A French bank account: bank (5 digits), branch (5), account (11 characters), key (2). The key is 97 less the remainder of
 * 89 × bank + 15 × branch + 3 × account divided by 97, letters read as A, J → 1, B, K, S → 2 … I, R, Z → 9.
 *
 * @param value 23 upper-case letters and digits
 */
public record Rib(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{10}[0-9A-Z]{11}[0-9]{2}");
    private static final String LETTERS_AS_DIGITS = "12345678912345678923456789";

    /** Refuses what is not valid. */
    public Rib {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a RIB: " + Iban.mask(value));
        }
    }

    /**
     * A RIB without spaces.
     *
     * @param value 23 letters and digits
     * @return the RIB
     * @throws IllegalArgumentException if it is not valid; the message masks it
     */
    public static Rib of(String value) {
        return new Rib(value);
    }

    /**
     * Whether this is a RIB with the right key.
     *
     * @param text any text
     * @return whether it is
     */
    public static boolean isValid(String text) {
        return FORM.matcher(text).matches()
                && key(text.substring(0, 5), text.substring(5, 10), text.substring(10, 21))
                        .equals(text.substring(21));
    }

    /**
     * The key of an account.
     *
     * @param bank five digits
     * @param branch five digits
     * @param account eleven digits and upper-case letters
     * @return two digits
     * @throws IllegalArgumentException if a part is not of its form; the message does not repeat it
     */
    public static String key(String bank, String branch, String account) {
        if (!FORM.matcher(bank + branch + account + "00").matches() || bank.length() != 5 || branch.length() != 5) {
            throw new IllegalArgumentException("a RIB has 5 digits, 5 digits and 11 letters or digits");
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < account.length(); i++) {
            char c = account.charAt(i);
            digits.append(Digits.isDigit(c) ? c : LETTERS_AS_DIGITS.charAt(c - 'A'));
        }
        int sum =
                89 * Digits.remainder(bank, 97) + 15 * Digits.remainder(branch, 97) + 3 * Digits.remainder(digits, 97);
        return Digits.twoDigits(97 - sum % 97);
    }

    /** {@return the masked number} */
    @Override
    public String toString() {
        return Iban.mask(value);
    }
}
