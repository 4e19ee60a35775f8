package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.joda.money.Money;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;

/**
 * Draws every uncertain number of a scenario many times. A draw is a function of seed, run and parameter, so that the same
 * seed gives the same results on any machine.
 *
 * @param parameters the numbers that were drawn
 * @param runs how often
 * @param gaps quantiles of the whole gap, by hundredths
 * @param below quantiles of the number of structures that run out of cash before the scenario's runway
 * @param belowMean their mean number
 */
public record MonteCarlo(
        List<String> parameters,
        int runs,
        SortedMap<Integer, Money> gaps,
        SortedMap<Integer, Integer> below,
        Fraction belowMean) {
    private static final int[] HUNDREDTHS = {0, 5, 10, 25, 50, 75, 90, 95, 100};

    /** Copies the collections. */
    public MonteCarlo {
        parameters = List.copyOf(parameters);
        gaps = Collections.unmodifiableSortedMap(new TreeMap<>(gaps));
        below = Collections.unmodifiableSortedMap(new TreeMap<>(below));
    }

    /**
     * Runs the draws on all processors.
     *
     * @param scenario its seed and number of runs count
     * @param population one on which it runs
     * @param laws the law
     * @return the distribution, empty where no number of the scenario is uncertain
     */
    public static Optional<MonteCarlo> of(Scenario scenario, Population population, LawBase laws) {
        return of(scenario, population, laws, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Runs the draws.
     *
     * @param scenario its seed and number of runs count
     * @param population one on which it runs
     * @param laws the law
     * @param threads at least 1; the results are the same for any number
     * @return the distribution, empty where no number of the scenario is uncertain
     */
    public static Optional<MonteCarlo> of(Scenario scenario, Population population, LawBase laws, int threads) {
        return of(scenario, population, laws, threads, () -> false);
    }

    /**
     * Runs the draws as long as somebody wants them.
     *
     * @param scenario its seed and number of runs count
     * @param population one on which it runs
     * @param laws the law
     * @param threads at least 1; the results are the same for any number
     * @param cancelled whether nobody wants the answer any more; asked before each run, on any thread
     * @return the distribution, empty where no number of the scenario is uncertain
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public static Optional<MonteCarlo> of(
            Scenario scenario, Population population, LawBase laws, int threads, BooleanSupplier cancelled) {
        Map<String, Distribution> spreads = spreads(scenario);
        if (spreads.isEmpty()) {
            return Optional.empty();
        }
        Variants variants = new Variants(scenario, population, laws, cancelled);
        variants.run(scenario);
        long[] gaps = new long[scenario.runs()];
        long[] below = new long[scenario.runs()];
        Variants.all(gaps.length, threads, run -> {
            Simulation simulation = variants.run(draw(scenario, spreads, run)).get();
            gaps[run] = simulation.gap();
            below[run] = simulation.below(scenario.runway());
        });
        Arrays.sort(gaps);
        Arrays.sort(below);
        SortedMap<Integer, Money> gapQuantiles = new TreeMap<>();
        SortedMap<Integer, Integer> belowQuantiles = new TreeMap<>();
        for (int hundredths : HUNDREDTHS) {
            gapQuantiles.put(hundredths, Cents.money(Inequality.quantile(gaps, hundredths)));
            belowQuantiles.put(hundredths, (int) Inequality.quantile(below, hundredths));
        }
        return Optional.of(new MonteCarlo(
                new ArrayList<>(spreads.keySet()),
                gaps.length,
                gapQuantiles,
                belowQuantiles,
                Fraction.of(Cents.sum(below), gaps.length)));
    }

    private static Map<String, Distribution> spreads(Scenario scenario) {
        Map<String, Distribution> spreads = new LinkedHashMap<>();
        for (String name : ParameterName.all(scenario)) {
            ParameterName parameter = ParameterName.of(name, scenario);
            Argument argument = scenario.measure(parameter.measure())
                    .map(each -> each.arguments().get(parameter.parameter()))
                    .orElse(null);
            if (argument instanceof Argument.Numbers numbers) {
                Distribution spread = numbers.spread();
                if (spread != null) {
                    spreads.put(name, spread);
                }
                numbers.dated().forEach((year, each) -> spreads.put(name + '@' + year, each));
            }
        }
        return spreads;
    }

    static Scenario draw(Scenario scenario, Map<String, Distribution> spreads, long run) {
        CounterRandom random = new CounterRandom(scenario.seed());
        Scenario drawn = scenario;
        int parameter = 0;
        for (Map.Entry<String, Distribution> entry : spreads.entrySet()) {
            drawn = drawn.with(entry.getKey(), entry.getValue().at(random.share(run, parameter)));
            parameter++;
        }
        return drawn;
    }
}
