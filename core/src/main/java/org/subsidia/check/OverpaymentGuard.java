package org.subsidia.check;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.schedule.PaymentSchedule;
import org.subsidia.portfolio.schedule.StepState;

/** G-PAID: more came in than can be paid; or the settled amount is below what was paid, so that the rest goes back. */
final class OverpaymentGuard extends GrantGuard {
    OverpaymentGuard() {
        super("PAID");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        if (grant.receipts().isEmpty() && grant.amount(AmountStage.PAID).isEmpty()) {
            return;
        }
        PaymentSchedule schedule = context.schedule(grant);
        Optional<Money> most = Amounts.of(schedule.ceiling());
        Optional<Money> paid = Amounts.of(schedule.paid());
        Explanation remaining = schedule.remaining();
        if (most.isPresent() && Amounts.of(remaining).filter(Money::isNegative).isPresent()) {
            found.add(Verdict.error(
                            this,
                            Verdict.place(grant, "receipts"),
                            Message.of(
                                    "CHECK-PAID-OVER",
                                    paid.orElse(most.get()),
                                    most.get(),
                                    paid.orElse(most.get()).minus(most.get())))
                    .because(remaining)
                    .from(grant)
                    .checked());
        } else if (schedule.steps().stream().anyMatch(step -> step.state() == StepState.TO_RECOVER)) {
            schedule.balanceAmount()
                    .filter(Money::isNegative)
                    .ifPresent(balance -> found.add(Verdict.warning(
                                    this,
                                    Verdict.place(grant, "claims"),
                                    Message.of("CHECK-PAID-RECOVERY", balance.negated()))
                            .because(schedule.balance())
                            .from(grant)
                            .checked()));
        }
    }
}
