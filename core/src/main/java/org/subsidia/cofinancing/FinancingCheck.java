package org.subsidia.cofinancing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.cofinancing.FinancingPlan.Source;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.SpendingKind;

/**
 * Whether a financing plan holds: it adds up, public money stays within the whole, the Union stays within its rate and finds its
 * counterpart. What is missing gives an unknown with its reason, and a breach that no missing fact can mend is a breach.
 *
 * @param plan the plan
 * @param ceiling the highest rate of the Union; null: the plan has no money of the Union under a rate
 * @param rulings one a rule
 * @param highestUnion the most that the Union may pay by the prudent rate, beside the other public money
 */
public record FinancingCheck(
        FinancingPlan plan, @Nullable RateCeiling ceiling, List<Ruling> rulings, Explanation highestUnion) {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private static final Set<Source> ALL = EnumSet.allOf(Source.class);
    private static final Set<Source> PUBLIC = EnumSet.of(Source.UNION_SHARED, Source.UNION_DIRECT, Source.PUBLIC);
    private static final Set<Source> UNION = EnumSet.of(Source.UNION_SHARED);
    private static final Set<Source> OTHER_PUBLIC = EnumSet.of(Source.UNION_DIRECT, Source.PUBLIC);

    /** What pays the part that the Union leaves; direct money of the Union and income of the project do not. */
    private static final Set<Source> COUNTERPART =
            EnumSet.of(Source.PUBLIC, Source.OWN, Source.PRIVATE, Source.IN_KIND);

    /** Copies the list. */
    public FinancingCheck {
        rulings = List.copyOf(rulings);
    }

    /**
     * Checks a plan.
     *
     * @param plan the plan
     * @param ceiling the highest rate of the Union; null: not known to be under one
     * @param law the law of a day
     * @return one ruling a rule, in a fixed order
     */
    public static FinancingCheck of(FinancingPlan plan, @Nullable RateCeiling ceiling, Law law) {
        List<Ruling> rulings = new ArrayList<>();
        rulings.add(balance(plan));
        rulings.add(publicMoney(plan, law));
        boolean union = plan.lines().stream().anyMatch(line -> line.source() == Source.UNION_SHARED);
        if (union) {
            rulings.add(ceiling == null ? noCeiling() : unionRate(plan, ceiling));
            rulings.add(counterpart(plan));
            if (ceiling != null) {
                rulings.add(ratio(plan, ceiling));
            }
        }
        boolean investment = plan.lines().stream()
                .flatMap(line -> Stream.ofNullable(line.grant()))
                .anyMatch(grant -> grant.spending() == SpendingKind.INVESTMENT);
        if (investment) {
            rulings.add(OwnShare.ofCluster(law));
        }
        return new FinancingCheck(plan, ceiling, rulings, highest(plan, ceiling));
    }

    /** {@return whether a rule is broken} */
    public boolean isBroken() {
        return rulings.stream().anyMatch(ruling -> ruling.standing() == Standing.BROKEN);
    }

    /** {@return the money of the Union under a rate} */
    public Explanation union() {
        return plan.sum(Message.of("COFI-PLAN-UNION"), UNION);
    }

    /** {@return how much of it lies above the most that the Union may pay by the prudent rate; 0: nothing} */
    public Explanation excess() {
        Message label = Message.of("COFI-EXCESS");
        Explanation above = Amounts.difference(label, union(), highestUnion);
        return Amounts.of(above)
                .filter(Money::isNegative)
                .map(negative -> Amounts.greatest(
                        label,
                        List.of(
                                above,
                                Amounts.given(Message.of("COFI-NOTHING"), Money.zero(negative.getCurrencyUnit())))))
                .orElse(above);
    }

    private static Ruling noCeiling() {
        return Ruling.of("EU-RATE", Standing.UNKNOWN, Message.of("COFI-EU-RATE-NOFUND"));
    }

    /**
     * Whether the money equals the cost, to a cent.
     *
     * @param plan the plan
     * @return the ruling
     */
    public static Ruling balance(FinancingPlan plan) {
        Explanation money = plan.sum(Message.of("COFI-PLAN-MONEY"), ALL);
        Explanation gap = Amounts.difference(Message.of("COFI-PLAN-GAP"), plan.total(), money);
        Optional<Money> missing = Amounts.of(gap);
        if (missing.isEmpty()) {
            return unknown("BALANCE", gap);
        }
        Money cost = Amounts.of(plan.total()).orElseThrow();
        Money sum = Amounts.of(money).orElseThrow();
        boolean equal = missing.get().getAmount().abs().compareTo(TOLERANCE) <= 0;
        if (equal) {
            return Ruling.of("BALANCE", Standing.RESPECTED, Message.of("COFI-BALANCE-EVEN", cost), gap);
        } else if (missing.get().isNegative()) {
            return Ruling.of(
                    "BALANCE",
                    Standing.BROKEN,
                    Message.of("COFI-BALANCE-OVER", sum, cost, missing.get().abs()),
                    gap);
        }
        return Ruling.of(
                "BALANCE",
                plan.complete() ? Standing.BROKEN : Standing.UNKNOWN,
                Message.of(plan.complete() ? "COFI-BALANCE-SHORT" : "COFI-BALANCE-OPEN", missing.get(), cost),
                gap);
    }

    /**
     * Whether public money stays within the eligible cost: décret 2018-514 says so for the State, and no cost is paid twice.
     *
     * @param plan the plan
     * @param law the law of a day
     * @return the ruling
     */
    public static Ruling publicMoney(FinancingPlan plan, Law law) {
        Optional<Rule<Fraction>> whole = law.find(Kind.SHARE, "public-money.total.ceiling");
        Explanation money = plan.sum(Message.of("COFI-PLAN-PUBLIC"), PUBLIC);
        Optional<Money> sum = Amounts.of(money);
        Optional<Money> cost = Amounts.of(plan.eligible());
        if (whole.isEmpty()) {
            return Ruling.of("PUBLIC", Standing.UNKNOWN, law.whyMissing("public-money.total.ceiling"));
        } else if (sum.isEmpty() || cost.isEmpty() || !sum.get().isSameCurrency(cost.get())) {
            return unknown("PUBLIC", sum.isEmpty() ? money : plan.eligible()).by(whole.get());
        }
        Explanation most = Amounts.share(
                Message.of("COFI-PUBLIC-MOST"),
                Message.of("COFI-PUBLIC-SHARE"),
                whole.get().value(),
                plan.eligible());
        Money limit = Amounts.of(most).orElseThrow();
        Standing standing = sum.get().isGreaterThan(limit)
                ? Standing.BROKEN
                : plan.complete() ? Standing.RESPECTED : Standing.UNKNOWN;
        String code =
                switch (standing) {
                    case BROKEN -> "COFI-PUBLIC-OVER";
                    case UNKNOWN -> "COFI-PUBLIC-OPEN";
                    default -> "COFI-PUBLIC-FIT";
                };
        return Ruling.of(
                        "PUBLIC",
                        standing,
                        Message.of(
                                code, sum.get(), limit, sum.get().minus(limit).abs()),
                        money,
                        most)
                .by(whole.get());
    }

    private static Ruling unionRate(FinancingPlan plan, RateCeiling ceiling) {
        Explanation money = plan.sum(Message.of("COFI-PLAN-UNION"), UNION);
        Optional<Money> union = Amounts.of(money);
        Optional<Money> cost = Amounts.of(plan.eligible()).filter(Money::isPositive);
        Optional<Fraction> lowest = ceiling.lowest().share();
        if (union.isEmpty() || cost.isEmpty() || !union.get().isSameCurrency(cost.get())) {
            return unknown("EU-RATE", union.isEmpty() ? money : plan.eligible());
        } else if (lowest.isEmpty()) {
            return unknown("EU-RATE", ceiling.lowest().explanation());
        }
        Fraction rate = Fraction.ratio(union.get(), cost.get());
        Explanation share = Explanation.of(
                Message.of("COFI-EU-RATE"),
                Amounts.share(Message.of("COFI-EU-RATE"), rate).value(),
                Step.RATIO,
                List.of(money, plan.eligible()));
        Fraction highest = ceiling.highest().share().orElse(lowest.get());
        if (!withinCent(union.get(), highest, cost.get())) {
            return Ruling.of(
                    "EU-RATE",
                    Standing.BROKEN,
                    Message.of(
                            "COFI-EU-RATE-OVER",
                            percent(rate),
                            percent(highest),
                            ceiling.site().name(),
                            union.get().minus(highest.times(cost.get(), RoundingMode.HALF_UP))),
                    share,
                    ceiling.highest().explanation());
        } else if (!withinCent(union.get(), lowest.get(), cost.get())) {
            return Ruling.of(
                    "EU-RATE",
                    Standing.UNKNOWN,
                    Message.of(
                            "COFI-EU-RATE-BETWEEN",
                            percent(rate),
                            percent(lowest.get()),
                            percent(highest),
                            ceiling.site().name()),
                    share,
                    ceiling.lowest().explanation(),
                    ceiling.highest().explanation());
        }
        return Ruling.of(
                "EU-RATE",
                Standing.RESPECTED,
                Message.of(
                        ceiling.isCertain() ? "COFI-EU-RATE-FIT" : "COFI-EU-RATE-PRUDENT",
                        percent(rate),
                        percent(lowest.get()),
                        ceiling.site().name()),
                share,
                ceiling.lowest().explanation());
    }

    /** An amount rounded to the cent may lie a cent above its exact share. */
    private static boolean withinCent(Money part, Fraction share, Money whole) {
        return !part.minus(share.times(whole, RoundingMode.HALF_UP))
                .isGreaterThan(Money.of(part.getCurrencyUnit(), TOLERANCE));
    }

    private static Ruling counterpart(FinancingPlan plan) {
        Explanation money = plan.sum(Message.of("COFI-MATCH"), COUNTERPART);
        Optional<Money> match = Amounts.of(money);
        if (match.isEmpty()) {
            return unknown("MATCH", money);
        } else if (match.get().isPositive()) {
            return Ruling.of("MATCH", Standing.RESPECTED, Message.of("COFI-MATCH-FOUND", match.get()), money);
        }
        Standing standing = plan.complete() ? Standing.BROKEN : Standing.UNKNOWN;
        return Ruling.of("MATCH", standing, Message.of(plan.complete() ? "COFI-MATCH-NONE" : "COFI-MATCH-OPEN"), money);
    }

    /** The Union pays at most rate over (1 − rate) times what the others pay. */
    private static Ruling ratio(FinancingPlan plan, RateCeiling ceiling) {
        Explanation money = plan.sum(Message.of("COFI-PLAN-UNION"), UNION);
        Explanation match = plan.sum(Message.of("COFI-MATCH"), COUNTERPART);
        Optional<Money> union = Amounts.of(money);
        Optional<Money> others = Amounts.of(match);
        Optional<Fraction> lowest = ceiling.lowest().share();
        if (union.isEmpty() || others.isEmpty()) {
            return unknown("RATIO", union.isEmpty() ? money : match);
        } else if (lowest.isEmpty() || lowest.get().compareTo(Fraction.ONE) >= 0) {
            return unknown("RATIO", ceiling.lowest().explanation());
        }
        Explanation low = supported(lowest.get(), match);
        Explanation high = supported(ceiling.highest().share().orElse(lowest.get()), match);
        Money cent = Money.of(union.get().getCurrencyUnit(), TOLERANCE);
        boolean fits = !union.get().minus(Amounts.of(low).orElseThrow()).isGreaterThan(cent);
        boolean may = !union.get().minus(Amounts.of(high).orElseThrow()).isGreaterThan(cent);
        Standing standing = fits ? Standing.RESPECTED : may || !plan.complete() ? Standing.UNKNOWN : Standing.BROKEN;
        String code =
                switch (standing) {
                    case RESPECTED -> "COFI-RATIO-FIT";
                    case BROKEN -> "COFI-RATIO-OVER";
                    default -> plan.complete() ? "COFI-RATIO-BETWEEN" : "COFI-RATIO-OPEN";
                };
        Money limit = Amounts.of(standing == Standing.BROKEN ? high : low).orElseThrow();
        return Ruling.of(
                "RATIO",
                standing,
                Message.of(code, union.get(), limit, others.get()),
                money,
                standing == Standing.BROKEN ? high : low,
                ceiling.lowest().explanation());
    }

    private static Explanation supported(Fraction rate, Explanation match) {
        Fraction factor = rate.dividedBy(Fraction.ONE.minus(rate));
        return Amounts.share(Message.of("COFI-RATIO-MOST"), Message.of("COFI-RATIO-FACTOR"), factor, match);
    }

    private static Explanation highest(FinancingPlan plan, @Nullable RateCeiling ceiling) {
        Message label = Message.of("COFI-HIGHEST");
        if (ceiling == null) {
            return Amounts.unknown(label, Message.of("COFI-EU-RATE-NOFUND"));
        }
        Explanation byRate = ceiling.lowest()
                .share()
                .map(rate -> {
                    Explanation most = Amounts.share(
                            Message.of("COFI-HIGHEST-RATE"), Message.of("COFI-CEILING-RATE"), rate, plan.eligible());
                    return Amounts.of(most).isEmpty()
                            ? most
                            : Explanation.of(
                                    most.label(),
                                    most.value(),
                                    most.step(),
                                    List.of(ceiling.lowest().explanation(), plan.eligible()));
                })
                .orElseGet(() -> ceiling.lowest().explanation());
        Explanation others = plan.sum(Message.of("COFI-PLAN-OTHERPUBLIC"), OTHER_PUBLIC);
        Explanation left = Amounts.difference(Message.of("COFI-HIGHEST-LEFT"), plan.eligible(), others);
        Explanation least = Amounts.least(label, List.of(byRate, left));
        return Amounts.of(least)
                .filter(Money::isNegative)
                .map(negative -> Amounts.greatest(
                        label,
                        List.of(
                                least,
                                Amounts.given(Message.of("COFI-NOTHING"), Money.zero(negative.getCurrencyUnit())))))
                .orElse(least);
    }

    private static Ruling unknown(String rule, Explanation figure) {
        Message reason =
                figure.value() instanceof Value.Unknown unknown ? unknown.reason() : Message.of("COFI-UNKNOWN-FIGURE");
        return Ruling.of(rule, Standing.UNKNOWN, reason, figure);
    }

    static BigDecimal percent(Fraction share) {
        return share.times(Fraction.of(100)).value(2, RoundingMode.HALF_UP);
    }
}
