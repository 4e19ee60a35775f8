package org.subsidia.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.subsidia.cashflow.CashWorld.AT;
import static org.subsidia.cashflow.CashWorld.EU;
import static org.subsidia.cashflow.CashWorld.FEDER;
import static org.subsidia.cashflow.CashWorld.ID;
import static org.subsidia.cashflow.CashWorld.REGION;
import static org.subsidia.cashflow.CashWorld.dates;
import static org.subsidia.cashflow.CashWorld.day;
import static org.subsidia.cashflow.CashWorld.euros;

import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.CashRhythm;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RandomPortfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.ReportKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.Trigger;

class CashForecastTest {

    @Test
    void line_ofASubsidy_comesSixtyDaysAfterTheConvention_rolledToAWorkingDay() {
        CashForecast forecast = CashWorld.of()
                .grant("a", REGION, 1_000, g -> g.dates(
                                dates().convention(day("2026-02-16")).build())
                        .addStep(CashWorld.onConvention("avance", 100)))
                .grant("b", REGION, 1_000, g -> g.dates(
                                dates().convention(day("2026-03-04")).build())
                        .addStep(CashWorld.onConvention("avance", 100)))
                .forecast();
        assertThat(forecast.lines()).extracting(CashLine::day).containsExactly(day("2026-04-17"), day("2026-05-04"));
        CashLine line = forecast.lines().get(0);
        assertThat(line.kind()).isEqualTo(CashKind.GRANT);
        assertThat(line.step()).isEqualTo("avance");
        assertThat(line.delay().orElseThrow().source()).isEqualTo(Lag.Source.LAW);
        assertThat(line.why().allRules()).extracting(rule -> rule.id()).contains("subsidy.payment.delay");
        assertThat(line.why().value()).isEqualTo(new Value.Day(line.day()));
    }

    @Test
    void line_ofAnAgreedDay_hasNoDelay_butRolls() {
        CashForecast forecast = CashWorld.of()
                .grant("a", REGION, 1_000, g -> g.addStep(CashWorld.on("mai", "2026-05-01", 100)))
                .forecast();
        assertThat(forecast.lines()).singleElement().satisfies(line -> {
            assertThat(line.day()).isEqualTo("2026-05-04");
            assertThat(line.delay().orElseThrow().source()).isEqualTo(Lag.Source.AGREED);
        });
    }

    @Test
    void line_ofALatePayer_countsTheDelayAnew() {
        CashForecast forecast = CashWorld.of()
                .grant("a", REGION, 1_000, g -> g.dates(
                                dates().convention(day("2025-03-04")).build())
                        .addStep(CashWorld.onConvention("avance", 100)))
                .forecast();
        assertThat(forecast.lines()).singleElement().satisfies(line -> {
            assertThat(line.day()).isEqualTo("2026-04-01");
            assertThat(line.why().nodes().map(node -> node.label().code())).contains("CASH-DAY-OVERDUE");
        });
    }

    @Test
    void line_ofAnErdfClaim_isTheRateOfItsCost_inTheMiddleOfTheAssumedDelay() {
        CashForecast forecast = CashWorld.of()
                .grant("a", EU, 60_000, g -> g.programme(FEDER)
                        .rate(Fraction.of(3, 5))
                        .eligibleBase(euros(100_000))
                        .dates(dates().end(day("2026-12-31")).build())
                        .addClaim(claim("c1", "2026-01-15", 20_000)))
                .forecast();
        assertThat(forecast.lines()).extracting(CashLine::money).containsExactly(euros(12_000), euros(48_000));
        assertThat(forecast.lines().get(0).day()).isBetween(day("2026-08-01"), day("2026-09-15"));
        assertThat(forecast.lines().get(0).delay().orElseThrow().source()).isEqualTo(Lag.Source.ASSUMPTION);
        assertThat(forecast.lines().get(0).why().doubtfulRules())
                .extracting(rule -> rule.id())
                .contains("eu-funds.2021-2027.payment.lag-erdf");
        assertThat(forecast.lines().get(1).day()).isAfter(day("2027-03-31"));
    }

    @Test
    void line_receiptsFillClaimsInTheirOrder() {
        CashForecast forecast = CashWorld.of()
                .grant("a", EU, 60_000, g -> g.programme(FEDER)
                        .rate(Fraction.of(3, 5))
                        .eligibleBase(euros(100_000))
                        .dates(dates().end(day("2026-12-31")).build())
                        .addClaim(claim("c1", "2025-06-15", 20_000))
                        .addClaim(claim("c2", "2025-12-15", 30_000))
                        .addReceipt(new Receipt("r", day("2026-01-10"), euros(15_000), null, null)))
                .forecast();
        assertThat(forecast.lines()).extracting(CashLine::step).containsExactly("c2", null);
        assertThat(forecast.lines()).extracting(CashLine::money).containsExactly(euros(15_000), euros(30_000));
    }

