package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;

class TransferPropertiesTest {
    private static final LawBase LAWS = LawBase.standard();
    private static final int CASES = 60;

    @Test
    void rateOne_noPhase_noIndex_changesNothing() {
        forRandom((random, population) -> {
            Simulation simulation = run("- {id: rate, model: rate, rate: 1}\n", population);
            for (Recipient each : population.recipients()) {
                for (int year = 2019; year <= 2023; year++) {
                    assertThat(simulation.publicAfter(each.id(), year))
                            .isEqualTo(simulation.publicBefore(each.id(), year));
                }
            }
            assertThat(simulation.inequality().losers()).isZero();
        });
    }

    @Test
    void moreCompensation_underProRataKeys_makesNobodyWorseOff_butForACentOfTheRemainder() {
        forRandom((random, population) -> {
            int rate = random.nextInt(100);
            Simulation less = run("- {id: rate, model: rate, rate: " + rate + " %}\n", population);
            Simulation more =
                    run("- {id: rate, model: rate, rate: " + (rate + 1 + random.nextInt(20)) + " %}\n", population);
            for (Recipient each : population.recipients()) {
                // the largest remainder may move one cent in the split between regions and one in each region
                Money slack = Money.ofMinor(
                        org.joda.money.CurrencyUnit.EUR, 2L * each.regions().size());
                assertThat(more.publicAfter(each.id(), 2022).plus(slack))
                        .isGreaterThanOrEqualTo(less.publicAfter(each.id(), 2022));
            }
        });
    }

    @Test
    void allAmountsTimesK_scaleTheResults_butForRounding() {
        forRandom((random, population) -> {
            long factor = 1_000L + random.nextInt(9_000);
            String measures = "- {id: rate, model: rate, rate: 2/3}\n- {id: eu, model: eu-match, rate: 60 %}\n";
            Simulation one = run(measures, population);
            Simulation many = run(measures, population.times(factor));
            for (Recipient each : population.recipients()) {
                long slack = factor * (2L + 3L * each.regions().size());
                long scaled = Cents.of(one.publicAfter(each.id(), 2022)) * factor;
                assertThat(Cents.of(many.publicAfter(each.id(), 2022))).isBetween(scaled - slack, scaled + slack);
            }
        });
    }

    @Test
    void orderOfStructures_doesNotMatter() {
        forRandom((random, population) -> {
            List<Recipient> shuffled = new ArrayList<>(population.recipients());
            Collections.shuffle(shuffled, random);
            String measures = Scenarios.random(random);
            Simulation one = run(measures, population);
            Simulation other = run(measures, new Population("", true, shuffled));
            assertThat(other.structures()).isEqualTo(one.structures());
            assertThat(other.regions()).isEqualTo(one.regions());
        });
    }

    @Test
    void effects_inOrderAndAveraged_addUpToTheWhole() {
        forRandom((random, population) -> {
            Effects effects = Effects.of(Scenarios.of("""
                            - {id: rate, model: rate, rate: 1/3}
                            - {id: top-up, model: top-up, fill: 1/7}
                            - {id: cap, model: cap, amount: 100000}
                            """), population, LAWS);
            assertThat(effects.exact()).isTrue();
            assertThat(effects.orders()).isEqualTo(6);
            assertThat(sum(effects.measures().stream()
                            .map(Effects.Effect::inOrder)
                            .toList()))
                    .isEqualTo(effects.whole());
            assertThat(sum(effects.measures().stream()
                            .map(Effects.Effect::averaged)
                            .toList()))
                    .isEqualTo(effects.whole());
        });
    }

