package org.subsidia.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.AwardCondition;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.CostBehaviour;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Trigger;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;

class PortfolioFiguresTest {
    private static final StructureId S = new StructureId("s");
    private static final FunderId REGION = new FunderId("region");
    private static final FunderId ERDF = new FunderId("erdf");
    private static final FunderId FOUNDATION = new FunderId("fondation");
    private static final LocalDate AT = LocalDate.of(2026, 6, 15);

    private final List<PortfolioRecord> records = new ArrayList<>(List.of(
            Funder.builder(REGION, FunderLevel.REGION, "Région").build(),
            Funder.builder(ERDF, FunderLevel.EU_SHARED, "FEDER").build(),
            Funder.builder(FOUNDATION, FunderLevel.PRIVATE, "Fondation").build()));
    private Structure structure = Structure.builder(S, "Cluster").build();

    private static Money euros(long amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }

    private void line(int year, BudgetKind kind, BudgetBasis basis, long euros) {
        records.add(BudgetLine.builder(new BudgetLineId("l" + records.size()), S, year, kind, euros(euros))
                .basis(basis)
                .behaviour(CostBehaviour.FIXED)
                .build());
    }

    private Grant.Builder grant(String id, long award) {
        return Grant.builder(new GrantId(id), S)
                .purpose("Aide " + id)
                .payer(REGION)
                .decisionMaker(REGION)
                .origin(REGION)
                .state(GrantState.AWARDED)
                .amounts(List.of(new StagedAmount(AmountStage.AWARDED, euros(award), null, null)));
    }

    private OperatingFigures read(int year) {
        records.add(structure);
        Portfolio portfolio = Portfolio.of(records);
        OperatingFigures figures = new PortfolioFigures(portfolio, LawBase.standard(), AT).of(structure, year);
        for (OperatingItem item : OperatingItem.values()) {
            assertThat(figures.item(item).check()).as(item.name()).isEmpty();
        }
        return figures;
    }

    private static String reason(Explanation figure) {
        return ((Value.Unknown) figure.value()).reason().in(Locale.FRENCH);
    }

    @Test
    void past_accountsWithoutSubsidyLines_takeTheGrantsAndOtherwiseNothing() {
        line(2025, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 60_000);
        records.add(grant("a", 40_000).fiscalYear(2025).build());
        records.add(grant("b", 9_000).fiscalYear(2024).build());
        records.add(grant("c", 5_000).fiscalYear(2025).state(GrantState.REFUSED).build());
        OperatingFigures figures = read(2025);
        assertThat(figures.basis()).isEqualTo(FigureBasis.ACCOUNTS);
        assertThat(figures.amount(OperatingItem.SUBSIDIES)).contains(euros(40_000));
        assertThat(figures.amount(OperatingItem.SPONSORSHIP)).contains(euros(0));
        assertThat(Ratio.R1.of(figures).share()).contains(Fraction.of(2, 5));
        assertThat(reason(figures.item(OperatingItem.IN_KIND_PUBLIC))).contains("ligne à zéro");
        assertThat(reason(figures.item(OperatingItem.ALL_RECEIPTS))).contains("encaissements privés");
    }

    @Test
    void past_nothingEntered_isUnknownNotZero() {
        assertThat(reason(Ratio.R1.of(read(2025)).explanation())).contains("aucun produit");
    }

    @Test
    void past_linesOfSubsidies_standBeforeTheGrants() {
        line(2025, BudgetKind.SUBSIDY, BudgetBasis.ACTUAL, 10_000);
        line(2025, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 10_000);
        records.add(grant("a", 40_000).fiscalYear(2025).build());
        OperatingFigures figures = read(2025);
        assertThat(figures.amount(OperatingItem.SUBSIDIES)).contains(euros(10_000));
        assertThat(reason(FunderShares.of(figures, FunderView.PAYER).herfindahl()))
                .contains("10");
    }

