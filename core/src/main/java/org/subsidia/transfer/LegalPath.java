package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;

/**
 * The models of compensation side by side: the base as the decree computes it, frozen, the line as it was announced, and the
 * tax that attributions leave the Regions.
 *
 * @param year the year
 * @param legalWhy the frozen mean of the decree; empty where a year of the window has no amount
 * @param announcedWhy what the line was announced to be; empty where it is not stated
 * @param neutralWhy what the Regions have once attributions between them and départements are paid; empty where none are
 */
public record LegalPath(
        int year,
        Optional<Explanation> legalWhy,
        Optional<Explanation> announcedWhy,
        Optional<Explanation> neutralWhy) {

    /** {@return the frozen mean of the decree} */
    public Optional<Money> legal() {
        return legalWhy.flatMap(Amounts::of);
    }

    /** {@return what the line was announced to be} */
    public Optional<Money> announced() {
        return announcedWhy.flatMap(Amounts::of);
    }

    /** {@return what the Regions have once attributions are paid} */
    public Optional<Money> neutral() {
        return neutralWhy.flatMap(Amounts::of);
    }

    /** {@return announced less legal: negative is a shortfall against the law's formula} */
    public Optional<Money> shortfall() {
        return shortfallWhy().flatMap(Amounts::of);
    }

    /** {@return the same, explained} */
    public Optional<Explanation> shortfallWhy() {
        return legalWhy.flatMap(law -> announcedWhy.map(
                said -> Amounts.difference(Message.of("XFER-SHORTFALL", String.valueOf(year)), said, law)));
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
        Line moved = scenario.line();
        if (moved == null) {
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
                    legal.value().map(run -> new RunWhy(run).transferred(each)),
                    Optional.ofNullable(line.get(year)).map(cents -> announced(simulation, moved, each, cents)),
                    neutral(simulation.attributions(year), year)));
        }
        return paths;
    }

    private static Explanation announced(Simulation simulation, Line moved, int year, long cents) {
        Message label = Message.of("XFER-ANNOUNCED", String.valueOf(year));
        Optional<Long> stated = moved.in(year).map(Cents::of);
        if (stated.isEmpty() || stated.get() == cents) {
            return Amounts.given(label, Cents.money(cents));
        }
        int reference = simulation.scenario().reference();
        long statedThen = moved.in(reference).map(Cents::of).orElseThrow();
        return Amounts.share(
                label,
                Message.of("XFER-ANNOUNCED-SCALE", String.valueOf(reference)),
                Fraction.of(simulation.frame().referenceTotal(), statedThen),
                Amounts.given(Message.of("XFER-ANNOUNCED-STATED", String.valueOf(year)), Cents.money(stated.get())));
    }

    private static Optional<Explanation> neutral(List<Attribution> attributions, int year) {
        return attributions.isEmpty()
                ? Optional.empty()
                : Optional.of(Amounts.sum(
                        Message.of("XFER-NEUTRAL", String.valueOf(year)),
                        CurrencyUnit.EUR,
                        attributions.stream().map(Attribution::resourceWhy).toList()));
    }
}
