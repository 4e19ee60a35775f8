package org.subsidia.stateaid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectCost;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.SpendingKind;

/**
 * What aid for one project adds up to, against its eligible costs and the highest intensity of the regimes that pay for it
 * (regulation 651/2014, article 8). Grants of one project are taken to pay the same costs.
 */
public final class Cumulation {
    private Cumulation() {}

    /** The lowest and the highest intensity that may apply; the size of the undertaking and bonuses lie between. */
    private record Range(Explanation least, Explanation most) {}

    /**
     * Whether aid for a project fits.
     *
     * @param project the project
     * @param awards the awards of the portfolio
     * @param law the law of the day
     * @return yes, no, or unknown with what is missing
     */
    public static AidVerdict of(Project project, AidAwards awards, Law law) {
        Message condition = Message.of("AID-CUM", project.name());
        List<AidAward> aid = aid(project, awards);
        List<MissingFact> missing = new ArrayList<>();
        List<Explanation> lines = new ArrayList<>();
        for (AidAward award : aid) {
            Message none = Message.of("AID-MISSING-AMOUNT", award.name());
            Money amount = award.amount();
            if (amount == null) {
                missing.add(new MissingFact(award.id(), none));
            } else {
                lines.add(Amounts.given(award.name(), amount).withRecords(List.of(award.id())));
            }
        }
        Explanation total = Amounts.sum(Message.of("AID-CUM-TOTAL"), CurrencyUnit.EUR, lines);
        Optional<Explanation> costs = costs(project, aid);
        if (costs.isEmpty()) {
            missing.add(new MissingFact(project.id().value(), Message.of("AID-MISSING-COSTS", project.name())));
            return AidVerdict.of(
                    condition,
                    AidAnswer.UNKNOWN,
                    Message.of("AID-CUM-NOCOST", project.name()),
                    missing,
                    List.of(total));
        }
        Range range = range(aid, law, missing);
        Money sum = Amounts.of(total).orElseThrow();
        Money cost = Amounts.of(costs.get()).orElseThrow();
        Explanation most = limit("AID-CUM-MOST", range.most(), cost, costs.get());
        Explanation least = limit("AID-CUM-LEAST", range.least(), cost, costs.get());
        AidAnswer answer = sum.isGreaterThan(Amounts.of(most).orElseThrow())
                ? AidAnswer.NO
                : missing.isEmpty()
                                || (!sum.isGreaterThan(Amounts.of(least).orElseThrow()) && aid.size() == lines.size())
                        ? AidAnswer.YES
                        : AidAnswer.UNKNOWN;
        Money bound = Amounts.of(answer == AidAnswer.YES ? least : most).orElseThrow();
        List<Explanation> parts = new ArrayList<>(List.of(total, most));
        if (!least.value().equals(most.value())) {
            parts.add(least);
        }
        return AidVerdict.of(condition, answer, Message.of("AID-CUM-" + answer, sum, bound, cost), missing, parts);
    }

    private static Explanation limit(String label, Explanation share, Money cost, Explanation costs) {
        Fraction exact = Fraction.of(share.value().number().orElseThrow());
        return Explanation.of(
                Message.of(label),
                new Value.Amount(exact.times(cost, RoundingMode.HALF_UP)),
                Step.PRODUCT,
                List.of(share, costs));
    }

    private static List<AidAward> aid(Project project, AidAwards awards) {
        Set<GrantId> seen = new HashSet<>();
        return awards.portfolio().grantsOf(project.id()).stream()
                .filter(grant -> seen.add(grant.id()))
                .map(Grant::structure)
                .distinct()
                .flatMap(id -> awards.of(id).stream())
                .filter(award -> project.id().equals(award.grant().project()))
                .toList();
    }

    /** The eligible costs where every line has its own, else the whole cost, else the one base that the grants name. */
    private static Optional<Explanation> costs(Project project, List<AidAward> aid) {
        Message label = Message.of("AID-CUM-COSTS");
        List<ProjectCost> lines = project.costs();
        if (!lines.isEmpty() && lines.stream().allMatch(line -> isEuro(line.amount()))) {
            boolean split = lines.stream().allMatch(line -> line.eligible() != null && isEuro(line.eligible()));
            Explanation sum = Amounts.sum(
                    label,
                    CurrencyUnit.EUR,
                    lines.stream()
                            .map(line -> Amounts.given(
                                    Message.of("AID-LINE", line.category()),
                                    split && line.eligible() != null ? line.eligible() : line.amount()))
                            .toList());
            return Optional.of(sum.withRecords(List.of(project.id().value())))
                    .filter(costs -> Amounts.of(costs).filter(Money::isPositive).isPresent());
        }
        List<Money> bases = aid.stream()
                .map(award -> award.grant().eligibleBase())
                .flatMap(base -> Optional.ofNullable(base).stream())
                .distinct()
                .toList();
        return bases.size() == 1 && isEuro(bases.get(0)) && bases.get(0).isPositive()
                ? Optional.of(Amounts.given(label, bases.get(0)))
                : Optional.empty();
    }

