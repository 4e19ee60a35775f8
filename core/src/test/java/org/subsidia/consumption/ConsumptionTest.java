package org.subsidia.consumption;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectCost;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;

class ConsumptionTest {
    private static final StructureId S = new StructureId("s");
    private static final GrantId G = new GrantId("g");
    private static final ProjectId P = new ProjectId("p");
    private static final FunderId ERDF = new FunderId("erdf");
    private static final ProgrammeId FEDER = new ProgrammeId("feder");

    private static Money euros(long amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }

    /** 400 days for 100,000 of cost at 60 %. */
    private static Grant.Builder grant() {
        return Grant.builder(G, S)
                .state(GrantState.UNDER_CONVENTION)
                .settlement(Settlement.PRO_RATA)
                .project(P)
                .rate(Fraction.of(3, 5))
                .eligibleBase(euros(100_000))
                .maximum(euros(60_000))
                .eligibility(DateWindow.of(
                        LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 1).plusDays(399)))
                .amounts(
                        List.of(new StagedAmount(AmountStage.AWARDED, euros(60_000), LocalDate.of(2024, 12, 1), null)));
    }

    private static Claim claim(long personnel, long external) {
        return new Claim(
                "c1",
                ClaimKind.INTERIM,
                LocalDate.of(2025, 6, 1),
                euros(personnel + external),
                LocalDate.of(2025, 7, 1),
                euros(personnel),
                List.of(
                        new ExpenditureLine(
                                "Personnel", LocalDate.of(2025, 5, 1), euros(personnel), euros(personnel), null, null),
                        new ExpenditureLine(
                                "Prestations",
                                LocalDate.of(2025, 5, 2),
                                euros(external),
                                euros(0),
                                "hors assiette",
                                null)),
                null);
    }

    private static Portfolio portfolio(Grant grant, PortfolioRecord... more) {
        List<PortfolioRecord> records = new java.util.ArrayList<>(List.of(
                Structure.builder(S, "Cluster").build(),
                grant,
                Funder.builder(ERDF, FunderLevel.EU_SHARED, "FEDER").build(),
                Programme.builder(FEDER, ProgrammeKind.EU_FUND, "FEDER 2021-2027")
                        .funder(ERDF)
                        .fund("FEDER")
                        .period(DateWindow.of(LocalDate.of(2021, 1, 1), LocalDate.of(2029, 12, 31)))
                        .build(),
                Project.builder(P, "Projet")
                        .addCost(new ProjectCost("Personnel", euros(70_000), null, null))
                        .addCost(new ProjectCost("Voyages", euros(30_000), euros(20_000), null))
                        .build()));
        records.addAll(List.of(more));
        return Portfolio.of(records);
    }

    private static GrantConsumption read(Grant grant, LocalDate at) {
        Portfolio portfolio = portfolio(grant);
        GrantConsumption read =
                Consumption.of(portfolio, LawBase.standard(), at).of(grant);
        for (Explanation figure : List.of(
                read.budget(),
                read.spent(),
                read.claimed(),
                read.consumed(),
                read.elapsed(),
                read.expected(),
                read.lostAtEnd(),
                read.overCap(),
                read.lostByTranche())) {
            assertThat(figure.check()).as(figure.label().toString()).isEmpty();
        }
        return read;
    }

    private static String reason(Explanation figure) {
        return ((Value.Unknown) figure.value()).reason().in(Locale.FRENCH);
    }

    @Test
    void grant_halfTheTimeForAFifthOfTheCost_losesWhatItsPaceDoesNotEarn() {
        GrantConsumption read = read(
                grant().claims(List.of(claim(15_000, 5_000))).build(),
                LocalDate.of(2025, 1, 1).plusDays(199));
        assertThat(read.spent().value()).isEqualTo(new Value.Amount(euros(20_000)));
        assertThat(read.certified().value()).isEqualTo(new Value.Amount(euros(15_000)));
        assertThat(read.consumed().value().number().orElseThrow()).isEqualByComparingTo("0.2");
        assertThat(read.elapsed().value().number().orElseThrow()).isEqualByComparingTo("0.5");
        // 20,000 in half the time: 40,000 at the end, 60 % of it is 24,000 of 60,000
        assertThat(read.expected().value()).isEqualTo(new Value.Amount(euros(40_000)));
        assertThat(read.lostAtEnd().value()).isEqualTo(new Value.Amount(euros(36_000)));
        assertThat(read.overCap().value()).isEqualTo(new Value.Amount(euros(0)));
    }

    @Test
    void grant_fasterThanPlanned_isUnfundedAboveTheCap() {
        GrantConsumption read = read(
                grant().claims(List.of(claim(75_000, 0))).build(),
                LocalDate.of(2025, 1, 1).plusDays(199));
        assertThat(read.lostAtEnd().value()).isEqualTo(new Value.Amount(euros(0)));
        assertThat(read.overCap().value()).isEqualTo(new Value.Amount(euros(30_000)));
    }

    @Test
    void grant_afterItsLastDay_expectsNothingMore() {
        GrantConsumption read = read(grant().claims(List.of(claim(20_000, 0))).build(), LocalDate.of(2027, 1, 1));
        assertThat(read.elapsed().value().number().orElseThrow()).isEqualByComparingTo("1");
        assertThat(read.lostAtEnd().value()).isEqualTo(new Value.Amount(euros(48_000)));
    }

    @Test
    void grant_fixed_losesNothing() {
        GrantConsumption read = read(
                grant().settlement(Settlement.FIXED)
                        .claims(List.of(claim(1_000, 0)))
                        .build(),
                LocalDate.of(2025, 12, 1));
        assertThat(read.lostAtEnd().value()).isEqualTo(new Value.Amount(euros(0)));
    }

    @Test
    void grant_withoutSettlementAndRate_isNotSaidToBeSafe() {
        GrantConsumption read = read(
                grant().settlement(null)
                        .rate(null)
                        .claims(List.of(claim(1_000, 0)))
                        .build(),
                LocalDate.of(2025, 12, 1));
        assertThat(reason(read.lostAtEnd())).contains("montant définitif");
    }

    @Test
    void grant_withoutExpensesOrWindow_isUnknownNotZero() {
        GrantConsumption none = read(grant().build(), LocalDate.of(2025, 6, 1));
        assertThat(reason(none.spent())).contains("aucune dépense");
        assertThat(reason(none.lostAtEnd())).contains("aucune dépense");
        GrantConsumption open =
                read(grant().eligibility(null).claims(List.of(claim(1_000, 0))).build(), LocalDate.of(2025, 6, 1));
        assertThat(reason(open.elapsed())).contains("période d’éligibilité");
        GrantConsumption early = read(grant().claims(List.of(claim(1_000, 0))).build(), LocalDate.of(2024, 6, 1));
        assertThat(reason(early.spent())).contains("aucune dépense");
    }

    @Test
    void grant_withYearlyTranches_isDecommittedByWhatIsNotClaimed() {
        Grant grant = grant().programme(FEDER)
                .claims(List.of(claim(20_000, 0)))
                .addYearLine(new YearLine(YearLineKind.AE, 2023, euros(45_000)))
                .build();
        GrantConsumption read = read(grant, LocalDate.of(2026, 2, 1));
        assertThat(read.nextTranche()).contains(LocalDate.of(2026, 12, 31));
        assertThat(read.committed().value()).isEqualTo(new Value.Amount(euros(45_000)));
        assertThat(read.lostByTranche().value()).isEqualTo(new Value.Amount(euros(33_000)));
        assertThat(read.lostByTranche().allRules()).isNotEmpty();
    }

    @Test
    void categories_planAndClaims_showBothEvenWhereOneIsMissing() {
        GrantConsumption read =
                read(grant().claims(List.of(claim(35_000, 5_000))).build(), LocalDate.of(2025, 12, 1));
        assertThat(read.categories())
                .extracting(CategoryConsumption::category)
                .containsExactly("Personnel", "Voyages", "Prestations");
        CategoryConsumption personnel = read.categories().get(0);
        assertThat(personnel.rate().value().number().orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(read.categories().get(1).budget().value()).isEqualTo(new Value.Amount(euros(20_000)));
        CategoryConsumption unplanned = read.categories().get(2);
        assertThat(reason(unplanned.budget())).contains("Prestations");
        assertThat(unplanned.rejected().value()).isEqualTo(new Value.Amount(euros(5_000)));
    }

    @Test
    void budget_plannedRevisedActual_ratesTheRevisedOne() {
        BudgetLine staff = BudgetLine.builder(new BudgetLineId("a"), S, 2025, BudgetKind.STAFF, euros(100))
                .build();
        Portfolio portfolio = portfolio(
                grant().build(),
                staff,
                staff.toBuilder()
                        .id(new BudgetLineId("b"))
                        .basis(BudgetBasis.REVISED)
                        .amount(euros(80))
                        .build(),
                staff.toBuilder()
                        .id(new BudgetLineId("c"))
                        .basis(BudgetBasis.ACTUAL)
                        .amount(euros(60))
                        .build(),
                staff.toBuilder()
                        .id(new BudgetLineId("d"))
                        .basis(BudgetBasis.CASH)
                        .amount(euros(7))
                        .build(),
                staff.toBuilder()
                        .id(new BudgetLineId("e"))
                        .kind(BudgetKind.PREMISES)
                        .build());
        List<BudgetConsumption> kinds = Consumption.of(portfolio, LawBase.standard(), LocalDate.of(2025, 12, 1))
                .budget(S, 2025);
        assertThat(kinds).extracting(BudgetConsumption::kind).containsExactly(BudgetKind.STAFF, BudgetKind.PREMISES);
        assertThat(kinds.get(0).rate().value().number().orElseThrow()).isEqualByComparingTo("0.75");
        assertThat(reason(kinds.get(1).rate())).contains("réalisé");
    }
}
