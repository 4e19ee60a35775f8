package org.subsidia.cofinancing;

import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.territory.CategoryRule;
import org.subsidia.territory.EuPeriod;
import org.subsidia.territory.Region;
import org.subsidia.territory.RegionCategory;

/**
 * The highest rate of the Union for a place, at the level of a programme's priority; a project may get less.
 *
 * <p>A place with one category has its rate. A project all over a region with two categories has the rates weighted with the
 * budget, where the law base knows the weights. Of a place that is not known well enough the lowest rate is the prudent one,
 * and the highest one still possible.
 *
 * @param period the programming period
 * @param fund the fund
 * @param site the place
 * @param lowest the prudent rate, with its rules; unknown where the law has none
 * @param highest the highest rate that the place may still have; the same as the lowest where the place is known
 */
public record RateCeiling(EuPeriod period, EuFund fund, Site site, Bound lowest, Bound highest) {

    /**
     * A rate and where it comes from.
     *
     * @param share the exact rate; none where it is unknown
     * @param explanation the rate, or why there is none
     */
    public record Bound(Optional<Fraction> share, Explanation explanation) {}

    private static final int PLACES = 12;

    /**
     * The ceiling for a place.
     *
     * @param period the programming period
     * @param fund the fund
     * @param site the place
     * @param law the law of a day
     * @return the ceiling
     */
    public static RateCeiling of(EuPeriod period, EuFund fund, Site site, Law law) {
        if (fund == EuFund.INTERREG) {
            return one(
                    period, fund, site, leaf(EuProgrammes.rule(period, "rate.interreg"), List.of(), fund.label(), law));
        } else if (fund == EuFund.FISHERIES) {
            return one(
                    period,
                    fund,
                    site,
                    leaf(EuProgrammes.rule(period, "rate-fisheries"), List.of(), fund.label(), law));
        }
        List<Bound> rates = new ArrayList<>();
        List<Site.Unit> units = site.units(period);
        for (Site.Unit unit : units) {
            rates.add(rate(period, fund, unit, law));
        }
        if (units.isEmpty()) {
            for (RegionCategory category : RegionCategory.values()) {
                Bound bound = plain(period, fund, category, law);
                bound.share().ifPresent(share -> rates.add(bound));
            }
        }
        Optional<Bound> unknown =
                rates.stream().filter(rate -> rate.share().isEmpty()).findFirst();
        if (rates.isEmpty() || unknown.isPresent()) {
            return one(period, fund, site, unknown.orElseGet(() -> none(period, law)));
        }
        if (rates.stream().map(Bound::share).distinct().count() == 1) {
            return one(period, fund, site, rates.get(0));
        }
        if (site.spread() == Site.Spread.WHOLE_REGION && fund == EuFund.ERDF) {
            Optional<Bound> blend = blend(period, site, units, rates, law);
            if (blend.isPresent()) {
                return one(period, fund, site, blend.get());
            }
        }
        return new RateCeiling(
                period,
                fund,
                site,
                extreme("COFI-CEILING-PRUDENT", Step.MINIMUM, rates, site, share -> share),
                extreme("COFI-CEILING-HIGHEST", Step.MAXIMUM, rates, site, Fraction::negated));
    }

    /** {@return whether the place is known well enough for one rate} */
    public boolean isCertain() {
        return lowest.share().isPresent() && lowest.share().equals(highest.share());
    }

    private static RateCeiling one(EuPeriod period, EuFund fund, Site site, Bound bound) {
        Bound named = new Bound(
                bound.share(),
                Amounts.same(Message.of("COFI-CEILING", fund.label(), period.text()), bound.explanation()));
        return new RateCeiling(period, fund, site, named, named);
    }

    private static Bound none(EuPeriod period, Law law) {
        Message reason = law.whyMissing(EuProgrammes.rule(period, "rate.more-developed"));
        return new Bound(Optional.empty(), Amounts.unknown(Message.of("COFI-CEILING-NONE"), reason));
    }

