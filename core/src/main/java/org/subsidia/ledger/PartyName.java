package org.subsidia.ledger;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The part of a name that tells parties apart. */
final class PartyName {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private PartyName() {}

    /** Capital letters without accents, and digits; everything else is one space. */
    static String normalised(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return OTHERS.matcher(plain.toUpperCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
