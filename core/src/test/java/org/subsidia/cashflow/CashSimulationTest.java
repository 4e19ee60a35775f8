package org.subsidia.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.subsidia.cashflow.CashWorld.AT;
import static org.subsidia.cashflow.CashWorld.EU;
import static org.subsidia.cashflow.CashWorld.FEDER;
import static org.subsidia.cashflow.CashWorld.ID;
import static org.subsidia.cashflow.CashWorld.dates;
import static org.subsidia.cashflow.CashWorld.day;
import static org.subsidia.cashflow.CashWorld.euros;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;

class CashSimulationTest {
    private static final LawBase LAWS = LawBase.standard();
    private static final SimulationOptions OPTIONS = SimulationOptions.STANDARD;

    private static CashSimulation simulated(CashForecast forecast) {
        return CashSimulation.of(forecast, LAWS, OPTIONS).orElseThrow();
    }

    @Test
    void deterministicForecast_isThatOfTheNaiveOne_exactly() {
        CashForecast forecast = CashForecastTest.rich().forecast();
        BigDecimal opening = Amounts.of(forecast.opening()).orElseThrow().getAmount();
        assertThat(forecast.byMonth())
                .extracting(month -> month.balance().orElseThrow().getAmount())
                .isEqualTo(NaiveForecast.deterministic(forecast, opening));
    }

    @Test
    void quantiles_areThoseOfTheNaiveOne_withinStatisticalError() {
        CashForecast forecast = CashForecastTest.rich().forecast();
        int runs = 10_000;
        List<List<Money>> naive =
                NaiveForecast.simulate(forecast, Amounts.of(forecast.opening()).orElseThrow(), runs, 0.5);
        CashSimulation simulation = simulated(forecast);
        for (int q = 0; q < 3; q++) {
            double share = OPTIONS.quantiles().get(q).value(4).doubleValue();
            // five standard errors of a share of so many runs: the naive quantiles around it hold the other one
            double error = 5 * Math.sqrt(2 * share * (1 - share) / runs);
            for (int m = 0; m < naive.size(); m++) {
                List<Money> sorted = naive.get(m);
                Money low = sorted.get((int) Math.floor((share - error) * runs));
                Money high = sorted.get((int) Math.ceil((share + error) * runs));
                assertThat(simulation.band(q).get(m))
                        .as("P" + share + " of month " + m)
                        .isBetween(low, high);
            }
        }
        for (int m = 0; m < naive.size(); m++) {
            double below = naive.get(m).stream().filter(Money::isNegative).count() / (double) runs;
            assertThat(simulation.belowZero().get(m).value(6).doubleValue()).isCloseTo(below, within(0.036));
        }
    }

    @Test
    void certainPayments_giveTheForecastInEveryRun() {
        CashForecast forecast = CashWorld.of()
                .grant("a", CashWorld.REGION, 1_000, g -> g.addStep(CashWorld.on("x", "2026-05-12", 100)))
                .forecast();
        CashSimulation simulation = simulated(forecast);
        for (int q = 0; q < 3; q++) {
            assertThat(simulation.band(q))
                    .isEqualTo(forecast.byMonth().stream()
                            .map(month -> month.balance().orElseThrow())
                            .toList());
        }
        assertThat(simulation.everBelowZero()).isEqualTo(Fraction.ZERO);
        assertThat(simulation.runway(2)).isEmpty();
        assertThat(simulation.financingNeed(0)).isEqualTo(euros(0));
    }

    @Test
    void threads_changeNothing() {
        List<CashForecast> many = new ArrayList<>();
        for (int s = 0; s < 12; s++) {
            Money opening = euros(1_000L * s);
            many.add(CashForecastTest.rich()
                    .structure(b -> b.addCashBalance(new CashBalance(AT, opening, null)))
                    .forecast());
        }
        List<String> one = figures(many, OPTIONS.withRuns(777));
        assertThat(figures(many, OPTIONS.withRuns(777).withThreads(2))).isEqualTo(one);
        assertThat(figures(many, OPTIONS.withRuns(777).withThreads(7))).isEqualTo(one);
        assertThat(figures(many, OPTIONS.withRuns(777).withSeed(2))).isNotEqualTo(one);
    }