    @Test
    void line_withoutSchedule_countsFromTheNotification_orThePublishedWindow() {
        CashForecast forecast = CashWorld.of()
                .grant(
                        "a",
                        REGION,
                        1_000,
                        g -> g.dates(dates().notification(day("2026-02-16")).build()))
                .forecast();
        assertThat(forecast.lines()).extracting(CashLine::day).containsExactly(day("2026-04-17"));
    }

    @Test
    void missing_grantWithoutAnyDay_isListedWithItsReason() {
        CashForecast forecast = CashWorld.of().grant("a", REGION, 1_000, g -> g).forecast();
        assertThat(forecast.lines()).isEmpty();
        assertThat(forecast.missing()).singleElement().satisfies(one -> {
            assertThat(one.grant().value()).isEqualTo("a");
            assertThat(one.reason().code()).isEqualTo("CASH-MISSING-DAY");
            assertThat(one.reason().in(Locale.FRENCH)).contains("aucune date");
        });
    }

    @Test
    void missing_settledRefusedAndInKindGrants_areNone() {
        CashForecast forecast = CashWorld.of()
                .grant("a", REGION, 1_000, g -> g.state(GrantState.CLOSED))
                .grant("b", REGION, 1_000, g -> g.state(GrantState.REFUSED))
                .grant("c", REGION, 1_000, g -> g.form(AidForm.IN_KIND))
                .grant("d", REGION, 1_000, g -> g.state(GrantState.CANCELLED))
                .forecast();
        assertThat(forecast.missing()).isEmpty();
        assertThat(forecast.lines()).isEmpty();
    }

    @Test
    void application_isWeighted_andComesAfterItsProbableAnswer() {
        CashWorld world = CashWorld.of()
                .with(application("a", GrantState.REQUESTED, 10_000))
                .with(application("b", GrantState.PLANNED, 10_000));
        CashForecast forecast = world.forecast();
        assertThat(forecast.lines()).extracting(CashLine::money).containsExactly(euros(5_000), euros(3_000));
        assertThat(forecast.lines()).allSatisfy(line -> {
            assertThat(line.kind()).isEqualTo(CashKind.APPLICATION);
            assertThat(line.day()).isAfter(day("2026-05-01"));
            assertThat(line.amount().doubtfulRules())
                    .extracting(rule -> rule.id())
                    .containsExactly("cashflow.award-probability");
        });
        assertThat(world.forecast(ForecastOptions.of(AT).withoutApplications()).lines())
                .isEmpty();
        assertThat(world.forecast(ForecastOptions.of(AT).withProbability(GrantState.PLANNED, Fraction.ONE))
                        .lines())
                .extracting(CashLine::money)
                .containsExactly(euros(5_000), euros(10_000));
    }

    @Test
    void interimReportWithoutADay_waitsForTheEndOfTheAction_andSaysSo() {
        CashForecast forecast = CashWorld.of()
                .grant("a", REGION, 1_000, g -> g.dates(
                                dates().end(day("2026-06-30")).build())
                        .addStep(CashWorld.step("bilan", new Trigger.OnReport(ReportKind.INTERIM, Period.ZERO), 100)))
                .forecast();
        assertThat(forecast.lines()).extracting(CashLine::day).containsExactly(day("2026-08-31"));
        assertThat(forecast.findings()).extracting(Finding::code).contains("CASH-END-ASSUMED");
    }

    @Test
    void budget_isCutIntoMonthsByItsRhythm_toTheCent() {
        CashForecast forecast = new CashWorld()
                .structure(s -> s.addCashBalance(new CashBalance(AT, euros(10_000), null))
                        .addCashRhythm(new CashRhythm(BudgetKind.STAFF, 27, List.of()))
                        .addCashRhythm(new CashRhythm(
                                BudgetKind.FEE_PRIVATE, 15, List.of(0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0))))
                .cost(2026, BudgetKind.STAFF, 1_000)
                .cost(2026, BudgetKind.FEE_PRIVATE, 600)
                .cost(2026, BudgetKind.DEPRECIATION, 99_999)
                .cost(2026, BudgetKind.SUBSIDY, 99_999)
                .forecast(ForecastOptions.of(AT).withMonths(12));
        List<CashLine> staff = of(forecast, CashKind.COST);
        assertThat(staff).hasSize(11).allMatch(line -> line.money().isNegative());
        assertThat(staff.get(0).day()).isEqualTo("2026-02-27");
        assertThat(staff.get(4).day()).as("27 June 2026 is a Saturday").isEqualTo("2026-06-26");
        assertThat(sum(staff)).isEqualTo(Money.parse("EUR -916.66"));
        assertThat(of(forecast, CashKind.PRODUCT))
                .extracting(CashLine::day, CashLine::money)
                .containsExactly(tuple(day("2026-02-16"), euros(300)), tuple(day("2026-03-16"), euros(300)));
        assertThat(forecast.findings()).extracting(Finding::code).doesNotContain("CASH-NO-PAYROLL");
    }

