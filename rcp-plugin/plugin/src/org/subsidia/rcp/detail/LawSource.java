package org.subsidia.rcp.detail;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subsidia.explain.RuleReference;
import org.subsidia.law.LawBase;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;

/** What a field means, with the law that it comes from. */
final class LawSource {
    private LawSource() {}

    /**
     * Words with the legal references of rules, as they stand in the law base of the user today.
     *
     * @param words what the field means
     * @param rules their ids
     * @return the words; then the references, each once on a line of its own
     */
    static String of(String words, String... rules) {
        return Stream.concat(Stream.of(words), references(rules)).collect(Collectors.joining("\n"));
    }

    private static Stream<String> references(String... rules) {
        LawBase law = Settings.law();
        LocalDate today = Settings.today();
        return Arrays.stream(rules)
                .map(law::parameter)
                .flatMap(Optional::stream)
                .map(parameter -> parameter.at(today))
                .flatMap(Optional::stream)
                .map(RuleReference::legalReference)
                .distinct()
                .map(reference -> Texts.bind(Texts.tipLaw, reference));
    }
}
