package org.subsidia.portfolio.schedule;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.ScheduleStep;

/** The steps of one schedule, each after the others. Used once. */
final class StepRun {
    private final Grant grant;
    private final LocalDate day;
    private final ScheduleFacts facts;
    private final Entitlement entitlement;
    private final StepWorth worths;
    private final StepWorth plan;
    private final Explanation allPaid;
    private @Nullable Money left;

    StepRun(Grant grant, ScheduleFacts facts, Explanation award, Entitlement entitlement, Explanation paid) {
        this.grant = grant;
        this.day = facts.asAt();
        this.facts = facts;
        this.entitlement = entitlement;
        this.allPaid = paid;
        this.left = Amounts.of(paid).orElse(null);
        List<ScheduleStep> schedule = grant.schedule();
        this.worths = new StepWorth(schedule, award, entitlement.ceiling(), entitlement.earned(), entitlement.amount());
        Explanation ceiling = entitlement.ceiling();
        this.plan = new StepWorth(schedule, award, ceiling, ceiling, ceiling);
    }

    List<StepStatus> steps() {
        List<StepStatus> steps = new ArrayList<>();
        for (int i = 0; i < grant.schedule().size(); i++) {
            steps.add(step(i));
        }
        return steps;
    }

    private StepStatus step(int index) {
        ScheduleStep step = grant.schedule().get(index);
        boolean balance = step.portion() instanceof Portion.Remainder;
        Release release = Release.of(step, grant, facts);
        boolean released = release.isOn(day);
        Message missing = release.missing();
        if (balance && released && !entitlement.settled()) {
            released = false;
            missing = Message.of("SCHED-MISSING-FINALCLAIM");
        }
        Explanation expected = plan.worth(index);
        plan.count(index, expected, true);
        Explanation worth = balance && !released ? expected : worths.worth(index);
        Explanation paid = take(worth, balance && released);
        Explanation open = Amounts.difference(Message.of("SCHED-STEP-DUE", step.name()), worth, paid);
        StepState state = state(step, released, paid, open);
        boolean counts = released && state != StepState.BELOW_MINIMUM;
        worths.count(index, counts ? worth : paid, counts);
        Explanation due = counts ? open : ScheduleEngine.nothing(Message.of("SCHED-STEP-DUE", step.name()), grant);
        return new StepStatus(step, state, release.date(), missing, worth, expected, paid, due);
    }

    /** Takes off the receipts what this step is worth; a released balance takes all that is left. */
    private Explanation take(Explanation worth, boolean all) {
        Message label = Message.of("SCHED-STEP-PAID");
        Money rest = left;
        Optional<Money> amount = Amounts.of(worth);
        if (rest == null) {
            return Amounts.same(label, allPaid);
        }
        Money most = amount.filter(worthOf -> worthOf.isSameCurrency(rest) && worthOf.isPositive())
                .orElse(Money.zero(rest.getCurrencyUnit()));
        Money taken = all || rest.isLessThan(most) ? rest : most;
        left = rest.minus(taken);
        return Amounts.given(label, taken);
    }

    private StepState state(ScheduleStep step, boolean released, Explanation paid, Explanation open) {
        Optional<Money> due = Amounts.of(open);
        Optional<Money> had = Amounts.of(paid);
        if (due.isEmpty() || had.isEmpty()) {
            return released ? StepState.UNKNOWN : StepState.WAITING;
        }
        if (due.get().isZero() && (released || had.get().isPositive())) {
            return StepState.PAID;
        }
        if (!released) {
            return StepState.WAITING;
        }
        if (due.get().isNegative()) {
            return StepState.TO_RECOVER;
        }
        if (isBelowMinimum(step, due.get())) {
            return StepState.BELOW_MINIMUM;
        }
        return had.get().isZero() ? StepState.DUE : StepState.PARTLY_PAID;
    }

    /** Where a least amount and a least share are both set, reaching the lower of them is enough; a balance has none. */
    private boolean isBelowMinimum(ScheduleStep step, Money due) {
        List<Money> minimums = new ArrayList<>();
        if (step.minimum() != null && step.minimum().isSameCurrency(due)) {
            minimums.add(step.minimum());
        }
        Fraction share = step.minimumShare();
        if (share != null) {
            Amounts.of(entitlement.ceiling()).ifPresent(ceiling -> minimums.add(share.times(ceiling, RoundingMode.UP)));
        }
        boolean hasMinimum = !minimums.isEmpty() && !(step.portion() instanceof Portion.Remainder);
        return hasMinimum && minimums.stream().allMatch(due::isLessThan);
    }
}