    @Test
    void budget_ofAYearWithoutOne_isThatOfTheYearBefore_andAssumptionsAreNamed() {
        CashForecast forecast =
                CashWorld.of().cost(2026, BudgetKind.STAFF, 1_200).forecast();
        assertThat(of(forecast, CashKind.COST)).hasSize(23);
        assertThat(forecast.findings())
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("CASH-BUDGET-REPEATED", "CASH-NO-PAYROLL");
    }

    @Test
    void rhythm_thatMakesNoSense_isReported_andNotUsed() {
        CashForecast forecast = new CashWorld()
                .structure(s -> s.addCashBalance(new CashBalance(AT, euros(10_000), null))
                        .addCashRhythm(new CashRhythm(BudgetKind.STAFF, 99, List.of(1, 2))))
                .cost(2026, BudgetKind.STAFF, 1_200)
                .forecast();
        assertThat(forecast.findings()).extracting(Finding::code).contains("CASH-RHYTHM-BAD");
        assertThat(of(forecast, CashKind.COST)).hasSize(23);
    }

    @Test
    void balance_thatIsNotKnown_leavesBalancesUnknown_andMovementsTold() {
        CashForecast forecast = new CashWorld()
                .structure(s -> s)
                .cost(2026, BudgetKind.STAFF, 1_200)
                .forecast();
        assertThat(forecast.byMonth()).allSatisfy(month -> {
            assertThat(month.balance()).isEmpty();
            assertThat(month.closing().value()).isInstanceOf(Value.Unknown.class);
        });
        assertThat(forecast.byMonth().get(1).out()).isEqualTo(euros(100));
        assertThat(forecast.lowest()).isEmpty();
        assertThat(forecast.financingNeed().value().isKnown()).isFalse();
        assertThat(forecast.bridgingCost().value().isKnown()).isFalse();
        assertThat(forecast.findings()).extracting(Finding::code).contains("CASH-NO-BALANCE");
    }

    @Test
    void balance_thatIsOld_isCarriedOnByReceiptsAndBudget() {
        CashForecast forecast = new CashWorld()
                .structure(s -> s.addCashBalance(new CashBalance(day("2025-11-30"), euros(5_000), null))
                        .addCashBalance(new CashBalance(day("2026-06-30"), euros(77_777), null)))
                .grant(
                        "a",
                        REGION,
                        4_000,
                        g -> g.addReceipt(new Receipt("r", day("2026-01-15"), euros(1_000), null, null)))
                .cost(2026, BudgetKind.STAFF, 1_200)
                .forecast();
        // the budget of 2025 is not known: that of 2026 is taken, 100 € each month from December to January
        assertThat(forecast.byMonth().get(0).balance()).contains(euros(5_000 - 200 + 1_000));
        assertThat(forecast.byMonth().get(0).in()).isEqualTo(euros(1_000));
        assertThat(forecast.byMonth().get(0).out()).isEqualTo(euros(100));
        assertThat(forecast.findings()).extracting(Finding::code).contains("CASH-OLD-BALANCE");
    }

    @Test
    void lowest_needBridgingAndRunway_followTheDays() {
        CashForecast forecast = CashWorld.of()
                .grant("a", REGION, 30_000, g -> g.addStep(CashWorld.on("avril", "2026-04-10", 100)))
                .cost(2026, BudgetKind.EXTERNAL, 72_000)
                .forecast(ForecastOptions.of(AT).withMonths(4).withRate(Fraction.percent(5)));
        // 6 000 a month on the last working day: 27 February, 31 March, 30 April
        assertThat(forecast.lowest()).contains(new DayCash(day("2026-03-31"), euros(-6_000), euros(-2_000)));
        assertThat(Amounts.of(forecast.financingNeed())).contains(euros(2_000));
        assertThat(forecast.runwayEnd()).contains(day("2026-03-31"));
        // ten days of 2 000 € at 5 %
        assertThat(Amounts.of(forecast.bridgingCost())).contains(Money.parse("EUR 2.74"));
        assertThat(forecast.byMonth().get(3).balance()).contains(euros(22_000));
        assertThat(forecast.byDay()).hasSize(90);
    }