    @Test
    void effects_ofNineMeasures_areDrawn_addUp_andRepeat() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Effects.MOST_EXACT + 1; i++) {
            text.append("- {id: r")
                    .append(i)
                    .append(", model: rate, rate: 9")
                    .append(i)
                    .append(" %}\n");
        }
        Population population = Populations.random(new Random(5));
        Effects effects = Effects.of(Scenarios.of(text.toString()), population, LAWS);
        assertThat(effects.exact()).isFalse();
        assertThat(sum(effects.measures().stream().map(Effects.Effect::averaged).toList()))
                .isEqualTo(effects.whole());
        assertThat(Effects.of(Scenarios.of(text.toString()), population, LAWS)).isEqualTo(effects);
    }

    @Test
    void manyRuns_cancelled_endWithTheRunUnderWay() {
        Population population = Populations.eighteenMillion();
        Scenario scenario = Scenarios.read(
                        "seed: 7\nruns: 100000\n" + Scenarios.HEAD
                                + "- {id: rate, model: rate, rate: {uniform: [0.4, 0.6]}}\n- {id: cap, model: cap, amount: 100000}\n")
                .get();
        for (int threads = 1; threads <= 3; threads++) {
            AtomicInteger asked = new AtomicInteger();
            int count = threads;
            assertThatThrownBy(
                            () -> MonteCarlo.of(scenario, population, LAWS, count, () -> asked.incrementAndGet() > 50))
                    .isInstanceOf(CancellationException.class);
            assertThat(asked.get()).isBetween(51, 51 + threads);
        }
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> Effects.of(scenario, population, LAWS, () -> asked.incrementAndGet() > 2))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> Sensitivity.of(scenario, population, LAWS, () -> asked.incrementAndGet() > 5))
                .isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(6);
    }

    @Test
    void monteCarlo_sameSeed_sameDraws_withinTheDistribution() {
        Population population = Populations.eighteenMillion();
        Scenario scenario = Scenarios.read("seed: 7\nruns: 200\n" + Scenarios.HEAD
                        + "- {id: rate, model: rate, rate: {uniform: [0.4, 0.6]}}\n")
                .get();
        MonteCarlo draws = MonteCarlo.of(scenario, population, LAWS).orElseThrow();
        assertThat(MonteCarlo.of(scenario, population, LAWS)).contains(draws);
        for (int threads = 1; threads <= 4; threads++) {
            assertThat(MonteCarlo.of(scenario, population, LAWS, threads)).contains(draws);
        }
        long whole = Cents.of(Populations.euros(18_000_000)) * 4;
        assertThat(Cents.of(draws.gaps().get(0))).isBetween(-whole * 6 / 10 - 10, -whole * 59 / 100);
        assertThat(Cents.of(draws.gaps().get(100))).isBetween(-whole * 41 / 100, -whole * 4 / 10);
        assertThat(draws.parameters()).containsExactly("rate.rate");
    }

    @Test
    void triangularAndChoice_drawTheirShares() {
        Distribution triangle = new Distribution.Triangular(Fraction.ZERO, Fraction.of(1, 4), Fraction.ONE);
        assertThat(triangle.at(Fraction.ZERO)).isEqualTo(Fraction.ZERO);
        assertThat(triangle.at(Fraction.of(1, 4)).value(6)).isEqualByComparingTo("0.25");
        Distribution choice = new Distribution.Choice(new java.util.TreeMap<>(
                java.util.Map.of(Fraction.ZERO, Fraction.of(1, 4), Fraction.ONE, Fraction.of(3, 4))));
        int zeros = 0;
        CounterRandom random = new CounterRandom(3);
        for (int run = 0; run < 4_000; run++) {
            zeros += choice.at(random.share(run, 0)).signum() == 0 ? 1 : 0;
        }
        assertThat(zeros).isBetween(900, 1_100);
    }

    @Test
    void seek_findsTheSmallestRate_andProvesThatOneStepLessFails() {
        forRandom((random, population) -> {
            Scenario scenario = Scenarios.of("- {id: rate, model: rate, rate: 0}\n");
            Fraction target = Fraction.of(1 + random.nextInt(4), 4);
            GoalSeek found = GoalSeek.of(
                    scenario, population, LAWS, "rate.rate", new GoalSeek.Runway(1 + random.nextInt(24)), target);
            if (found.smallest() == null) {
                assertThat(found.reached()).isLessThan(target);
            } else {
                assertThat(found.reached()).isGreaterThanOrEqualTo(target);
                if (found.failing() != null) {
                    assertThat(found.smallest().minus(found.failing())).isEqualTo(found.step());
                    assertThat(found.reachedBelow()).isLessThan(target);
                }
            }
        });
    }

    @Test
    void quantilesAndGini_ofKnownAmounts() {
        assertThat(Inequality.quantile(new long[] {1, 2, 3, 4}, 50)).isEqualTo(2);
        assertThat(Inequality.quantile(new long[] {1, 2, 3, 4}, 0)).isEqualTo(1);
        assertThat(Inequality.quantile(new long[] {1, 2, 3, 4}, 100)).isEqualTo(4);
        assertThat(Inequality.gini(new long[] {5, 5, 5})).contains(Fraction.ZERO);
        assertThat(Inequality.gini(new long[] {0, 0, 0, 1})).contains(Fraction.of(3, 4));
        assertThat(Inequality.gini(new long[] {0, 0})).isEmpty();
    }

    @Test
    void clecrt_taxAboveCharges_regionPaysTheDifference() {
        assertThat(Clecrt.attribution(Populations.euros(10), Populations.euros(7))
                        .check())
                .isEmpty();
        assertThat(org.subsidia.explain.Amounts.of(Clecrt.attribution(Populations.euros(7), Populations.euros(10))))
                .contains(Populations.euros(-3));
    }

    @Test
    void variants_onOneGround_giveWhatEachGivesAlone() {
        forRandom((random, population) -> {
            Scenario scenario = Scenarios.of(Scenarios.random(random)
                    + "- {id: where, model: region-key, keys: {historic: 1}, multiRegion: seat, from: 2022}\n");
            Variants variants = new Variants(scenario, population, LAWS);
            for (Measure each : scenario.measures()) {
                Scenario without = scenario.withMeasures(scenario.measures().stream()
                        .filter(other -> !other.equals(each))
                        .toList());
                Simulation shared = variants.run(without).get();
                Simulation alone = Simulation.run(without, population, LAWS).get();
                assertThat(shared.structures()).isEqualTo(alone.structures());
                assertThat(shared.regions()).isEqualTo(alone.regions());
                assertThat(shared.flows(2023)).isEqualTo(alone.flows(2023));
                assertThat(shared.gap()).isEqualTo(alone.gap());
                assertThat(shared.cash()).isEqualTo(alone.cash());
            }
        });
    }

    private static Money sum(List<Money> amounts) {
        return Money.total(amounts);
    }

    private static Simulation run(String measures, Population population) {
        return Simulation.run(Scenarios.of(measures), population, LAWS).get();
    }

    private static void forRandom(BiConsumer<Random, Population> test) {
        long seed = Long.getLong("subsidia.seed", 41);
        for (int i = 0; i < CASES; i++) {
            Random random = new Random(seed + i);
            Population population = Populations.random(random);
            try {
                test.accept(random, population);
            } catch (AssertionError e) {
                throw new AssertionError("-Dsubsidia.seed=" + (seed + i) + " replays it: " + e.getMessage(), e);
            }
        }
    }
}
