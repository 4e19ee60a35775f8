package org.subsidia.stateaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.subsidia.stateaid.AidCase.S;
import static org.subsidia.stateaid.AidCase.day;
import static org.subsidia.stateaid.AidCase.eur;
import static org.subsidia.stateaid.AidCase.grant;
import static org.subsidia.stateaid.AidCase.regime;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.ExplanationText;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GroupMembership;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Succession;

class DeMinimisTest {
    private static final LocalDate ASKED = day("2026-06-15");
    private static final StructureId OTHER = new StructureId("other");

    private static AidCase question() {
        return new AidCase().aid("2023-07-01", "100000").aid("2024-05-10", "120000");
    }

    private static String left(DeMinimis aid, DeMinimisRule rule, String day) {
        Headroom headroom = aid.headroom(rule, day(day));
        assertThat(headroom.prudent().check()).isEmpty();
        assertThat(headroom.most().check()).isEmpty();
        return headroom.amount().map(money -> money.getAmount().toPlainString()).orElse("unknown");
    }

    private static String left(AidCase aid, String day) {
        return left(aid.deMinimis(), DeMinimisRule.GENERAL, day);
    }

    @Test
    void ask_theFinanceOfficersQuestion_isRefusedUntilTheFirstAidFallsOut() {
        DeMinimisVerdict verdict = question().deMinimis().ask(DeMinimisRule.GENERAL, ASKED, eur("90000"));
        assertThat(verdict.answer()).isEqualTo(AidAnswer.NO);
        assertThat(verdict.headroom().amount()).contains(eur("80000"));
        assertThat(verdict.possible()).contains(eur("80000"));
        assertThat(verdict.from()).isEqualTo(day("2026-07-02"));
        assertThat(verdict.later().amount()).contains(eur("180000"));
        assertThat(verdict.explanation().check()).isEmpty();
        String text = ExplanationText.indented(verdict.explanation(), Locale.FRENCH);
        assertThat(text).contains("2023/2831", "g1", "g2", "deminimis.window.both-ends", "15/06/2023");
        assertThat(verdict.explanation().doubtfulRules()).anyMatch(rule -> rule.confidence() == Confidence.UNVERIFIED);
        assertThat(verdict.conclusion().in(Locale.FRENCH)).startsWith("Non");
        assertThat(verdict.whole().orElseThrow().in(Locale.FRENCH)).contains("02/07/2026");
    }

    @Test
    void headroom_byTheDay_countsBothEndsOfThePeriod() {
        assertThat(left(question(), "2026-07-01")).isEqualTo("80000.00");
        assertThat(left(question(), "2026-07-02")).isEqualTo("180000.00");
        assertThat(left(question(), "2024-05-09")).isEqualTo("200000.00");
        assertThat(left(question(), "2024-05-10")).isEqualTo("80000.00");
    }

    @Test
    void headroom_29February_goesBackToThe28th() {
        AidCase on28 = new AidCase().aid("2021-02-28", "1000");
        assertThat(left(on28, "2024-02-29")).isEqualTo("299000.00");
        assertThat(left(on28, "2024-03-01")).isEqualTo("300000.00");
        AidCase leap = new AidCase().aid("2024-02-29", "1000");
        assertThat(left(leap, "2027-02-28")).isEqualTo("299000.00");
        assertThat(left(leap, "2027-03-01")).isEqualTo("300000.00");
        assertThat(leap.deMinimis()
                        .ask(DeMinimisRule.GENERAL, day("2026-12-01"), eur("300000"))
                        .from())
                .isEqualTo(day("2027-03-01"));
    }

    @Test
    void headroom_before2024_countsAccountingYears() {
        AidCase calendar = new AidCase().aid("2021-01-01", "50000").aid("2020-12-31", "70000");
        assertThat(left(calendar, "2023-12-31")).isEqualTo("150000.00");
        assertThat(left(calendar, "2022-12-31")).isEqualTo("80000.00");
        AidCase august = new AidCase()
                .structure(s -> s.fiscalYearEnd(MonthDay.of(8, 31)))
                .aid("2020-09-01", "50000")
                .aid("2020-08-31", "70000");
        assertThat(left(august, "2023-08-31")).isEqualTo("150000.00");
        assertThat(left(august, "2023-09-01")).isEqualTo("200000.00");
    }