    private static boolean isEuro(@Nullable Money money) {
        return money != null && money.getCurrencyUnit().equals(CurrencyUnit.EUR);
    }

    /** The highest intensity of all exempted aid for the project; without any, the whole cost. */
    private static Range range(List<AidAward> aid, Law law, List<MissingFact> missing) {
        Explanation whole = Amounts.share(Message.of("AID-CUM-WHOLE"), Fraction.ONE);
        List<Range> ranges = new ArrayList<>();
        for (AidAward award : aid) {
            Regime regime = award.regime();
            if (regime == null) {
                missing.add(new MissingFact(award.id(), Message.of("AID-MISSING-REGIME", award.name())));
                ranges.add(new Range(Amounts.share(Message.of("AID-CUM-WHOLE"), Fraction.ZERO), whole));
            } else if (regime.kind() == RegimeKind.GBER) {
                Range range = range(award, regime, law);
                if (!range.least().value().equals(range.most().value())) {
                    missing.add(new MissingFact(award.id(), Message.of("AID-MISSING-SIZE", award.name())));
                }
                ranges.add(range);
            } else if (DeMinimisRule.of(regime.kind()).isEmpty()) {
                ranges.add(new Range(whole, whole));
            }
        }
        return ranges.isEmpty()
                ? new Range(whole, whole)
                : new Range(
                        greatest(ranges.stream().map(Range::least).toList()),
                        greatest(ranges.stream().map(Range::most).toList()));
    }

    private static Explanation greatest(List<Explanation> shares) {
        return shares.stream().max((a, b) -> number(a).compareTo(number(b))).orElseThrow();
    }

    private static BigDecimal number(Explanation share) {
        return share.value().number().orElseThrow();
    }

    private static Range range(AidAward award, Regime regime, Law law) {
        Explanation whole = Amounts.share(Message.of("AID-CUM-WHOLE"), Fraction.ONE);
        String article = regime.article();
        if (article == null) {
            return new Range(Amounts.share(Message.of("AID-CUM-WHOLE"), Fraction.ZERO), whole);
        }
        List<Explanation> shares = new ArrayList<>();
        if (ClusterAid.isCluster(award)) {
            boolean operating = award.grant().spending() != SpendingKind.INVESTMENT;
            law.find(Kind.SHARE, operating ? "gber.27.operating.intensity" : "gber.27.investment.intensity")
                    .ifPresent(rule -> shares.add(Amounts.share(Message.of("AID-27-LIMIT"), rule.value())
                            .withRules(List.of(rule.reference()))));
            if (!operating) {
                law.find(Kind.SHARE, "gber.27.investment.intensity")
                        .flatMap(base -> law.find(Kind.SHARE, "gber.27.investment.bonus-a")
                                .map(bonus -> Amounts.share(
                                                Message.of("AID-27-INVESTMENT-LIMIT"),
                                                base.value().plus(bonus.value()))
                                        .withRules(List.of(base.reference(), bonus.reference()))))
                        .ifPresent(shares::add);
            }
        }
        for (ExemptedAid kind : ExemptedAid.ofArticle(article)) {
            for (SizeClass size : SizeClass.values()) {
                for (Set<IntensityBonus> bonuses :
                        List.of(EnumSet.noneOf(IntensityBonus.class), EnumSet.allOf(IntensityBonus.class))) {
                    Explanation share = Intensity.of(kind, size, bonuses, law);
                    if (share.value().isKnown()) {
                        shares.add(share);
                    }
                }
            }
        }
        return shares.isEmpty()
                ? new Range(Amounts.share(Message.of("AID-CUM-WHOLE"), Fraction.ZERO), whole)
                : new Range(
                        shares.stream()
                                .min((a, b) -> number(a).compareTo(number(b)))
                                .orElseThrow(),
                        greatest(shares));
    }
}
