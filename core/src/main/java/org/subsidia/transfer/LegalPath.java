package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;

/**
 * The models of compensation side by side: the base as the decree computes it, frozen, the line as it was announced, and the
 * tax that attributions leave the Regions.
 *
 * @param year the year
 * @param legal the frozen mean of the decree; empty where a year of the window has no amount
 * @param announced what the line was announced to be; empty where it is not stated
 * @param neutral what the Regions have once attributions between them and départements are paid; empty where none are
 */
public record LegalPath(int year, Optional<Money> legal, Optional<Money> announced, Optional<Money> neutral) {

    /** {@return announced less legal: negative is a shortfall against the law's formula} */
    public Optional<Money> shortfall() {
        return legal.flatMap(law -> announced.map(said -> said.minus(law)));
    }

    /**
     * The two paths of a scenario's line.
     *
     * @param simulation a run
     * @param laws the law
     * @return one a year after the reference, none where no line moves
     */
    public static List<LegalPath> of(Simulation simulation, LawBase laws) {
        Scenario scenario = simulation.scenario();
        if (scenario.line() == null) {
            return List.of();
        }
        Measure mean = Measure.of("legal-base", Model.BASE, Map.of("method", new Argument.Word("mean")));
        Reading<Simulation> legal = Simulation.run(scenario.withMeasures(List.of(mean)), simulation.population(), laws);
        Map<Integer, Long> line = new TreeMap<>(simulation.frame().line);
        List<LegalPath> paths = new ArrayList<>();
        for (int year = scenario.transfer(); year <= scenario.last(); year++) {
            int each = year;
            paths.add(new LegalPath(
                    year,
                    legal.value().map(run -> run.transferred(each)),
                    Optional.ofNullable(line.get(year)).map(Cents::money),
                    simulation.attributions(year).stream()
                            .map(Attribution::resource)
                            .reduce(Money::plus)));
        }
        return paths;
    }
}
