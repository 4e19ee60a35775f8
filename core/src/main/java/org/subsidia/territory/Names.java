package org.subsidia.territory;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is left of a territory's name when spelling does not count: letters and digits, without accents, case and articles. */
final class Names {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final Set<String> NOISE = Set.of(
            "region",
            "regional",
            "departement",
            "departemental",
            "conseil",
            "general",
            "collectivite",
            "territoriale",
            "de",
            "du",
            "des",
            "d",
            "la",
            "le",
            "les",
            "l",
            "et",
            "en");

    private Names() {}

    static String key(String name) {
        String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN_WORDS.split(plain, -1))
                .filter(word -> !NOISE.contains(word))
                .map(word -> word.equals("st") ? "saint" : word)
                .collect(Collectors.joining());
    }
}
