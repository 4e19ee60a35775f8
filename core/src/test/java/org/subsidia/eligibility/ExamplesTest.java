package org.subsidia.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;

class ExamplesTest {
    static List<String> names() {
        return RuleLibrary.exampleNames();
    }

    @ParameterizedTest
    @MethodSource("names")
    void example_isReadWithoutFinding_andMeetsItsCases(String name) throws Exception {
        LawBase laws = LawBase.standard();
        try (InputStream in = RuleSet.class.getResourceAsStream("examples/" + name + ".yaml")) {
            Reading<RuleSet> rules = RuleSet.read(name, Objects.requireNonNull(in), laws);
            assertThat(rules.findings()).isEmpty();
            assertThat(rules.get().example()).isTrue();
            List<RuleCases.Outcome> outcomes = RuleLibrary.exampleCases(name).run(rules.get(), laws);
            assertThat(outcomes).hasSizeGreaterThanOrEqualTo(3);
            assertThat(outcomes)
                    .allSatisfy(outcome -> assertThat(outcome.findings()).isEmpty());
            assertThat(outcomes).extracting(RuleCases.Outcome::answer).contains(Answer.ELIGIBLE, Answer.NOT_ELIGIBLE);
        }
    }
}
