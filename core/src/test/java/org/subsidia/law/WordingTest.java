package org.subsidia.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

class WordingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final LawBase BASE = LawBase.standard();
    private static final Set<Unit> AS_WRITTEN = EnumSet.of(Unit.LIST, Unit.TABLE, Unit.COUNTING, Unit.TEXT);

    private static Parameter rule(String id) {
        return BASE.parameter(id).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dependence.t1.public-share | 60 % | 60%",
                "cashflow.bridging.rate | 6 % | 6%",
                "subsidy.payment.delay | 60 jours | 60 days",
                "dependence.t2.delay | 3 ans | 3 years",
                "cashflow.lag.other | 1 à 6 mois, le plus souvent 2 | 1 to 6 months, most often 2",
                "cashflow.award-probability | projetée\u00a0: 30 % ; demandée\u00a0: 50 % | planned: 30%; requested: 50%",
                "cper.usual-convention-lag | 4 à 8 | 4 to 8",
                "sme.medium.turnover | 50 000 000 € | 50,000,000 €",
                "sme.medium.staff | 250 | 250",
                "eu-funds.2021-2027.decommitment.first-tranche | 2022 | 2022",
                "budget.state.freeze-day | 15 décembre | 15 December",
                "eu-funds.2021-2027.eligibility.last-day | 31/12/2029 | 31 Dec 2029",
                "subsidy.late-interest | non | no"
            })
    void of_aRule_isAsPeopleWrite(String id, String french, String english) {
        assertThat(spaces(Wording.of(rule(id), DAY, Locale.FRANCE))).isEqualTo(spaces(french));
        assertThat(spaces(Wording.of(rule(id), DAY, Locale.UK))).isEqualTo(spaces(english));
    }

    private static String spaces(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    static Stream<Parameter> rules() {
        return BASE.parameters().stream().filter(rule -> !AS_WRITTEN.contains(rule.unit()));
    }

    /** What is shown can be typed: it is the same value, in both languages. */
    @ParameterizedTest
    @MethodSource("rules")
    void read_ofWhatIsShown_isTheSameValue(Parameter rule) {
        Version newest = rule.versions().get(rule.versions().size() - 1);
        for (Locale locale : new Locale[] {Locale.FRANCE, Locale.UK}) {
            String shown = rule.reference(newest).words().in(locale);
            Reading<String> read = Wording.read(rule, shown, locale);
            assertThat(read.findings()).as(rule.id() + " " + shown).isEmpty();
            assertThat(value(rule, read.get())).as(shown).isEqualTo(newest.value());
        }
        Reading<String> written = Wording.read(rule, newest.valueText().replaceAll(" (EUR|days|.*s)$", ""), Locale.UK);
        if (rule.unit().kind() != Kind.YEAR_DAY) {
            assertThat(value(rule, written.get())).isEqualTo(newest.value());
        }
    }

    private static Object value(Parameter rule, String written) {
        return new OwnValues(new TreeMap<>(Map.of(rule.id(), written)), "own", "test")
                .over(BASE)
                .get()
                .parameter(rule.id())
                .orElseThrow()
                .on(DAY)
                .orElseThrow()
                .value();
    }

    /** The words say months. */
    @Test
    void triangles_areMonths() {
        assertThat(rules().filter(rule -> rule.unit() == Unit.COUNTS)
                        .filter(rule -> rule.versions().get(0).value() instanceof Map<?, ?> map
                                && map.keySet().equals(Wording.TRIANGLE)))
                .isNotEmpty()
                .allSatisfy(
                        rule -> assertThat(rule.description().in(Locale.FRENCH)).startsWith("Mois "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dependence.t1.public-share | 55,5 % | 55.5 %",
                "dependence.t1.public-share | 55\u202f% | 55 %",
                "dependence.t1.public-share | 55 pour cent | 55 %",
                "dependence.t1.public-share | 0,55 | 0.55",
                "dependence.t1.public-share | 2/3 | 2/3",
                "subsidy.payment.delay | 45 | 45",
                "subsidy.payment.delay | 45 JOURS | 45",
                "dependence.t2.delay | 1 an | 1",
                "cashflow.lag.other | 1 / 2 / 6 mois | {min: 1, mode: 2, max: 6}",
                "cashflow.lag.other | 0 à 3, le plus souvent 1 | {min: 0, mode: 1, max: 3}",
                "cashflow.lag.other | {min: 1, mode: 1, max: 2} | {min: 1, mode: 1, max: 2}",
                "cashflow.award-probability | demandée : 62,5 %; planned: 0.1 | {requested: 62.5 %, planned: 0.1}",
                "sme.medium.turnover | 75 000,50 € | 75000.50",
                "sme.medium.turnover | 75000 | 75000.00",
                "budget.state.freeze-day | 1/12 | 12-01",
                "budget.state.freeze-day | 2 Décembre | 12-02",
                "eu-funds.2021-2027.eligibility.last-day | 30/6/2030 | 2030-06-30",
                "subsidy.late-interest | Oui | true"
            })
    void read_asPeopleType_isAsLawFilesWrite(String id, String typed, String written) {
        assertThat(Wording.read(rule(id), typed, Locale.FRANCE).get()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dependence.t1.public-share | beaucoup",
                "dependence.t1.public-share | 60",
                "dependence.t1.public-share | -5 %",
                "dependence.t1.public-share | 5 % %",
                "subsidy.payment.delay | 3 mois",
                "subsidy.payment.delay | -3",
                "subsidy.payment.delay | 999999 jours",
                "cashflow.lag.other | 6 à 1 mois, le plus souvent 2",
                "cashflow.lag.other | 1 à 6 mois",
                "cashflow.lag.other | {min: 1}",
                "cashflow.lag.other | {min: 1, mode: 2, max: 3, more: 4}",
                "cashflow.award-probability | demandée : 50 %",
                "cashflow.award-probability | demandée : 50 %; demandée : 40 %",
                "sme.medium.turnover | 12.34.56 €",
                "sme.medium.turnover | -1 €",
                "budget.state.freeze-day | ' '",
                "eu-funds.2021-2027.eligibility.last-day | 31/02/2030",
                "subsidy.late-interest | peut-être"
            })
    void read_ofWhatItCannotBe_saysAnExample(String id, String typed) {
        Finding finding =
                Wording.read(rule(id), typed, Locale.FRANCE).findings().get(0);
        assertThat(finding.code()).isEqualTo("LAW-TYPED");
        assertThat(finding.advice(Locale.FRANCE).orElseThrow()).startsWith("Écrivez par exemple «");
        assertThat(finding.message().in(Locale.FRANCE))
                .contains(rule(id).description().in(Locale.FRANCE));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 100_000})
    void read_ofMuchTooMuch_isRefusedAndNotRepeated(int length) {
        Finding finding = Wording.read(rule("cashflow.lag.other"), "1".repeat(length), Locale.UK)
                .findings()
                .get(0);
        assertThat(finding.message().in(Locale.UK)).hasSizeLessThan(400);
    }
}
