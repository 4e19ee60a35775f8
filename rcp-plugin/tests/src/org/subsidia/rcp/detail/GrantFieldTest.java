package org.subsidia.rcp.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AgreedDeadline;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.AwardCondition;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.CostOption;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantEvent;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.ReportKind;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Trigger;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.rcp.Texts;

class GrantFieldTest {
    private static final Locale FRENCH = Locale.FRENCH;
    private static final Structure WOOD =
            Structure.builder(new StructureId("wood"), "Bois").build();
    private static final Funder REGION =
            Funder.builder(new FunderId("r"), FunderLevel.REGION, "Région").build();
    private static final Grant GRANT = Grant.builder(new GrantId("g"), WOOD.id())
            .purpose("Salon")
            .payer(REGION.id())
            .addAmount(new StagedAmount(AmountStage.AWARDED, euros("1000.00"), null, null))
            .dates(GrantDates.builder()
                    .start(LocalDate.of(2026, 1, 1))
                    .end(LocalDate.of(2026, 12, 31))
                    .build())
            .claims(List.of(new Claim("1", ClaimKind.ADVANCE, null, euros("300.00"), null, null, List.of(), null)))
            .receipts(List.of(new Receipt("1", LocalDate.of(2026, 3, 1), euros("300.00"), "1", null)))
            .build();

    private final Portfolio portfolio = Portfolio.of(List.of(WOOD, REGION, GRANT));

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    @Test
    void changed_withWhatStandsThere_changesNothing() {
        for (GrantField field : GrantField.values()) {
            String text = field.text(GRANT, portfolio, FRENCH);
            assertThat(field.refusal(GRANT, portfolio, text, FRENCH))
                    .as(field.name())
                    .isEmpty();
            assertThat(field.changed(GRANT, portfolio, text, FRENCH))
                    .as(field.name())
                    .isEqualTo(GRANT);
        }
    }

    @Test
    void changed_withAnotherText_isReadBackFromTheGrant() {
        for (GrantField field : GrantField.values()) {
            String text =
                    switch (field.kind()) {
                        case TEXT -> "Autre";
                        case SHARE -> "42,5\u00a0%";
                        case AMOUNT -> "2\u202f500,00\u00a0€";
                        case DAY -> field == GrantField.START ? "01/02/2025" : "30/06/2027";
                        case YEAR -> "2026";
                        case CHOICE ->
                            field.choices(portfolio, FRENCH)
                                    .get(field.choices(portfolio, FRENCH).size() - 1);
                        default -> throw new IllegalStateException(field.name());
                    };
            assertThat(field.refusal(GRANT, portfolio, text, FRENCH))
                    .as(field.name())
                    .isEmpty();
            Grant next = field.changed(GRANT, portfolio, text, FRENCH);
            assertThat(field.text(next, portfolio, FRENCH)).as(field.name()).isEqualTo(text);
        }
    }

    @Test
    void refusal_ofWrongTexts_saysWhy() {
        assertThat(GrantField.PURPOSE.refusal(GRANT, portfolio, " ", FRENCH)).isPresent();
        assertThat(GrantField.AWARDED.refusal(GRANT, portfolio, "", FRENCH)).isPresent();
        assertThat(GrantField.AWARDED.refusal(GRANT, portfolio, "-1", FRENCH)).isPresent();
        assertThat(GrantField.MAXIMUM.refusal(GRANT, portfolio, "", FRENCH)).isEmpty();
        assertThat(GrantField.END.refusal(GRANT, portfolio, "31/12/2025", FRENCH))
                .isPresent();
        assertThat(GrantField.REPORT.refusal(GRANT, portfolio, "bientôt", FRENCH))
                .isPresent();
        assertThat(GrantField.PAYER.refusal(GRANT, portfolio, "Personne", FRENCH))
                .isPresent();
    }

    @Test
    void accounting_isTypedFieldByField() {
        Grant machine = GrantField.DEPRECIATION_FIRST.changed(GRANT, portfolio, "01/07/2025", FRENCH);
        assertThat(GrantField.DEPRECIATION_LAST.refusal(machine, portfolio, "30/06/2025", FRENCH))
                .isPresent();
        Grant planned = GrantField.DEPRECIATION_LAST.changed(machine, portfolio, "30/06/2030", FRENCH);
        assertThat(planned.depreciation())
                .isEqualTo(DateWindow.of(LocalDate.of(2025, 7, 1), LocalDate.of(2030, 6, 30)));
        Grant bound = GrantField.CONDITION_TEXT.changed(GRANT, portfolio, "bouclage du financement", FRENCH);
        assertThat(bound.condition().kind()).isEqualTo(AwardCondition.Kind.SUSPENSIVE);
        Grant met = GrantField.CONDITION_FULFILLED.changed(bound, portfolio, "02/02/2026", FRENCH);
        assertThat(met.condition().fulfilled()).isEqualTo(LocalDate.of(2026, 2, 2));
        assertThat(GrantField.CONDITION.changed(met, portfolio, "", FRENCH)).isEqualTo(GRANT);
        assertThat(GrantField.DEDICATED
                        .changed(GRANT, portfolio, Texts.eligibilityNo, FRENCH)
                        .dedicated())
                .isFalse();
    }