    @Test
    void grants_ofSeveralYears_areSpreadByDaysToTheCent() {
        line(2025, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 1);
        records.add(grant("a", 1_000)
                .dates(GrantDates.builder()
                        .start(LocalDate.of(2024, 7, 1))
                        .end(LocalDate.of(2026, 6, 30))
                        .build())
                .build());
        records.add(structure);
        PortfolioFigures figures = new PortfolioFigures(Portfolio.of(records), LawBase.standard(), AT);
        Money sum = Money.zero(CurrencyUnit.EUR);
        for (int year = 2024; year <= 2026; year++) {
            sum = sum.plus(
                    figures.of(structure, year).amount(OperatingItem.SUBSIDIES).orElseThrow());
        }
        assertThat(sum).isEqualTo(euros(1_000));
        assertThat(figures.of(structure, 2025).amount(OperatingItem.SUBSIDIES)).contains(euros(500));
    }

    @Test
    void grants_byYearlyLinesAndOrigin_countOnThreeSides() {
        line(2025, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 1);
        records.add(grant("a", 90_000)
                .origin(ERDF)
                .addYearLine(new YearLine(YearLineKind.INCOME, 2025, euros(30_000)))
                .build());
        OperatingFigures figures = read(2025);
        assertThat(figures.amount(OperatingItem.SUBSIDIES)).contains(euros(30_000));
        assertThat(FunderShares.of(figures, FunderView.PAYER).levels()).containsOnlyKeys(FunderLevel.REGION);
        assertThat(FunderShares.of(figures, FunderView.ORIGIN).levels()).containsOnlyKeys(FunderLevel.EU_SHARED);
    }

    @Test
    void grants_thatCannotBePlaced_makeTheItemUnknown() {
        line(2025, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 1);
        records.add(grant("a", 90_000).build());
        assertThat(reason(read(2025).item(OperatingItem.SUBSIDIES)))
                .contains("Aide a")
                .contains("exercice");
    }

    @Test
    void grants_forInvestment_askForTheShareOfTheYear() {
        line(2025, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 1);
        records.add(grant("a", 90_000)
                .spending(SpendingKind.INVESTMENT)
                .fiscalYear(2024)
                .build());
        assertThat(reason(read(2025).item(OperatingItem.INVESTMENT_SHARES))).contains("quote-part");
    }

    @Test
    void grants_forInvestmentWithItsDepreciation_giveTheShareOfTheYear() {
        line(2025, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 1);
        records.add(grant("a", 12_000)
                .spending(SpendingKind.INVESTMENT)
                .depreciation(DateWindow.of(LocalDate.of(2025, 7, 1), LocalDate.of(2030, 6, 30)))
                .build());
        assertThat(read(2025).amount(OperatingItem.INVESTMENT_SHARES)).contains(euros(1_200));
    }

    @Test
    void grants_dividedByTheirPlannedCost_countByIt() {
        line(2025, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 1);
        records.add(grant("a", 1_000)
                .fiscalYear(2024)
                .incomeSplit(IncomeSplit.COST)
                .addYearLine(new YearLine(YearLineKind.COST, 2024, euros(60)))
                .addYearLine(new YearLine(YearLineKind.COST, 2025, euros(20)))
                .build());
        assertThat(read(2025).amount(OperatingItem.SUBSIDIES)).contains(euros(250));
    }

    @Test
    void grants_withAnOpenSuspensiveCondition_giveNothingAndSaySo() {
        line(2025, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 1);
        records.add(grant("a", 1_000)
                .fiscalYear(2025)
                .condition(new AwardCondition(AwardCondition.Kind.SUSPENSIVE, "cofinancement", null))
                .build());
        Explanation subsidies = read(2025).item(OperatingItem.SUBSIDIES);
        assertThat(Amounts.of(subsidies)).contains(euros(0));
        assertThat(subsidies.children().get(0).label().in(Locale.FRENCH)).contains("condition suspensive");
    }

    @Test
    void grants_ofAPrivateFunder_areSponsorship() {
        line(2025, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 1);
        records.add(grant("a", 5_000)
                .payer(FOUNDATION)
                .origin(FOUNDATION)
                .fiscalYear(2025)
                .build());
        OperatingFigures figures = read(2025);
        assertThat(figures.amount(OperatingItem.SPONSORSHIP)).contains(euros(5_000));
        assertThat(figures.amount(OperatingItem.SUBSIDIES)).contains(euros(0));
    }

