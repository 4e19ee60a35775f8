package org.subsidia.cashflow;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.GrantState;

/**
 * What a user may choose of a forecast.
 *
 * @param asAt the day of looking: what happened later is not known
 * @param months how many months, the one of that day first; 1 to {@value #MOST_MONTHS}
 * @param applications whether planned and requested grants count, weighted by their probability
 * @param probabilities of an award by state of the application; what is not set comes from the law base
 * @param rate the yearly rate of a bridging loan; null: that of the law base
 * @param stresses what goes wrong, all at once
 */
public record ForecastOptions(
        LocalDate asAt,
        int months,
        boolean applications,
        Map<GrantState, Fraction> probabilities,
        @Nullable Fraction rate,
        List<Stress> stresses) {
    /** The longest forecast. */
    public static final int MOST_MONTHS = 120;

    private static final int USUAL_MONTHS = 24;

    /** Copies the collections and checks months, probabilities and the rate. */
    public ForecastOptions {
        if (months < 1 || months > MOST_MONTHS) {
            throw new IllegalArgumentException("a forecast has 1 to " + MOST_MONTHS + " months, not " + months);
        }
        probabilities = Map.copyOf(probabilities);
        for (Fraction probability : probabilities.values()) {
            if (!probability.isShare()) {
                throw new IllegalArgumentException("a probability lies between 0 and 1, not at " + probability);
            }
        }
        if (rate != null && rate.signum() < 0) {
            throw new IllegalArgumentException("a rate is not negative: " + rate);
        }
        stresses = List.copyOf(stresses);
    }

    /**
     * Two years with all applications, the assumptions of the law base, and nothing that goes wrong.
     *
     * @param asAt the day of looking
     * @return the options
     */
    public static ForecastOptions of(LocalDate asAt) {
        return new ForecastOptions(asAt, USUAL_MONTHS, true, Map.of(), null, List.of());
    }

    /**
     * These options over another time.
     *
     * @param number 1 to {@value #MOST_MONTHS}
     * @return the options
     */
    public ForecastOptions withMonths(int number) {
        return new ForecastOptions(asAt, number, applications, probabilities, rate, stresses);
    }

    /** {@return these options with awarded money only} */
    public ForecastOptions withoutApplications() {
        return new ForecastOptions(asAt, months, false, probabilities, rate, stresses);
    }

    /**
     * These options with another probability.
     *
     * @param state of the application
     * @param probability 0 to 1
     * @return the options
     */
    public ForecastOptions withProbability(GrantState state, Fraction probability) {
        Map<GrantState, Fraction> more = new EnumMap<>(GrantState.class);
        more.putAll(probabilities);
        more.put(state, probability);
        return new ForecastOptions(asAt, months, applications, more, rate, stresses);
    }

    /**
     * These options with the rate of a loan.
     *
     * @param yearly 0 or more
     * @return the options
     */
    public ForecastOptions withRate(Fraction yearly) {
        return new ForecastOptions(asAt, months, applications, probabilities, yearly, stresses);
    }

    /**
     * These options with things that go wrong, in place of those before.
     *
     * @param what all at once
     * @return the options
     */
    public ForecastOptions withStresses(List<Stress> what) {
        return new ForecastOptions(asAt, months, applications, probabilities, rate, what);
    }

    /** {@return the rate of a bridging loan, if the user set one} */
    public Optional<Fraction> bridgingRate() {
        return Optional.ofNullable(rate);
    }
}
