package org.subsidia.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.territory.Departement;
import org.subsidia.territory.Region;
import org.subsidia.time.Span;

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
     * @param first the first year in which the tax moves
     * @param spent what the charge cost, by year before the transfer, in cents
     * @param charges what is evaluated of it a year
     * @param points of tax that move
     * @param pointsRule by which law; null: the author says so
     * @param yearsRule by which law so many years count; null: the author says so
     */
    private record Pair(
            Measure measure,
            String departement,
            String region,
            int first,
            SortedMap<Integer, Long> spent,
            long charges,
            Fraction points,
            @Nullable RuleReference pointsRule,
            @Nullable RuleReference yearsRule) {

        boolean holds(int year) {
            return year >= first && measure.isIn(year);
        }

        long cvae(int year) {
            return measure.cents("cvae", year).orElse(0L);
        }

        long tax(int year) {
            return Cents.share(points, cvae(year));
        }

        /** Each year's tax counts, or for ever that of the first year. */
        int counted(int year) {
            return measure.word("attribution").equals("fixed") ? first : year;
        }
    }

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
        Optional<String> region =
                Departement.find(code).flatMap(each -> each.region(day)).map(Region::code);
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
        Fraction points = measure.gives("points")
                ? measure.number("points", scenario.transfer(), Fraction.ZERO)
                : rule.orElseThrow().value();
        Rule<Span> window = law.period("transfer.compensation.operating.years");
        int years = measure.gives("years")
                ? Math.max(1, measure.count("years", 1))
                : window.value().amount();
        SortedMap<Integer, Long> spent = new TreeMap<>();
        List<Long> actualised = new ArrayList<>();
        for (int year = scenario.reference() - years + 1; year <= scenario.reference(); year++) {
            Optional<Long> cents = measure.cents("charges", year);
            if (cents.isEmpty()) {
                findings.add(Finding.error(
                        Place.NOWHERE, "XFER-CLECRT-YEAR", measure.id(), "charges", String.valueOf(year)));
                return Optional.empty();
            }
            spent.put(year, cents.get());
            actualised.add(Cents.share(Compensation.index(scenario, measure, year), cents.get()));
        }
        Integer from = measure.from();
        return Optional.of(new Pair(
                measure,
                code,
                region.get(),
                from == null ? scenario.transfer() : Math.max(scenario.transfer(), from),
                spent,
                Compensation.mean(actualised.stream().mapToLong(Long::longValue).toArray()),
                points,
                measure.gives("points") ? null : rule.orElseThrow().reference(),
                measure.gives("years") ? null : window.reference()));
    }

    /** What each Region that is in a pair has for the charge in a year; its structures share no less than nothing. */
    Map<String, Long> resources(int year) {
        Map<String, Long> resources = new TreeMap<>();
        for (Pair pair : pairs) {
            if (pair.holds(year)) {
                long attribution = pair.tax(pair.counted(year)) - moved(pair, year);
                resources.merge(pair.region(), pair.tax(year) - attribution, Math::addExact);
            }
        }
        resources.replaceAll((code, cents) -> Math.max(0, cents));
        return resources;
    }

    /** The same of one Region, explained. */
    Explanation explain(String region, int year) {
        List<Explanation> parts = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.holds(year) && pair.region().equals(region)) {
                parts.add(Amounts.difference(
                        Message.of("XFER-CLECRT-RESOURCE", pair.departement()),
                        explainTax(pair, year),
                        explainAttribution(pair, year)));
            }
        }
        Explanation sum = Amounts.sum(Message.of("XFER-CLECRT-RESOURCES"), CurrencyUnit.EUR, parts);
        return Amounts.of(sum).orElseThrow().isNegative()
                ? Amounts.greatest(
                        Message.of("XFER-CLECRT-RESOURCES"),
                        List.of(sum, Amounts.given(Message.of("XFER-CLECRT-NOTHING"), Cents.money(0))))
                : sum;
    }

    List<Attribution> attributions(int year) {
        List<Attribution> attributions = new ArrayList<>();
        for (Pair pair : pairs) {
            if (pair.holds(year)) {
                attributions.add(new Attribution(
                        pair.measure().id(),
                        pair.departement(),
                        pair.region(),
                        year,
                        explainTax(pair, year),
                        explainMoved(pair, year),
                        explainAttribution(pair, year)));
            }
        }
        return attributions;
    }

    private static Explanation explainTax(Pair pair, int year) {
        Explanation points = Amounts.share(Message.of("XFER-CLECRT-POINTS-OF", pair.departement()), pair.points());
        RuleReference rule = pair.pointsRule();
        return Explanation.of(
                Message.of("XFER-CLECRT-TAX"),
                new Value.Amount(Cents.money(pair.tax(year))),
                Step.PRODUCT,
                List.of(
                        rule == null ? points : points.withRules(List.of(rule)),
                        Amounts.given(
                                Message.of("XFER-CLECRT-CVAE", String.valueOf(year)), Cents.money(pair.cvae(year)))));
    }

    private Explanation explainAttribution(Pair pair, int year) {
        return Clecrt.attribution(explainTax(pair, pair.counted(year)), explainMoved(pair, year));
    }

    /** The charge counts as far as it has moved. */
    private long moved(Pair pair, int year) {
        return Cents.share(left(year), pair.charges());
    }

    private Fraction left(int year) {
        return Fraction.ONE.minus(Path.stateShare(scenario, year));
    }

    private Explanation explainMoved(Pair pair, int year) {
        Explanation evaluation = evaluation(pair);
        return left(year).equals(Fraction.ONE)
                ? evaluation
                : Amounts.share(
                        Message.of("XFER-CLECRT-CHARGES"),
                        Message.of("XFER-PHASE-REGION", String.valueOf(year)),
                        left(year),
                        evaluation);
    }

    /** The mean of the years before the transfer, in the prices of the transfer, as the commission evaluates it. */
    private Explanation evaluation(Pair pair) {
        List<Explanation> parts = new ArrayList<>();
        pair.spent()
                .forEach((year, cents) -> parts.add(Compensation.actualised(
                        scenario,
                        pair.measure(),
                        year,
                        Fraction.ONE,
                        new ArrayList<>(List.of(Amounts.given(
                                Message.of("XFER-CLECRT-SPENT", String.valueOf(year)), Cents.money(cents)))))));
        Explanation mean = Compensation.explainMean(Message.of("XFER-CLECRT-CHARGES"), parts);
        RuleReference rule = pair.yearsRule();
        return rule == null ? mean : mean.withRules(List.of(rule));
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
