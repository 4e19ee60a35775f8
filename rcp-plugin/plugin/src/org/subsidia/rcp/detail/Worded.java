package org.subsidia.rcp.detail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.subsidia.finding.Message;

/** Values of a fixed list, which a user chooses by their words. */
final class Worded {
    private Worded() {}

    static <T> List<String> all(T[] values, Function<T, Message> label, Locale locale) {
        return Arrays.stream(values).map(value -> label.apply(value).in(locale)).toList();
    }

    /** All words, after an empty one for nothing. */
    static <T> List<String> orNothing(T[] values, Function<T, Message> label, Locale locale) {
        List<String> words = new ArrayList<>(List.of(""));
        words.addAll(all(values, label, locale));
        return words;
    }

    /** The words of a value; empty: no value. */
    static <T> String of(T value, Function<T, Message> label, Locale locale) {
        return value == null ? "" : label.apply(value).in(locale);
    }

    /** The value of words that can be chosen; null: no words. */
    static <T> T find(T[] values, Function<T, Message> label, String words, Locale locale) {
        return words == null || words.isEmpty()
                ? null
                : Arrays.stream(values)
                        .filter(value -> label.apply(value).in(locale).equals(words))
                        .findFirst()
                        .orElseThrow();
    }
}
