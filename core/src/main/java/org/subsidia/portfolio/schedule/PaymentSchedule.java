package org.subsidia.portfolio.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Settlement;

/**
 * The payment schedule of a grant on a day. Every figure is an explanation whose value is the amount, or why there is none.
 *
 * @param grant which grant
 * @param asAt the day
 * @param settlement the clause applied: the grant's, else the one that a finding names
 * @param award what stands of the award
 * @param ceiling the most that can be paid: the smaller of maximum and award
 * @param certified the eligible cost certified so far
 * @param entitlement the final amount if nothing more is certified
 * @param settled whether the entitlement is final: the award is fixed, or the final claim is certified
 * @param paid what came in, less what was paid back
 * @param balance the entitlement less what was paid; negative: more was paid than is earned so far
 * @param due what is open of the released steps, added up; negative: to be paid back
 * @param remaining the most that can still come: the ceiling less what was paid
 * @param steps the steps in the order of the schedule
 * @param findings what had to be assumed, and what is wrong
 */
public record PaymentSchedule(
        GrantId grant,
        LocalDate asAt,
        Settlement settlement,
        Explanation award,
        Explanation ceiling,
        Explanation certified,
        Explanation entitlement,
        boolean settled,
        Explanation paid,
        Explanation balance,
        Explanation due,
        Explanation remaining,
        List<StepStatus> steps,
        List<Finding> findings) {

    /** Copies the lists. */
    public PaymentSchedule {
        steps = List.copyOf(steps);
        findings = List.copyOf(findings);
    }

    /** {@return what is open of the released steps, if it can be computed} */
    public Optional<Money> dueAmount() {
        return Amounts.of(due);
    }

    /** {@return the entitlement less what was paid, if it can be computed} */
    public Optional<Money> balanceAmount() {
        return Amounts.of(balance);
    }
}