    @Test
    void headroom_accountingYearUnknown_isBetweenTwoFigures() {
        AidCase open = new AidCase().structure(s -> s.fiscalYearEnd(null)).aid("2021-02-01", "50000");
        Headroom headroom = open.deMinimis().headroom(DeMinimisRule.GENERAL, day("2023-06-01"));
        assertThat(headroom.amount()).isEmpty();
        assertThat(headroom.holds(eur("150000"))).isEqualTo(AidAnswer.YES);
        assertThat(headroom.holds(eur("150000.01"))).isEqualTo(AidAnswer.UNKNOWN);
        assertThat(headroom.holds(eur("200000.01"))).isEqualTo(AidAnswer.NO);
        assertThat(headroom.missing().toString()).contains("accounting year");
        assertThat(left(open, "2022-06-01")).isEqualTo("150000.00");
    }

    @Test
    void headroom_roadFreight_hadItsOwnCeilingUntil2023() {
        DeMinimis freight = new AidCase().deMinimis().withRoadFreight();
        assertThat(left(freight, DeMinimisRule.GENERAL, "2023-12-31")).isEqualTo("100000.00");
        assertThat(left(freight, DeMinimisRule.GENERAL, "2024-01-01")).isEqualTo("300000.00");
    }

    @Test
    void headroom_otherRegulations_haveTheirOwnCeilings() {
        DeMinimis none = new AidCase().deMinimis();
        assertThat(left(none, DeMinimisRule.SGEI, "2023-12-31")).isEqualTo("500000.00");
        assertThat(left(none, DeMinimisRule.SGEI, "2026-01-01")).isEqualTo("750000.00");
        assertThat(left(none, DeMinimisRule.AGRICULTURE, "2019-03-13")).isEqualTo("15000.00");
        assertThat(left(none, DeMinimisRule.AGRICULTURE, "2020-01-01")).isEqualTo("20000.00");
        assertThat(left(none, DeMinimisRule.AGRICULTURE, "2026-01-01")).isEqualTo("50000.00");
        assertThat(left(none, DeMinimisRule.FISHERIES, "2026-06-15")).isEqualTo("30000.00");
    }

    @Test
    void headroom_fisheries_risesOnceTheRegisterCoversTheWholePeriod() {
        DeMinimis none = new AidCase().deMinimis();
        assertThat(left(none, DeMinimisRule.FISHERIES, "2027-12-31")).isEqualTo("30000.00");
        assertThat(left(none, DeMinimisRule.FISHERIES, "2028-01-01")).isEqualTo("40000.00");
        assertThat(none.ask(DeMinimisRule.FISHERIES, ASKED, eur("35000")).from())
                .isEqualTo(day("2028-01-01"));
    }

    @Test
    void headroom_agricultureRollsSinceTheEndOf2024() {
        AidCase aid = new AidCase().aid(RegimeKind.DE_MINIMIS_AGRICULTURE, "2022-03-01", "12000");
        assertThat(left(aid.deMinimis(), DeMinimisRule.AGRICULTURE, "2024-12-15"))
                .isEqualTo("8000.00");
        assertThat(left(aid.deMinimis(), DeMinimisRule.AGRICULTURE, "2025-03-01"))
                .isEqualTo("38000.00");
        assertThat(left(aid.deMinimis(), DeMinimisRule.AGRICULTURE, "2025-03-02"))
                .isEqualTo("50000.00");
    }

    @Test
    void headroom_cumulation_boundsEachByTheOthers() {
        AidCase aid =
                new AidCase().aid("2025-01-10", "280000").aid(RegimeKind.DE_MINIMIS_AGRICULTURE, "2025-02-10", "10000");
        assertThat(left(aid.deMinimis(), DeMinimisRule.GENERAL, "2026-06-15")).isEqualTo("10000.00");
        assertThat(left(aid.deMinimis(), DeMinimisRule.AGRICULTURE, "2026-06-15"))
                .isEqualTo("10000.00");
        assertThat(left(aid.deMinimis(), DeMinimisRule.SGEI, "2026-06-15")).isEqualTo("460000.00");
        aid.aid(RegimeKind.DE_MINIMIS_SGEI, "2025-06-01", "455000");
        assertThat(left(aid.deMinimis(), DeMinimisRule.GENERAL, "2026-06-15")).isEqualTo("5000.00");
    }

