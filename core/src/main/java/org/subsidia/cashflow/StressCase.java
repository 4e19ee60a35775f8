package org.subsidia.cashflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;

/**
 * A forecast under one set of stresses, with its simulation, to be compared with others of the same structure.
 *
 * @param stresses what goes wrong, all at once; none: the base
 * @param forecast the forecast
 * @param drawn its simulation, made with the same draws as those of the other cases; null: not asked for, or no balance known
 */
public record StressCase(
        List<Stress> stresses,
        CashForecast forecast,
        @Nullable CashSimulation drawn) {

    /** Copies the list. */
    public StressCase {
        stresses = List.copyOf(stresses);
    }

    /**
     * Forecasts a structure once as it is and once under each set of stresses.
     *
     * @param portfolio what is known
     * @param id the structure, which is in the portfolio
     * @param laws the law
     * @param options of all forecasts
     * @param simulation how they are simulated; null: not at all
     * @param sets what goes wrong in each case
     * @return the base first, then a case for each set
     */
    public static List<StressCase> compare(
            Portfolio portfolio,
            StructureId id,
            LawBase laws,
            ForecastOptions options,
            @Nullable SimulationOptions simulation,
            List<List<Stress>> sets) {
        List<List<Stress>> all = new ArrayList<>();
        all.add(options.stresses());
        all.addAll(sets);
        CashForecasts shared = CashForecasts.of(portfolio, laws, options.asAt());
        List<CashForecast> forecasts = all.stream()
                .map(set -> shared.of(id, options.withStresses(set)))
                .toList();
        List<Optional<CashSimulation>> drawn = simulation == null
                ? forecasts.stream()
                        .map(one -> Optional.<CashSimulation>empty())
                        .toList()
                : CashSimulation.of(forecasts, laws, simulation);
        List<StressCase> cases = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            cases.add(new StressCase(all.get(i), forecasts.get(i), drawn.get(i).orElse(null)));
        }
        return cases;
    }

    /** {@return the simulation, if there is one} */
    public Optional<CashSimulation> simulation() {
        return Optional.ofNullable(drawn);
    }

    /**
     * What goes wrong, in words.
     *
     * @param portfolio knows the names of funders, programmes and grants
     * @return a sentence that names them
     */
    public Message words(Portfolio portfolio) {
        return Stress.words(stresses, portfolio);
    }

    /**
     * Where the figures of this case come from.
     *
     * @param portfolio what it was made from
     * @param base the case that it is compared with
     * @return its figures, payment by payment
     */
    public StressWhy why(Portfolio portfolio, StressCase base) {
        return StressWhy.of(portfolio, base.forecast(), forecast);
    }
}
