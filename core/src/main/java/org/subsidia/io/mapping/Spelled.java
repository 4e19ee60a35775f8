package org.subsidia.io.mapping;

import java.text.Normalizer;
import java.util.Set;

/** What is left of words when spelling does not count: letters and digits without accents, case, articles, punctuation. */
final class Spelled {
    private static final int LONGEST = 2_000;
    private static final Set<String> NOISE =
            Set.of("de", "la", "le", "l", "du", "des", "d", "les", "au", "aux", "en", "et", "the", "of", "and");

    private Spelled() {}

    /** {@code Nom de l’Attribuant} and {@code nomAttribuant} have one key; {@code %} is a word. */
    static String key(String text) {
        String plain = plain(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        StringBuilder key = new StringBuilder(plain.length());
        StringBuilder whole = new StringBuilder(plain.length());
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? plain.charAt(i) : ' ';
            boolean part = Character.isLetterOrDigit(c);
            boolean hump = part && Character.isUpperCase(c) && i > 0 && Character.isLowerCase(plain.charAt(i - 1));
            if (!part || hump) {
                whole.append(word);
                key.append(NOISE.contains(word.toString()) ? "" : word);
                word.setLength(0);
            }
            if (part) {
                word.append(Character.toLowerCase(c));
            } else if (c == '%') {
                key.append("pourcent");
                whole.append("pourcent");
            }
        }
        return key.length() > 0 ? key.toString() : whole.toString();
    }

    private static String plain(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(c == 'œ' ? "oe" : c == 'Œ' ? "OE" : c == '°' ? "" : String.valueOf(c));
            }
        }
        return plain.toString();
    }
}