    @Test
    void aid_byRegime_leavesOutWhatIsNoneAndTakesTheEquivalent() {
        line(2025, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 1);
        records.add(grant("a", 10_000).fiscalYear(2025).build());
        records.add(grant("b", 20_000)
                .fiscalYear(2025)
                .regimes(List.of(new Regime(RegimeKind.NO_AID, null, null, null)))
                .build());
        records.add(grant("c", 40_000)
                .fiscalYear(2025)
                .regimes(List.of(new Regime(RegimeKind.GBER, null, "27", euros(10_000))))
                .build());
        assertThat(read(2025).amount(OperatingItem.PUBLIC_AID)).contains(euros(20_000));
    }

    @Test
    void receipts_withPrivateCashLines_giveR7() {
        line(2025, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 1);
        line(2025, BudgetKind.FEE_PRIVATE, BudgetBasis.CASH, 30_000);
        records.add(grant("a", 40_000)
                .fiscalYear(2024)
                .receipts(List.of(
                        new Receipt("r1", LocalDate.of(2025, 2, 1), euros(10_000), null, null),
                        new Receipt("r2", LocalDate.of(2026, 2, 1), euros(99), null, null)))
                .build());
        assertThat(Ratio.R7.of(read(2025)).share()).contains(Fraction.of(1, 4));
    }

    /**
     * Of 2026, on 15 June: 10,000 of the grant came in, 30,000 are due in October; fees of 12,000 by the budget, 1,000 a month;
     * services of 6,000 of which 2,500 came in so far, and 500 a month from June on.
     */
    @Test
    void receipts_ofTheRunningYear_areWhatCameAndWhatIsExpected() {
        line(2026, BudgetKind.FEE_PRIVATE, BudgetBasis.PLANNED, 12_000);
        line(2026, BudgetKind.SERVICE_TO_PUBLIC, BudgetBasis.PLANNED, 6_000);
        line(2026, BudgetKind.SERVICE_TO_PUBLIC, BudgetBasis.CASH, 2_500);
        records.add(grant("a", 40_000)
                .fiscalYear(2026)
                .state(GrantState.UNDER_CONVENTION)
                .settlement(Settlement.FIXED)
                .schedule(List.of(
                        step("avance", LocalDate.of(2026, 2, 2), 10_000),
                        step("solde", LocalDate.of(2026, 8, 3), 30_000)))
                .receipts(List.of(new Receipt("r1", LocalDate.of(2026, 3, 2), euros(10_000), null, null)))
                .build());
        records.add(structure);
        PortfolioFigures plain = new PortfolioFigures(Portfolio.of(records), LawBase.standard(), AT);
        assertThat(reason(plain.of(structure, 2026).item(OperatingItem.PUBLIC_RECEIPTS)))
                .contains("pas terminé");
        OperatingFigures figures = plain.withForecast().of(structure, 2026);
        // the services of June to November come within the year, those of December on the last day of it
        assertThat(figures.amount(OperatingItem.PUBLIC_RECEIPTS)).contains(euros(10_000 + 30_000 + 2_500 + 3_500));
        Money fees = figures.amount(OperatingItem.ALL_RECEIPTS)
                .orElseThrow()
                .minus(figures.amount(OperatingItem.PUBLIC_RECEIPTS).orElseThrow());
        assertThat(fees).isEqualTo(euros(12_000));
        assertThat(Ratio.R7.of(figures).share()).contains(Fraction.of(46_000, 58_000));
        assertThat(figures.item(OperatingItem.ALL_RECEIPTS).check()).isEmpty();
        assertThat(figures.item(OperatingItem.ALL_RECEIPTS).label().in(Locale.FRENCH))
                .contains("prévision");
        OperatingFigures next = plain.withForecast().of(structure, 2027);
        assertThat(next.amount(OperatingItem.PUBLIC_RECEIPTS)).contains(euros(6_000));
        assertThat(Ratio.R7.of(next).share()).contains(Fraction.of(1, 3));
        assertThat(reason(plain.withForecast().of(structure, 2050).item(OperatingItem.ALL_RECEIPTS)))
                .contains("trop loin");
    }

    private static ScheduleStep step(String name, LocalDate day, long euros) {
        return new ScheduleStep(
                name,
                StepRole.INTERIM,
                new Trigger.OnDate(day),
                new Portion.Amount(euros(euros)),
                null,
                false,
                null,
                null);
    }

