package org.subsidia.stateaid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.law.Unit;
import org.subsidia.money.Fraction;

/** Highest aid intensities of regulation 651/2014 by kind of aid, size and bonus. */
public final class Intensity {
    private Intensity() {}

    /**
     * The highest intensity.
     *
     * @param aid the kind of aid
     * @param size the size of the undertaking
     * @param bonuses what raises it
     * @param law the law of the day of award
     * @return a share of the eligible costs; unknown, with the reason, where the law of the day has none or does not aid that size
     */
    public static Explanation of(ExemptedAid aid, SizeClass size, Set<IntensityBonus> bonuses, Law law) {
        Message label = Message.of("AID-INTENSITY", aid.words(), size.words());
        if (law.base().parameter(aid.rule()).filter(p -> p.unit() == Unit.SHARE).isPresent()) {
            return law.find(Kind.SHARE, aid.rule())
                    .map(rule -> share(label, rule.value(), rule.reference()))
                    .orElseGet(() -> Amounts.unknown(label, law.whyMissing(aid.rule())));
        }
        Optional<Rule<Map<String, Fraction>>> table = law.find(Kind.SHARES, aid.rule());
        if (table.isEmpty()) {
            return Amounts.unknown(label, law.whyMissing(aid.rule()));
        }
        Fraction base = table.get().value().get(size.key());
        RuleReference reference = table.get().reference();
        if (base == null) {
            return Amounts.unknown(label, Message.of("AID-INTENSITY-NONE", aid.words(), size.words()))
                    .withRules(List.of(reference));
        }
        boolean condition = aid == ExemptedAid.PROCESS_INNOVATION && size == SizeClass.LARGE;
        if (condition && !bonuses.contains(IntensityBonus.SMES_BEAR_COSTS)) {
            return Amounts.unknown(label, Message.of("AID-INTENSITY-SMES"))
                    .withRules(law.find(Kind.SHARE, "gber.29.sme-share").stream()
                            .map(Rule::reference)
                            .toList());
        }
        Explanation plain = share(Message.of("AID-INTENSITY-BASE"), base, reference);
        Optional<Rule<Fraction>> bonus = bonus(aid, bonuses).flatMap(id -> law.find(Kind.SHARE, id));
        return bonus.map(more -> raised(label, plain, more, aid, law)).orElseGet(() -> share(label, base, reference));
    }

    private static Optional<String> bonus(ExemptedAid aid, Set<IntensityBonus> bonuses) {
        boolean research = aid == ExemptedAid.INDUSTRIAL_RESEARCH || aid == ExemptedAid.EXPERIMENTAL_DEVELOPMENT;
        if (research && bonuses.contains(IntensityBonus.COLLABORATION)) {
            return Optional.of("gber.25.bonus");
        }
        return aid == ExemptedAid.TRAINING && bonuses.contains(IntensityBonus.DISABLED_WORKERS)
                ? Optional.of("gber.31.bonus-disabled")
                : Optional.empty();
    }

    private static Explanation raised(
            Message label, Explanation plain, Rule<Fraction> bonus, ExemptedAid aid, Law law) {
        List<Explanation> parts =
                List.of(plain, share(Message.of("AID-INTENSITY-BONUS"), bonus.value(), bonus.reference()));
        BigDecimal sum =
                parts.stream().flatMap(part -> part.value().number().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        Explanation raised = Explanation.of(Message.of("AID-INTENSITY-RAISED"), new Value.Share(sum), Step.SUM, parts);
        return law.find(Kind.SHARE, "gber." + aid.article() + ".maximum")
                .map(most -> {
                    Explanation limit = share(Message.of("AID-INTENSITY-MAXIMUM"), most.value(), most.reference());
                    BigDecimal least = sum.min(limit.value().number().orElseThrow());
                    return Explanation.of(label, new Value.Share(least), Step.MINIMUM, List.of(raised, limit));
                })
                .orElse(raised);
    }

    private static Explanation share(Message label, Fraction share, RuleReference rule) {
        return Amounts.share(label, share).withRules(List.of(rule));
    }

    /**
     * The highest aid: the intensity of the eligible costs, and not more than the ceiling of the kind where it has one.
     *
     * @param aid the kind of aid
     * @param size the size of the undertaking
     * @param bonuses what raises the intensity
     * @param costs eligible costs, in euros
     * @param law the law of the day of award
     * @return an amount, or unknown with the reason
     */
    public static Explanation amount(
            ExemptedAid aid, SizeClass size, Set<IntensityBonus> bonuses, Money costs, Law law) {
        Message label = Message.of("AID-INTENSITY-AMOUNT", aid.words(), size.words());
        Explanation intensity = of(aid, size, bonuses, law);
        Optional<BigDecimal> share = intensity.value().number();
        if (share.isEmpty()) {
            return Explanation.of(label, intensity.value(), Step.CHOICE, List.of(intensity));
        }
        Explanation product = Explanation.of(
                label,
                new Value.Amount(Fraction.of(share.get()).times(costs, RoundingMode.HALF_UP)),
                Step.PRODUCT,
                List.of(intensity, Amounts.given(Message.of("AID-INTENSITY-COSTS"), costs)));
        String ceiling = aid.ceilingRule();
        Optional<Rule<Money>> most = ceiling == null ? Optional.empty() : law.find(Kind.MONEY, ceiling);
        return most.map(limit -> {
                    List<Explanation> bounds = new ArrayList<>(List.of(product));
                    bounds.add(Amounts.given(Message.of("AID-INTENSITY-CEILING"), limit.value())
                            .withRules(List.of(limit.reference())));
                    return Amounts.least(label, bounds);
                })
                .orElse(product);
    }

    /**
     * The highest intensity of regional investment aid under the French map of 2014.
     *
     * @param territory {@code c}, or the code of an “a” territory: 01, 02, 03, 04, 06, SM
     * @param size the size of the undertaking
     * @param law the law of the day
     * @return a share, or unknown with the reason
     */
    public static Explanation regional(String territory, SizeClass size, Law law) {
        Message label = Message.of("AID-INTENSITY-REGIONAL", size.words());
        Optional<Rule<Map<String, Fraction>>> base = law.find(Kind.SHARES, "regional-aid.intensity");
        Optional<Rule<Map<String, Fraction>>> bonus = law.find(Kind.SHARES, "regional-aid.bonus");
        if (base.isEmpty() || bonus.isEmpty()) {
            return Amounts.unknown(
                    label, law.whyMissing(base.isEmpty() ? "regional-aid.intensity" : "regional-aid.bonus"));
        }
        Fraction large = base.get().value().get(territory);
        if (large == null) {
            return Amounts.unknown(label, Message.of("AID-INTENSITY-NOTERRITORY", territory));
        }
        List<Explanation> parts = new ArrayList<>();
        parts.add(share(Message.of("AID-INTENSITY-BASE"), large, base.get().reference()));
        Fraction more = bonus.get().value().get(size.key());
        if (more != null) {
            parts.add(share(Message.of("AID-INTENSITY-BONUS"), more, bonus.get().reference()));
        }
        BigDecimal sum =
                parts.stream().flatMap(part -> part.value().number().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Explanation.of(label, new Value.Share(sum), Step.SUM, parts);
    }
}
