package org.subsidia.transfer.population;

import java.util.List;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.transfer.Population;

/**
 * A plausible population of pôles, clusters and PTCE that is made up: sums and means are those of the country, no structure is
 * real, and it says so.
 *
 * <p>The State's line of each year and about twenty million euros of local authorities are shared between the pôles to the
 * cent; the PTCE in proportion to those that the State aided get a hundred thousand euros over two years.
 */
public final class SyntheticPopulation {
    private SyntheticPopulation() {}

    /**
     * Makes a population.
     *
     * @param plan how many, for which years
     * @return the population, or why there is none: no or too many structures, years in the wrong order, or a year for which no
     *     initial law with the State's line is known
     */
    public static Reading<Population> generate(PopulationPlan plan) {
        if (!plan.hasUsableCounts()) {
            return refused("POP-COUNTS", plan.poles(), plan.clusters(), plan.ptce(), PopulationPlan.MOST);
        }
        if (plan.fromYear() > plan.toYear()) {
            return refused("POP-YEARS-ORDER", String.valueOf(plan.fromYear()), String.valueOf(plan.toYear()));
        }
        Calibration calibration = Calibration.standard();
        NavigableMap<Integer, Money> line = calibration.line();
        for (int year = plan.fromYear(); year <= plan.toYear(); year++) {
            if (!line.containsKey(year)) {
                String known = line.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
                return refused("POP-LINE-UNKNOWN", String.valueOf(year), known);
            }
        }
        String name = "population fictive, graine " + plan.seed();
        return Reading.of(new Population(name, true, new PopulationMaking(plan, calibration).recipients()));
    }

    /** {@return what populations follow, facts and assumptions} */
    public static List<CalibrationEntry> calibration() {
        return List.copyOf(Calibration.standard().entries());
    }

    private static Reading<Population> refused(String code, Object... arguments) {
        return Reading.refused(Finding.error(Place.NOWHERE, code, arguments));
    }
}
