package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        assertThat(reading.findings()).isEmpty();
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
