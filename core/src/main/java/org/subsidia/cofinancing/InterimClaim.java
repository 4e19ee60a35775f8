package org.subsidia.cofinancing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.schedule.Award;
import org.subsidia.portfolio.schedule.PaymentSchedule;
import org.subsidia.portfolio.schedule.ScheduleEngine;
import org.subsidia.portfolio.schedule.ScheduleFacts;
import org.subsidia.portfolio.schedule.ScheduleTemplates;

/**
 * An interim claim tried on a European grant: may it be filed, and what would it bring?
 *
 * <p>The rules are those of the guide of the ERDF programme Massif central, the one that was read; other programmes may set others.
 * The amount is that of the payment schedule: the grant's own, or else the template of the period.
 *
 * @param rulings least spending, most that interim payments reach, an earlier project without a processed claim
 * @param payment what would be due if all the spending were certified, advances deducted, within the cap; unknown with its reason
 */
public record InterimClaim(List<Ruling> rulings, Explanation payment) {
    private static final String RULES = "eu-funds.massif-central.";
    private static final String TEMPLATE = "erdf-2021-2027";
    private static final Set<GrantState> RUNNING = EnumSet.of(GrantState.AWARDED, GrantState.UNDER_CONVENTION);

    /** Copies the list. */
    public InterimClaim {
        rulings = List.copyOf(rulings);
    }

    /**
     * Tries a claim.
     *
     * @param grant a European grant
     * @param spending expenses that were not claimed yet
     * @param portfolio where its other grants are
     * @param law the law of the day of filing
     * @param locale the language of the steps of a schedule that the grant lacks
     * @return the claim
     */
    public static InterimClaim of(Grant grant, Money spending, Portfolio portfolio, Law law, Locale locale) {
        Grant scheduled = scheduled(grant, law.date(), locale);
        ScheduleFacts facts = ScheduleFacts.of(portfolio, scheduled, law.date());
        Claim tried =
                new Claim(newId(grant), ClaimKind.INTERIM, law.date(), spending, law.date(), spending, List.of(), null);
        PaymentSchedule schedule =
                ScheduleEngine.of(scheduled.toBuilder().addClaim(tried).build(), facts);
        return new InterimClaim(
                List.of(least(grant, spending, law), cap(schedule, law), earlier(grant, portfolio, law)),
                unclaimedReceipts(grant, law.date())
                        ? Amounts.unknown(Message.of("COFI-INTERIM-DUE"), Message.of("COFI-INTERIM-NOCLAIMS"))
                        : Amounts.same(Message.of("COFI-INTERIM-DUE"), schedule.due()));
    }

    /** Money came in, and the claims that it answers are not recorded: what was earned before is not known. */
    private static boolean unclaimedReceipts(Grant grant, LocalDate day) {
        return grant.claims().stream().allMatch(claim -> claim.kind() == ClaimKind.ADVANCE)
                && grant.receipts().stream()
                        .anyMatch(receipt ->
                                receipt.claim() == null && !receipt.date().isAfter(day));
    }

    private static String newId(Grant grant) {
        Set<String> known = grant.claims().stream().map(Claim::id).collect(Collectors.toSet());
        int number = grant.claims().size() + 1;
        while (known.contains(Integer.toString(number))) {
            number++;
        }
        return Integer.toString(number);
    }

    private static Grant scheduled(Grant grant, LocalDate day, Locale locale) {
        if (!grant.schedule().isEmpty()) {
            return grant;
        }
        Optional<Money> award = Award.amount(grant, day).filter(Money::isPositive);
        Money advance = advance(grant, award);
        Fraction share = award.filter(whole -> whole.isSameCurrency(advance))
                .map(whole -> Fraction.ratio(advance, whole))
                .orElse(Fraction.ZERO);
        Optional<List<ScheduleStep>> steps = ScheduleTemplates.find(TEMPLATE)
                .flatMap(
                        template -> template.steps(grant, locale, share).value().or(() -> template.steps(grant, locale)
                                .value()));
        return steps.map(list -> grant.toBuilder()
                        .schedule(
                                list.stream().map(InterimClaim::withoutMinimum).toList())
                        .build())
                .orElse(grant);
    }

