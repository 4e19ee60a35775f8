package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.cashflow.CashForecast;
import org.subsidia.cashflow.ForecastOptions;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class CashPathTest {
    private static final LawBase LAWS = LawBase.standard();
    private static final LocalDate DAY = LocalDate.of(2019, 12, 31);
    private static final int CASES = 60;

    @Test
    void forecast_onRandomMovements_isTheBalanceOfAWalkDayByDay_andExplainsItself() {
        long seed = Long.getLong("subsidia.seed", 77);
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(seed + i);
            String where = "-Dsubsidia.seed=" + (seed + i) + " replays it";
            Recipient recipient = known(random);
            String measures = "- {id: rate, model: rate, rate: " + random.nextInt(100) + " %}\n"
                    + "- {id: fees, model: private-income, increase: " + random.nextInt(50) + " %}\n"
                    + "- {id: late, model: payment-lag, level: REGION, months: " + random.nextInt(14) + "}\n";
            Scenario scenario = Scenarios.of(measures);
            Simulation simulation = Simulation.run(scenario, new Population("", true, List.of(recipient)), LAWS)
                    .get();
            for (boolean with : new boolean[] {false, true}) {
                TreeMap<LocalDate, Money> days = walk(simulation, recipient, with);
                for (CashMonth month : simulation.cash("A", with)) {
                    assertThat(month.balance())
                            .as("%s %s %s", month, with, where)
                            .isEqualTo(days.floorEntry(month.month().atEndOfMonth())
                                    .getValue());
                }
                Optional<LocalDate> gone = days.tailMap(LocalDate.of(2020, 1, 1), true).entrySet().stream()
                        .filter(each -> each.getValue().isNegative())
                        .map(Map.Entry::getKey)
                        .findFirst();
                assertThat(simulation.runwayEnd("A", with)).as(where).isEqualTo(gone);
            }
            Explanation why = simulation.explainCash("A");
            assertThat(why.check()).as(where).isEmpty();
            List<CashMonth> months = simulation.cash("A", true);
            assertThat(Amounts.of(why))
                    .as(where)
                    .contains(months.get(months.size() - 1).balance());
        }
    }

    /** Balances at the end of each day, written a second time: every amount on its day, nothing shared with the engine. */
    private static TreeMap<LocalDate, Money> walk(Simulation simulation, Recipient recipient, boolean with) {
        Scenario scenario = simulation.scenario();
        int lag = with ? scenario.measure("late").orElseThrow().count("months", 0) : 0;
        TreeMap<LocalDate, Money> moves = new TreeMap<>();
        KnownCash known = java.util.Objects.requireNonNull(recipient.knownCash());
        for (KnownCash.Movement each : known.movements()) {
            boolean late = each.level() == FunderLevel.REGION && each.amount().isPositive();
            moves.merge(late ? each.day().plusMonths(lag) : each.day(), each.amount(), Money::plus);
        }
        for (int year = 2020; year <= 2023; year++) {
            for (FunderLevel level : FunderLevel.values()) {
                boolean named = level == FunderLevel.STATE || level == FunderLevel.REGION;
                Money all = !named
                        ? Populations.euros(0)
                        : with ? simulation.after("A", level, year) : simulation.before("A", level, year);
                Money more = all.minus(recipient.received(level).in(year).orElse(Populations.euros(0)));
                spread(moves, year, level == FunderLevel.REGION ? lag : 0, more);
            }
            Money own = recipient.privateIncome().lastKnown(year).orElseThrow();
            long percent = Cents.whole(scenario.measure("fees")
                    .orElseThrow()
                    .number("increase", year, Fraction.ZERO)
                    .times(Fraction.of(100)));
            spread(
                    moves,
                    year,
                    0,
                    with
                            ? own.multipliedBy(percent).dividedBy(100, java.math.RoundingMode.HALF_UP)
                            : Populations.euros(0));
        }
        TreeMap<LocalDate, Money> days = new TreeMap<>();
        Money balance = known.opening();
        for (LocalDate day = DAY; day.getYear() < 2024; day = day.plusDays(1)) {
            balance = balance.plus(moves.getOrDefault(day, Populations.euros(0)));
            days.put(day, balance);
        }
        return days;
    }

    private static void spread(Map<LocalDate, Money> moves, int year, int lag, Money amount) {
        List<Money> parts = org.subsidia.money.Allocation.split(amount, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        for (int month = 0; month < 12; month++) {
            moves.merge(YearMonth.of(year, 1).plusMonths(month + lag).atEndOfMonth(), parts.get(month), Money::plus);
        }
    }

    private static Recipient known(Random random) {
        Recipient.Builder builder = Recipient.builder("A", "a")
                .region("84", Fraction.ONE)
                .received(FunderLevel.STATE, 2019, cents(random, 9_000_000))
                .received(FunderLevel.REGION, 2018, cents(random, 4_000_000))
                .received(FunderLevel.REGION, 2020, cents(random, 4_000_000))
                .fixedCost(2019, cents(random, 9_000_000))
                .privateIncome(2019, Populations.euros(random.nextInt(900_000)));
        List<KnownCash.Movement> movements = new ArrayList<>();
        for (int i = random.nextInt(120); i >= 0; i--) {
            FunderLevel level = random.nextInt(3) == 0 ? FunderLevel.REGION : null;
            movements.add(new KnownCash.Movement(
                    DAY.plusDays(1 + random.nextInt(2_500)),
                    level,
                    cents(random, 3_000_000).minus(cents(random, 3_000_000))));
        }
        return builder.knownCash(new KnownCash(DAY, LocalDate.of(2028, 12, 31), cents(random, 20_000_000), movements))
                .build();
    }

    private static Money cents(Random random, int most) {
        return Money.ofMinor(CurrencyUnit.EUR, 1 + random.nextInt(most));
    }

    @Test
    void cash_ofAPortfolio_whereTheScenarioChangesNothing_isThatOfTheForecast() {
        LocalDate day = LocalDate.of(2026, 1, 31);
        Portfolio portfolio = portfolio(day);
        Population population = Population.of(portfolio, day, LAWS).get();
        Scenario scenario = Scenarios.read("""
                id: test
                title: {fr: Essai, en: Test}
                horizon: {first: 2025, last: 2026}
                reference: 2025
                measures:
                - {id: legal, model: legal, tests: [T1]}
                """).get();
        Simulation simulation = Simulation.run(scenario, population, LAWS).get();
        CashForecast forecast = CashForecast.of(
                portfolio,
                new StructureId("S"),
                LAWS,
                ForecastOptions.of(day).withMonths(12).withoutApplications());
        assertThat(simulation.cash("S", true))
                .containsExactlyElementsOf(forecast.byMonth().stream()
                        .map(each -> new CashMonth(each.month(), each.balance().orElseThrow()))
                        .toList());
        assertThat(simulation.runwayEnd("S", true)).isEqualTo(forecast.runwayEnd());
        assertThat(simulation.runwayEnd("S", true)).isPresent();
        assertThat(simulation.structures().get(0).cashBasis()).isEqualTo(CashBasis.FORECAST);
    }

    @Test
    void cash_beyondTheForecast_isThatOfYearlyBudgets_andSaysSo() {
        LocalDate day = LocalDate.of(2026, 1, 31);
        Population population = Population.of(portfolio(day), day, LAWS).get();
        Scenario scenario = Scenarios.read("""
                id: test
                title: {fr: Essai, en: Test}
                horizon: {first: 2025, last: 2036}
                reference: 2025
                measures:
                - {id: legal, model: legal, tests: [T1]}
                """).get();
        var reading = Simulation.run(scenario, population, LAWS);
        assertThat(reading.findings()).extracting(each -> each.code()).contains("XFER-FORECAST-SHORT");
        assertThat(reading.get().structures().get(0).cashBasis()).isEqualTo(CashBasis.YEARLY);
        assertThat(reading.get().explainCash("S").check()).isEmpty();
    }

    private static Portfolio portfolio(LocalDate day) {
        StructureId id = new StructureId("S");
        Funder region = Funder.builder(new FunderId("region"), FunderLevel.REGION, "Région")
                .build();
        return Portfolio.of(List.of(
                region,
                Structure.builder(id, "Un")
                        .addCashBalance(new CashBalance(day, Populations.euros(30_000), null))
                        .build(),
                Grant.builder(new GrantId("G"), id)
                        .payer(region.id())
                        .decisionMaker(region.id())
                        .state(GrantState.AWARDED)
                        .fiscalYear(2026)
                        .addAmount(new StagedAmount(
                                AmountStage.AWARDED, Populations.euros(40_000), LocalDate.of(2026, 1, 5), null))
                        .build(),
                line(id, "1", BudgetKind.STAFF, 150_000),
                line(id, "2", BudgetKind.FEE_PRIVATE, 20_000)));
    }

    private static BudgetLine line(StructureId id, String number, BudgetKind kind, int amount) {
        return BudgetLine.builder(new BudgetLineId("B" + number), id, 2025, kind, Populations.euros(amount))
                .build();
    }

    @Test
    void movement_notAfterTheDay_isRefused() {
        KnownCash.Movement early = new KnownCash.Movement(DAY, null, Populations.euros(1));
        assertThatThrownBy(() -> new KnownCash(DAY, DAY.plusYears(1), Populations.euros(0), List.of(early)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2019-12-31");
    }
}