    private static Bound rate(EuPeriod period, EuFund fund, Site.Unit unit, Law law) {
        if (unit.outermost().isPresent() && fund != EuFund.JTF) {
            return leaf(
                    EuProgrammes.rule(period, "rate.outermost"),
                    List.of(unit.outermost().get()),
                    Message.of("COFI-CEILING-OUTERMOST", unit.code()),
                    law);
        }
        if (unit.category().isEmpty()) {
            Message reason = Message.of("COFI-CEILING-NOCATEGORY", unit.code(), period.text());
            return new Bound(Optional.empty(), Amounts.unknown(Message.of("COFI-CEILING-NONE"), reason));
        }
        CategoryRule now = unit.category().get();
        List<RuleReference> texts = new ArrayList<>(List.of(now.reference()));
        Message label = Message.of("COFI-CEILING-UNIT", unit.code(), words(now.category()));
        Optional<String> better = unit.before()
                .filter(before -> before.category().compareTo(now.category()) < 0)
                .map(before -> name(period, fund, now.category()) + "-formerly-"
                        + slug(before.category().name()))
                .filter(id -> law.find(Kind.SHARE, id).isPresent());
        if (better.isPresent()) {
            unit.before().ifPresent(before -> texts.add(before.reference()));
        }
        return leaf(better.orElseGet(() -> name(period, fund, now.category())), texts, label, law);
    }

    private static Bound plain(EuPeriod period, EuFund fund, RegionCategory category, Law law) {
        return leaf(name(period, fund, category), List.of(), words(category), law);
    }

    private static String name(EuPeriod period, EuFund fund, RegionCategory category) {
        String subject = fund == EuFund.JTF ? "rate-jtf." : "rate.";
        return EuProgrammes.rule(period, subject + slug(category.name()));
    }

    private static Bound leaf(String id, List<RuleReference> texts, Message label, Law law) {
        Optional<Rule<Fraction>> rule = law.find(Kind.SHARE, id);
        if (rule.isEmpty()) {
            return new Bound(Optional.empty(), Amounts.unknown(label, law.whyMissing(id)));
        }
        List<RuleReference> used = new ArrayList<>(List.of(rule.get().reference()));
        used.addAll(texts);
        return new Bound(
                Optional.of(rule.get().value()),
                Amounts.share(label, rule.get().value()).withRules(used));
    }

    private static Bound extreme(String code, Step step, List<Bound> rates, Site site, UnaryOperator<Fraction> order) {
        Fraction found = rates.stream()
                .flatMap(rate -> rate.share().stream())
                .min(Comparator.comparing(order))
                .orElseThrow();
        List<Explanation> parts =
                rates.stream().map(Bound::explanation).distinct().toList();
        Explanation leaf = Amounts.share(Message.of(code, site.name()), found);
        return new Bound(Optional.of(found), Explanation.of(leaf.label(), leaf.value(), step, parts));
    }

    /** The rates weighted with the budget of each category. */
    private static Optional<Bound> blend(
            EuPeriod period, Site site, List<Site.Unit> units, List<Bound> rates, Law law) {
        Region region = site.region();
        Optional<Rule<Map<String, Fraction>>> weights = region == null
                ? Optional.empty()
                : law.find(Kind.SHARES, EuProgrammes.rule(period, "weights." + slug(region.name())));
        if (weights.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Bound> byCategory = new LinkedHashMap<>();
        for (int i = 0; i < units.size(); i++) {
            Bound rate = rates.get(i);
            units.get(i)
                    .category()
                    .ifPresent(
                            rule -> byCategory.putIfAbsent(slug(rule.category().name()), rate));
        }
        if (!byCategory.keySet().equals(weights.get().value().keySet())) {
            return Optional.empty();
        }
        Fraction sum = Fraction.ZERO;
        List<Explanation> parts = new ArrayList<>();
        for (Map.Entry<String, Fraction> weight : weights.get().value().entrySet()) {
            Bound rate = Objects.requireNonNull(byCategory.get(weight.getKey()));
            Fraction product = weight.getValue().times(rate.share().orElseThrow());
            sum = sum.plus(product);
            Explanation share = Amounts.share(Message.of("COFI-CEILING-WEIGHT"), weight.getValue());
            parts.add(Explanation.of(
                    Message.of("COFI-CEILING-WEIGHTED"),
                    Amounts.share(share.label(), product).value(),
                    Step.PRODUCT,
                    List.of(share, rate.explanation())));
        }
        Explanation whole = Explanation.of(
                        Message.of("COFI-CEILING-BLEND", site.name()),
                        new Value.Share(sum.value(PLACES, RoundingMode.HALF_UP).stripTrailingZeros()),
                        Step.SUM,
                        parts)
                .withRules(List.of(weights.get().reference()));
        return Optional.of(new Bound(Optional.of(sum), whole));
    }

    private static Message words(RegionCategory category) {
        return Message.of("COFI-CATEGORY-" + category.name().replace('_', '-'));
    }

    private static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }
}
