package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;

class ScenarioReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "XFER-MODEL-UNKNOWN | {id: a, model: rat, rate: 1} | 8",
                "DOC-KEY-UNKNOWN | {id: a, model: rate, rate: 1, rates: 2} | 8",
                "XFER-PARAMETER-MISSING | {id: a, model: rate} | 8",
                "XFER-NUMBER-BAD | {id: a, model: rate, rate: lots} | 8",
                "XFER-NUMBER-OUTSIDE | {id: a, model: rate, rate: 2} | 8",
                "XFER-NUMBER-OUTSIDE | {id: a, model: rate, rate: -1} | 8",
                "XFER-NUMBER-OUTSIDE | {id: a, model: payment-lag, months: 1.5} | 8",
                "XFER-NUMBER-OUTSIDE | {id: a, model: cap, amount: 99999999999999999} | 8",
                "XFER-NUMBER-BAD | {id: a, model: rate, rate: 1/0} | 8",
                "XFER-YEAR-BAD | {id: a, model: rate, rate: {20: 1}} | 8",
                "XFER-SPREAD-BAD | {id: a, model: rate, rate: {uniform: [1, 0]}} | 8",
                "XFER-SPREAD-BAD | {id: a, model: rate, rate: {choice: {0: 1/2}}} | 8",
                "XFER-REGION-BAD | {id: a, model: rate, rate: 1, regions: [82]} | 8",
                "XFER-WEIGHTS-NONE | {id: a, model: region-key, keys: {count: 0}} | 8",
                "XFER-WEIGHT-NEGATIVE | {id: a, model: region-key, keys: {count: 1, fte: -1}} | 8",
                "XFER-INDEX-UNKNOWN | {id: a, model: indexation, index: price} | 8",
                "XFER-INDEX-YEAR | {id: a, model: base, method: mean, years: 4, index: prices} | 8",
                "XFER-TEST-UNKNOWN | {id: a, model: legal, tests: [T8]} | 8",
                "XFER-YEARS-REVERSED | {id: a, model: rate, rate: 1, from: 2022, to: 2021} | 8",
                "XFER-ID-BAD | {id: ../../etc/passwd, model: rate, rate: 1} | 8",
                "DOC-WORD-UNKNOWN | {id: a, model: base, method: average} | 8",
                "DOC-SHAPE-MAPPING | rate | 8"
            })
    void measure_wrong_isRefusedWithLineColumnAndSentence(String code, String measure, int line) {
        Reading<Scenario> reading = Scenarios.read(Scenarios.HEAD + "- " + measure + "\n");
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).extracting(Finding::code).contains(code);
        Finding finding = reading.findings().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertThat(finding.place().line()).isEqualTo(line);
        assertThat(finding.place().column()).isPositive();
        assertThat(finding.message().in(Locale.FRENCH))
                .isNotEqualTo(finding.message().in(Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "XFER-HORIZON-BAD | last: 2023 | last: 2018",
                "XFER-REFERENCE-BAD | reference: 2019 | reference: 2023",
                "DOC-KEY-MISSING | 'title: {fr: Essai, en: Test}' | seed: 1",
                "XFER-INDEX-BAD | 2018: 99.5 | 2018: 0",
                "XFER-LINE-SAME | level: STATE | level: REGION",
                "XFER-PROGRAMME-UNKNOWN | level: STATE | programme: etat-134-23",
                "DOC-KEY-UNKNOWN | reference: | references:"
            })
    void head_wrong_isRefused(String code, String from, String to) {
        String text = (Scenarios.HEAD + "- {id: a, model: rate, rate: 1}\n").replace(from, to);
        Reading<Scenario> reading = Scenarios.read(text);
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).extracting(Finding::code).contains(code);
    }

    @Test
    void measureTwice_andNeverInTime_areSaid() {
        String one = "- {id: a, model: rate, rate: 1}\n";
        assertThat(Scenarios.read(Scenarios.HEAD + one + one).findings())
                .extracting(Finding::code)
                .containsExactly("XFER-MEASURE-TWICE");
        Reading<Scenario> late = Scenarios.read(Scenarios.HEAD + "- {id: a, model: rate, rate: 1, from: 2030}\n");
        assertThat(late.isRead()).isTrue();
        assertThat(late.findings()).extracting(Finding::code).containsExactly("XFER-MEASURE-NEVER");
    }

    @Test
    void extends_statesDifferencesOnly_andKnowsItsChain() {
        Scenario scenario = read(
                        Map.of(
                                "parent",
                                Scenarios.HEAD.replace("id: test", "id: parent")
                                        + "- {id: a, model: rate, rate: 50 %, note: {fr: La moitié, en: Half}}\n"
                                        + "- {id: b, model: top-up, fill: 10 %}\n",
                                "middle",
                                "id: middle\nextends: parent\nmeasures:\n- {id: a, rate: 60 %}\n"),
                        "id: child\nextends: middle\nremove: [b]\nseed: 9\nmeasures:\n- {id: c, model: cap, amount: 5}\n")
                .get();
        assertThat(scenario.chain()).containsExactly("middle", "parent");
        assertThat(scenario.measures()).extracting(Measure::id).containsExactly("a", "c");
        assertThat(scenario.measure("a").orElseThrow().number("rate", 2020, Fraction.ZERO))
                .isEqualTo(Fraction.percent(60));
        assertThat(scenario.measure("a").orElseThrow().description().in(Locale.ENGLISH))
                .isEqualTo("Half");
        assertThat(scenario.seed()).isEqualTo(9);
        assertThat(scenario.id()).isEqualTo("child");
    }

    @Test
    void extends_inARing_orUnknown_orAPath_isRefused() {
        assertThat(read(Map.of("a", "id: a\nextends: b\n", "b", "id: b\nextends: a\n"), "id: x\nextends: a\n")
                        .findings())
                .extracting(Finding::code)
                .containsExactly("XFER-EXTENDS-CYCLE");
        assertThat(read(Map.of(), "id: x\nextends: y\n").findings())
                .extracting(Finding::code)
                .containsExactly("XFER-EXTENDS-UNKNOWN");
        assertThat(read(Map.of(), "id: x\nextends: ../y\n").findings())
                .extracting(Finding::code)
                .containsExactly("XFER-ID-BAD");
    }

    @Test
    void json_isReadAsWell() {
        assertThat(Scenarios.read("""
                        {"id": "j", "title": {"fr": "a", "en": "b"}, "horizon": {"first": 2019, "last": 2020},
                         "reference": 2019, "line": {"level": "STATE"},
                         "measures": [{"id": "a", "model": "rate", "rate": "1/3"}]}
                        """).isRead()).isTrue();
    }

    @Test
    void document_damagedAtRandom_endsInAScenarioOrFindings() {
        String good = Scenarios.HEAD
                + "- {id: a, model: rate, rate: {uniform: [0, 1]}}\n- {id: b, model: region-key, keys: {fte: 1}}\n";
        Random random = new Random(11);
        String letters = "{}[]:,-&*!|>'\"%@\t\n 0129azé\u0000";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int k = 0; k <= random.nextInt(4); k++) {
                int at = random.nextInt(text.length());
                char letter = letters.charAt(random.nextInt(letters.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, letter);
                    case 1 -> text.insert(at, letter);
                    default -> text.deleteCharAt(at);
                }
            }
            Reading<Scenario> reading = Scenarios.read(text.toString());
            assertThat(reading.isRead() || !reading.findings().isEmpty())
                    .as(text.toString())
                    .isTrue();
        }
    }

    @Test
    void bomb_ofAliases_isRefused() {
        String bomb = "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n";
        assertThat(Scenarios.read(bomb).findings()).extracting(Finding::code).containsExactly("DOC-YAML-BROKEN");
    }

    private static Reading<Scenario> read(Map<String, String> others, String text) {
        return Scenario.read("x.yaml", stream(text), id -> others.containsKey(id) ? stream(others.get(id)) : null);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