    /** The least is one of spending, which a ruling tells: what is due can be less, because an advance is deducted from it. */
    private static ScheduleStep withoutMinimum(ScheduleStep step) {
        return new ScheduleStep(
                step.name(),
                step.role(),
                step.trigger(),
                step.portion(),
                step.cumulativeCap(),
                step.deductAdvance(),
                null,
                null);
    }

    /** What came in on claims of an advance. */
    private static Money advance(Grant grant, Optional<Money> award) {
        Set<String> advances = grant.claims().stream()
                .filter(claim -> claim.kind() == ClaimKind.ADVANCE)
                .map(Claim::id)
                .collect(Collectors.toSet());
        Money sum =
                award.map(whole -> Money.zero(whole.getCurrencyUnit())).orElseGet(() -> Money.zero(CurrencyUnit.EUR));
        for (Receipt receipt : grant.receipts()) {
            if (receipt.claim() != null
                    && advances.contains(receipt.claim())
                    && receipt.amount().isSameCurrency(sum)) {
                sum = sum.plus(receipt.amount());
            }
        }
        return sum;
    }

    /** A claim needs the least spending, or the least share of the cost, whichever is lower. */
    private static Ruling least(Grant grant, Money spending, Law law) {
        Optional<Rule<Money>> amount = law.find(Kind.MONEY, RULES + "interim.minimum-spending");
        Optional<Rule<Fraction>> share = law.find(Kind.SHARE, RULES + "interim.minimum-share");
        if (amount.isEmpty()
                || share.isEmpty()
                || !spending.isSameCurrency(amount.get().value())) {
            return Ruling.of("INTERIM-LEAST", Standing.UNKNOWN, law.whyMissing(RULES + "interim.minimum-spending"));
        }
        Explanation shown = Amounts.given(Message.of("COFI-INTERIM-SPENDING"), spending);
        Explanation fixed =
                Amounts.given(Message.of("COFI-INTERIM-FIXED"), amount.get().value());
        Money base = grant.eligibleBase();
        if (base == null || !base.isSameCurrency(spending)) {
            boolean enough = !spending.isLessThan(amount.get().value());
            return Ruling.of(
                            "INTERIM-LEAST",
                            enough ? Standing.RESPECTED : Standing.UNKNOWN,
                            enough
                                    ? Message.of(
                                            "COFI-INTERIM-ENOUGH",
                                            spending,
                                            amount.get().value())
                                    : Message.of("COFI-PLAN-NOBASE", FinancingPlan.name(grant)),
                            shown,
                            fixed)
                    .by(amount.get());
        }
        Explanation part = Amounts.share(
                Message.of("COFI-INTERIM-PART"),
                Message.of("COFI-INTERIM-SHARE"),
                share.get().value(),
                Amounts.given(Message.of("COFI-PLAN-BASE"), base));
        Explanation least = Amounts.least(Message.of("COFI-INTERIM-LEAST"), List.of(fixed, part));
        Money threshold = Amounts.of(least).orElseThrow();
        boolean enough = !spending.isLessThan(threshold);
        return Ruling.of(
                        "INTERIM-LEAST",
                        enough ? Standing.RESPECTED : Standing.BROKEN,
                        Message.of(
                                enough ? "COFI-INTERIM-ENOUGH" : "COFI-INTERIM-LITTLE",
                                spending,
                                threshold,
                                threshold.minus(spending).abs()),
                        shown,
                        least)
                .by(amount.get());
    }