    @Test
    void headroom_equivalentOfTheRegime_countsInsteadOfTheAward() {
        AidCase loan = new AidCase()
                .add(grant("loan", S, "2025-01-10", "500000")
                        .regimes(List.of(new Regime(RegimeKind.DE_MINIMIS, null, null, eur("12000"))))
                        .build());
        assertThat(left(loan, "2026-06-15")).isEqualTo("288000.00");
    }

    @Test
    void headroom_missingRegime_leavesOnlyWhatIsSure() {
        AidCase open = question().unknownRegime("2025-03-01", "50000");
        Headroom headroom = open.deMinimis().headroom(DeMinimisRule.GENERAL, ASKED);
        assertThat(headroom.holds(eur("30000"))).isEqualTo(AidAnswer.YES);
        assertThat(headroom.holds(eur("60000"))).isEqualTo(AidAnswer.UNKNOWN);
        assertThat(headroom.holds(eur("90000"))).isEqualTo(AidAnswer.NO);
        assertThat(headroom.missing()).extracting(MissingFact::record).containsExactly("g3");
        DeMinimisVerdict verdict = open.deMinimis().ask(DeMinimisRule.GENERAL, ASKED, eur("160000"));
        assertThat(verdict.earliest()).isEqualTo(day("2026-07-02"));
        assertThat(verdict.from()).isEqualTo(day("2027-05-11"));
    }

    @Test
    void headroom_oldOrExcludedMoney_doesNotMatter() {
        AidCase aid = question()
                .unknownRegime("2020-03-01", "50000")
                .aid(RegimeKind.NO_AID, "2025-03-01", "50000")
                .aid(RegimeKind.GBER, "2025-03-01", "50000");
        assertThat(left(aid, "2026-06-15")).isEqualTo("80000.00");
    }

    @Test
    void headroom_dayUnknown_mayCount() {
        AidCase aid = new AidCase()
                .add(grant("g", S, "2025-01-01", "100000")
                        .dates(GrantDates.NONE)
                        .regimes(List.of(regime(RegimeKind.DE_MINIMIS)))
                        .build());
        Headroom headroom = aid.deMinimis().headroom(DeMinimisRule.GENERAL, ASKED);
        assertThat(headroom.holds(eur("200000"))).isEqualTo(AidAnswer.YES);
        assertThat(headroom.holds(eur("250000"))).isEqualTo(AidAnswer.UNKNOWN);
    }

    @Test
    void headroom_noLawOfTheDay_isUnknownWithTheReason() {
        Headroom headroom = question().deMinimis().headroom(DeMinimisRule.GENERAL, day("2031-01-01"));
        assertThat(headroom.amount()).isEmpty();
        assertThat(headroom.holds(eur("1"))).isEqualTo(AidAnswer.UNKNOWN);
        assertThat(headroom.missing()).isNotEmpty();
        assertThat(question()
                        .deMinimis()
                        .ask(DeMinimisRule.GENERAL, day("2031-01-01"), eur("1"))
                        .conclusion()
                        .in(Locale.FRENCH))
                .startsWith("À compléter");
    }

    @Test
    void group_membersOfTheDay_countWithAllTheyEverReceived() {
        Structure other = Structure.builder(OTHER, "Filiale")
                .addGroup(new GroupMembership("G", DateWindow.from(day("2025-01-01"))))
                .build();
        AidCase aid = question()
                .structure(
                        s -> s.addGroup(new GroupMembership("G", DateWindow.of(day("2020-01-01"), day("2026-06-30")))))
                .add(other)
                .add(grant("o", OTHER, "2024-06-01", "30000")
                        .regimes(List.of(regime(RegimeKind.DE_MINIMIS)))
                        .build());
        assertThat(left(aid, "2024-12-31")).isEqualTo("80000.00");
        assertThat(left(aid, "2025-01-01")).isEqualTo("50000.00");
        assertThat(left(aid, "2026-07-01")).isEqualTo("80000.00");
        assertThat(aid.deMinimis().members(day("2025-06-01"))).hasSize(2);
        assertThat(aid.deMinimis()
                        .ask(DeMinimisRule.GENERAL, ASKED, eur("80000"))
                        .from())
                .isEqualTo(day("2026-07-01"));
    }

