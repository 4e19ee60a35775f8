package org.subsidia.rcp.ui;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without case and accents, so that “region” finds “Région”. */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Folding() {}

    /**
     * Folds a text.
     *
     * @param text any text
     * @return without accents, in small letters
     */
    public static String fold(String text) {
        String parted = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return MARKS.matcher(parted).replaceAll("").replace('’', '\'').toLowerCase(Locale.ROOT);
    }

    /**
     * The words to look for.
     *
     * @param words as typed
     * @return each folded; one empty word where nothing was typed
     */
    public static String[] words(String words) {
        return fold(words).trim().split("\\s+");
    }

    /**
     * Whether all words occur.
     *
     * @param folded the text, folded
     * @param words from {@link #words}
     * @return true where each occurs
     */
    public static boolean hasAll(String folded, String[] words) {
        for (String word : words) {
            if (!folded.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
