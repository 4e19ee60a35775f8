package org.subsidia.law;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subsidia.explain.RuleReference;

/** Finds rules by name, by the beginning of their names, or by words. */
final class ParameterSearch {
    private ParameterSearch() {}

    static List<Parameter> in(SortedMap<String, Parameter> parameters, String words) {
        String wanted = words.strip();
        Parameter named = parameters.get(wanted);
        if (named != null) {
            return List.of(named);
        }
        List<Parameter> beginning = parameters.values().stream()
                .filter(parameter -> begins(parameter.id(), wanted))
                .toList();
        return beginning.isEmpty() ? withWords(parameters, wanted) : beginning;
    }

    private static boolean begins(String id, String beginning) {
        return id.startsWith(beginning)
                && (beginning.isEmpty()
                        || !Character.isLetterOrDigit(beginning.charAt(beginning.length() - 1))
                        || !Character.isLetterOrDigit(id.charAt(beginning.length())));
    }

    private static List<Parameter> withWords(SortedMap<String, Parameter> parameters, String words) {
        List<String> wanted = Arrays.stream(plain(words).split("\\s+")).toList();
        return parameters.values().stream()
                .filter(parameter -> {
                    String text = plain(text(parameter));
                    return wanted.stream().allMatch(text::contains);
                })
                .toList();
    }

    private static String text(Parameter parameter) {
        return Stream.concat(
                        Stream.of(
                                parameter.id(),
                                parameter.description().in(Locale.FRENCH),
                                parameter.description().in(Locale.ENGLISH)),
                        parameter.history().stream().map(RuleReference::legalReference))
                .collect(Collectors.joining(" "));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
