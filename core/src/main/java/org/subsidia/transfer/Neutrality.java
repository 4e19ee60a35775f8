package org.subsidia.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.joda.money.CurrencyUnit;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.explain.RuleReference;
import org.subsidia.time.Span;
import org.subsidia.money.Fraction;
import org.subsidia.territory.Departement;
import org.subsidia.territory.Region;

/**
 * The pairs of Region and département between which a charge and points of tax move. A Region that is in a pair receives for the
 * charge what the attribution leaves it of the tax; the other Regions receive what the other models say.
 */
final class Neutrality {
    private final Scenario scenario;
    private final List<Pair> pairs = new ArrayList<>();

    /**
     * A département and its Region.
     *
     * @param measure that says so
     * @param departement its code
     * @param region its code
     * @param charges what the charge cost a year, as evaluated, in cents
     * @param evaluation the same explained
     * @param points of tax that move
     */
    private record Pair(
            Measure measure,
            String departement,
            String region,
            long charges,
            Explanation evaluation,
            Explanation points,
            Fraction share) {}

    private Neutrality(Scenario scenario) {
        this.scenario = scenario;
    }

    /** The pairs of a scenario; a finding for each that cannot be worked out. */
    static Neutrality of(Scenario scenario, LawBase laws, List<Finding> findings) {
        Neutrality neutrality = new Neutrality(scenario);
        for (Measure measure : scenario.measures()) {
            if (measure.model() == Model.CLECRT) {
                neutrality.pair(measure, laws, findings).ifPresent(neutrality.pairs::add);
            }
        }
        return neutrality;
    }

    /** The département of a measure; the checks of the scenario have seen that it is one. */
    static String departement(Measure measure) {
        return measure.names("departement").stream().findFirst().orElse("");
    }

    private Optional<Pair> pair(Measure measure, LawBase laws, List<Finding> findings) {
        LocalDate day = LocalDate.of(scenario.transfer(), 1, 1);
        Law law = laws.at(day);
        String code = departement(measure);
        Optional<String> region = Departement.find(code)
                .flatMap(each -> each.region(day))
                .map(Region::code);
        Optional<Rule<Fraction>> rule = law.find(Kind.SHARE, "transfer.cvae.points");
        if (region.isEmpty()) {
            findings.add(Finding.error(Place.NOWHERE, "XFER-CLECRT-NO-REGION", measure.id(), code));
            return Optional.empty();
        }
        Optional<Rule<List<String>>> single = law.find(Kind.LIST, "transfer.single-collectivities");
        if (single.filter(each -> each.value().contains(code)).isPresent()) {
            findings.add(Finding.error(
                    Place.NOWHERE,
                    "XFER-CLECRT-SINGLE",
                    measure.id(),
                    Departement.of(code).name()));
            return Optional.empty();
        }
        if (!measure.gives("points") && rule.isEmpty()) {
            findings.add(Finding.error(
                    Place.NOWHERE, "XFER-CLECRT-POINTS", measure.id(), String.valueOf(scenario.transfer())));
            return Optional.empty();
        }
        Fraction share = measure.gives("points")
                ? measure.number("points", scenario.transfer(), Fraction.ZERO)
                : rule.orElseThrow().value();
        Explanation points = Amounts.share(Message.of("XFER-CLECRT-POINTS-OF", code), share);
        if (!measure.gives("points")) {
            points = points.withRules(List.of(rule.orElseThrow().reference()));
        }
        Explanation evaluation = evaluation(measure, law, findings);
        return evaluation == null
                ? Optional.empty()
                : Optional.of(new Pair(
                        measure,
                        code,
                        region.get(),
                        Cents.of(Amounts.of(evaluation).orElseThrow()),
                        evaluation,
                        points,
                        share));
    }

    /** The mean of the years before the transfer, in the prices of the transfer, as the commission evaluates it. */
    private @Nullable Explanation evaluation(Measure measure, Law law, List<Finding> findings) {
        Rule<Span> rule = law.period("transfer.compensation.operating.years");
        List<RuleReference> rules = measure.gives("years") ? List.of() : List.of(rule.reference());
        int years = measure.gives("years")
                ? Math.max(1, measure.count("years", 1))
                : rule.value().amount();
        List<Explanation> parts = new ArrayList<>();
        for (int year = scenario.reference() - years + 1; year <= scenario.reference(); year++) {
            Optional<Long> cents = measure.cents("charges", year);
            if (cents.isEmpty()) {
                findings.add(Finding.error(
                        Place.NOWHERE, "XFER-CLECRT-YEAR", measure.id(), "charges", String.valueOf(year)));
                return null;
            }
            parts.add(Compensation.actualised(
                    scenario,
                    measure,
                    year,
                    Amounts.given(
                            Message.of("XFER-CLECRT-SPENT", String.valueOf(year)), Cents.money(cents.get()))));
        }
        return Compensation.mean(Message.of("XFER-CLECRT-CHARGES"), parts).withRules(rules);
    }

