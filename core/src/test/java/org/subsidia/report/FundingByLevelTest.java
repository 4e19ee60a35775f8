package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StructureId;
import org.subsidia.report.chart.ChartSpec;

class FundingByLevelTest {
    private static final StructureId CLUSTER = new StructureId("cluster");

    private static Money euros(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    private static Funder funder(FunderLevel level) {
        return Funder.builder(new FunderId(level.name()), level, level.name()).build();
    }

    private static Grant.Builder grant(String id, FunderLevel payer, String amount) {
        return Grant.builder(new GrantId(id), CLUSTER)
                .payer(new FunderId(payer.name()))
                .state(GrantState.AWARDED)
                .addAmount(new StagedAmount(AmountStage.AWARDED, euros(amount), null, null));
    }

    private static Grant decided(Grant.Builder grant, int year) {
        return grant.dates(
                        GrantDates.builder().decision(LocalDate.of(year, 5, 4)).build())
                .build();
    }

    private static FundingByLevel sums(Grant... grants) {
        List<PortfolioRecord> records = new ArrayList<>(List.of(grants));
        for (FunderLevel level : FunderLevel.values()) {
            records.add(funder(level));
        }
        Portfolio portfolio = Portfolio.of(records);
        return FundingByLevel.of(portfolio.grants(), portfolio);
    }

    @Test
    void of_grantsOfTwoLevelsAndYears_areAddedUpApart() {
        FundingByLevel sums = sums(
                decided(grant("a", FunderLevel.REGION, "100.10"), 2021),
                decided(grant("b", FunderLevel.REGION, "50.20"), 2021),
                decided(grant("c", FunderLevel.STATE, "7"), 2023));
        assertThat(sums.amount(2021, FunderLevel.REGION)).isEqualTo(euros("150.30"));
        assertThat(sums.amount(2023, FunderLevel.STATE)).isEqualTo(euros("7"));
        assertThat(sums.amount(2021, FunderLevel.STATE)).isEqualTo(euros("0"));
        assertThat(sums.years()).containsExactly(2021, 2022, 2023);
        assertThat(sums.levels()).containsExactly(FunderLevel.STATE, FunderLevel.REGION);
        assertThat(sums.leftOut()).isZero();
    }

    @Test
    void of_fundsOfTheUnionPaidByARegion_countAsTheUnions() {
        FundingByLevel sums = sums(
                decided(grant("a", FunderLevel.REGION, "9").origin(new FunderId(FunderLevel.EU_SHARED.name())), 2022));
        assertThat(sums.amount(2022, FunderLevel.EU_SHARED)).isEqualTo(euros("9"));
    }

    @Test
    void of_grantsThatCannotBePlaced_areCounted() {
        FundingByLevel sums = sums(
                grant("no-year", FunderLevel.STATE, "1").build(),
                decided(Grant.builder(new GrantId("no-amount"), CLUSTER), 2022),
                decided(grant("refused", FunderLevel.STATE, "1").state(GrantState.REFUSED), 2022),
                grant("fiscal", FunderLevel.STATE, "2").fiscalYear(2020).build());
        assertThat(sums.leftOut()).isEqualTo(2);
        assertThat(sums.years()).containsExactly(2020);
    }

    @Test
    void chart_ofMoreLevelsThanColours_putsTheSmallestTogetherAndLosesNothing() {
        Grant[] grants = new Grant[FunderLevel.values().length];
        for (FunderLevel level : FunderLevel.values()) {
            grants[level.ordinal()] = decided(grant(level.name(), level, String.valueOf(1 + level.ordinal())), 2024);
        }
        ChartSpec.StackedBars chart = sums(grants).chart();
        assertThat(chart.series()).hasSize(ChartSpec.StackedBars.MAX_SERIES);
        assertThat(chart.series().get(7).label().in(Locale.FRENCH)).isEqualTo("Autres niveaux");
        assertThat(chart.series().stream()
                        .map(series -> series.values().get(0))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("91");
    }

    @Test
    void chart_isTitledInBothLanguages() {
        ChartSpec.StackedBars chart =
                sums(decided(grant("a", FunderLevel.REGION, "1"), 2021)).chart();
        assertThat(chart.title().in(Locale.FRENCH)).contains("par année et par niveau");
        assertThat(chart.title().in(Locale.ENGLISH)).contains("by year and level");
        assertThat(chart.measure().in(Locale.FRENCH)).isEqualTo("Montant attribué");
        assertThat(chart.axis().in(Locale.FRENCH)).isEqualTo("Année d’attribution");
    }
}