    @Test
    void explanations_addUp_andTheirLeavesAreTheLines() {
        CashForecast forecast = rich().forecast();
        Stream.concat(
                        forecast.byMonth().stream().map(MonthCash::closing),
                        Stream.of(forecast.financingNeed(), forecast.bridgingCost()))
                .forEach(figure ->
                        assertThat(figure.check()).as(figure.toString()).isEmpty());
        Money opening = Amounts.of(forecast.opening()).orElseThrow();
        assertThat(opening.plus(sum(forecast.lines())))
                .isEqualTo(forecast.byMonth().get(23).balance().orElseThrow());
        for (CashLine line : forecast.lines()) {
            assertThat(Amounts.of(line.amount())).contains(line.money());
            assertThat(line.why().value()).isEqualTo(new Value.Day(line.day()));
        }
        List<DayCash> days = forecast.byDay();
        assertThat(days.get(days.size() - 1).balance())
                .isEqualTo(forecast.byMonth().get(23).balance().orElseThrow());
    }

    @Test
    void options_thatMakeNoSense_areRefused() {
        assertThatThrownBy(() -> ForecastOptions.of(AT).withMonths(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ForecastOptions.of(AT).withMonths(121)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ForecastOptions.of(AT).withRate(Fraction.percent(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ForecastOptions.of(AT).withProbability(GrantState.PLANNED, Fraction.of(2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CashForecast.of(Portfolio.empty(), ID, LawBase.standard(), ForecastOptions.of(AT)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void forecast_ofAnyPortfolio_endsAndAddsUp(long seed) {
        Portfolio portfolio = new RandomPortfolio(seed).portfolio(4, 60);
        for (Structure structure : portfolio.structures()) {
            CashForecast forecast = CashForecast.of(
                    portfolio, structure.id(), LawBase.standard(), ForecastOptions.of(day("2019-05-17")));
            assertThat(forecast.byMonth()).as("seed " + seed).hasSize(24);
            assertThat(forecast.lines().stream().map(CashLine::amount).flatMap(one -> one.check().stream()))
                    .as("seed " + seed)
                    .isEmpty();
            forecast.byMonth()
                    .forEach(month -> assertThat(month.closing().check()).isEmpty());
        }
    }

    @Test
    void forecast_shiftedByFourHundredYears_isTheSame() {
        // the calendar repeats after 400 years, Easter apart, which the days below do not meet
        CashForecast now = CashWorld.of()
                .grant("a", REGION, 1_000, g -> g.addStep(CashWorld.on("x", "2026-09-12", 100)))
                .forecast();
        Portfolio later = new CashWorld()
                .structure(s -> s.addCashBalance(new CashBalance(AT.plusYears(400), euros(10_000), null)))
                .grant("a", REGION, 1_000, g -> g.addStep(CashWorld.on("x", "2426-09-12", 100)))
                .portfolio();
        CashForecast then = CashForecast.of(later, ID, LawBase.standard(), ForecastOptions.of(AT.plusYears(400)));
        assertThat(then.lines().get(0).day()).isEqualTo(now.lines().get(0).day().plusYears(400));
    }

    static CashWorld rich() {
        return CashWorld.of()
                .grant("a", REGION, 33_333, g -> g.dates(dates().convention(day("2025-12-16"))
                                .end(day("2026-10-31"))
                                .build())
                        .addStep(CashWorld.onConvention("avance", 50))
                        .addStep(CashWorld.step("bilan", new Trigger.OnReport(ReportKind.FINAL, Period.ZERO), 50)))
                .grant("b", EU, 60_000, g -> g.programme(FEDER)
                        .rate(Fraction.of(3, 5))
                        .eligibleBase(euros(100_000))
                        .dates(dates().end(day("2026-12-31")).build())
                        .addClaim(claim("c1", "2025-10-15", 20_000))
                        .addReceipt(new Receipt("r", day("2026-01-10"), euros(2_000), null, null)))
                .with(application("c", GrantState.REQUESTED, 9_999))
                .with(application("d", GrantState.PLANNED, 7_777))
                .cost(2026, BudgetKind.STAFF, 50_000)
                .cost(2026, BudgetKind.FEE_PRIVATE, 12_345);
    }

    static Grant application(String id, GrantState state, int euros) {
        return Grant.builder(new GrantId(id), ID)
                .purpose(id)
                .payer(REGION)
                .decisionMaker(REGION)
                .state(state)
                .dates(dates().request(day("2025-12-01"))
                        .start(day("2026-06-01"))
                        .build())
                .addAmount(new StagedAmount(AmountStage.REQUESTED, euros(euros), null, null))
                .build();
    }

    static Claim claim(String id, String day, int euros) {
        return new Claim(id, ClaimKind.INTERIM, day(day), euros(euros), null, null, List.of(), null);
    }

    static List<CashLine> of(CashForecast forecast, CashKind kind) {
        return forecast.lines().stream().filter(line -> line.kind() == kind).toList();
    }

    static Money sum(List<CashLine> lines) {
        return lines.stream().map(CashLine::money).reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
    }
}
