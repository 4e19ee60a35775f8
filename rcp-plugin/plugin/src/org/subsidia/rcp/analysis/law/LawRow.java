package org.subsidia.rcp.analysis.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.LawBase;
import org.subsidia.law.Parameter;

/**
 * A rule of the law base on a day.
 *
 * @param parameter the rule
 * @param version the version of the day; null: there is none
 */
record LawRow(Parameter parameter, RuleReference version) {

    static List<LawRow> of(LawBase laws, LocalDate day) {
        return laws.parameters().stream()
                .map(parameter -> new LawRow(parameter, parameter.at(day).orElse(null)))
                .toList();
    }

    String description(Locale locale) {
        return parameter.description().in(locale);
    }

    Optional<RuleReference> today() {
        return Optional.ofNullable(version);
    }

    /** Whether it is not confirmed; what has no value on the day is neither. */
    boolean isDoubtful() {
        return version != null && version.confidence() != Confidence.CONFIRMED;
    }

    static String confidence(RuleReference version, Locale locale) {
        return Message.of("EXPLAIN-CONFIDENCE-" + version.confidence()).in(locale);
    }

    /** The value of a version as people write it. */
    String wording(RuleReference one, Locale locale) {
        return one.words().in(locale);
    }

    /** Where the value of a version comes from. */
    Explanation explanation(RuleReference one) {
        return Explanation.leaf(parameter.description(), new Value.Statement(one.words()))
                .withRules(List.of(one));
    }
}
