package org.subsidia.portfolio.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Settlement;

/**
 * What a grant finally comes to.
 *
 * @param ceiling the most that can be paid
 * @param certified the eligible cost certified so far
 * @param earned the rate times the certified cost, not yet limited; unknown without a rate
 * @param amount the final amount if nothing more is certified
 * @param settlement the clause applied
 * @param settled whether the amount is final
 * @param findings what had to be assumed
 */
record Entitlement(
        Explanation ceiling,
        Explanation certified,
        Explanation earned,
        Explanation amount,
        Settlement settlement,
        boolean settled,
        List<Finding> findings) {

    static Entitlement of(Grant grant, ScheduleFacts facts, Explanation award) {
        List<Finding> findings = new ArrayList<>();
        Explanation ceiling = ceiling(grant, award);
        Explanation certified = Costs.certified(grant, facts.asAt());
        Fraction rate = rate(grant, ceiling);
        Optional<Explanation> standing = Costs.certifiedAmount(grant, facts.asAt());
        Explanation earned = standing.isPresent()
                ? standing.get()
                : rate == null
                        ? Amounts.unknown(Message.of("SCHED-EARNED"), Message.of("SCHED-UNKNOWN-RATE"))
                        : Amounts.share(Message.of("SCHED-EARNED"), Message.of("SCHED-RATE"), rate, certified);
        Settlement clause = clause(grant, rate, findings);
        Explanation amount =
                switch (clause) {
                    case FIXED -> Amounts.same(Message.of("SCHED-FINAL"), ceiling);
                    case PRO_RATA -> Amounts.least(Message.of("SCHED-FINAL"), List.of(ceiling, earned));
                    case DEFICIT -> deficit(ceiling, earned, certified, rate, facts);
                };
        boolean settled = clause == Settlement.FIXED || Costs.settled(grant, facts.asAt());
        return new Entitlement(ceiling, certified, earned, amount, clause, settled, findings);
    }

    private static Explanation ceiling(Grant grant, Explanation award) {
        Message label = Message.of("SCHED-CEILING");
        Money maximum = grant.maximum();
        if (maximum == null) {
            return Amounts.same(label, award);
        }
        Explanation most = Amounts.given(Message.of("SCHED-MAXIMUM"), maximum);
        return Amounts.of(award).isPresent() ? Amounts.least(label, List.of(most, award)) : Amounts.same(label, most);
    }

    /** The rate of the convention, else the ceiling over the eligible cost foreseen. */
    static @Nullable Fraction rate(Grant grant, Explanation ceiling) {
        Money base = grant.eligibleBase();
        Optional<Money> most = Amounts.of(ceiling);
        if (grant.rate() == null
                && base != null
                && base.isPositive()
                && most.isPresent()
                && most.get().isSameCurrency(base)
                && !most.get().isNegative()) {
            return Fraction.ratio(most.get(), base);
        }
        return grant.rate();
    }

    private static Settlement clause(Grant grant, @Nullable Fraction rate, List<Finding> findings) {
        Settlement known = grant.settlement();
        if (known != null) {
            return known;
        }
        Settlement assumed = rate == null ? Settlement.FIXED : Settlement.PRO_RATA;
        findings.add(Finding.info(
                Place.record(grant.id().value()).field("settlement"),
                "SCHED-SETTLEMENT-ASSUMED",
                Message.of("SCHED-CLAUSE-" + assumed.name().replace('_', '-'))));
        return assumed;
    }

    /** At most what the certified cost leaves after other public money and income, and never less than nothing. */
    private static Explanation deficit(
            Explanation ceiling,
            Explanation earned,
            Explanation certified,
            @Nullable Fraction rate,
            ScheduleFacts facts) {
        Explanation left = Amounts.difference(
                Message.of("SCHED-DEFICIT"),
                certified,
                known("SCHED-OTHERPUBLIC", facts.otherPublic()),
                known("SCHED-INCOME", facts.income()));
        List<Explanation> limits = rate == null ? List.of(ceiling, left) : List.of(ceiling, earned, left);
        Explanation least = Amounts.least(Message.of("SCHED-LIMITED"), limits);
        Explanation nothing = Amounts.of(least)
                .map(amount -> Amounts.given(Message.of("SCHED-NOTHING"), Money.zero(amount.getCurrencyUnit())))
                .orElse(least);
        return Amounts.greatest(Message.of("SCHED-FINAL"), List.of(least, nothing));
    }

    private static Explanation known(String code, @Nullable Money amount) {
        Message label = Message.of(code);
        return amount == null
                ? Amounts.unknown(label, Message.of("SCHED-UNKNOWN-FACT", label))
                : Amounts.given(label, amount);
    }
}
