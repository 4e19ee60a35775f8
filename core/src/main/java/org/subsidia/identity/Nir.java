package org.subsidia.identity;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a person in the national register (NIR, "numéro de sécurité sociale"): sex, year and month of birth, place
 * of birth, order, and a key of two digits. It is personal data (loi 78-17 du 6 janvier 1978, article 30) that slips into
 * columns of SIRET: here it is only recognised, so that readers can refuse it without repeating it.
 */
public final class Nir {
    private static final String SEX_YEAR_MONTH = "[1-478]\\d{2}(?:0[1-9]|1[0-2]|20|3\\d|4[0-2]|[5-9]\\d)";
    private static final String PLACE_ORDER = "(?:0[1-9]|[1-9]\\d|2[AB])\\d{6}";
    private static final Pattern NIR = Pattern.compile(SEX_YEAR_MONTH + PLACE_ORDER + "(?:\\d{2})?");
    private static final Pattern WITHIN = Pattern.compile("(?<!\\d)" + NIR + "(?!\\d)");

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

    /** Whether a text holds something that a person's number can have been, with or without the right key. */
    static boolean canBeWithin(String text) {
        return text.length() >= 13 && WITHIN.matcher(compact(text)).find();
    }

    private static boolean keyFits(String nir) {
        String number = nir.substring(0, 13).replace("2A", "19").replace("2B", "18");
        return 97 - Digits.remainder(number, 97) == Integer.parseInt(nir.substring(13));
    }

    private static String compact(String text) {
        StringBuilder compact = new StringBuilder(text.length());
        text.chars().filter(c -> c < 128 && Character.isLetterOrDigit(c)).forEach(c -> compact.append((char) c));
        return compact.toString().toUpperCase(Locale.ROOT);
    }
}
