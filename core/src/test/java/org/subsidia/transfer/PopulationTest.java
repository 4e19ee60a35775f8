package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RegionStay;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class PopulationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Test
    void population_twoOfOneId_isRefused() {
        Recipient one = Recipient.builder("A", "one").build();
        assertThatThrownBy(() -> new Population("", false, List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A");
    }

    @Test
    void lastKnown_aYearWithoutAmount_isThatOfTheLastYearBefore() {
        YearlyAmounts amounts = YearlyAmounts.NONE.plus(2018, euros(5)).plus(2020, euros(7));
        assertThat(amounts.lastKnown(2019)).contains(euros(5));
        assertThat(amounts.lastKnown(2021)).contains(euros(7));
        assertThat(amounts.lastKnown(2017)).isEmpty();
        assertThat(amounts.in(2019)).isEmpty();
    }

    @Test
    void seat_ofSeveralRegions_isTheHeaviest() {
        Recipient recipient = Recipient.builder("A", "a")
                .region("84", Fraction.of(1))
                .region("93", Fraction.of(2))
                .build();
        assertThat(recipient.seat()).contains("93");
    }

    @Test
    void of_portfolio_takesGrantsBudgetsAndTodaysRegion() {
        StructureId id = new StructureId("S1");
        Structure structure = Structure.builder(id, "Un")
                .addRegion(new RegionStay("82", new DateWindow(null, null)))
                .build();
        Funder state =
                Funder.builder(new FunderId("etat"), FunderLevel.STATE, "État").build();
        Grant grant = Grant.builder(new GrantId("G1"), id)
                .decisionMaker(state.id())
                .state(GrantState.AWARDED)
                .fiscalYear(2024)
                .addAmount(new StagedAmount(AmountStage.AWARDED, euros(1000), LocalDate.of(2024, 2, 1), null))
                .build();
        Grant refused = grant.toBuilder()
                .id(new GrantId("G2"))
                .state(GrantState.REFUSED)
                .build();
        Portfolio portfolio = Portfolio.of(List.of(
                structure,
                state,
                grant,
                refused,
                line(id, "1", BudgetKind.STAFF, BudgetBasis.PLANNED, 900),
                line(id, "2", BudgetKind.STAFF, BudgetBasis.ACTUAL, 800),
                line(id, "3", BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 300),
                line(id, "4", BudgetKind.TRAVEL_AND_EVENTS, BudgetBasis.ACTUAL, 70),
                line(id, "5", BudgetKind.DEPRECIATION, BudgetBasis.ACTUAL, 40)));

        Reading<Population> reading = Population.of(portfolio, DAY);

        Recipient recipient = reading.get().find("S1").orElseThrow();
        assertThat(recipient.seat()).contains("84");
        assertThat(recipient.received(FunderLevel.STATE).in(2024)).contains(euros(1000));
        assertThat(recipient.fixedCosts().in(2024)).contains(euros(800));
        assertThat(recipient.variableCosts().in(2024)).contains(euros(70));
        assertThat(recipient.privateIncome().in(2024)).contains(euros(300));
        // one year tells nothing of what is given again
        assertThat(reading.findings()).extracting(Finding::code).containsExactly("XFER-ONE-OFF-UNKNOWN");
        assertThat(recipient.oneOff()).isEmpty();
    }

    @Test
    void of_portfolio_tellsWhatIsGivenOnce_fromWhatIsGivenAgain() {
        Portfolio portfolio = Portfolio.of(List.of(
                Structure.builder(new StructureId("S1"), "Un").build(),
                Funder.builder(new FunderId("etat"), FunderLevel.STATE, "État").build(),
                Funder.builder(new FunderId("region"), FunderLevel.REGION, "Région")
                        .build(),
                Funder.builder(new FunderId("feder"), FunderLevel.EU_SHARED, "FEDER")
                        .build(),
                given("state-2024", "etat", 2024, 500).build(),
                given("state-2025", "etat", 2025, 400).build(),
                // decided by the Region, but the Union's money; a project of its own
                given("erdf-2025", "region", 2025, 900)
                        .origin(new FunderId("feder"))
                        .build(),
                given("region-2022", "region", 2022, 70).build(),
                given("region-2023", "region", 2023, 80).build(),
                given("machine", "region", 2025, 30)
                        .spending(SpendingKind.INVESTMENT)
                        .build(),
                given("study", "etat", 2025, 25).scheme("études").build()));

        Recipient recipient = Population.of(portfolio, DAY).get().find("S1").orElseThrow();

        assertThat(recipient.oneOff())
                .extracting(OneOff::record, OneOff::why)
                .containsExactlyInAnyOrder(
                        tuple("erdf-2025", OneOff.Why.ONCE),
                        tuple("region-2022", OneOff.Why.STOPPED),
                        tuple("region-2023", OneOff.Why.STOPPED),
                        tuple("machine", OneOff.Why.INVESTMENT),
                        tuple("study", OneOff.Why.ONCE));
        assertThat(recipient.received(FunderLevel.STATE).in(2025)).contains(euros(425));
        assertThat(recipient.goesOn(FunderLevel.STATE, 2025, OneOffGrants.END)).contains(euros(425));
        assertThat(recipient.goesOn(FunderLevel.STATE, 2026, OneOffGrants.END)).contains(euros(400));
        assertThat(recipient.goesOn(FunderLevel.STATE, 2026, OneOffGrants.CARRY_FORWARD))
                .contains(euros(425));
        assertThat(recipient.goesOn(FunderLevel.EU_SHARED, 2026, OneOffGrants.END))
                .isEmpty();
        assertThat(recipient.goesOn(FunderLevel.REGION, 2026, OneOffGrants.END)).isEmpty();
    }

    private static Grant.Builder given(String id, String decider, int year, int amount) {
        return Grant.builder(new GrantId(id), new StructureId("S1"))
                .decisionMaker(new FunderId(decider))
                .state(GrantState.CLOSED)
                .fiscalYear(year)
                .addAmount(new StagedAmount(AmountStage.AWARDED, euros(amount), LocalDate.of(year, 2, 1), null));
    }

    @Test
    void times_scalesOneOffGrantsToo() {
        Recipient one = Recipient.builder("A", "a")
                .received(FunderLevel.REGION, 2024, euros(5))
                .receivedOnce(new OneOff(FunderLevel.REGION, 2025, euros(7), OneOff.Why.STATED, null))
                .build();
        Recipient thrice =
                new Population("", false, List.of(one)).times(3).recipients().get(0);
        assertThat(thrice.recurring(FunderLevel.REGION).lastKnown(2026)).contains(euros(15));
        assertThat(thrice.received(FunderLevel.REGION).lastKnown(2026)).contains(euros(21));
    }

    @Test
    void of_portfolioWithoutRegionAndBudget_saysSo() {
        Structure structure = Structure.builder(new StructureId("S1"), "Un").build();
        assertThat(Population.of(Portfolio.of(List.of(structure)), DAY).findings())
                .extracting(Finding::code)
                .containsExactly("XFER-REGION-UNKNOWN", "XFER-BUDGET-UNKNOWN");
    }

    private static BudgetLine line(StructureId id, String number, BudgetKind kind, BudgetBasis basis, int amount) {
        return BudgetLine.builder(new BudgetLineId("B" + number), id, 2024, kind, euros(amount))
                .basis(basis)
                .build();
    }

    private static Money euros(int amount) {
        return Money.of(org.joda.money.CurrencyUnit.EUR, amount);
    }
}
