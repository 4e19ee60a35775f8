package org.subsidia.dependence;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;

/** Measures the norms. */
final class Norms {
    private static final Set<FunderLevel> LOCAL = EnumSet.of(
            FunderLevel.REGION,
            FunderLevel.DEPARTEMENT,
            FunderLevel.EPCI,
            FunderLevel.COMMUNE,
            FunderLevel.MIXED_SYNDICATE);

    private static final Set<FunderLevel> STATE_AND_LOCAL = EnumSet.of(FunderLevel.STATE, FunderLevel.STATE_OPERATOR);

    static {
        STATE_AND_LOCAL.addAll(LOCAL);
    }

    private Norms() {}

    /** How a year stands to a norm, by the law of a day. */
    static NormFigure of(Norm norm, OperatingFigures figures, Law law) {
        return switch (norm) {
            case T1 -> most(norm, figures, Ratio.R1.of(figures).explanation(), law, false);
            case T2 ->
                most(
                        norm,
                        figures,
                        FunderShares.of(figures, FunderView.ORIGIN)
                                .shareOf(Message.of("DEP-T2-MEASURED"), STATE_AND_LOCAL),
                        law,
                        true);
            case T3 -> least(norm, figures, Ratio.R5.of(figures).explanation(), law);
            case T4 -> most(norm, figures, Ratio.R12.of(figures).explanation(), law, false);
            case T5 -> most(norm, figures, Ratio.R4.of(figures).explanation(), law, false);
            case T6 -> {
                Explanation greatest = greatestLocal(figures);
                yield most(
                        norm,
                        figures,
                        Ratio.quotient(Message.of("DEP-T6-MEASURED"), greatest, figures.totalProducts()),
                        law,
                        false);
            }
            case T6A -> amount(norm, figures, greatestLocal(figures), law);
            case T7 -> definition(figures, law);
        };
    }

    /** The local authority that decides the most, or nothing where none does. */
    private static Explanation greatestLocal(OperatingFigures figures) {
        FunderShares shares = FunderShares.of(figures, FunderView.DECISION);
        Message label = Message.of("DEP-T6A-MEASURED");
        if (!shares.total().value().isKnown()) {
            return Explanation.leaf(label, shares.total().value());
        }
        List<Explanation> locals = shares.parties().entrySet().stream()
                .filter(entry ->
                        LOCAL.contains(entry.getKey().level()) || entry.getKey().level() == FunderLevel.UNKNOWN)
                .map(Map.Entry::getValue)
                .toList();
        boolean unknown = shares.parties().keySet().stream().anyMatch(party -> party.level() == FunderLevel.UNKNOWN);
        if (unknown) {
            return Amounts.unknown(label, Message.of("DEP-T6-UNKNOWN", Integer.toString(figures.year())));
        }
        return locals.isEmpty() ? Amounts.given(label, Money.zero(CurrencyUnit.EUR)) : Amounts.greatest(label, locals);
    }

    private static NormFigure most(
            Norm norm, OperatingFigures figures, Explanation measured, Law law, boolean strictly) {
        Optional<Rule<Fraction>> rule = law.find(Kind.SHARE, norm.rule());
        Explanation limit = limit(norm, rule, law);
        Explanation distance = distance(limit, measured);
        Optional<Boolean> met =
                distance.value().number().map(BigDecimal::signum).map(sign -> strictly ? sign > 0 : sign >= 0);
        return new NormFigure(norm, figures, measured, limit, distance, met);
    }

    private static NormFigure least(Norm norm, OperatingFigures figures, Explanation measured, Law law) {
        Optional<Rule<Fraction>> rule = law.find(Kind.SHARE, norm.rule());
        Explanation limit = limit(norm, rule, law);
        Explanation distance = distance(measured, limit);
        Optional<Boolean> met = distance.value().number().map(margin -> margin.signum() > 0);
        return new NormFigure(norm, figures, measured, limit, distance, met);
    }

    private static NormFigure amount(Norm norm, OperatingFigures figures, Explanation measured, Law law) {
        Optional<Rule<Money>> rule = law.find(Kind.MONEY, norm.rule());
        Explanation limit = rule.map(
                        found -> Amounts.given(norm.label(), found.value()).withRules(List.of(found.reference())))
                .orElseGet(() -> Amounts.unknown(norm.label(), law.whyMissing(norm.rule())));
        Explanation distance = Amounts.difference(Message.of("DEP-NORM-DISTANCE"), limit, measured);
        return new NormFigure(
                norm, figures, measured, limit, distance, Amounts.of(distance).map(margin -> !margin.isNegative()));
    }

    private static NormFigure definition(OperatingFigures figures, Law law) {
        Explanation measured = Ratio.R5.of(figures).explanation();
        Explanation limit = law.find(Kind.LIST, Norm.T7.rule())
                .map(rule -> Explanation.leaf(Norm.T7.label(), new Value.Unknown(Message.of("DEP-T7-NO-LIMIT")))
                        .withRules(List.of(rule.reference())))
                .orElseGet(() -> Amounts.unknown(Norm.T7.label(), law.whyMissing(Norm.T7.rule())));
        return new NormFigure(Norm.T7, figures, measured, limit, distance(measured, limit), Optional.empty());
    }

    private static Explanation limit(Norm norm, Optional<Rule<Fraction>> rule, Law law) {
        return rule.map(found -> Amounts.share(norm.label(), found.value()).withRules(List.of(found.reference())))
                .orElseGet(() -> Amounts.unknown(norm.label(), law.whyMissing(norm.rule())));
    }

    private static Explanation distance(Explanation greater, Explanation less) {
        Message label = Message.of("DEP-NORM-DISTANCE");
        List<Explanation> parts = List.of(greater, less);
        if (greater.value() instanceof Value.Share from && less.value() instanceof Value.Share taken) {
            return Explanation.of(label, new Value.Share(from.share().subtract(taken.share())), Step.DIFFERENCE, parts);
        }
        Value reason = greater.value().isKnown() ? less.value() : greater.value();
        return Explanation.of(label, reason, Step.CHOICE, parts);
    }
}
