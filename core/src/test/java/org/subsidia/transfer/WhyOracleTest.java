package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.ExplanationText;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;

/** What trees tell of other runs is what those runs give. */
class WhyOracleTest {
    private static final LawBase LAWS = LawBase.standard();
    private static final Population PEOPLE = Populations.random(new Random(11));
    private static final String MEASURES = """
            - {id: base, model: base, method: mean, years: 3}
            - {id: rate, model: rate, rate: {uniform: [0.5, 0.9]}}
            - {id: fill, model: top-up, fill: {triangular: [0, 0.2, 0.6]}}
            """;

    private static final Scenario SCENARIO =
            Scenarios.read("runs: 60\nseed: 5\n" + Scenarios.HEAD + MEASURES).get();

    private static Simulation run(Scenario scenario) {
        return Simulation.run(scenario, PEOPLE, LAWS).get();
    }

    @Test
    void quantile_ofDraws_isWhatItsNumbersGive_betweenItsNeighbours() {
        MonteCarlo draws = MonteCarlo.of(SCENARIO, PEOPLE, LAWS).orElseThrow();
        draws.gapRanks().forEach((hundredths, rank) -> {
            Scenario drawn = SCENARIO;
            for (Map.Entry<String, Fraction> each :
                    MonteCarlo.drawn(SCENARIO, rank.run()).entrySet()) {
                drawn = drawn.with(each.getKey(), each.getValue());
            }
            assertThat(run(drawn).gap()).isEqualTo(Cents.of(rank.value()));
            assertThat(rank.lower().stream()).allSatisfy(lower -> assertThat(lower.isGreaterThan(rank.value()))
                    .isFalse());
            assertThat(rank.higher().stream()).allSatisfy(higher -> assertThat(higher.isLessThan(rank.value()))
                    .isFalse());
        });
        assertThat(draws.gapRanks().get(50).rank()).isEqualTo(30);
        String french = ExplanationText.indented(new DrawsWhy(SCENARIO, draws).gap(50), Locale.FRENCH);
        assertThat(french)
                .contains(
                        "tirage n° " + draws.gapRanks().get(50).run(),
                        "tiré : Taux de compensation",
                        "30 sur 60",
                        "graine : la même donne les mêmes tirages : 5");
        assertThat(ExplanationText.indented(new DrawsWhy(SCENARIO, draws).below(90), Locale.ENGLISH))
                .contains("90% of the draws", "54 of 60", "seed: the same one gives the same draws: 5");
    }

    @Test
    void effect_inOrder_isTheRunWithItLessTheRunWithout_andTheMeanIsOverItsPlaces() {
        Effects effects = Effects.of(SCENARIO, PEOPLE, LAWS);
        Set<String> active = new TreeSet<>();
        for (int i = 0; i < 3; i++) {
            long without = run(SCENARIO.only(active)).gap();
            active.add(SCENARIO.measures().get(i).id());
            long with = run(SCENARIO.only(active)).gap();
            List<Explanation> stages = new EffectsWhy(effects).inOrder(i, false).children();
            assertThat(Amounts.of(stages.get(0))).contains(Cents.money(with));
            assertThat(Amounts.of(stages.get(1))).contains(Cents.money(without));
            assertThat(effects.measures().get(i).turns()).hasSize(3).allSatisfy(turn -> assertThat(turn.share())
                    .isEqualTo(Fraction.of(1, 3)));
        }
        assertThat(Amounts.of(new EffectsWhy(effects).wholeAveraged(true))).contains(effects.cash());
    }

    @Test
    void effects_ofManyMeasures_areMeansOverTheOrdersDrawn() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < Effects.MOST_EXACT + 1; i++) {
            many.append("- {id: m")
                    .append(i)
                    .append(", model: top-up, rate: ")
                    .append(i)
                    .append(" %}\n");
        }
        Effects effects = Effects.of(Scenarios.of(many.toString()), PEOPLE, LAWS);
        assertThat(effects.exact()).isFalse();
        for (int i = 0; i < effects.measures().size(); i++) {
            Explanation mean = new EffectsWhy(effects).averaged(i, false);
            assertThat(mean.check()).isEmpty();
            assertThat(Amounts.of(mean)).contains(effects.measures().get(i).averaged());
            assertThat(effects.measures().get(i).turns().stream()
                            .map(Effects.Turn::share)
                            .reduce(Fraction.ZERO, Fraction::plus))
                    .isEqualTo(Fraction.ONE);
        }
    }

    @Test
    void sensitivity_atAnEnd_isTheRunWithThatNumber_fromTheScenarioItself() {
        Simulation simulation = run(SCENARIO);
        Sensitivity.Bar bar = Sensitivity.of(SCENARIO, PEOPLE, LAWS).bars().stream()
                .filter(each -> each.parameter().equals("rate.rate"))
                .findFirst()
                .orElseThrow();
        SensitivityWhy why = new SensitivityWhy(simulation);
        Explanation low = why.gap(bar, false);
        assertThat(Amounts.of(low))
                .contains(Cents.money(
                        run(SCENARIO.with("rate.rate", Fraction.percent(50))).gap()));
        assertThat(Amounts.of(low.children().get(0))).contains(Cents.money(simulation.gap()));
        assertThat(Amounts.of(why.width(bar))).contains(bar.width());
        assertThat(ExplanationText.indented(why.number(bar, true), Locale.FRENCH))
                .contains("90 %", "plus grande valeur de sa loi", "70 %");
    }

    @Test
    void comparison_ofASecondScenario_startsFromTheFirstAndNamesWhoDiffers() {
        Simulation first = run(SCENARIO);
        Simulation second = run(SCENARIO.with("rate.rate", Fraction.of(3)));
        Comparison comparison = Comparison.of(List.of(first, second));
        ComparisonWhy why = new ComparisonWhy(comparison);
        Explanation cumulated = why.cumulated(1);
        assertThat(Amounts.of(cumulated)).contains(Cents.money(second.gap()));
        assertThat(Amounts.of(cumulated.children().get(0))).contains(Cents.money(first.gap()));
        assertThat(cumulated.children().get(1).children()).isNotEmpty();
        Explanation losers = why.losers(1);
        assertThat(losers.check()).isEmpty();
        assertThat(losers.children().get(2).children())
                .as("who no longer loses")
                .hasSizeGreaterThanOrEqualTo(
                        first.inequality().losers() - second.inequality().losers());
    }
}
