package org.subsidia.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;

class RuleSetReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ELIG-FACT-UNKNOWN | {value: request.amont, atMost: 5 EUR}",
                "ELIG-FACT-UNKNOWN | {given: structure.nothing}",
                "ELIG-FACT-TYPE | {yes: request.amount}",
                "ELIG-EXPR-TYPE | {value: structure.kind, atMost: 5}",
                "ELIG-COMPARISON-TYPES | {value: request.amount, atMost: 2026-01-01}",
                "ELIG-COMPARISON-TYPES | {value: request.amount, atMost: 80000}",
                "ELIG-COMPARISON-UNITS | {value: own.months, atMost: 3 persons}",
                "ELIG-COMPARISON-CONSTANT | {value: 3 EUR, atMost: 5 EUR}",
                "ELIG-COMPARISON-NONE | {value: request.amount}",
                "ELIG-LAW-UNKNOWN | {value: request.amount, atMost: 'law:deminimis.ceiling.genral'}",
                "ELIG-LAW-UNKNOWN | {code: structure.kind, oneOf: ['law:no.such.list']}",
                "ELIG-LAW-KIND | {code: structure.kind, oneOf: ['law:deminimis.ceiling.general']}",
                "ELIG-LAW-KIND | {value: request.amount, atMost: 'law:deminimis.ceiling.general[x]'}",
                "DOC-DATE-BAD | {value: date, atMost: 2026-02-30}",
                "ELIG-EXPR-BROKEN | {value: request.amount, atMost: '5 EUR ?'}",
                "ELIG-EXPR-BROKEN | {value: request.amount request.amount, atMost: 5 EUR}",
                "ELIG-EXPR-BROKEN | {value: own.share, atMost: 1/0}",
                "ELIG-EXPR-SIGN | {value: '+ request.amount', atMost: 5 EUR}",
                "ELIG-EXPR-END | {value: request.amount +, atMost: 5 EUR}",
                "ELIG-EXPR-CENTS | {value: request.amount, atMost: 5.005 EUR}",
                "ELIG-EXPR-WHOLE | {value: own.months, atMost: 1.5 months}",
                "ELIG-EXPR-PRODUCT | {value: request.amount * project.cost, atMost: 5 EUR}",
                "ELIG-EXPR-UNITS | {value: request.amount + 5, atMost: 5 EUR}",
                "ELIG-EXPR-DAYS | {value: date + 5 EUR, atMost: 2026-01-01}",
                "ELIG-EXPR-WRONGTYPE | {label-held: POLE, at: request.amount}",
                "DOC-WORD-UNKNOWN | {label-held: POL}",
                "DOC-WORD-UNKNOWN | {code: own.word, oneOf: [X, Q]}",
                "DOC-WORD-UNKNOWN | {size: [HUGE]}",
                "DOC-SHAPE-TEXTS | {size: []}",
                "DOC-KEY-MISSING | {code: own.word}",
                "DOC-KEY-UNKNOWN | {given: own.a, atMost: 3}",
                "ELIG-CONDITION-KIND | {given: own.a, yes: own.c}",
                "ELIG-CONDITION-KIND | {atMost: 3}",
                "ELIG-CONDITION-TWICE | {all: [{id: x, given: own.a}, {id: x, given: own.b}]}",
                "ELIG-GROUP-EMPTY | {all: []}",
                "ELIG-GROUP-LEAST | {some: [{given: own.a}], least: 2}",
                "ELIG-TERRITORY-BAD | {territory: project.territory, within: [REG-99]}",
                "ELIG-TERRITORY-NONE | {territory: project.territory}",
                "ELIG-TERRITORY-BOTH | {territory: project.territory, within: [REG-84], except: [REG-84]}",
                "DOC-SHAPE-MAPPING | [1]",
                "DOC-FLAG-BAD | {territory: project.territory, within: [REG-84], somewhere: maybe}",
                "ELIG-BRANCH-UNREACHABLE | {all: [{value: own.a, atMost: 5}, {any: [{value: own.a, moreThan: 5}, {given: own.b}]}]}",
                "ELIG-BRANCH-UNREACHABLE | {all: [{code: own.word, oneOf: [X]}, {code: own.word, oneOf: [Y, Z]}]}",
                "ELIG-BRANCH-UNREACHABLE | {all: [{yes: own.c}, {no: own.c}]}",
                "ELIG-BRANCH-UNREACHABLE | {value: own.a, from: '6', to: '5'}",
                "ELIG-BRANCH-UNREACHABLE | {all: [{value: date, lessThan: 2026-01-01}, {value: date, equals: 2026-01-01}]}"
            })
    void wrongCondition_isNamedWithItsLine(String code, String condition) {
        Reading<RuleSet> reading = Sets.reading(condition);
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).extracting(Finding::code).contains(code);
        assertThat(reading.findings()).allSatisfy(finding -> {
            assertThat(finding.place().line()).isGreaterThan(10);
            assertThat(finding.place().column()).isPositive();
        });
    }

    @Test
    void reachableBranches_areLeftAlone() {
        assertThat(
                        Sets.codes(
                                "{all: [{value: own.a, atMost: 5}, {any: [{value: own.a, atLeast: 5}, {value: own.a, lessThan: 2}]}]}"))
                .isEmpty();
    }

    @Test
    void line_ofFinding_isThatOfTheValue() {
        List<Finding> findings =
                Sets.reading("all:\n  - given: own.a\n  - given: own.q\n").findings();
        assertThat(findings.get(0).place().line()).isEqualTo(19);
        assertThat(findings.get(0).place().column()).isEqualTo(14);
    }

    @Test
    void head_isChecked() {
        List<String> codes = RuleSet.parse(
                        "id: A B\nversion: x\nvalidFrom: 2026-01-01\nvalidTo: 2025-01-01\nodd: 1\nid: b\n",
                        LawBase.standard())
                .findings()
                .stream()
                .map(Finding::code)
                .toList();
        assertThat(codes)
                .contains("ELIG-ID-BAD", "DOC-KEY-MISSING", "ELIG-DATE-REVERSED", "DOC-KEY-UNKNOWN", "DOC-KEY-TWICE");
    }

    @Test
    void ownFact_thatIsThereAlready_isRefused() {
        assertThat(RuleSet.parse(
                                "facts: [{id: request.amount, type: MONEY, label: {fr: a, en: a}}, {id: X, type: FLAG, label: {fr: a, en: a}}, {type: ODD}]\nconditions: {given: date}\n",
                                LawBase.standard())
                        .findings())
                .extracting(Finding::code)
                .contains("ELIG-FACT-TWICE", "ELIG-ID-BAD", "DOC-WORD-UNKNOWN");
    }

    @Test
    void hostileDocuments_areRefusedWithASentence() {
        LawBase laws = LawBase.standard();
        String aliases = "a: &a [1, 2]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        assertThat(codes(aliases)).containsExactly("DOC-YAML-BROKEN");
        assertThat(codes("a: &a {b: *a}")).containsExactly("DOC-YAML-BROKEN");
        assertThat(codes("{all: [".repeat(60))).containsExactly("DOC-YAML-BROKEN");
        assertThat(codes("x".repeat(600_000))).containsExactly("DOC-FILE-TOOLARGE");
        assertThat(codes("a: [" + "1,".repeat(2_500) + "1]")).containsExactly("DOC-LIST-TOOLONG");
        assertThat(codes("a:\n" + ("- [" + "1,".repeat(1_500) + "1]\n").repeat(40)))
                .containsExactly("DOC-FILE-TOOMANY");
        assertThat(codes("")).containsExactly("DOC-FILE-EMPTY");
        assertThat(codes("a: b: c")).containsExactly("DOC-YAML-BROKEN");
        assertThat(codes("!<tag:yaml.org,2002:java.net.URL> [x]")).containsExactly("DOC-YAML-BROKEN");
        assertThat(RuleSet.read("x", new ByteArrayInputStream(new byte[] {(byte) 0xc3, 0x28}), laws)
                        .findings())
                .extracting(Finding::code)
                .containsExactly("DOC-FILE-CHARSET");
        assertThat(RuleSet.read(Path.of("no-such-file.yaml"), laws).findings())
                .extracting(Finding::code)
                .containsExactly("DOC-FILE-UNREADABLE");
        String many =
                "any:\n" + "- any:\n".concat("  - given: own.a\n".repeat(1_900)).repeat(2);
        assertThat(Sets.codes(many)).contains("ELIG-CONDITIONS-TOOMANY");
        assertThat(Sets.codes("{value: request.amount, atMost: '" + "1 + ".repeat(200) + "1'}"))
                .contains("ELIG-EXPR-LONG");
    }

    private static List<String> codes(String text) {
        return RuleSet.parse(text, LawBase.standard()).findings().stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void json_isReadLikeYaml() {
        String json =
                "{\"id\": \"j\", \"version\": \"1\", \"title\": {\"fr\": \"a\", \"en\": \"a\"}, \"references\": [\"x\"], \"source\": \"x\","
                        + " \"confidence\": \"PARTIAL\", \"conditions\": {\"value\": \"request.amount\", \"atMost\": \"5 EUR\"}}";
        assertThat(RuleSet.parse(json, LawBase.standard()).findings()).isEmpty();
    }

    @Test
    void randomBytes_endInFindings() {
        Random random = new Random(7);
        String example = "conditions: {all: [{value: request.amount + 3 EUR, atMost: 50 % * project.cost}]}\nid: x\n";
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(example);
            for (int k = 0; k < 6; k++) {
                text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(96)));
            }
            assertThat(RuleSet.parse(text.toString(), LawBase.standard()).findings())
                    .isNotEmpty();
        }
    }
}