    @Test
    void eligibilityAndPayment_areStretchesOfDaysWhoseEndsMayBeOpen() {
        Grant open = GrantField.ELIGIBLE_FIRST.changed(GRANT, portfolio, "01/07/2025", FRENCH);
        assertThat(open.eligibility()).isEqualTo(DateWindow.from(LocalDate.of(2025, 7, 1)));
        assertThat(GrantField.ELIGIBLE_LAST.refusal(open, portfolio, "30/06/2025", FRENCH))
                .contains(Texts.cellDayOrder);
        Grant closed = GrantField.ELIGIBLE_LAST.changed(open, portfolio, "30/06/2027", FRENCH);
        assertThat(closed.eligibility()).isEqualTo(DateWindow.of(LocalDate.of(2025, 7, 1), LocalDate.of(2027, 6, 30)));
        assertThat(GrantField.ELIGIBLE_FIRST.refusal(closed, portfolio, "01/07/2027", FRENCH))
                .isPresent();
        Grant none = GrantField.ELIGIBLE_LAST.changed(open, portfolio, "", FRENCH);
        assertThat(GrantField.ELIGIBLE_FIRST.changed(none, portfolio, "", FRENCH))
                .isEqualTo(GRANT);
        assertThat(GrantField.PAYMENT_LAST
                        .changed(GRANT, portfolio, "31/03/2027", FRENCH)
                        .paymentWindow())
                .isEqualTo(new DateWindow(null, LocalDate.of(2027, 3, 31)));
    }

    @Test
    void rateAndSettlement_areReadAsPeopleWriteThem() {
        Grant half = GrantField.RATE.changed(GRANT, portfolio, "42,5 %", FRENCH);
        assertThat(half.rate()).isEqualTo(Fraction.of(17, 40));
        assertThat(GrantField.RATE.text(half, portfolio, Locale.ENGLISH)).isEqualTo("42.5%");
        assertThat(GrantField.RATE.text(GrantField.RATE.changed(GRANT, portfolio, "1/3", FRENCH), portfolio, FRENCH))
                .isEqualTo("1/3");
        assertThat(GrantField.RATE.refusal(GRANT, portfolio, "120 %", FRENCH)).isPresent();
        List<String> modes = GrantField.SETTLEMENT.choices(portfolio, FRENCH);
        assertThat(modes).hasSize(4).startsWith("");
        assertThat(GrantField.SETTLEMENT
                        .changed(GRANT, portfolio, modes.get(2), FRENCH)
                        .settlement())
                .isEqualTo(Settlement.PRO_RATA);
    }

    @Test
    void tips_nameTheLaw() {
        assertThat(GrantField.ELIGIBLE_FIRST.tip())
                .contains("règlement (UE) 1303/2013, article 65", "règlement (UE) 2021/1060, article 63");
        assertThat(GrantField.RATE.tip()).contains("article 112", "décret 2018-514");
        assertThat(GrantField.WORKS_START.tip()).contains("règlement (UE) 651/2014, article 6");
        assertThat(GrantField.PAYMENT_TERMS.tip()).contains("loi 2000-321");
        assertThat(GrantList.COST_OPTIONS.tip())
                .contains("règlement (UE) 2021/1060, articles 53 à 56", "règlement (UE) 2021/1059, article 41");
    }

    @Test
    void costOptions_standOnceAndRealCostsStandAlone() {
        List<String> options = GrantList.COST_OPTIONS.entries().get(0).choices();
        Grant flat = GrantList.COST_OPTIONS.with(GRANT, -1, options.subList(2, 3), FRENCH);
        assertThat(flat.costOptions()).containsExactly(CostOption.F15);
        assertThat(GrantList.COST_OPTIONS.refusal(flat, -1, options.subList(2, 3), portfolio, FRENCH))
                .contains(Texts.costOptionTwice);
        assertThat(GrantList.COST_OPTIONS.refusal(flat, 0, options.subList(2, 3), portfolio, FRENCH))
                .isEmpty();
        assertThat(GrantList.COST_OPTIONS.refusal(flat, -1, options.subList(0, 1), portfolio, FRENCH))
                .contains(Texts.costOptionReal);
        assertThat(GrantList.COST_OPTIONS.refusal(flat, 0, options.subList(0, 1), portfolio, FRENCH))
                .isEmpty();
        assertThat(GrantList.COST_OPTIONS.without(flat, 0)).isEqualTo(GRANT);
    }