    /** What each Region that is in a pair has for the charge in a year, explained; its structures share no less than nothing. */
    Map<String, Explanation> resources(int year) {
        Map<String, List<Explanation>> byRegion = new TreeMap<>();
        for (Pair pair : pairs) {
            if (pair.measure().isIn(year) && year > scenario.reference()) {
                byRegion.computeIfAbsent(pair.region(), code -> new ArrayList<>())
                        .add(Amounts.difference(
                                Message.of("XFER-CLECRT-RESOURCE", pair.departement()),
                                tax(pair, year),
                                attribution(pair, year)));
            }
        }
        Map<String, Explanation> resources = new LinkedHashMap<>();
        byRegion.forEach((code, parts) -> {
            Explanation sum = Amounts.sum(Message.of("XFER-CLECRT-RESOURCES"), CurrencyUnit.EUR, parts);
            boolean negative = Amounts.of(sum).orElseThrow().isNegative();
            resources.put(
                    code,
                    negative
                            ? Amounts.greatest(
                                    Message.of("XFER-CLECRT-RESOURCES"),
                                    List.of(sum, Amounts.given(Message.of("XFER-CLECRT-NOTHING"), Cents.money(0))))
                            : sum);
        });
        return resources;
    }

    List<Attribution> attributions(int year) {
        List<Attribution> attributions = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.measure().isIn(year) && year > scenario.reference()) {
                Explanation amount = attribution(pair, year);
                attributions.add(new Attribution(
                        pair.measure().id(),
                        pair.departement(),
                        pair.region(),
                        year,
                        Amounts.of(tax(pair, year)).orElseThrow(),
                        Amounts.of(moved(pair, year)).orElseThrow(),
                        Amounts.of(amount).orElseThrow(),
                        amount));
            }
        }
        return attributions;
    }

    private static Explanation tax(Pair pair, int year) {
        Explanation yield = Amounts.given(
                Message.of("XFER-CLECRT-CVAE", String.valueOf(year)),
                Cents.money(pair.measure().cents("cvae", year).orElse(0L)));
        Explanation tax =
                Amounts.share(Message.of("XFER-CLECRT-TAX"), pair.points().label(), pair.share(), yield);
        return new Explanation(
                tax.label(), tax.value(), tax.step(), List.of(pair.points(), yield), tax.rules(), tax.records());
    }

    /** Each year's tax counts, or for ever that of the first year; the charge counts as far as it has moved. */
    private Explanation attribution(Pair pair, int year) {
        Integer from = pair.measure().from();
        int first = from == null ? scenario.transfer() : Math.max(scenario.transfer(), from);
        int counted = pair.measure().word("attribution").equals("fixed") ? first : year;
        return Clecrt.attribution(tax(pair, counted), moved(pair, year));
    }

    private Explanation moved(Pair pair, int year) {
        Fraction left = Fraction.ONE.minus(Path.stateShare(scenario, year));
        return left.equals(Fraction.ONE)
                ? pair.evaluation()
                : Amounts.share(
                        Message.of("XFER-CLECRT-CHARGES"),
                        Message.of("XFER-PHASE-REGION", String.valueOf(year)),
                        left,
                        pair.evaluation());
    }

    /** What the results must say of the pairs. */
    List<Finding> unknowns(Frame frame) {
        List<Finding> findings = new ArrayList<>();
        for (Pair pair : pairs) {
            if (!frame.regions.contains(pair.region())) {
                findings.add(Finding.warning(
                        Place.NOWHERE,
                        "XFER-CLECRT-NOBODY",
                        pair.measure().id(),
                        Region.find(pair.region()).map(Region::name).orElse(pair.region())));
            }
        }
        LocalDate replaced = frame.laws
                .at(LocalDate.EPOCH)
                .date("transfer.cvae.vat-day.region")
                .value();
        if (!pairs.isEmpty() && scenario.last() >= replaced.getYear()) {
            findings.add(Finding.warning(Place.NOWHERE, "XFER-CLECRT-VAT", String.valueOf(replaced.getYear())));
        }
        return findings;
    }
}
