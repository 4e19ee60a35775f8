package org.subsidia.rcp.detail;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.subsidia.io.mapping.Choice;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.rcp.Texts;

/** The names that the library gives the values of a field. */
record ChoiceWords(List<Choice> choices) {
    static ChoiceWords of(TableKind kind, String field) {
        return new ChoiceWords(kind.field(field).orElseThrow().choices());
    }

    List<String> labels() {
        return choices.stream().map(choice -> choice.label().in(Texts.locale())).toList();
    }

    /** All names, after an empty one for nothing. */
    List<String> orNothing() {
        return Stream.concat(Stream.of(""), labels().stream()).toList();
    }

    String label(String code) {
        return find(choice -> choice.code().equals(code)).label().in(Texts.locale());
    }

    String code(String label) {
        return find(choice -> choice.label().in(Texts.locale()).equals(label)).code();
    }

    private Choice find(Predicate<Choice> wanted) {
        return choices.stream().filter(wanted).findFirst().orElseThrow();
    }
}
