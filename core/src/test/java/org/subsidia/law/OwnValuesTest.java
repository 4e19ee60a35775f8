package org.subsidia.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.explain.Confidence;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;

class OwnValuesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final String T1 = "dependence.t1.public-share";
    private static final String LAG = "cashflow.lag.other";

    private static Reading<LawBase> over(Map<String, String> values) {
        return new OwnValues(new TreeMap<>(values), "réglé par vous", "préférences").over(LawBase.standard());
    }

    @Test
    void over_aShareAndCounts_holdOnEveryDayAndNameWhoseTheyAre() {
        LawBase own = over(Map.of(T1, "0.55", LAG, "{min: 0, mode: 1, max: 3}")).get();
        for (LocalDate day : new LocalDate[] {DAY, LocalDate.of(2008, 5, 1)}) {
            Rule<Fraction> rule = own.at(day).find(Kind.SHARE, T1).orElseThrow();
            assertThat(rule.value()).isEqualTo(Fraction.percent(55));
            assertThat(rule.reference().legalReference()).isEqualTo("réglé par vous");
            assertThat(rule.reference().source()).startsWith("préférences");
            assertThat(rule.reference().confidence()).isEqualTo(Confidence.UNVERIFIED);
        }
        assertThat(own.at(DAY).counts(LAG).value()).containsEntry("mode", 1L).containsEntry("max", 3L);
        assertThat(own.parameter(T1).orElseThrow().description().in(Locale.FRENCH))
                .isEqualTo(LawBase.standard()
                        .parameter(T1)
                        .orElseThrow()
                        .description()
                        .in(Locale.FRENCH));
    }

    @Test
    void over_nothing_isTheBaseItself() {
        assertThat(over(Map.of()).get()).isSameAs(LawBase.standard());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "beaucoup",
                "1.5e",
                "[1, 2]",
                "{min: 1}",
                "0.5\nother: 1",
                "&a [*a]",
                "!!java.util.Date x",
                "0x"
            })
    void over_whatTheRuleCannotHave_isRefusedWithTheValue(String value) {
        assertThat(over(Map.of(T1, value)).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("LAW-OWN-VALUE");
            assertThat(finding.place().field()).isEqualTo(T1);
            assertThat(finding.message().in(Locale.FRENCH)).contains(T1);
        });
    }

    @Test
    void over_aRuleThatIsNotThere_isRefused() {
        assertThat(over(Map.of("dependence.t9.public-share", "0.5")).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("LAW-OWN-NO-RULE"));
    }
}