    @Test
    void future_withoutBudget_isAForecastOfRequestsByProbability() {
        line(2026, BudgetKind.FEE_PRIVATE, BudgetBasis.PLANNED, 60_000);
        records.add(Grant.builder(new GrantId("a"), S)
                .purpose("Demande")
                .payer(REGION)
                .state(GrantState.REQUESTED)
                .fiscalYear(2027)
                .amounts(List.of(new StagedAmount(AmountStage.REQUESTED, euros(40_000), null, null)))
                .build());
        OperatingFigures figures = read(2027);
        assertThat(figures.basis()).isEqualTo(FigureBasis.FORECAST);
        assertThat(figures.amount(OperatingItem.FEES_PRIVATE)).contains(euros(60_000));
        assertThat(figures.amount(OperatingItem.SUBSIDIES)).contains(euros(20_000));
        assertThat(figures.item(OperatingItem.SUBSIDIES).doubtfulRules()).isNotEmpty();
    }

    @Test
    void future_nothingAwarded_isUnknown() {
        line(2026, BudgetKind.FEE_PRIVATE, BudgetBasis.PLANNED, 60_000);
        assertThat(reason(read(2027).item(OperatingItem.SUBSIDIES))).contains("2027");
    }

    @Test
    void current_budgetNotTheAccountsSoFar() {
        line(2026, BudgetKind.FEE_PRIVATE, BudgetBasis.PLANNED, 60_000);
        line(2026, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 1_000);
        line(2026, BudgetKind.FEE_PRIVATE, BudgetBasis.REVISED, 50_000);
        OperatingFigures figures = read(2026);
        assertThat(figures.basis()).isEqualTo(FigureBasis.BUDGET);
        assertThat(figures.amount(OperatingItem.FEES_PRIVATE)).contains(euros(50_000));
        assertThat(new PortfolioFigures(Portfolio.of(records), LawBase.standard(), AT)
                        .estimate(structure, 2026)
                        .orElseThrow()
                        .amount(OperatingItem.FEES_PRIVATE))
                .contains(euros(60_000));
    }

    @Test
    void firstYear_hasItsMonthsAndItsCash() {
        structure = structure.toBuilder()
                .created(LocalDate.of(2025, 9, 15))
                .addCashBalance(new CashBalance(LocalDate.of(2025, 12, 31), euros(7_000), null))
                .addCashBalance(new CashBalance(LocalDate.of(2026, 3, 31), euros(1_000), null))
                .build();
        OperatingFigures figures = read(2025);
        assertThat(figures.months()).isEqualTo(4);
        assertThat(figures.amount(OperatingItem.TREASURY)).contains(euros(7_000));
        assertThat(new PortfolioFigures(Portfolio.of(records), LawBase.standard(), AT)
                        .dependence(structure, 2023, 2026)
                        .years())
                .containsOnlyKeys(2025, 2026);
    }

    /** Other ids and another order of the records change no figure. */
    @Test
    void anyYear_recordsRenamedAndReversed_sameRatios() {
        line(2025, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, 60_000);
        line(2025, BudgetKind.SPONSORSHIP, BudgetBasis.ACTUAL, 5_000);
        line(2025, BudgetKind.STAFF, BudgetBasis.ACTUAL, 80_000);
        records.add(grant("a", 40_000).fiscalYear(2025).build());
        records.add(grant("b", 20_000).fiscalYear(2025).origin(ERDF).build());
        OperatingFigures before = read(2025);
        List<PortfolioRecord> renamed = new ArrayList<>();
        for (PortfolioRecord record : records) {
            renamed.add(
                    0,
                    record instanceof Grant grant
                            ? grant.toBuilder()
                                    .id(new GrantId("z" + (99 - renamed.size())))
                                    .build()
                            : record instanceof BudgetLine line
                                    ? line.toBuilder()
                                            .id(new BudgetLineId("y" + (99 - renamed.size())))
                                            .build()
                                    : record);
        }
        OperatingFigures after =
                new PortfolioFigures(Portfolio.of(renamed), LawBase.standard(), AT).of(structure, 2025);
        for (Ratio ratio : Ratio.values()) {
            assertThat(ratio.of(after).share())
                    .as(ratio.name())
                    .isEqualTo(ratio.of(before).share());
        }
        assertThat(FunderShares.of(after, FunderView.ORIGIN).herfindahlExact())
                .isEqualTo(FunderShares.of(before, FunderView.ORIGIN).herfindahlExact());
    }
}
