package org.subsidia.rcp.ui;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text without case and accents, so that “region” finds “Région”. */
public final class Folding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final char SEVERAL = 0;
    /** The letters and signs of European languages, each folded once; all that a portfolio holds, as a rule. */
    private static final char[] USUAL = usual(0x2070);

    private Folding() {}

    /**
     * Folds a text.
     *
     * @param text any text
     * @return without accents, in small letters
     */
    public static String fold(String text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            char c = text.charAt(i);
            char one = c < USUAL.length ? USUAL[c] : SEVERAL;
            if (one == SEVERAL) {
                return slowly(text);
            }
            folded[i] = one;
        }
        return new String(folded);
    }

    private static char[] usual(int count) {
        char[] all = new char[count];
        for (char c = 1; c < count; c++) {
            String one = slowly(String.valueOf(c));
            all[c] = one.length() == 1 ? one.charAt(0) : SEVERAL;
        }
        return all;
    }

    private static String slowly(String text) {
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