    @Test
    void balances_keptForFewMonthsAtOnce_giveTheSameFigures() {
        CashForecast forecast = CashForecastTest.rich().forecast();
        CashKernel.Job job =
                new JobMaking(forecast, 1).make(Amounts.of(forecast.opening()).orElseThrow());
        int[] ranks = OPTIONS.withRuns(1_000).ranks();
        CashKernel.Outcome all = new CashKernel().run(job, 1_000, 1 << 15, ranks, true);
        for (int most : new int[] {1, 3_500, 12_000, 1_000_000}) {
            CashKernel.Outcome some = new CashKernel(most).run(job, 1_000, 1 << 15, ranks, true);
            assertThat(some.band()).as("%d balances at once", most).isEqualTo(all.band());
            assertThat(some.below()).isEqualTo(all.below());
            assertThat(some.firstBelow()).isEqualTo(all.firstBelow());
            assertThat(some.lows()).isEqualTo(all.lows());
            assertThat(some.lowestIn()).isEqualTo(all.lowestIn());
            assertThat(some.overdrafts()).isEqualTo(all.overdrafts());
        }
        assertThat(CashKernel.bytes(84, 10_000)).isEqualTo(10_000 * (84 * 8 + 26));
        assertThat(CashKernel.bytes(120, 1_000_000)).isEqualTo(1_000_000 * (4 * 8 + 26));
    }

    private static List<String> figures(List<CashForecast> forecasts, SimulationOptions options) {
        return CashSimulation.of(forecasts, LAWS, options).stream()
                .map(Optional::orElseThrow)
                .map(one -> one.band(0) + " " + one.band(1) + one.band(2) + one.belowZero() + one.lowest(1)
                        + one.lowestIn() + one.runway(0))
                .toList();
    }

    @Test
    void figures_areTheSameBytesOnEveryMachine() {
        CashSimulation simulation = CashSimulation.of(CashForecastTest.rich().forecast(), LAWS, OPTIONS)
                .orElseThrow();
        assertThat(simulation.band(0).get(12) + " " + simulation.band(1).get(12) + " "
                        + simulation.band(2).get(12) + " " + simulation.everBelowZero())
                .isEqualTo(PINNED);
    }

    private static final String PINNED = "EUR -988.50 EUR 9010.50 EUR 16787.50 8039/10000";

    @Test
    void amountsTimesK_giveBalancesTimesK() {
        CashForecast once = scaled(1);
        CashForecast thrice = scaled(3);
        assertThat(simulated(thrice).band(0))
                .isEqualTo(simulated(once).band(0).stream()
                        .map(money -> money.multipliedBy(3))
                        .toList());
        assertThat(simulated(thrice).belowZero()).isEqualTo(simulated(once).belowZero());
    }

    private static CashForecast scaled(int k) {
        return new CashWorld()
                .structure(s -> s.addCashBalance(new CashBalance(AT, euros(100L * k), null)))
                .grant("a", EU, 60_000 * k, g -> g.programme(FEDER)
                        .rate(Fraction.of(3, 5))
                        .eligibleBase(euros(100_000L * k))
                        .dates(dates().end(day("2026-03-31")).build()))
                .with(scaledApplication(k))
                .cost(2026, BudgetKind.STAFF, 24_000 * k)
                .forecast();
    }

    private static Grant scaledApplication(int k) {
        return CashForecastTest.application("c", GrantState.REQUESTED, 9_000 * k);
    }

    @Test
    void rowsInAnyOrder_giveTheSame() {
        Portfolio portfolio = CashForecastTest.rich().portfolio();
        List<PortfolioRecord> rows = new ArrayList<>(portfolio.stream().toList());
        Collections.shuffle(rows, new Random(3));
        CashForecast other = CashForecast.of(Portfolio.of(rows), ID, LAWS, ForecastOptions.of(AT));
        CashForecast forecast = CashForecastTest.rich().forecast();
        assertThat(other.lines()).isEqualTo(forecast.lines());
        assertThat(simulated(other).band(1)).isEqualTo(simulated(forecast).band(1));
    }

    @Test
    void otherIds_giveTheSameForecast_andOtherDrawsOfTheSameSpread() {
        CashForecast forecast = CashForecastTest.rich().forecast();
        Portfolio renamed = Portfolio.of(CashForecastTest.rich().portfolio().stream()
                .map(record -> record instanceof Grant grant
                        ? grant.toBuilder()
                                .id(new GrantId("zz-" + grant.id().value()))
                                .build()
                        : record)
                .toList());
        CashForecast other = CashForecast.of(renamed, ID, LAWS, ForecastOptions.of(AT));
        assertThat(other.byMonth())
                .extracting(MonthCash::balance)
                .isEqualTo(forecast.byMonth().stream().map(MonthCash::balance).toList());
        for (int m = 0; m < 24; m++) {
            assertThat(simulated(other).belowZero().get(m).value(6).doubleValue())
                    .isCloseTo(simulated(forecast).belowZero().get(m).value(6).doubleValue(), within(0.036));
        }
    }

