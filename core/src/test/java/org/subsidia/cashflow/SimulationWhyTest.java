package org.subsidia.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;

class SimulationWhyTest {
    private static final int RUNS = 500;

    private static CashSimulation simulation(int runs) {
        return CashSimulation.of(
                        CashForecastTest.rich().forecast(),
                        LawBase.standard(),
                        SimulationOptions.STANDARD.withRuns(runs).withSeed(20_261_127))
                .orElseThrow();
    }

    private static void isWhole(Explanation why) {
        assertThat(why.check()).isEmpty();
        for (Explanation node : why.nodes().toList()) {
            assertThat(node.label().in(Locale.FRENCH)).isNotBlank().doesNotContain("CASH-");
            assertThat(node.label().in(Locale.ENGLISH)).isNotBlank().doesNotContain("CASH-");
        }
    }

    @Test
    void runs_readBackOneByOne_areThoseThatTheFiguresCount() {
        CashSimulation simulation = simulation(RUNS);
        SimulationWhy why = simulation.why();
        List<CashRun> runs = new ArrayList<>();
        for (int number = 1; number <= RUNS; number++) {
            runs.add(why.run(number));
        }
        int[] ranks = simulation.options().ranks();
        for (int m = 0; m < simulation.forecast().axis().length(); m++) {
            int month = m;
            List<Money> sorted =
                    runs.stream().map(run -> run.balances().get(month)).sorted().toList();
            for (int q = 0; q < ranks.length; q++) {
                assertThat(simulation.band(q).get(m)).isEqualTo(sorted.get(ranks[q]));
            }
            long below = sorted.stream().filter(Money::isNegative).count();
            assertThat(simulation.belowZero().get(m)).isEqualTo(Fraction.of(below, RUNS));
        }
        List<Money> lows = runs.stream()
                .map(run -> run.balances().stream().min(Money::compareTo).orElseThrow())
                .sorted()
                .toList();
        assertThat(simulation.lowest(0)).isEqualTo(lows.get(ranks[0]));
        List<Money> overdrafts = runs.stream()
                .map(run -> run.balances().stream()
                        .filter(Money::isNegative)
                        .map(Money::negated)
                        .reduce(CashWorld.euros(0), Money::plus))
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        Fraction monthly = simulation.forecast().bridgingRate().dividedBy(Fraction.of(12));
        for (int q = 0; q < ranks.length; q++) {
            assertThat(simulation.bridgingCost(q))
                    .isEqualTo(monthly.times(overdrafts.get(ranks[q]), java.math.RoundingMode.HALF_UP));
        }
        assertThat(simulation.bridgingCost(0).isPositive()).isTrue();
    }

    @Test
    void payments_ofARun_comeOnADayTheyMayComeOn() {
        CashSimulation simulation = simulation(RUNS);
        List<CashPayment> payments = simulation.forecast().payments();
        boolean followed = false;
        boolean refused = false;
        for (int number = 1; number <= 50; number++) {
            List<DrawnPayment> drawn = simulation.why().run(number).payments();
            assertThat(drawn).hasSameSizeAs(payments);
            for (int p = 0; p < payments.size(); p++) {
                assertThat(payments.get(p).days()).contains(drawn.get(p).day());
                followed |= drawn.get(p).followed();
                refused |= !drawn.get(p).awarded();
            }
        }
        assertThat(followed).isTrue();
        assertThat(refused).isTrue();
    }

