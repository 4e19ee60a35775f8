package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;

/**
 * Draws every uncertain number of a scenario many times. A draw is a function of seed, run and parameter, so that the same
 * seed gives the same results on any machine.
 *
 * @param parameters the numbers that were drawn
 * @param runs how often
 * @param gapRanks quantiles of the whole gap, by hundredths
 * @param belowRanks quantiles of the number of structures that run out of cash before the scenario's runway
 * @param belowMean their mean number
 */
public record MonteCarlo(
        List<String> parameters,
        int runs,
        SortedMap<Integer, Rank<Money>> gapRanks,
        SortedMap<Integer, Rank<Integer>> belowRanks,
        Fraction belowMean) {
    private static final int[] HUNDREDTHS = {0, 5, 10, 25, 50, 75, 90, 95, 100};

    /** Copies the collections. */
    public MonteCarlo {
        parameters = List.copyOf(parameters);
        gapRanks = Collections.unmodifiableSortedMap(new TreeMap<>(gapRanks));
        belowRanks = Collections.unmodifiableSortedMap(new TreeMap<>(belowRanks));
    }

    /**
     * The draw that stands for a quantile.
     *
     * @param rank its rank among all draws from the smallest on, the first is 1
     * @param run which draw it is, the first is 1
     * @param value what it gives
     * @param lower what the draw of the next lower rank gives, if there is one
     * @param higher what the draw of the next higher rank gives, if there is one
     * @param <T> what is ranked
     */
    public record Rank<T>(int rank, int run, T value, Optional<T> lower, Optional<T> higher) {}

    /** {@return quantiles of the whole gap, by hundredths} */
    public SortedMap<Integer, Money> gaps() {
        return values(gapRanks);
    }

    /** {@return quantiles of the number of structures that run out of cash before the scenario's runway} */
    public SortedMap<Integer, Integer> below() {
        return values(belowRanks);
    }

    private static <T> SortedMap<Integer, T> values(SortedMap<Integer, Rank<T>> ranks) {
        SortedMap<Integer, T> values = new TreeMap<>();
        ranks.forEach((hundredths, rank) -> values.put(hundredths, rank.value()));
        return values;
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
        return Optional.of(new MonteCarlo(
                new ArrayList<>(spreads.keySet()),
                gaps.length,
                ranks(gaps, Cents::money),
                ranks(below, Math::toIntExact),
                Fraction.of(Cents.sum(below), gaps.length)));
    }

    private static <T> SortedMap<Integer, Rank<T>> ranks(long[] values, LongFunction<T> written) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer run) -> values[run]).thenComparing(run -> run))
                .mapToInt(Integer::intValue)
                .toArray();
        SortedMap<Integer, Rank<T>> ranks = new TreeMap<>();
        for (int hundredths : HUNDREDTHS) {
            int place = Inequality.place(order.length, hundredths);
            ranks.put(
                    hundredths,
                    new Rank<>(
                            place + 1,
                            order[place] + 1,
                            written.apply(values[order[place]]),
                            place == 0 ? Optional.empty() : Optional.of(written.apply(values[order[place - 1]])),
                            place + 1 == order.length
                                    ? Optional.empty()
                                    : Optional.of(written.apply(values[order[place + 1]]))));
        }
        return ranks;
    }

    /** The numbers of one draw by name, the first draw is 1. */
    static Map<String, Fraction> drawn(Scenario scenario, int run) {
        CounterRandom random = new CounterRandom(scenario.seed());
        Map<String, Fraction> drawn = new LinkedHashMap<>();
        spreads(scenario).forEach((name, spread) -> drawn.put(name, spread.at(random.share(run - 1L, drawn.size()))));
        return drawn;
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
