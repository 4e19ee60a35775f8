package org.subsidia.portfolio.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.ScheduleStep;

/**
 * Works out payment schedules.
 *
 * <p>Shares of the award are split with the largest remainder, so that steps whose shares make a whole add up to the award. A
 * step never pays more than its cap, and all steps together never more than the ceiling. Receipts fill the steps in their
 * order, whatever claim they answer. The balance is the final amount less all that is paid or due before; it is released once
 * its trigger has come and, unless the award is fixed, the final claim is certified. Nothing here knows today: all is counted
 * as at the day given.
 */
public final class ScheduleEngine {
    private ScheduleEngine() {}

    /**
     * The schedule of a grant on a day, with what the grant itself tells.
     *
     * @param grant the grant
     * @param day the day
     * @return the schedule
     */
    public static PaymentSchedule of(Grant grant, LocalDate day) {
        return of(grant, ScheduleFacts.on(day));
    }

    /**
     * The schedule of a grant on a day, with what its portfolio tells of its project.
     *
     * @param portfolio the portfolio
     * @param grant the grant
     * @param day the day
     * @return the schedule
     */
    public static PaymentSchedule of(Portfolio portfolio, Grant grant, LocalDate day) {
        return of(grant, ScheduleFacts.of(portfolio, grant, day));
    }

    /**
     * The schedule of a grant.
     *
     * @param grant the grant
     * @param facts the day and what else is known
     * @return the schedule
     */
    public static PaymentSchedule of(Grant grant, ScheduleFacts facts) {
        LocalDate day = facts.asAt();
        Explanation award = Award.of(grant, day);
        Entitlement entitlement = Entitlement.of(grant, facts, award);
        Explanation paid = Costs.paid(grant, day);
        List<StepStatus> steps = new StepRun(grant, facts, award, entitlement, paid).steps();
        Explanation balance = Amounts.difference(Message.of("SCHED-BALANCE"), entitlement.amount(), paid);
        Explanation remaining = Amounts.difference(Message.of("SCHED-REMAINING"), entitlement.ceiling(), paid);
        Explanation due = Amounts.sum(
                Message.of("SCHED-DUE"),
                Award.currency(grant),
                steps.stream().map(StepStatus::due).toList());
        List<Finding> findings = new ArrayList<>(entitlement.findings());
        findings.addAll(findings(grant, entitlement, paid));
        return new PaymentSchedule(
                grant.id(),
                day,
                entitlement.settlement(),
                award,
                entitlement.ceiling(),
                entitlement.certified(),
                entitlement.amount(),
                entitlement.settled(),
                paid,
                balance,
                due,
                remaining,
                steps,
                findings);
    }

    /**
     * What came of a grant up to a day, less what was paid back.
     *
     * @param grant the grant
     * @param day the day
     * @return the receipts added up; where there is none, what the funder says it paid; empty where neither tells
     */
    public static Optional<Explanation> received(Grant grant, LocalDate day) {
        boolean told = !grant.receipts().isEmpty()
                || grant.amountOn(AmountStage.PAID, day).isPresent();
        return told ? Optional.of(Costs.paid(grant, day)) : Optional.empty();
    }

    private static List<Finding> findings(Grant grant, Entitlement entitlement, Explanation paid) {
        List<Finding> findings = new ArrayList<>();
        Place schedule = Place.record(grant.id().value()).field("schedule");
        Fraction shares = grant.schedule().stream()
                .map(ScheduleStep::portion)
                .filter(Portion.OfAward.class::isInstance)
                .map(portion -> ((Portion.OfAward) portion).share())
                .reduce(Fraction.ZERO, Fraction::plus);
        if (shares.compareTo(Fraction.ONE) > 0) {
            findings.add(Finding.warning(schedule, "SCHED-SHARES-OVER", percent(shares)));
        }
        Optional<Money> most = Amounts.of(entitlement.ceiling());
        Optional<Money> all = Amounts.of(paid);
        if (most.isPresent()
                && all.isPresent()
                && most.get().isSameCurrency(all.get())
                && all.get().isGreaterThan(most.get())) {
            findings.add(Finding.warning(
                    Place.record(grant.id().value()).field("receipts"), "SCHED-PAID-OVER", all.get(), most.get()));
        }
        return findings;
    }

    static BigDecimal percent(Fraction share) {
        BigDecimal percent = share.times(Fraction.of(100)).value(2).stripTrailingZeros();
        return percent.scale() < 0 ? percent.setScale(0) : percent;
    }

    /** An amount of nothing, where nothing is due. */
    static Explanation nothing(Message label, Grant grant) {
        return Explanation.of(label, new Value.Amount(Money.zero(Award.currency(grant))), Step.SUM, List.of());
    }
}
