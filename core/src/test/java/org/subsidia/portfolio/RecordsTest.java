package org.subsidia.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.subsidia.money.Fraction;

class RecordsTest {
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private static Money euros(long amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }

    private static Grant.Builder grant() {
        return Grant.builder(new GrantId("g"), new StructureId("s"));
    }

    /** Every setter of a builder sets its own component and no other. */
    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void builder_takesEveryComponent(RecordKind kind) throws ReflectiveOperationException {
        RandomPortfolio chance = new RandomPortfolio(5);
        for (int i = 0; i < 20; i++) {
            PortfolioRecord from = chance.record(kind.id("a"));
            PortfolioRecord to = chance.record(kind.id("b"));
            Object builder = from.getClass().getMethod("toBuilder").invoke(from);
            for (RecordComponent component : from.getClass().getRecordComponents()) {
                Method setter = builder.getClass().getMethod(component.getName(), component.getType());
                assertThat(setter.invoke(builder, component.getAccessor().invoke(to)))
                        .isSameAs(builder);
            }
            assertThat(builder.getClass().getMethod("build").invoke(builder)).isEqualTo(to);
            assertThat(from.withExtras(from.extras())).isEqualTo(from);
        }
    }

    @Test
    void amount_isTheLatestStanding_notASum() {
        Grant grant = grant().addAmount(new StagedAmount(AmountStage.AWARDED, euros(40), JUNE, "réduction"))
                .addAmount(new StagedAmount(AmountStage.AWARDED, euros(50), MARCH, null))
                .addAmount(new StagedAmount(AmountStage.REQUESTED, euros(60), null, null))
                .build();

        assertThat(grant.amount(AmountStage.AWARDED)).contains(euros(40));
        assertThat(grant.amountOn(AmountStage.AWARDED, JUNE.minusDays(1))).contains(euros(50));
        assertThat(grant.amountOn(AmountStage.AWARDED, MARCH.minusDays(1))).isEmpty();
        assertThat(grant.amountOn(AmountStage.REQUESTED, LocalDate.MIN)).contains(euros(60));
        assertThat(grant.amount(AmountStage.PAID)).isEmpty();
        assertThat(grant.standing(AmountStage.AWARDED, LocalDate.MAX))
                .contains(new StagedAmount(AmountStage.AWARDED, euros(40), JUNE, "réduction"));
        assertThat(grant.standing(AmountStage.AWARDED, MARCH.minusDays(1))).isEmpty();
    }

    @Test
    void amount_undatedEntryStandsBeforeDated_andOfTwoEqualTheLaterNotedWins() {
        StagedAmount undated = new StagedAmount(AmountStage.AWARDED, euros(1), null, null);
        StagedAmount first = new StagedAmount(AmountStage.AWARDED, euros(2), MARCH, null);
        StagedAmount second = new StagedAmount(AmountStage.AWARDED, euros(3), MARCH, null);

        assertThat(grant().amounts(List.of(first, undated)).build().amount(AmountStage.AWARDED))
                .contains(euros(2));
        assertThat(grant().amounts(List.of(first, second)).build().amount(AmountStage.AWARDED))
                .contains(euros(3));
        assertThat(grant().amounts(List.of(undated, undated, first)).build().amount(AmountStage.AWARDED))
                .contains(euros(2));
    }

    @Test
    void received_addsReceipts_andKnowsNothingOfMixedCurrencies() {
        Receipt receipt = new Receipt("1", MARCH, euros(30), null, null);
        Receipt back = new Receipt("2", JUNE, euros(-5), null, null);
        Receipt francs = new Receipt("3", JUNE, Money.of(CurrencyUnit.CHF, 5), null, null);

        assertThat(grant().build().received()).isEmpty();
        assertThat(grant().addReceipt(receipt).addReceipt(back).build().received())
                .contains(euros(25));
        assertThat(grant().addReceipt(receipt).addReceipt(francs).build().received())
                .isEmpty();
    }

    @Test
    void funders_areNamedOnce() {
        FunderId region = new FunderId("r");
        FunderId union = new FunderId("u");
        assertThat(grant().payer(region)
                        .decisionMaker(region)
                        .origin(union)
                        .build()
                        .funders())
                .containsExactly(region, union);
    }

    @Test
    void builderAdders_appendInOrder() {
        Grant grant = grant().addRegime(new Regime(RegimeKind.GBER, "SA.1", "27", null))
                .addYearLine(new YearLine(YearLineKind.AE, 2026, euros(1)))
                .addStep(new ScheduleStep(
                        "avance",
                        StepRole.ADVANCE,
                        new Trigger.OnEvent(GrantEvent.CONVENTION, Period.ofDays(30)),
                        new Portion.OfAward(Fraction.of(1, 2)),
                        null,
                        false,
                        null,
                        null))
                .addDeadline(new AgreedDeadline("bilan", JUNE, null))
                .addClaim(new Claim("1", ClaimKind.FINAL, JUNE, euros(1), null, null, List.of(), null))
                .addEvidence(new Evidence("convention.pdf", MARCH, null))
                .addProvenance(new Provenance("f.csv", 2, null, euros(2), Fraction.of(1, 2), euros(1)))
                .build();
        assertThat(grant.regimes()).hasSize(1);
        assertThat(grant.yearLines()).hasSize(1);
        assertThat(grant.schedule()).hasSize(1);
        assertThat(grant.deadlines()).hasSize(1);
        assertThat(grant.claims()).hasSize(1);
        assertThat(grant.evidence()).hasSize(1);
        assertThat(grant.provenance()).hasSize(1);

        ProjectCost cost = new ProjectCost("salaires", euros(10), null, null);
        FundingLine line = new FundingLine(FundingKind.PUBLIC, "Région", null, null, euros(9), true);
        Project project = Project.builder(new ProjectId("p"), "P")
                .addCost(cost)
                .addCost(cost)
                .addFunding(line)
                .addPartner("université")
                .build();
        assertThat(project.totalCost()).contains(euros(20));
        assertThat(project.totalFunding()).contains(euros(9));
        assertThat(project.fundingGap()).contains(euros(11));
        assertThat(Project.builder(project.id(), "P").addCost(cost).build().fundingGap())
                .isEmpty();
        assertThat(project.partners()).containsExactly("université");
        assertThat(Call.builder(new CallId("c"), "C")
                        .addCutOff(MARCH)
                        .addCutOff(JUNE)
                        .build()
                        .cutOffs())
                .containsExactly(MARCH, JUNE);
    }

