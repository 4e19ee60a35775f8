package org.subsidia.identity;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a person in the national register (NIR, "numéro de sécurité sociale"): sex, year and month of birth, place
 * of birth, order, and a key of two digits. It is personal data (loi 78-17 du 6 janvier 1978, article 30) that slips into
 * columns of SIRET: here it is only recognised, so that readers can refuse it without repeating it.
 */
public final class Nir {
    /** Men and women with any month, real or conventional; numbers given for a time with a real month only. */
    private static final String SEX_YEAR_MONTH =
            "(?:[12]\\d{2}(?:0[1-9]|1[0-2]|20|3\\d|4[0-2]|[5-9]\\d)|[3478]\\d{2}(?:0[1-9]|1[0-2]))";

    private static final Pattern NIR = Pattern.compile(SEX_YEAR_MONTH + "(?:0[1-9]|[1-9]\\d|2[AB])\\d{6}(?:\\d{2})?");
    private static final Pattern WITHIN = Pattern.compile("(?<!\\d)" + NIR + "(?!\\d)");

    /** What a spreadsheet adds to a whole number. */
    private static final Pattern DECIMALS = Pattern.compile("(?<=\\d{13})[.,]\\d{1,2}$");

    private Nir() {}

    /**
     * Whether this is, spaces and punctuation apart, a person's number: thirteen characters of the right form, or fifteen
     * with the right key. Fourteen digits never are.
     *
     * @param text any text
     * @return whether it looks like one
     */
    public static boolean looksLike(String text) {
        String compact = compact(text);
        Matcher matcher = NIR.matcher(compact);
        return matcher.matches() && (compact.length() == 13 || keyFits(compact));
    }

    /**
     * Whether a text holds something that can be a person's number, mistyped or not. Only what has the right keys of a SIRET
     * that lost its zero, and is no number of a man or woman, passes.
     */
    static boolean canBeWithin(String text) {
        if (text.length() < 13) {
            return false;
        }
        Matcher matcher = WITHIN.matcher(compact(DECIMALS.matcher(text.strip()).replaceFirst("")));
        while (matcher.find()) {
            String number = matcher.group();
            boolean permanent = number.charAt(0) < '3';
            if (permanent || (number.length() == 13 ? !Siret.isValid("0" + number) : keyFits(number))) {
                return true;
            }
        }
        return false;
    }

    private static boolean keyFits(String nir) {
        String number = nir.substring(0, 13).replace("2A", "19").replace("2B", "18");
        return 97 - Digits.remainder(number, 97) == Integer.parseInt(nir.substring(13));
    }

    private static String compact(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && Character.isLetterOrDigit(c)) {
                compact.append(Character.toUpperCase(c));
            }
        }
        return compact.toString();
    }
}
