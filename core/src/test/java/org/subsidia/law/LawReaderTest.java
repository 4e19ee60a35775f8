package org.subsidia.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.law.LawBaseTest.parameter;
import static org.subsidia.law.LawBaseTest.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.money.Fraction;
import org.subsidia.time.Counting;
import org.subsidia.time.Roll;
import org.subsidia.time.Span;
import org.subsidia.time.YearDay;

class LawReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final String GOOD = """
            aid.rate:
              description: {fr: Taux, en: Rate}
              unit: share
              versions:
                - value: 0.4
                  validFrom: 2021-01-01
                  validTo: 2027-12-31
                  legalReference: art. 112
                  source: somewhere
                  confidence: CONFIRMED
                  note: as read
            """;

    private static List<Finding> findings(String yaml) {
        Reading<LawBase> reading = read(yaml);
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.place().file()).isEqualTo("mine.yaml");
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                assertThat(finding.message().in(locale)).isNotBlank();
                finding.advice(locale).ifPresent(advice -> assertThat(advice).isNotBlank());
            }
        });
        return reading.findings();
    }

    private static void finds(String yaml, String code, long line) {
        assertThat(findings(yaml))
                .extracting(finding -> finding.code() + ' ' + finding.place().line())
                .containsExactly(code + ' ' + line);
    }

    private static Law law(String unit, String value) {
        return read(parameter("a.b", unit, "value: " + value)).get().at(TODAY);
    }

    @Test
    void read_good_isReadWithoutAWord() {
        Reading<LawBase> reading = read(GOOD);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.get().at(TODAY).share("aid.rate").value()).isEqualTo(Fraction.of(2, 5));
    }

    @Test
    void read_byteOrderMark_isPassedOver() {
        assertThat(read('\ufeff' + GOOD).isRead()).isTrue();
    }

    @Test
    void read_everyUnit_givesItsKind() {
        assertThat(law("EUR", "10.50").money("a.b").value()).isEqualTo(Money.parse("EUR 10.50"));
        assertThat(law("EUR", "-3").money("a.b").value()).isEqualTo(Money.parse("EUR -3.00"));
        assertThat(law("share", "1/3").share("a.b").value()).isEqualTo(Fraction.of(1, 3));
        assertThat(law("share", "40 %").share("a.b").value()).isEqualTo(Fraction.of(2, 5));
        assertThat(law("share", "1.6").share("a.b").value()).isEqualTo(Fraction.of(8, 5));
        assertThat(law("count", "1720").count("a.b").value()).isEqualTo(1720);
        assertThat(law("number", "15.5").number("a.b").value()).isEqualTo(new BigDecimal("15.5"));
        assertThat(law("days", "60").period("a.b").value()).isEqualTo(Span.days(60));
        assertThat(law("working days", "20").period("a.b").value()).isEqualTo(Span.workingDays(20));
        assertThat(law("weeks", "10").period("a.b").value()).isEqualTo(Span.weeks(10));
        assertThat(law("months", "6").period("a.b").value()).isEqualTo(Span.months(6));
        assertThat(law("years", "3").period("a.b").value()).isEqualTo(Span.years(3));
        assertThat(law("list", "[FRY1, FRY3]").list("a.b").value()).containsExactly("FRY1", "FRY3");
        assertThat(law("text", "12156*06").text("a.b").value()).isEqualTo("12156*06");
        assertThat(law("date", "2029-12-31").date("a.b").value()).isEqualTo("2029-12-31");
        assertThat(law("day of the year", "easter+39").yearDay("a.b").value()).isEqualTo(new YearDay.FromEaster(39));
        assertThat(law("flag", "true").flag("a.b").value()).isTrue();
        assertThat(law("flag", "false").flag("a.b").value()).isFalse();
        assertThat(law("shares by key", "{z: 0.5, a: 1/3}").shares("a.b").value())
                .containsExactly(Map.entry("z", Fraction.of(1, 2)), Map.entry("a", Fraction.of(1, 3)));
        assertThat(law("EUR by key", "{general: 300000}").amounts("a.b").value())
                .containsExactly(Map.entry("general", Money.parse("EUR 300000")));
        assertThat(law("counts by key", "{min: 3, max: 14}").counts("a.b").value())
                .containsExactly(Map.entry("min", 3L), Map.entry("max", 14L));
        assertThat(law("table", "[{code: A, name: B}, {code: C}]").table("a.b").value())
                .containsExactly(Map.of("code", "A", "name", "B"), Map.of("code", "C"));
        assertThat(law("counting", "{clearDays: true, roll: NONE, backwardRoll: NEXT, minimumWorkingDays: 2}")
                        .counting("a.b")
                        .value())
                .isEqualTo(new Counting(true, Roll.NONE, Roll.NEXT, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR | 10.50 | 10.50 EUR",
                "working days | 20 | 20 working days",
                "share | 1/3 | 1/3",
                "list | [A, B] | A, B",
                "EUR by key | {a: 1, b: 2} | {a: 1, b: 2} EUR",
                "table | [{a: 1}, {b: 2}] | {a: 1}, {b: 2}"
            })
    void read_value_isShownInTheReference(String unit, String value, String shown) {
        assertThat(read(parameter("a.b", unit, "value: " + value))
                        .get()
                        .history("a.b")
                        .get(0)
                        .value())
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EUR | ten",
                "EUR | 1e5",
                "EUR | 10.505",
                "EUR | '23 000'",
                "EUR | 10000000000000000",
                "EUR | [1]",
                "share | half",
                "share | -0.1",
                "share | 1/0",
                "share | 0.11111111111111111111111111111111111111111111",
                "count | 1.5",
                "count | 1234567890123456789",
                "number | 1e9",
                "number | x",
                "days | -1",
                "days | 1.5",
                "days | 100000",
                "working days | 20wd",
                "months | six",
                "years | {a: 1}",
                "list | A",
                "list | []",
                "list | [[A]]",
                "text | [a]",
                "date | 2026-02-30",
                "date | 31/12/2026",
                "date | 2026-1-1",
                "day of the year | 14-07",
                "flag | yes",
                "flag | 1",
                "shares by key | 0.5",
                "shares by key | {}",
                "shares by key | {a: x}",
                "shares by key | {a: 1, a: 0}",
                "EUR by key | {a: x}",
                "counts by key | {a: 1.5}",
                "counts by key | {[a]: 1}",
                "table | {a: 1}",
                "table | [a]",
                "counting | NEXT",
                "counting | {clearDays: true}",
                "counting | {clearDays: true, roll: UP, backwardRoll: NEXT, minimumWorkingDays: 0}",
                "counting | {clearDays: 1, roll: NEXT, backwardRoll: NEXT, minimumWorkingDays: 0}",
                "counting | {clearDays: true, roll: NEXT, backwardRoll: NEXT, minimumWorkingDays: -1}",
                "counting | {clearDays: true, roll: NEXT, backwardRoll: NEXT, minimumWorkingDays: 0, more: 1}"
            })
    void read_valueOfAnotherUnit_isRefusedWithAnExample(String unit, String value) {
        List<Finding> findings = findings(parameter("a.b", unit, "value: " + value));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("LAW-VALUE-BAD");
            assertThat(finding.place().line()).isEqualTo(5);
            assertThat(finding.place().field()).isEqualTo("value");
            assertThat(finding.message().in(Locale.FRENCH)).contains(unit);
            assertThat(finding.advice(Locale.FRENCH)).isPresent();
        });
    }

    @Test
    void read_longValue_isShownShort() {
        String message = findings(parameter("a.b", "count", "value: " + "9".repeat(500)))
                .get(0)
                .message()
                .in(Locale.ENGLISH);
        assertThat(message).contains("9".repeat(80) + '…').hasSizeLessThan(200);
    }

    @Test
    void read_unknownKeys_eachWithItsLine() {
        String yaml = GOOD.replace("  unit: share", "  unit: share\n  units: share")
                .replace("      note: as read", "      notes: as read")
                .replace("en: Rate", "en: Rate, de: Satz");
        assertThat(findings(yaml))
                .extracting(finding -> finding.code()
                        + ' '
                        + finding.place().line()
                        + ' '
                        + finding.place().field())
                .containsExactlyInAnyOrder(
                        "LAW-KEY-UNKNOWN 2 de", "LAW-KEY-UNKNOWN 4 units", "LAW-KEY-UNKNOWN 12 notes");
    }

    @ParameterizedTest
    @CsvSource({
        "'  unit: share', 1, unit",
        "'      value: 0.4', 5, value",
        "'      legalReference: art. 112', 5, legalReference",
        "'      source: somewhere', 5, source",
        "'      confidence: CONFIRMED', 5, confidence",
        "'  description: {fr: Taux, en: Rate}', 1, description"
    })
    void read_missingKey_isNamed(String line, long expectedLine, String key) {
        String yaml = GOOD.replace("    - value: 0.4\n      validFrom", "    -\n      value: 0.4\n      validFrom")
                .replace(line + "\n", "");
        List<Finding> findings = findings(yaml);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("LAW-KEY-MISSING");
            assertThat(finding.place().field()).isEqualTo(key);
            assertThat(finding.place().line()).isBetween(expectedLine, expectedLine + 1);
        });
    }

    @Test
    void read_emptySource_isMissing() {
        finds(GOOD.replace("source: somewhere", "source:"), "LAW-KEY-MISSING", 9);
        finds(GOOD.replace("source: somewhere", "source: '  '"), "LAW-KEY-MISSING", 9);
    }

    @Test
    void read_oneLanguage_isNotEnough() {
        finds(GOOD.replace(", en: Rate", ""), "LAW-KEY-MISSING", 2);
    }

    @Test
    void read_sameIdTwice_namesBothLines() {
        List<Finding> findings = findings(GOOD + GOOD);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("LAW-KEY-TWICE");
            assertThat(finding.place().line()).isEqualTo(12);
            assertThat(finding.message().in(Locale.ENGLISH))
                    .contains("aid.rate")
                    .contains("line 1");
        });
    }

    @Test
    void read_sameKeyTwice_isRefused() {
        finds(GOOD.replace("  unit: share", "  unit: share\n  unit: count"), "LAW-KEY-TWICE", 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"rate", "Aid.rate", "aid.", ".rate", "aid..rate", "aid rate.x", "aid_rate.x", "aid.-x", "aïd.x"})
    void read_badId_isRefused(String id) {
        finds(GOOD.replace("aid.rate:", id + ":"), "LAW-ID-BAD", 1);
    }

    @Test
    void read_unknownUnit_listsThem() {
        List<Finding> findings = findings(GOOD.replace("unit: share", "unit: percent"));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("LAW-UNIT-UNKNOWN");
            assertThat(finding.place().line()).isEqualTo(3);
            assertThat(finding.advice(Locale.ENGLISH).orElseThrow())
                    .contains("share")
                    .contains("working days");
        });
    }

    @Test
    void read_badDates_areRefused() {
        finds(GOOD.replace("validFrom: 2021-01-01", "validFrom: 2021-02-30"), "LAW-DATE-BAD", 6);
        finds(GOOD.replace("validTo: 2027-12-31", "validTo: end of 2027"), "LAW-DATE-BAD", 7);
        finds(GOOD.replace("validTo: 2027-12-31", "validTo: [2027]"), "LAW-DATE-BAD", 7);
        finds(GOOD.replace("validTo: 2027-12-31", "validTo: 2020-12-31"), "LAW-DATE-REVERSED", 7);
    }

    @Test
    void read_versionsOverlap_namesBoth() {
        String open = parameter("a.b", "count", "value: 1, validFrom: 2014-01-01", "value: 2, validFrom: 2024-01-01");
        finds(open, "LAW-VERSION-OVERLAP", 6);
        String oneDay = parameter(
                "a.b",
                "count",
                "value: 2, validFrom: 2024-01-01",
                "value: 1, validFrom: 2014-01-01, validTo: 2024-01-01");
        finds(oneDay, "LAW-VERSION-OVERLAP", 5);
        String bothAlways = parameter("a.b", "count", "value: 1", "value: 2");
        finds(bothAlways, "LAW-VERSION-OVERLAP", 6);
    }

    @Test
    void read_gap_isAnErrorUnlessMarked() {
        String first = "value: 1, validFrom: 2014-01-01, validTo: 2023-12-31";
        finds(parameter("a.b", "count", first, "value: 2, validFrom: 2024-01-02"), "LAW-VERSION-GAP", 6);
        finds(
                parameter("a.b", "count", first, "value: 2, validFrom: 2024-01-02, afterGap: false"),
                "LAW-VERSION-GAP",
                6);
        LawBase base = read(parameter("a.b", "count", first, "value: 2, validFrom: 2024-01-02, afterGap: true"))
                .get();
        assertThat(base.at(LocalDate.of(2024, 1, 1)).find(Kind.COUNT, "a.b")).isEmpty();
        finds(parameter("a.b", "count", "value: 2, afterGap: maybe"), "LAW-FLAG-BAD", 5);
    }

    @Test
    void read_versionsInAnyOrder_areSorted() {
        LawBase base = read(parameter(
                        "a.b",
                        "count",
                        "value: 3, validFrom: 2024-01-01",
                        "value: 1, validTo: 2009-12-31",
                        "value: 2, validFrom: 2010-01-01, validTo: 2023-12-31"))
                .get();
        assertThat(base.history("a.b"))
                .extracting(reference -> reference.value())
                .containsExactly("1", "2", "3");
        assertThat(base.at(LocalDate.of(1900, 1, 1)).count("a.b").value()).isEqualTo(1);
    }

    @Test
    void read_unknownConfidence_listsThem() {
        finds(GOOD.replace("CONFIRMED", "SURE"), "LAW-CONFIDENCE-UNKNOWN", 10);
    }

    @Test
    void read_wrongShapes_areRefused() {
        finds("- a\n- b\n", "LAW-SHAPE-MAPPING", 1);
        finds("just a text", "LAW-SHAPE-MAPPING", 1);
        finds("a.b: 5\n", "LAW-SHAPE-MAPPING", 1);
        finds("? [a, b]\n: 5\n", "LAW-KEY-NOTTEXT", 1);
        finds(GOOD.replaceAll("(?s)versions:.*", "versions: 5\n"), "LAW-SHAPE-LIST", 4);
        finds(GOOD.replaceAll("(?s)versions:.*", "versions: []\n"), "LAW-SHAPE-LIST", 4);
        finds(GOOD.replaceAll("(?s)versions:.*", "versions: [5]\n"), "LAW-SHAPE-MAPPING", 4);
        finds(GOOD.replace("source: somewhere", "source: [somewhere]"), "LAW-SHAPE-TEXT", 9);
        finds(GOOD.replace("{fr: Taux, en: Rate}", "Taux"), "LAW-SHAPE-MAPPING", 2);
    }

    @Test
    void read_holidays_areDaysOfTheYearInAKnownZone() {
        finds(parameter("holiday.corse.x", "day of the year", "value: 12-08"), "LAW-HOLIDAY-ZONE", 1);
        finds(parameter("holiday.x", "day of the year", "value: 12-08"), "LAW-HOLIDAY-ZONE", 1);
        finds(parameter("holiday.france.x", "date", "value: 2026-12-08"), "LAW-HOLIDAY-UNIT", 3);
    }

    @Test
    void read_brokenYaml_namesTheLine() {
        finds("a.b:\n  - x\n  y: z\n", "LAW-YAML-BROKEN", 3);
        finds("a.b: [1, 2\n", "LAW-YAML-BROKEN", 2);
        finds(GOOD + "---\n" + GOOD, "LAW-YAML-BROKEN", 12);
        finds("a.b: \u0007\n", "LAW-YAML-BROKEN", 0);
    }

    @Test
    void read_nothing_isAFinding() {
        finds("", "LAW-FILE-EMPTY", 0);
        finds("# nothing\n", "LAW-FILE-EMPTY", 0);
    }

    @Test
    void read_aliasesOfCollections_areRefused() {
        finds("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", "LAW-YAML-BROKEN", 0);
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(8) + "*a" + (i - 1)));
        }
        finds(bomb.toString(), "LAW-YAML-BROKEN", 0);
        finds("a: &a {b: *a}\n", "LAW-YAML-BROKEN", 0);
    }

    @Test
    void read_tagsOfClasses_makeNothing() {
        assertThat(findings("a.b: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://localhost/']]\n"))
                .extracting(Finding::code)
                .containsExactly("LAW-YAML-BROKEN");
    }

    @Test
    void read_deepStructures_areRefused() {
        String deep = "a.b: " + "[".repeat(5_000) + "]".repeat(5_000);
        assertThat(findings(deep)).extracting(Finding::code).containsExactly("LAW-YAML-BROKEN");
    }

    @Test
    void read_tooLarge_isRefused() {
        String huge = "# " + "x".repeat(2 * 1024 * 1024);
        finds(huge, "LAW-FILE-TOOLARGE", 0);
    }

    @Test
    void read_otherCharset_isRefused() {
        byte[] latin = "a.b: é\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(LawBase.read("mine.yaml", new ByteArrayInputStream(latin)).findings())
                .extracting(Finding::code)
                .containsExactly("LAW-FILE-CHARSET");
    }

    @Test
    void read_brokenStream_isRefused() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("line lost");
            }
        };
        assertThat(LawBase.read("mine.yaml", broken).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("LAW-FILE-UNREADABLE");
            assertThat(finding.message().in(Locale.ENGLISH)).contains("line lost");
        });
    }

    @Test
    void read_anyDamage_endsInRulesOrFindings() {
        SplittableRandom random = new SplittableRandom(20_260_615L);
        byte[] good = (GOOD + parameter("x.y", "table", "value: [{a: b}, {c: 'd'}]")).getBytes(StandardCharsets.UTF_8);
        String marks = ":-{}[]&*!|>'\"%@`#,?\n\t 0a\u0000\u00ff";
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = good.clone();
            for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) marks.charAt(random.nextInt(marks.length()));
            }
            Reading<LawBase> reading = LawBase.read("mine.yaml", new ByteArrayInputStream(bytes));
            assertThat(reading.isRead() || !reading.findings().isEmpty()).isTrue();
            reading.findings().forEach(finding -> assertThat(finding.message().in(Locale.FRENCH))
                    .isNotBlank());
        }
    }
}