    @Test
    void label_extensionCountsOnceItsConditionIsMet() {
        Label label = new Label(LabelKind.POLE, "V", LocalDate.of(2023, 1, 1), LocalDate.of(2024, 12, 31), MARCH, null);
        Label met = new Label(LabelKind.POLE, "V", label.start(), label.end(), MARCH, true);
        Structure pole =
                Structure.builder(new StructureId("s"), "S").addLabel(label).build();

        assertThat(pole.labelsOn(LocalDate.of(2024, 12, 31))).containsExactly(label);
        assertThat(pole.labelsOn(LocalDate.of(2025, 1, 1))).isEmpty();
        assertThat(met.heldOn(LocalDate.of(2025, 1, 1))).isTrue();
        assertThat(met.heldOn(MARCH.plusDays(1))).isFalse();
    }

    @Test
    void structure_regionAndGroupFollowTheDate() {
        Structure structure = Structure.builder(new StructureId("s"), "S")
                .addRegion(new RegionStay("41", new DateWindow(null, LocalDate.of(2015, 12, 31))))
                .addRegion(new RegionStay("44", DateWindow.from(LocalDate.of(2016, 1, 1))))
                .addGroup(new GroupMembership("groupe", DateWindow.of(MARCH, JUNE)))
                .build();

        assertThat(structure.regionOn(LocalDate.of(2015, 12, 31))).contains("41");
        assertThat(structure.regionOn(LocalDate.of(2016, 1, 1))).contains("44");
        assertThat(structure.groupOn(JUNE)).contains("groupe");
        assertThat(structure.groupOn(JUNE.plusDays(1))).isEmpty();
    }

    @Test
    void dateWindow_keepsWrongOrder_andSaysSo() {
        DateWindow wrong = DateWindow.of(JUNE, MARCH);

        assertThat(wrong.ordered()).isFalse();
        assertThat(wrong.contains(MARCH)).isFalse();
        assertThat(DateWindow.from(MARCH).ordered()).isTrue();
        assertThat(new DateWindow(null, JUNE)).hasToString("../2026-06-01");
        assertThat(DateWindow.from(MARCH)).hasToString("2026-03-01/..");
    }

    @Test
    void programmeValue_isTheLastNotedOfTheYearAndDocument() {
        BudgetValue bill = new BudgetValue(2025, BudgetStage.BILL, null, euros(0), null);
        BudgetValue law = new BudgetValue(2025, BudgetStage.INITIAL_LAW, null, euros(9_000_000), null);
        Programme line = Programme.builder(new ProgrammeId("134"), ProgrammeKind.STATE_LINE, "Entreprises")
                .addValue(bill)
                .addValue(law)
                .build();

        assertThat(line.value(2025, BudgetStage.INITIAL_LAW)).contains(law);
        assertThat(line.value(2025, BudgetStage.YEAR_END_LAW)).isEmpty();
        assertThat(line.value(2024, BudgetStage.BILL)).isEmpty();
    }

    @Test
    void blankTexts_areNotKnown() {
        Funder funder = Funder.builder(new FunderId("f"), FunderLevel.REGION, "R")
                .siret(" ")
                .nuts("FRG0")
                .build();

        assertThat(funder.siret()).isNull();
        assertThat(funder.nuts()).isEqualTo("FRG0");
    }

    @Test
    void constructors_refuseProgrammingErrors() {
        assertThatIllegalArgumentException().isThrownBy(() -> new GrantId(" "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> grant().rate(Fraction.of(-1, 2)).build())
                .withMessageContaining("rate");
        assertThatNullPointerException()
                .isThrownBy(() -> new DateWindowHolder().missing())
                .withMessage("name");
    }

    /** What a caller without null checks, or a damaged document, can do. */
    private static final class DateWindowHolder {
        @SuppressWarnings({"NullAway", "DataFlowIssue"})
        Structure missing() {
            return Structure.builder(new StructureId("s"), null).build();
        }
    }

    @Test
    void ids_ofDifferentKindsAreNeverEqual_andSortByKind() {
        assertThat(new GrantId("x")).isNotEqualTo(new CallId("x")).hasToString("x");
        assertThat(new StructureId("z").compareTo(new GrantId("a"))).isNegative();
        assertThat(new GrantId("b").compareTo(new GrantId("a"))).isPositive();
        for (RecordKind kind : RecordKind.values()) {
            assertThat(kind.id("x").kind()).isEqualTo(kind);
        }
        assertThat(BudgetKind.STAFF.side()).isEqualTo(BudgetSide.COST);
    }
}