    @Test
    void latePayer_isLateForEverybody_soThatTheSpreadIsWider() {
        CashWorld world = CashWorld.of();
        for (int g = 0; g < 12; g++) {
            world.grant("g" + g, EU, 6_000, b -> b.programme(FEDER)
                    .rate(Fraction.of(3, 5))
                    .eligibleBase(euros(10_000))
                    .dates(dates().lastClaim(day("2026-02-28")).build()));
        }
        CashForecast forecast = world.forecast();
        CashSimulation alone = CashSimulation.of(forecast, LAWS, OPTIONS.withCorrelation(Fraction.ZERO))
                .orElseThrow();
        CashSimulation together = CashSimulation.of(forecast, LAWS, OPTIONS.withCorrelation(Fraction.ONE))
                .orElseThrow();
        int month = 8;
        assertThat(together.band(2).get(month).minus(together.band(0).get(month)))
                .isEqualTo(euros(72_000))
                .isGreaterThan(alone.band(2).get(month).minus(alone.band(0).get(month)));
    }

    @Test
    void unknownBalance_hasNoSimulation() {
        assertThat(CashSimulation.of(new CashWorld().structure(s -> s).forecast(), LAWS, OPTIONS))
                .isEmpty();
        assertThat(CashSimulation.of(List.of(), LAWS, OPTIONS)).isEmpty();
    }

    @Test
    void amountsTooLargeForCents_areRefused() {
        CashForecast forecast = new CashWorld()
                .structure(s -> s.addCashBalance(new CashBalance(AT, Money.parse("EUR 50000000000000000.00"), null)))
                .forecast();
        assertThatThrownBy(() -> simulated(forecast)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void selection_findsWhatSortingFinds() {
        Selection selection = new Selection();
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 300; round++) {
            int count = 1 + random.nextInt(2_000);
            long spread = 1L << random.nextInt(1, 60);
            long[] values = random.longs(count + 3, -spread, spread).toArray();
            if (round % 5 == 0) {
                Arrays.fill(values, 3, count / 2 + 3, 7);
            }
            int[] ranks = {0, count / 10, count / 2, count / 2, count - 1};
            long[] picked = new long[ranks.length];
            selection.pick(values, 3, count, ranks, picked);
            long[] sorted = Arrays.copyOfRange(values, 3, count + 3);
            Arrays.sort(sorted);
            for (int r = 0; r < ranks.length; r++) {
                assertThat(picked[r]).as("round " + round).isEqualTo(sorted[ranks[r]]);
            }
        }
    }

    @Test
    void draws_areEven_andIndependentOfEachOther() {
        int runs = 65_536;
        int cells = 16;
        int[][] together = new int[cells][cells];
        long a = Draws.key(1, "payment", "a", 0);
        long b = Draws.key(1, "payment", "a", 1);
        for (int run = 0; run < runs; run++) {
            int counter = Draws.counter(run);
            int x = Draws.bits(counter, (int) a, (int) (a >>> 32)) >>> 28;
            int y = Draws.bits(counter, (int) b, (int) (b >>> 32)) >>> 28;
            together[x][y]++;
        }
        double expected = runs / (double) (cells * cells);
        double chi = Arrays.stream(together)
                .flatMapToInt(Arrays::stream)
                .mapToDouble(seen -> (seen - expected) * (seen - expected) / expected)
                .sum();
        // 255 degrees of freedom: mean 255, standard deviation 22.6
        assertThat(chi).isBetween(255 - 5 * 22.6, 255 + 5 * 22.6);
    }

    @Test
    void options_thatMakeNoSense_areRefused() {
        assertThatThrownBy(() -> OPTIONS.withRuns(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OPTIONS.withThreads(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OPTIONS.withQuantiles(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OPTIONS.withQuantiles(List.of(Fraction.percent(50), Fraction.percent(10))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OPTIONS.withCorrelation(Fraction.of(2))).isInstanceOf(IllegalArgumentException.class);
    }
}