    @Test
    void merger_addsTheHistory_andDivisionSharesIt() {
        AidCase merged = question()
                .add(Structure.builder(OTHER, "Absorbée").build())
                .add(grant("o", OTHER, "2024-06-01", "30000")
                        .regimes(List.of(regime(RegimeKind.DE_MINIMIS)))
                        .build())
                .structure(s -> s.addSuccession(Succession.merger(OTHER, day("2025-01-01"))));
        assertThat(left(merged, "2024-12-31")).isEqualTo("80000.00");
        assertThat(left(merged, "2025-01-01")).isEqualTo("50000.00");

        AidCase divided = question()
                .add(Structure.builder(OTHER, "Issue de la scission")
                        .addSuccession(Succession.division(S, day("2025-01-01"), Fraction.of(1, 3)))
                        .build());
        assertThat(left(divided, "2024-12-31")).isEqualTo("80000.00");
        assertThat(left(divided, "2025-01-01")).isEqualTo("153333.33");
        DeMinimis heir = DeMinimis.of(
                divided.portfolio(), divided.portfolio().structure(OTHER).orElseThrow(), LawBase.standard());
        assertThat(left(heir, DeMinimisRule.GENERAL, "2025-01-01")).isEqualTo("226666.67");
    }

    @Test
    void division_aidOfTheActivityThatLeft_goesWholly() {
        AidCase divided = question()
                .add(Structure.builder(OTHER, "Issue de la scission")
                        .addSuccession(
                                new Succession(S, day("2025-01-01"), Fraction.of(1, 3), List.of(new GrantId("g2"))))
                        .build());
        // g2 leaves wholly, a third of g1 with it
        assertThat(left(divided, "2025-01-01")).isEqualTo("233333.33");
    }

    @Test
    void timeline_isAStepFunctionWithoutGaps() {
        List<HeadroomStep> steps =
                question().deMinimis().timeline(DeMinimisRule.GENERAL, day("2026-01-01"), day("2027-12-31"));
        assertThat(steps)
                .extracting(HeadroomStep::first)
                .containsExactly(day("2026-01-01"), day("2026-07-02"), day("2027-05-11"));
        assertThat(steps)
                .extracting(step -> step.headroom().amount().orElseThrow())
                .containsExactly(eur("80000"), eur("180000"), eur("300000"));
        assertThat(steps.get(2).last()).isEqualTo(day("2027-12-31"));
        assertThat(steps.get(0).passages()).isEmpty();
        assertThat(steps.get(0).aids()).hasSize(2);
        for (int s = 1; s < steps.size(); s++) {
            Money before = steps.get(s - 1).headroom().amount().orElseThrow();
            Money after = steps.get(s).headroom().amount().orElseThrow();
            assertThat(steps.get(s).passages()).singleElement().satisfies(passage -> {
                assertThat(passage.enters()).isFalse();
                assertThat(Amounts.of(passage.aid())).contains(after.minus(before));
            });
        }
        assertThat(steps.get(2).aids()).isEmpty();
    }

    @Test
    void timeline_fromBeforeTheAwards_namesTheirEntryAndTheirExit() {
        List<HeadroomStep> steps =
                question().deMinimis().timeline(DeMinimisRule.GENERAL, day("2022-01-01"), day("2027-12-31"));
        List<Boolean> entries = steps.stream()
                .flatMap(step -> step.passages().stream())
                .map(AidPassage::enters)
                .toList();
        assertThat(entries).containsExactly(true, true, false, false);
    }

    @Test
    void ask_amountAboveTheCeiling_neverFits() {
        DeMinimisVerdict verdict = question().deMinimis().ask(DeMinimisRule.GENERAL, ASKED, eur("300000.01"));
        assertThat(verdict.answer()).isEqualTo(AidAnswer.NO);
        assertThat(verdict.from()).isNull();
        assertThat(verdict.conclusion().in(Locale.ENGLISH)).contains("no day is in sight");
    }

    @Test
    void ask_senselessAmounts_areRefused() {
        DeMinimis aid = question().deMinimis();
        assertThatThrownBy(() -> aid.ask(DeMinimisRule.GENERAL, ASKED, eur("-1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> aid.ask(DeMinimisRule.GENERAL, ASKED, Money.parse("USD 1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void without_theGrantItself_isNotCountedAgainstIt() {
        DeMinimis others = question().deMinimis().without(new GrantId("g2"));
        assertThat(left(others, DeMinimisRule.GENERAL, "2024-05-10")).isEqualTo("200000.00");
    }
}
