package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.subsidia.document.Suggestion;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.territory.Departement;
import org.subsidia.territory.Region;

/** What can be said of a scenario before it meets a population. */
final class Checks {
    static final Set<String> TESTS =
            Set.of("T1", "T2", "T3", "T4", "T5", "T6", "T7", "GBER-27", "GBER-27-YEARS", "DE-MINIMIS");

    private Checks() {}

    /** Whether a code is that of a region of today: {@code "01"} is one and {@code "1"} is none. */
    static boolean isRegion(String code) {
        return Region.find(code)
                .filter(region -> region.validity().isUnboundedEnd())
                .isPresent();
    }

    static String regions() {
        return Region.all().stream()
                .filter(region -> region.validity().isUnboundedEnd())
                .map(region -> '"' + region.code() + '"')
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static List<Finding> of(Scenario scenario, Function<String, Place> places) {
        List<Finding> findings = new ArrayList<>();
        for (Measure measure : scenario.measures()) {
            Place place = places.apply(measure.id());
            measure.name("index").ifPresent(name -> checkIndex(scenario, measure, name, place, findings));
            checkYears(scenario, measure, place, findings);
            checkNeutrality(scenario, measure, place, findings);
            measure.names("tests").stream()
                    .filter(test -> !TESTS.contains(test))
                    .forEach(test -> findings.add(
                            Finding.error(place, "XFER-TEST-UNKNOWN", ScenarioReader.shown(test), sorted(TESTS))));
            for (String classes : measure.weights("classes").keySet()) {
                if (!Set.of("WORLD", "NATIONAL", "REGIONAL").contains(classes)) {
                    findings.add(Finding.error(place, "DOC-WORD-UNKNOWN", classes, "WORLD, NATIONAL, REGIONAL"));
                }
            }
        }
        checkLine(scenario, places, findings);
        return findings;
    }

    private static String sorted(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    private static void checkIndex(
            Scenario scenario, Measure measure, String name, Place place, List<Finding> findings) {
        NavigableMap<Integer, Fraction> index = scenario.indices().get(name);
        if (index == null) {
            findings.add(Finding.error(
                    place,
                    "XFER-INDEX-UNKNOWN",
                    ScenarioReader.shown(name),
                    Suggestion.nearest(name, scenario.indices().keySet())));
            return;
        }
        int last = measure.model() == Model.INDEXATION ? scenario.last() : scenario.transfer();
        int first = measure.model() == Model.BASE || measure.model() == Model.CLECRT
                ? scenario.reference() - measure.count("years", 1) + 1
                : scenario.transfer();
        for (int year = first; year <= last; year++) {
            if (!index.containsKey(year)) {
                findings.add(Finding.error(place, "XFER-INDEX-YEAR", name, String.valueOf(year)));
            }
        }
    }

    /** A measure of which no year falls into the time of the results would do nothing, silently. */
    private static void checkYears(Scenario scenario, Measure measure, Place place, List<Finding> findings) {
        Integer from = measure.from();
        Integer to = measure.to();
        boolean before = to != null && to < scenario.first();
        boolean after = from != null && from > scenario.last();
        if (before || after) {
            findings.add(Finding.warning(
                    place,
                    "XFER-MEASURE-NEVER",
                    measure.id(),
                    String.valueOf(scenario.first()),
                    String.valueOf(scenario.last())));
        }
    }

    /** A charge moves from one département to its Region, once, and what it cost and the tax brings is known. */
    private static void checkNeutrality(Scenario scenario, Measure measure, Place place, List<Finding> findings) {
        if (measure.model() != Model.CLECRT) {
            return;
        }
        List<String> codes = measure.names("departement");
        String code = Neutrality.departement(measure);
        if (codes.size() != 1 || Departement.find(code).isEmpty()) {
            findings.add(Finding.error(
                    place, "XFER-DEPARTEMENT-BAD", ScenarioReader.shown(String.join(", ", codes)), measure.id()));
        }
        boolean twice = scenario.measures().stream()
                .takeWhile(each -> !each.id().equals(measure.id()))
                .anyMatch(each -> each.model() == Model.CLECRT
                        && Neutrality.departement(each).equals(code));
        if (twice) {
            findings.add(Finding.error(place, "XFER-CLECRT-TWICE", ScenarioReader.shown(code)));
        }
        Line line = scenario.line();
        if (line == null || line.level() != FunderLevel.DEPARTEMENT || line.successor() != FunderLevel.REGION) {
            findings.add(Finding.error(place, "XFER-CLECRT-LINE", measure.id()));
        }
        Integer from = measure.from();
        int first = from == null ? scenario.transfer() : Math.max(scenario.transfer(), from);
        if (measure.cents("cvae", first).isEmpty()) {
            findings.add(Finding.error(place, "XFER-CLECRT-YEAR", measure.id(), "cvae", String.valueOf(first)));
        }
        int window = scenario.reference() - Math.max(1, measure.count("years", 1)) + 1;
        if (measure.cents("charges", window).isEmpty()) {
            findings.add(Finding.error(place, "XFER-CLECRT-YEAR", measure.id(), "charges", String.valueOf(window)));
        }
    }

    private static void checkLine(Scenario scenario, Function<String, Place> places, List<Finding> findings) {
        Line line = scenario.line();
        Optional<Measure> base = scenario.last(Model.BASE);
        if (line == null || line.values().isEmpty()) {
            return;
        }
        Place place = places.apply(base.map(Measure::id).orElse("reference"));
        if (line.in(scenario.reference()).isEmpty()) {
            findings.add(Finding.error(place, "XFER-LINE-YEAR", String.valueOf(scenario.reference())));
        }
        if (base.isPresent() && base.get().word("method").equals("path")) {
            for (int year = scenario.transfer(); year <= scenario.last(); year++) {
                if (line.in(year).isEmpty()) {
                    findings.add(Finding.error(place, "XFER-LINE-YEAR", String.valueOf(year)));
                }
            }
        } else if (base.isPresent()
                && base.get().gives("years")
                && !base.get().word("method").equals("single")) {
            for (int back = 1; back < base.get().count("years", 1); back++) {
                int year = scenario.reference() - back;
                if (line.in(year).isEmpty()) {
                    findings.add(Finding.error(place, "XFER-LINE-YEAR", String.valueOf(year)));
                }
            }
        }
    }
}