    private static Ruling cap(PaymentSchedule schedule, Law law) {
        Optional<Rule<Fraction>> share = law.find(Kind.SHARE, RULES + "interim.ceiling");
        if (share.isEmpty()) {
            return Ruling.of("INTERIM-CAP", Standing.UNKNOWN, law.whyMissing(RULES + "interim.ceiling"));
        }
        Explanation cap = cap(schedule, share.get());
        Explanation room = room(schedule, cap);
        Optional<Money> left = Amounts.of(room);
        if (left.isEmpty()) {
            return Ruling.of("INTERIM-CAP", Standing.UNKNOWN, Message.of("COFI-INTERIM-NOCAP"), room)
                    .by(share.get());
        }
        return Ruling.of(
                        "INTERIM-CAP",
                        left.get().isNegative() ? Standing.BROKEN : Standing.RESPECTED,
                        Message.of(
                                left.get().isNegative() ? "COFI-INTERIM-BEYOND" : "COFI-INTERIM-LEFT",
                                left.get().abs(),
                                Amounts.of(cap).orElseThrow()),
                        room)
                .by(share.get());
    }

    private static Explanation cap(PaymentSchedule schedule, Rule<Fraction> share) {
        return Amounts.share(
                Message.of("COFI-INTERIM-CAP"), Message.of("COFI-INTERIM-CAPSHARE"), share.value(), schedule.ceiling());
    }

    private static Explanation room(PaymentSchedule schedule, Explanation cap) {
        return Amounts.difference(Message.of("COFI-INTERIM-ROOM"), cap, schedule.paid());
    }

    /**
     * What interim payments may still bring of a European grant before its balance, by the same ceiling.
     *
     * @param schedule of the grant
     * @param law the law of the day of looking
     * @return the ceiling less what was paid, below zero where more was paid; none where the law has no ceiling
     */
    public static Optional<Explanation> room(PaymentSchedule schedule, Law law) {
        Optional<Rule<Fraction>> share = law.find(Kind.SHARE, RULES + "interim.ceiling");
        return share.map(rule -> room(schedule, cap(schedule, rule)).withRules(List.of(rule.reference())));
    }

    /** A second project waits until a claim of the first was processed. */
    private static Ruling earlier(Grant grant, Portfolio portfolio, Law law) {
        Optional<Rule<Boolean>> rule = law.find(Kind.FLAG, RULES + "second-project.blocked");
        if (rule.isEmpty() || !rule.get().value()) {
            return Ruling.of("SECOND-PROJECT", Standing.NOT_BINDING, law.whyMissing(RULES + "second-project.blocked"));
        }
        LocalDate own = grant.dates().decision();
        List<String> blocking = new ArrayList<>();
        boolean undated = false;
        for (Grant other : portfolio.grantsOf(grant.structure())) {
            boolean rival = !other.id().equals(grant.id())
                    && RUNNING.contains(other.state())
                    && grant.programme() != null
                    && grant.programme().equals(other.programme())
                    && other.claims().stream().noneMatch(claim -> isProcessed(claim, law.date()));
            LocalDate decided = other.dates().decision();
            if (rival && (own == null || decided == null)) {
                undated = true;
            } else if (rival && decided != null && decided.isBefore(own)) {
                blocking.add(other.id().value());
            }
        }
        if (!blocking.isEmpty()) {
            return Ruling.of(
                            "SECOND-PROJECT",
                            Standing.BROKEN,
                            Message.of("COFI-SECOND-BLOCKED", String.join(", ", blocking)))
                    .by(rule.get());
        }
        return Ruling.of(
                        "SECOND-PROJECT",
                        undated ? Standing.UNKNOWN : Standing.RESPECTED,
                        Message.of(undated ? "COFI-SECOND-UNDATED" : "COFI-SECOND-FREE"))
                .by(rule.get());
    }

    private static boolean isProcessed(Claim claim, LocalDate day) {
        return claim.kind() != ClaimKind.ADVANCE
                && claim.certified() != null
                && (claim.certifiedOn() == null || !claim.certifiedOn().isAfter(day));
    }
}
