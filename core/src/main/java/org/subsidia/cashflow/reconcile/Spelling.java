package org.subsidia.cashflow.reconcile;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Texts of banks and portfolios in one spelling: capital letters without accents, and digits, in words. */
final class Spelling {
    private static final Set<String> SMALL =
            Set.of("DES", "LES", "AUX", "SUR", "PAR", "POUR", "DANS", "AVEC", "UNE", "DU", "DE", "LA", "LE", "ET");
    private static final int SHORTEST = 3;

    private Spelling() {}

    /** Words with a blank around each, so that a search finds whole words. */
    static String of(String text) {
        return ' '
                + Normalizer.normalize(text, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toUpperCase(Locale.ROOT)
                        .replaceAll("[^A-Z0-9]+", " ")
                        .strip()
                + ' ';
    }

    static boolean has(String spelled, String words) {
        return !words.isBlank() && spelled.contains(words);
    }

    /** The words that tell something. */
    static List<String> telling(String text) {
        return Arrays.stream(of(text).strip().split(" ", -1))
                .filter(word -> word.length() >= SHORTEST && !SMALL.contains(word))
                .toList();
    }
}
