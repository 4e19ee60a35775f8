package org.subsidia.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;
import org.subsidia.time.Counting;
import org.subsidia.time.Roll;
import org.subsidia.time.Span;
import org.subsidia.time.YearDay;
import org.subsidia.time.Zone;

class LawBaseTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @TempDir
    Path folder;

    static LawBase user(String yaml) {
        return read(yaml).get();
    }

    static Reading<LawBase> read(String yaml) {
        return LawBase.read("mine.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
    }

    static String parameter(String id, String unit, String... versions) {
        StringBuilder text =
                new StringBuilder(id + ":\n  description: {fr: Essai, en: Trial}\n  unit: " + unit + "\n  versions:\n");
        for (String version : versions) {
            text.append("    - {")
                    .append(version)
                    .append(", legalReference: art. 1, source: test, confidence: PARTIAL}\n");
        }
        return text.toString();
    }

    @Test
    void standard_subsidyThresholds_asTheTextsSayToday() {
        Law law = LawBase.standard().at(TODAY);
        assertThat(law.money("subsidy.convention.threshold").value()).isEqualTo(Money.of(CurrencyUnit.EUR, 23_000));
        assertThat(law.money("subsidy.auditor.threshold").value()).isEqualTo(Money.of(CurrencyUnit.EUR, 153_000));
        assertThat(law.money("subsidy.accounts.certified.threshold").value())
                .isEqualTo(Money.of(CurrencyUnit.EUR, 75_000));
        assertThat(law.share("subsidy.accounts.certified.share").value()).isEqualTo(Fraction.of(1, 2));
        assertThat(law.period("subsidy.payment.delay").value()).isEqualTo(Span.days(60));
        assertThat(law.period("subsidy.report.delay").value()).isEqualTo(Span.months(6));
        assertThat(law.counting("counting.civil").value()).isEqualTo(new Counting(false, Roll.NEXT, Roll.PREVIOUS, 0));
    }

    @Test
    void standard_everyParameter_hasSourceReferenceAndBothLanguages() {
        LawBase base = LawBase.standard();
        assertThat(base.ids()).hasSizeGreaterThan(25);
        for (String id : base.ids()) {
            Parameter parameter = base.parameter(id).orElseThrow();
            assertThat(parameter.description().in(Locale.FRENCH)).isNotBlank();
            assertThat(parameter.description().in(Locale.ENGLISH)).isNotBlank();
            assertThat(parameter.history()).isNotEmpty().allSatisfy(reference -> {
                assertThat(reference.id()).isEqualTo(id);
                assertThat(reference.source()).isNotBlank();
                assertThat(reference.legalReference()).isNotBlank();
                assertThat(reference.value()).isNotBlank();
            });
        }
    }

    @Test
    void standard_listedFiles_areInAlphabeticalOrder() {
        assertThat(StandardFiles.names()).isNotEmpty().isSorted().doesNotHaveDuplicates();
    }

    @Test
    void unverified_standard_namesOnlyThoseWithoutSource() {
        assertThat(LawBase.standard().unverified())
                .isNotEmpty()
                .allMatch(reference -> reference.confidence() == Confidence.UNVERIFIED)
                .extracting(RuleReference::id)
                .contains("counting.european", "budget.state.bill-day")
                .doesNotContain("subsidy.payment.delay");
    }

    @Test
    void reference_ofARule_carriesVersionValueAndSource() {
        RuleReference reference =
                LawBase.standard().at(TODAY).period("subsidy.payment.delay").reference();
        assertThat(reference.id()).isEqualTo("subsidy.payment.delay");
        assertThat(reference.validFrom()).isEqualTo("2021-07-01");
        assertThat(reference.validTo()).isNull();
        assertThat(reference.value()).isEqualTo("60 days");
        assertThat(reference.legalReference()).contains("2000-321").contains("article 10");
        assertThat(reference.confidence()).isEqualTo(Confidence.CONFIRMED);
    }

    @Test
    void yearDay_financeBill_isTheFirstTuesdayOfOctober() {
        Rule<YearDay> day = LawBase.standard().at(TODAY).yearDay("budget.state.bill-day");
        assertThat(day.value().in(2025)).isEqualTo("2025-10-07");
        assertThat(day.value().in(2026)).isEqualTo("2026-10-06");
        assertThat(day.value().in(2027)).isEqualTo("2027-10-05");
    }

    @Test
    void money_versionChanges_eachDayHasItsOwn() {
        LawBase base = user(parameter(
                "a.b",
                "EUR",
                "value: 200000, validFrom: 2014-01-01, validTo: 2023-12-31",
                "value: 300000, validFrom: 2024-01-01"));
        assertThat(base.at(LocalDate.of(2023, 12, 31)).money("a.b").value()).isEqualTo(Money.parse("EUR 200000"));
        assertThat(base.at(LocalDate.of(2024, 1, 1)).money("a.b").value()).isEqualTo(Money.parse("EUR 300000"));
        assertThat(base.history("a.b")).extracting(RuleReference::value).containsExactly("200000 EUR", "300000 EUR");
    }

    @Test
    void money_noVersionOnTheDay_saysWhichDaysAreKnown() {
        LawBase base = user(parameter("a.b", "EUR", "value: 1, validFrom: 2014-01-01, validTo: 2023-12-31"));
        Law law = base.at(LocalDate.of(2024, 1, 1));
        assertThatThrownBy(() -> law.money("a.b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a.b")
                .hasMessageContaining("1 Jan 2024")
                .hasMessageContaining("2014-01-01/2023-12-31");
        assertThat(law.find(Kind.MONEY, "a.b")).isEmpty();
        assertThat(law.whyMissing("a.b").in(Locale.FRENCH))
                .contains("01/01/2024")
                .contains("2014-01-01/2023-12-31");
    }

    @Test
    void money_unknownRule_saysSo() {
        Law law = LawBase.standard().at(TODAY);
        assertThatThrownBy(() -> law.money("no.such"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no.such");
        assertThat(law.find(Kind.MONEY, "no.such")).isEmpty();
        assertThatThrownBy(() -> LawBase.standard().history("no.such")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void share_ruleOfAnotherKind_namesTheRightMethod() {
        Law law = LawBase.standard().at(TODAY);
        assertThatThrownBy(() -> law.share("subsidy.payment.delay"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("period()")
                .hasMessageContaining("days");
    }

    @Test
    void with_usersValueForAYear_holdsThatYearOnly() {
        String mine = parameter(
                "subsidy.convention.threshold", "EUR", "value: 25000, validFrom: 2027-01-01, validTo: 2027-12-31");
        LawBase base = LawBase.standard().with(user(mine)).get();
        String id = "subsidy.convention.threshold";
        assertThat(base.at(LocalDate.of(2026, 12, 31)).money(id).value()).isEqualTo(Money.parse("EUR 23000"));
        assertThat(base.at(LocalDate.of(2027, 6, 1)).money(id).value()).isEqualTo(Money.parse("EUR 25000"));
        assertThat(base.at(LocalDate.of(2028, 1, 1)).money(id).value()).isEqualTo(Money.parse("EUR 23000"));
        assertThat(base.history(id)).hasSize(3);
        assertThat(base.parameter(id).orElseThrow().description())
                .isEqualTo(LawBase.standard().parameter(id).orElseThrow().description());
    }

    @Test
    void with_usersValue_saysThatItIsTheUsers() {
        LawBase base = LawBase.standard()
                .with(user(parameter("my.own", "text", "value: oui")))
                .get();
        Rule<String> rule = base.at(TODAY).text("my.own");
        assertThat(rule.origin()).hasValueSatisfying(place -> assertThat(place).hasToString("mine.yaml:5"));
        assertThat(rule.reference().source()).isEqualTo("test [mine.yaml:5]");
        assertThat(LawBase.standard()
                        .at(TODAY)
                        .money("subsidy.convention.threshold")
                        .origin())
                .isEmpty();
    }

    @Test
    void with_usersRuleWithoutDates_replacesAllVersions() {
        String id = "holiday.saint-martin.abolition";
        LawBase base = LawBase.standard()
                .with(user(parameter(id, "day of the year", "value: 01-02")))
                .get();
        assertThat(base.history(id)).hasSize(1);
    }

    @Test
    void with_otherUnit_isRefused() {
        Reading<LawBase> reading =
                LawBase.standard().with(user(parameter("subsidy.payment.delay", "months", "value: 2")));
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("LAW-UNIT-CHANGED");
            assertThat(finding.place().line()).isEqualTo(5);
            assertThat(finding.message().in(Locale.ENGLISH)).contains("months").contains("days");
        });
    }

    @Test
    void with_file_laysItOver() throws Exception {
        Path file = folder.resolve("règles.yaml");
        Files.writeString(file, parameter("my.own", "count", "value: 7"));
        Reading<LawBase> reading = LawBase.standard().with(file);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.get().at(TODAY).count("my.own").value()).isEqualTo(7);
        assertThat(reading.get().ids()).contains("my.own", "subsidy.payment.delay");
    }

    @Test
    void with_brokenFile_givesItsFindingsOnce() throws Exception {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, parameter("my.own", "furlongs", "value: 7"));
        Reading<LawBase> reading = LawBase.standard().with(file);
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).extracting(f -> f.code()).containsExactly("LAW-UNIT-UNKNOWN");
    }

    @Test
    void read_missingFile_isAFinding() {
        Reading<LawBase> reading = LawBase.read(folder.resolve("none.yaml"));
        assertThat(reading.findings()).extracting(f -> f.code()).containsExactly("LAW-FILE-UNREADABLE");
    }

    @Test
    void calendar_usersHoliday_isADayOff() {
        LawBase base = LawBase.standard()
                .with(user(parameter("holiday.mayotte.own", "day of the year", "value: 02-03, validFrom: 2026-01-01")))
                .get();
        assertThat(base.calendar(Zone.MAYOTTE).isHoliday(LocalDate.of(2026, 2, 3)))
                .isTrue();
        assertThat(base.calendar(Zone.MAYOTTE).isHoliday(LocalDate.of(2025, 2, 3)))
                .isFalse();
        assertThat(base.calendar(Zone.METROPOLE).isHoliday(LocalDate.of(2026, 2, 3)))
                .isFalse();
        assertThat(LawBase.standard().calendar(Zone.MAYOTTE).isHoliday(LocalDate.of(2026, 2, 3)))
                .isFalse();
    }

    @Test
    void at_law_knowsItsDayAndBase() {
        Law law = LawBase.standard().at(TODAY);
        assertThat(law.date()).isEqualTo(TODAY);
        assertThat(law.base()).isSameAs(LawBase.standard());
        assertThat(law).hasToString("law of 2026-06-15");
        assertThat(LawBase.standard()).asString().startsWith("law base of");
        assertThat(LawBase.standard().parameter("subsidy.payment.delay"))
                .get()
                .asString()
                .isEqualTo("subsidy.payment.delay (days) 2021-07-01/..");
        assertThat(List.of(Unit.DAYS.text(), Kind.PERIOD.toString())).containsExactly("days", "period");
    }
}
