package org.subsidia.cashflow;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/**
 * How a forecast is simulated.
 *
 * @param runs how many times, 1 to {@value #MOST_RUNS}
 * @param seed of the draws: the same seed gives the same figures, on any machine and any number of threads
 * @param quantiles wanted of every balance, each 0 to 1, rising
 * @param threads how many structures are simulated at once, at least 1
 * @param correlation the share of payments whose delay follows that of their funder; null: that of the law base
 */
public record SimulationOptions(
        int runs,
        long seed,
        List<Fraction> quantiles,
        int threads,
        @Nullable Fraction correlation) {
    /** The most runs: a thread then holds 58 MB, and makes each run once for four months. */
    public static final int MOST_RUNS = 1_000_000;

    private static final int USUAL_RUNS = 10_000;

    /** Ten thousand runs, P10, P50 and P90, one thread. */
    public static final SimulationOptions STANDARD = new SimulationOptions(
            USUAL_RUNS, 1, List.of(Fraction.percent(10), Fraction.percent(50), Fraction.percent(90)), 1, null);

    /** Copies the list and checks what is given. */
    public SimulationOptions {
        quantiles = List.copyOf(quantiles);
        if (runs < 1 || runs > MOST_RUNS || threads < 1 || quantiles.isEmpty()) {
            throw new IllegalArgumentException("1 to " + MOST_RUNS + " runs, a thread and a quantile: " + runs + ", "
                    + threads + ", " + quantiles);
        }
        for (int i = 0; i < quantiles.size(); i++) {
            boolean rises = i == 0 || quantiles.get(i).compareTo(quantiles.get(i - 1)) > 0;
            if (!quantiles.get(i).isShare() || !rises) {
                throw new IllegalArgumentException("quantiles lie between 0 and 1 and rise: " + quantiles);
            }
        }
        if (correlation != null && !correlation.isShare()) {
            throw new IllegalArgumentException("a share lies between 0 and 1, not at " + correlation);
        }
    }

    /**
     * These options with another number of runs.
     *
     * @param number 1 to {@value #MOST_RUNS}
     * @return the options
     */
    public SimulationOptions withRuns(int number) {
        return new SimulationOptions(number, seed, quantiles, threads, correlation);
    }

    /**
     * These options with another seed.
     *
     * @param number any
     * @return the options
     */
    public SimulationOptions withSeed(long number) {
        return new SimulationOptions(runs, number, quantiles, threads, correlation);
    }

    /**
     * These options with other quantiles.
     *
     * @param shares each 0 to 1, rising
     * @return the options
     */
    public SimulationOptions withQuantiles(List<Fraction> shares) {
        return new SimulationOptions(runs, seed, shares, threads, correlation);
    }

    /**
     * These options on more threads.
     *
     * @param number at least 1
     * @return the options
     */
    public SimulationOptions withThreads(int number) {
        return new SimulationOptions(runs, seed, quantiles, number, correlation);
    }

    /**
     * These options with another correlation.
     *
     * @param share of payments whose delay follows that of their funder, 0 to 1
     * @return the options
     */
    public SimulationOptions withCorrelation(Fraction share) {
        return new SimulationOptions(runs, seed, quantiles, threads, share);
    }

    /** {@return the share of payments that follow their funder, if the user set one} */
    public Optional<Fraction> following() {
        return Optional.ofNullable(correlation);
    }

    /** The rank of each quantile: the smallest number that at least such a share of the runs does not exceed. */
    int[] ranks() {
        return quantiles.stream()
                .mapToInt(share -> Math.max(
                        0,
                        share.times(Fraction.of(runs))
                                        .value(0, RoundingMode.CEILING)
                                        .intValueExact()
                                - 1))
                .toArray();
    }
}
