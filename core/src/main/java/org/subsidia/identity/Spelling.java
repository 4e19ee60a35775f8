package org.subsidia.identity;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Set;

/**
 * Makes spellings of words comparable: case, accents, punctuation, articles, and UTF-8 that was once read as windows-1252.
 *
 * <p>For headers, words of a list, references. Names of organisations are compared by {@link OrganisationName}, to which legal
 * forms do not count either.
 */
public final class Spelling {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Set<String> ARTICLES =
            Set.of("de", "la", "le", "l", "du", "des", "d", "les", "au", "aux", "a", "en");

    private Spelling() {}

    /**
     * What is left of a text when spelling does not count.
     *
     * @param text any text; {@code nomAttribuant} and {@code Nom de l’Attribuant} have one key
     * @return small letters and digits of the words that are not articles, joined; a percent sign counts as a word
     */
    public static String key(String text) {
        String plain = plain(text);
        StringBuilder key = new StringBuilder(plain.length());
        StringBuilder whole = new StringBuilder(plain.length());
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= plain.length(); i++) {
            char c = i < plain.length() ? plain.charAt(i) : ' ';
            boolean part = Character.isLetterOrDigit(c) || c == '\ufffd';
            boolean hump = part && Character.isUpperCase(c) && i > 0 && Character.isLowerCase(plain.charAt(i - 1));
            if (!part || hump) {
                end(word, key, whole);
            }
            if (part) {
                word.append(Character.toLowerCase(c));
            } else if (c == '%') {
                key.append("pourcentage");
                whole.append("pourcentage");
            }
        }
        return key.length() > 0 ? key.toString() : whole.toString();
    }

    private static void end(StringBuilder word, StringBuilder key, StringBuilder whole) {
        whole.append(word);
        if (!ARTICLES.contains(word.toString())) {
            key.append(word);
        }
        word.setLength(0);
    }

    /** The same letters without accents. */
    static String plain(String text) {
        String mended = mend(text);
        boolean ascii = true;
        for (int i = 0; ascii && i < mended.length(); i++) {
            ascii = mended.charAt(i) < 128;
        }
        if (ascii) {
            return mended;
        }
        String decomposed = Normalizer.normalize(mended, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(c == 'œ' ? "oe" : c == 'Œ' ? "OE" : String.valueOf(c));
            }
        }
        return plain.toString();
    }

    /** {@code bÃ©nÃ©ficiaire} is {@code bénéficiaire}: what comes from UTF-8 read as windows-1252 is turned back. */
    static String mend(String text) {
        if (text.indexOf('Ã') < 0 && text.indexOf('â') < 0 && text.indexOf('Â') < 0) {
            return text;
        }
        try {
            var bytes = WINDOWS_1252.newEncoder().encode(CharBuffer.wrap(text));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }
}
