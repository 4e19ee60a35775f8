package org.subsidia.portfolio.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.StepRole;

/** What each step is worth after those before it. The caller tells what of a step counts: all of it, or what was paid. */
final class StepWorth {
    private final List<ScheduleStep> steps;
    private final Explanation award;
    private final Explanation ceiling;
    private final Explanation earned;
    private final Explanation whole;
    private final CurrencyUnit currency;
    private final List<Money> ofAward;
    private final List<Explanation> before = new ArrayList<>();
    private Money ofCertified;
    private Money advances;
    private Money deduction;

    StepWorth(List<ScheduleStep> steps, Explanation award, Explanation ceiling, Explanation earned, Explanation whole) {
        this.steps = steps;
        this.award = award;
        this.ceiling = ceiling;
        this.earned = earned;
        this.whole = whole;
        this.currency = Amounts.of(ceiling).map(Money::getCurrencyUnit).orElse(CurrencyUnit.EUR);
        this.ofAward = split();
        this.ofCertified = Money.zero(currency);
        this.advances = Money.zero(currency);
        this.deduction = Money.zero(currency);
    }

    /** Shares of the award that make at most a whole are split together; what they leave is a last part. */
    private List<Money> split() {
        List<Fraction> shares = steps.stream()
                .map(step -> step.portion() instanceof Portion.OfAward part ? part.share() : Fraction.ZERO)
                .toList();
        Fraction sum = shares.stream().reduce(Fraction.ZERO, Fraction::plus);
        Optional<Money> total = Amounts.of(award);
        if (total.isEmpty() || sum.compareTo(Fraction.ONE) > 0 || total.get().isNegative()) {
            return List.of();
        }
        List<Fraction> weights = new ArrayList<>(shares);
        weights.add(Fraction.ONE.minus(sum));
        return Allocation.split(total.get(), weights);
    }

    /**
     * Tells what of a step counts for those after it.
     *
     * @param amount what was released, or else paid
     * @param released whether the advance was deducted as its worth says
     */
    void count(int index, Explanation amount, boolean released) {
        ScheduleStep step = steps.get(index);
        Message label = Message.of("SCHED-STEP-COUNTED", step.name());
        before.add(Explanation.leaf(label, amount.value()));
        Optional<Money> counted = Amounts.of(amount).filter(money -> money.isSameCurrency(advances));
        if (counted.isEmpty()) {
            return;
        }
        Money deducted = released ? deduction : Money.zero(currency);
        if (step.role() == StepRole.ADVANCE) {
            advances = advances.plus(counted.get());
        }
        advances = advances.minus(deducted);
        if (step.portion() instanceof Portion.OfCertified) {
            ofCertified = ofCertified.plus(counted.get()).plus(deducted);
        }
    }

    Explanation worth(int index) {
        deduction = Money.zero(currency);
        ScheduleStep step = steps.get(index);
        Message label = Message.of("SCHED-STEP-WORTH", step.name());
        Portion portion = step.portion();
        if (portion instanceof Portion.Remainder) {
            List<Explanation> parts = new ArrayList<>(List.of(whole));
            parts.addAll(before);
            return Amounts.difference(label, parts.toArray(Explanation[]::new));
        }
        Explanation gross = lessAdvance(step, gross(index, portion, label), label);
        List<Explanation> limits = new ArrayList<>(List.of(gross));
        Fraction cap = step.cumulativeCap();
        if (cap != null) {
            limits.add(room(Amounts.share(Message.of("SCHED-CAP"), Message.of("SCHED-CAP-SHARE"), cap, ceiling)));
        }
        limits.add(room(ceiling));
        return limited(label, gross, limits);
    }

    private Explanation gross(int index, Portion portion, Message label) {
        if (portion instanceof Portion.OfAward part) {
            Explanation product = Amounts.share(label, Message.of("SCHED-STEP-SHARE"), part.share(), award);
            Optional<Money> rounded = Amounts.of(product);
            if (rounded.isEmpty() || ofAward.isEmpty() || ofAward.get(index).equals(rounded.get())) {
                return product;
            }
            Money cents = ofAward.get(index).minus(rounded.get());
            return Amounts.sum(label, currency, List.of(product, Amounts.given(Message.of("SCHED-STEP-CENTS"), cents)));
        } else if (portion instanceof Portion.Amount fixed) {
            return Amounts.given(label, fixed.amount());
        }
        Explanation known = Amounts.given(Message.of("SCHED-STEP-EARLIER"), ofCertified);
        return Amounts.difference(label, earned, known);
    }

    private Explanation lessAdvance(ScheduleStep step, Explanation gross, Message label) {
        Optional<Money> amount = Amounts.of(gross);
        if (!step.deductAdvance()
                || amount.isEmpty()
                || !amount.get().isSameCurrency(advances)
                || !advances.isPositive()
                || !amount.get().isPositive()) {
            return gross;
        }
        deduction = advances.isGreaterThan(amount.get()) ? amount.get() : advances;
        return Amounts.difference(
                label,
                Amounts.same(Message.of("SCHED-STEP-GROSS"), gross),
                Amounts.given(Message.of("SCHED-STEP-ADVANCE"), deduction));
    }

    /** What a limit leaves after the steps before, and not less than nothing. */
    private Explanation room(Explanation limit) {
        List<Explanation> parts = new ArrayList<>(List.of(limit));
        parts.addAll(before);
        Explanation rest = Amounts.difference(Message.of("SCHED-ROOM"), parts.toArray(Explanation[]::new));
        boolean negative = Amounts.of(rest).map(Money::isNegative).orElse(false);
        return negative
                ? Amounts.greatest(
                        Message.of("SCHED-ROOM"),
                        List.of(rest, Amounts.given(Message.of("SCHED-NOTHING"), Money.zero(currency))))
                : rest;
    }

    /** The step without its limits where none of them binds: what does not matter need not be explained. */
    private static Explanation limited(Message label, Explanation gross, List<Explanation> limits) {
        Explanation least = Amounts.least(label, limits);
        Optional<Money> amount = Amounts.of(least);
        return amount.isPresent() && !amount.equals(Amounts.of(gross)) ? least : gross;
    }
}