    @Test
    void balance_ofEachQuantile_isWhatItsRunAddsUpTo() {
        CashSimulation simulation = simulation(RUNS);
        for (int q = 0; q < 3; q++) {
            for (int month : new int[] {0, 5, 12, 23}) {
                Explanation balance = simulation.why().balance(q, month);
                isWhole(balance);
                assertThat(Amounts.of(balance)).contains(simulation.band(q).get(month));
                Explanation run = balance.children().get(0);
                assertThat(run.step()).isEqualTo(Step.SUM);
                assertThat(run.value()).isEqualTo(balance.value());
                assertThat(simulation
                                .why()
                                .run(simulation.why().runOf(q, month))
                                .balances()
                                .get(month))
                        .isEqualTo(simulation.band(q).get(month));
            }
        }
        Explanation last = simulation.why().balance(2, 23);
        assertThat(last.allRules()).extracting(rule -> rule.id()).contains("cashflow.funder-correlation");
        assertThat(last.children().get(1).value()).isInstanceOf(Value.Statement.class);
    }

    @Test
    void lowestNeedAndRunway_addUpAndSayWhichRun() {
        CashSimulation simulation = simulation(RUNS);
        SimulationWhy why = simulation.why();
        isWhole(why.lowest(0));
        isWhole(why.financingNeed(0));
        isWhole(why.financingNeed(2));
        isWhole(why.bridgingCost(0));
        isWhole(why.bridgingCost(2));
        assertThat(Amounts.of(why.bridgingCost(0))).contains(simulation.bridgingCost(0));
        assertThat(why.bridgingCost(0).allRules()).extracting(rule -> rule.id()).contains("cashflow.bridging.rate");
        isWhole(why.runway(0));
        isWhole(why.runway(2));
        assertThat(Amounts.of(why.lowest(0))).contains(simulation.lowest(0));
        assertThat(Amounts.of(why.financingNeed(0))).contains(simulation.financingNeed(0));
        assertThat(why.runway(0).value().isKnown())
                .isEqualTo(simulation.runway(0).isPresent());
    }

    @Test
    void probability_isACountWithItsError() {
        CashSimulation simulation = simulation(10_000);
        Explanation ever = simulation.why().everBelowZero();
        isWhole(ever);
        assertThat(ever.value())
                .isEqualTo(new Value.Share(simulation.everBelowZero().value(6, java.math.RoundingMode.HALF_UP)));
        double p = simulation.everBelowZero().value(6).doubleValue();
        BigDecimal error = ever.children().get(1).value().number().orElseThrow();
        assertThat(error.doubleValue())
                .isCloseTo(Math.sqrt(p * (1 - p) / 10_000), org.assertj.core.api.Assertions.within(1e-6));
        for (int m = 0; m < simulation.forecast().axis().length(); m++) {
            isWhole(simulation.why().belowZero(m));
        }
    }

    @Test
    void probabilityOfNoRun_hasAnIntervalAllTheSame() {
        CashSimulation sure = CashSimulation.of(
                        CashWorld.of().forecast(), LawBase.standard(), SimulationOptions.STANDARD.withRuns(100))
                .orElseThrow();
        String interval = ((Value.Statement)
                        sure.why().everBelowZero().children().get(2).value())
                .text()
                .in(Locale.ENGLISH);
        // Wilson: 1.96² / (100 + 1.96²)
        assertThat(interval).isEqualTo("0.00% to 3.70%");
    }

    @Test
    void draws_nameDelaySourceAndProbability() {
        CashSimulation simulation = simulation(10);
        List<SimulationWhy.Draw> draws = simulation.why().drawn();
        assertThat(draws).hasSameSizeAs(simulation.forecast().payments());
        draws.forEach(draw -> isWhole(draw.why()));
        assertThat(draws)
                .allMatch(draw ->
                        !draw.first().isAfter(draw.middle()) && !draw.middle().isAfter(draw.last()));
        assertThat(draws.stream()
                        .filter(draw -> !draw.probability().equals(Fraction.ONE))
                        .flatMap(draw -> draw.why().allRules().stream())
                        .map(rule -> rule.id()))
                .anyMatch(id -> id.startsWith("cashflow.award-probability"));
    }

    @Test
    void runThatIsNone_isRefused() {
        SimulationWhy why = simulation(10).why();
        assertThatThrownBy(() -> why.run(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> why.run(11)).isInstanceOf(IllegalArgumentException.class);
    }
}