    @Test
    void deadlines_standInTheOrderOfTheirDays() {
        Grant later = GrantList.DEADLINES.with(GRANT, -1, List.of("Comité de suivi", "15/09/2026", ""), FRENCH);
        Grant both =
                GrantList.DEADLINES.with(later, -1, List.of("Plan de financement", "1/2/2026", "20/1/2026"), FRENCH);
        assertThat(both.deadlines())
                .containsExactly(
                        new AgreedDeadline("Plan de financement", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 20)),
                        new AgreedDeadline("Comité de suivi", LocalDate.of(2026, 9, 15), null));
        assertThat(GrantList.DEADLINES.lines(both).get(1)).containsExactly("Comité de suivi", "15/09/2026", "");
        assertThat(GrantList.DEADLINES.without(both, 0)).isEqualTo(later);
    }

    @Test
    void lists_addChangeAndRemoveLines() {
        Grant step = GrantList.SCHEDULE.with(
                GRANT,
                -1,
                List.of(
                        "Avance",
                        GrantList.SCHEDULE.entries().get(1).choices().get(0),
                        "01/03/2026",
                        "300",
                        "",
                        "",
                        "",
                        ""),
                FRENCH);
        assertThat(GrantList.SCHEDULE.lines(step)).hasSize(1).first().asList().contains("Avance", "01/03/2026");
        assertThat(GrantList.SCHEDULE.with(
                        step, 0, GrantList.SCHEDULE.lines(step).get(0), FRENCH))
                .isEqualTo(step);

        Grant receipt = GrantList.RECEIPTS.with(GRANT, -1, List.of("02/04/2026", "-50,00", "VIR 12", "", ""), FRENCH);
        assertThat(receipt.received()).contains(euros("250.00"));
        assertThat(receipt.receipts()).extracting(Receipt::id).containsExactly("1", "2");
        assertThat(GrantList.RECEIPTS.without(receipt, 1)).isEqualTo(GRANT);

        Grant without = GrantList.CLAIMS.without(GRANT, 0);
        assertThat(without.claims()).isEmpty();
        assertThat(without.receipts().get(0).claim()).isNull();

        String spent = YearLineKind.SPENT.label().in(Texts.locale());
        Grant year = GrantList.YEARS.with(GRANT, -1, List.of("2025", spent, "250"), FRENCH);
        assertThat(year.yearLines()).containsExactly(new YearLine(YearLineKind.SPENT, 2025, euros("250.00")));
        assertThat(GrantList.YEARS.with(year, 0, GrantList.YEARS.lines(year).get(0), FRENCH))
                .isEqualTo(year);
        assertThat(GrantList.YEARS.without(year, 0)).isEqualTo(GRANT);
        assertThat(FieldKind.YEAR.refusal("25", true, List.of(), CurrencyUnit.EUR, FRENCH))
                .isPresent();

        Grant document = GrantList.EVIDENCE.with(GRANT, -1, List.of("convention.pdf", "", ""), FRENCH);
        assertThat(GrantList.EVIDENCE.lines(document)).containsExactly(List.of("convention.pdf", "", ""));

        String deMinimis = GrantList.REGIMES.entries().get(0).choices().get(1);
        Grant aid = GrantList.REGIMES.with(GRANT, -1, List.of(deMinimis, "SA.100189", "", "1 000"), FRENCH);
        assertThat(aid.regimes())
                .containsExactly(new Regime(RegimeKind.DE_MINIMIS, "SA.100189", null, euros("1000.00")));
        assertThat(GrantList.REGIMES.with(aid, 0, GrantList.REGIMES.lines(aid).get(0), FRENCH))
                .isEqualTo(aid);
        assertThat(GrantList.REGIMES.without(aid, 0)).isEqualTo(GRANT);
    }

    @Test
    void amounts_areAllInTheListAndAnAmendmentHidesNone() {
        List<String> stages = GrantList.AMOUNTS.entries().get(0).choices();
        assertThat(stages).hasSize(AmountStage.values().length);
        List<String> amendment = List.of(stages.get(1), "800", "01/06/2026", "avenant");
        Grant amended = GrantList.AMOUNTS.with(GRANT, -1, amendment, FRENCH);
        assertThat(GrantList.AMOUNTS.lines(amended))
                .hasSize(2)
                .last()
                .isEqualTo(List.of(stages.get(1), "800,00\u00a0€", "01/06/2026", "avenant"));
        assertThat(amended.amount(AmountStage.AWARDED)).contains(euros("800.00"));
        assertThat(amended.amountOn(AmountStage.AWARDED, LocalDate.of(2026, 5, 31)))
                .contains(euros("1000.00"));
        assertThat(GrantField.AWARDED.remark(GRANT)).isEmpty();
        assertThat(GrantField.AWARDED.remark(amended)).contains("01/06/2026", "avenant");
        Grant corrected = GrantField.AWARDED.changed(amended, portfolio, "850", FRENCH);
        assertThat(corrected.amounts())
                .containsExactly(
                        GRANT.amounts().get(0),
                        new StagedAmount(AmountStage.AWARDED, euros("850.00"), LocalDate.of(2026, 6, 1), "avenant"));
        assertThat(GrantList.AMOUNTS.refusal(amended, -1, amendment, portfolio, FRENCH))
                .contains(Texts.amountSameDay);
        assertThat(GrantList.AMOUNTS.refusal(amended, 1, amendment, portfolio, FRENCH))
                .isEmpty();
        assertThat(GrantList.AMOUNTS.refusal(amended, -1, List.of(stages.get(3), "-1", "", ""), portfolio, FRENCH))
                .contains(Texts.awardNegative);
        assertThat(GrantList.AMOUNTS.without(amended, 1)).isEqualTo(GRANT);
    }

    @Test
    void withAmount_ofTwoEntriesAlike_correctsTheOneThatStands() {
        StagedAmount twice = new StagedAmount(AmountStage.AWARDED, euros("900.00"), LocalDate.of(2026, 6, 1), null);
        Grant grant = GRANT.toBuilder().addAmount(twice).addAmount(twice).build();
        assertThat(GrantField.AWARDED.changed(grant, portfolio, "850", FRENCH).amount(AmountStage.AWARDED))
                .contains(euros("850.00"));
    }

    @Test
    void steps_areReadAsTheyAreWritten() {
        List<Trigger> triggers = List.of(
                new Trigger.OnDate(LocalDate.of(2026, 3, 1)),
                new Trigger.OnEvent(GrantEvent.CONVENTION, Period.ZERO),
                new Trigger.OnEvent(GrantEvent.START, Period.ofMonths(-1)),
                new Trigger.OnEvent(GrantEvent.LAST_CLAIM, Period.of(1, 2, 15)),
                new Trigger.OnReport(ReportKind.FINAL, Period.ofDays(1)),
                new Trigger.OnShareSpent(Fraction.of(1, 2)));
        List<Portion> portions = List.of(
                new Portion.Amount(euros("1234.50")),
                new Portion.OfAward(Fraction.of(1, 3)),
                new Portion.OfAward(Fraction.of(3, 10)),
                new Portion.OfCertified(),
                new Portion.Remainder());
        triggers.forEach(trigger -> assertThat(StepText.trigger(StepText.of(trigger, Texts.locale()), Texts.locale()))
                .as("%s", trigger)
                .contains(trigger));
        portions.forEach(portion -> assertThat(
                        StepText.portion(StepText.of(portion, Texts.locale()), Texts.locale(), CurrencyUnit.EUR))
                .as("%s", portion)
                .contains(portion));
        Grant grant = GRANT.toBuilder()
                .schedule(triggers.stream()
                        .map(trigger -> new ScheduleStep(
                                "étape",
                                StepRole.INTERIM,
                                trigger,
                                portions.get(2),
                                Fraction.of(4, 5),
                                true,
                                euros("50.00"),
                                Fraction.of(1, 20)))
                        .toList())
                .build();
        for (int i = 0; i < triggers.size(); i++) {
            assertThat(GrantList.SCHEDULE.isChangeable(grant, i)).isTrue();
            assertThat(GrantList.SCHEDULE.with(
                            grant, i, GrantList.SCHEDULE.lines(grant).get(i), Texts.locale()))
                    .isEqualTo(grant);
        }
        ScheduleStep strange = new ScheduleStep(
                "étape",
                StepRole.INTERIM,
                new Trigger.OnEvent(GrantEvent.START, Period.of(0, 1, -15)),
                portions.get(0),
                null,
                false,
                null,
                null);
        assertThat(GrantList.SCHEDULE.isChangeable(
                        GRANT.toBuilder().schedule(List.of(strange)).build(), 0))
                .isFalse();
        for (String wrong : List.of("demain", "fin + 2 mois", "début de l’action + 2 lunes", "120 % dépensés")) {
            assertThat(FieldKind.TRIGGER.refusal(wrong, true, List.of(), CurrencyUnit.EUR, FRENCH))
                    .as(wrong)
                    .isPresent();
        }
        for (String wrong : List.of("-5", "130 %", "tout")) {
            assertThat(FieldKind.PORTION.refusal(wrong, true, List.of(), CurrencyUnit.EUR, FRENCH))
                    .as(wrong)
                    .isPresent();
        }
    }

    @Test
    void expenses_areTypedBelowTheirClaims() {
        Grant two = GrantList.CLAIMS.with(
                GRANT, -1, List.of(Texts.roleBalance, "01/02/2027", "700", "", "", "dossier complet", ""), FRENCH);
        assertThat(two.claims().get(1).id()).isEqualTo("2");
        List<String> claims = GrantList.EXPENSES.entries(two, portfolio).get(0).choices();
        List<String> wage = List.of(claims.get(1), "Personnel", "31/01/2027", "500", "400", "hors période", "bulletin");
        Grant shown = GrantList.EXPENSES.with(
                GrantList.EXPENSES.with(two, -1, wage, FRENCH),
                -1,
                List.of(claims.get(0), "Achats", "", "20", "", "", ""),
                FRENCH);
        assertThat(GrantList.EXPENSES.lines(shown))
                .extracting(line -> line.get(1))
                .containsExactly("Achats", "Personnel");
        assertThat(shown.claims().get(1).lines())
                .containsExactly(new ExpenditureLine(
                        "Personnel",
                        LocalDate.of(2027, 1, 31),
                        euros("500.00"),
                        euros("400.00"),
                        "hors période",
                        "bulletin"));
        for (int line = 0; line < 2; line++) {
            assertThat(GrantList.EXPENSES.with(
                            shown, line, GrantList.EXPENSES.lines(shown).get(line), FRENCH))
                    .isEqualTo(shown);
        }
        List<String> moved = new ArrayList<>(wage);
        moved.set(0, claims.get(0));
        Grant other = GrantList.EXPENSES.with(shown, 1, moved, FRENCH);
        assertThat(other.claims().get(0).lines()).hasSize(2);
        assertThat(other.claims().get(1).lines()).isEmpty();
        assertThat(GrantList.EXPENSES.without(shown, 0).claims().get(0).lines()).isEmpty();
        List<String> over = new ArrayList<>(wage);
        over.set(4, "501");
        assertThat(GrantList.EXPENSES.refusal(shown, 1, over, portfolio, FRENCH))
                .contains(Texts.projectEligibleOver);
        Grant renamed =
                GrantList.CLAIMS.with(GRANT, 0, List.of(Texts.roleAdvance, "", "300", "", "", "", "A-1"), FRENCH);
        assertThat(renamed.receipts().get(0).claim()).isEqualTo("A-1");
        assertThat(GrantList.CLAIMS.refusal(
                        two, 1, List.of(Texts.roleAdvance, "", "300", "", "", "", "1"), portfolio, FRENCH))
                .isPresent();
    }

    @Test
    void payer_ofANameThatAnotherBears_isToldByItsLevelAndElseByItsId() {
        Funder european = Funder.builder(new FunderId("e"), FunderLevel.EU_SHARED, "Région")
                .build();
        Funder second =
                Funder.builder(new FunderId("r2"), FunderLevel.REGION, "Région").build();
        Portfolio two = Portfolio.of(List.of(WOOD, REGION, european, GRANT));
        String level = FunderLevel.EU_SHARED.label().in(FRENCH);
        assertThat(GrantField.PAYER.choices(two, FRENCH)).contains("Région (Région)", "Région (" + level + ")");
        assertThat(GrantField.PAYER
                        .changed(GRANT, two, "Région (" + level + ")", FRENCH)
                        .payer())
                .isEqualTo(european.id());
        Portfolio three = Portfolio.of(List.of(WOOD, REGION, european, second, GRANT));
        assertThat(GrantField.PAYER.text(GRANT, three, FRENCH)).isEqualTo("Région (Région, r)");
        assertThat(GrantField.PAYER
                        .changed(GRANT, three, "Région (Région, r2)", FRENCH)
                        .payer())
                .isEqualTo(second.id());
    }
}
