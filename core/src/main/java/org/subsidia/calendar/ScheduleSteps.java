package org.subsidia.calendar;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Trigger;
import org.subsidia.time.DueDay;

/**
 * The steps of a payment schedule. All but advances are claimed on the day on which they fall due. A French authority pays on
 * the day that the convention sets, or within the delay of the law after the event that it sets (loi 2000-321 of 12 April 2000,
 * article 10); where expenses must be certified first, there is no day of payment before the claim.
 */
final class ScheduleSteps {
    private ScheduleSteps() {}

    static void read(Grant grant, Gathering into) {
        if (grant.schedule().isEmpty() || !Funding.isGranted(grant)) {
            return;
        }
        boolean clock = PaymentClock.applies(grant, into);
        StepDays days = new StepDays(grant, into);
        Names.Keys keys = new Names.Keys();
        Reached reached = new Reached(grant);
        int interims = 0;
        for (ScheduleStep step : grant.schedule()) {
            String key = keys.of(step.name());
            StepDays.Outcome outcome = days.of(step.trigger());
            LocalDate paid = reached.by(step);
            LocalDate claimed =
                    switch (step.role()) {
                        case ADVANCE -> Claims.filed(grant, ClaimKind.ADVANCE, 0);
                        case INTERIM -> Claims.filed(grant, ClaimKind.INTERIM, interims++);
                        case BALANCE -> Claims.filed(grant, ClaimKind.FINAL, 0);
                    };
            LocalDate day = outcome.day();
            if (day == null) {
                missing(grant, step, outcome, clock, into);
                continue;
            }
            if (step.role() != StepRole.ADVANCE) {
                into.add(event(EventKind.CLAIM, day, grant, step, key, outcome, into)
                        .done(claimed == null && Funding.isReported(grant) ? day : claimed)
                        .build());
            }
            if (clock) {
                payment(grant, step, key, outcome, day, paid, into);
            }
        }
    }

    private static void missing(
            Grant grant, ScheduleStep step, StepDays.Outcome outcome, boolean clock, Gathering into) {
        Fact fact = outcome.missing();
        if (fact != null && !Funding.isReported(grant)) {
            EventKind kind = step.role() == StepRole.ADVANCE && clock ? EventKind.PAYMENT : EventKind.CLAIM;
            into.missing(grant.id(), Names.of(grant) + " – " + step.name(), kind, fact);
        }
    }

    private static void payment(
            Grant grant,
            ScheduleStep step,
            String key,
            StepDays.Outcome outcome,
            LocalDate day,
            @Nullable LocalDate paid,
            Gathering into) {
        boolean amountKnown = step.portion() instanceof Portion.OfAward || step.portion() instanceof Portion.Amount;
        if (step.trigger() instanceof Trigger.OnDate) {
            if (amountKnown) {
                into.add(paid(event(EventKind.PAYMENT, day, grant, step, key, outcome, into), day, grant, paid));
            }
            return;
        }
        into.rule(Kind.PERIOD, PaymentClock.DELAY, day, grant, EventKind.PAYMENT, Fact.STEP_DATE)
                .ifPresent(delay -> {
                    Authority authority = into.authority(Funding.payer(grant));
                    DueDay due = into.count(day, delay, Gathering.CIVIL, authority);
                    CalendarEvent.Builder event = event(EventKind.PAYMENT, due.date(), grant, step, key, outcome, into)
                            .because(due)
                            .because(authority.explanation());
                    into.add(paid(event, due.date(), grant, paid));
                });
    }

    private static CalendarEvent paid(
            CalendarEvent.Builder event, LocalDate day, Grant grant, @Nullable LocalDate paid) {
        return event.done(paid == null && Funding.isClosed(grant) ? day : paid)
                .funder(Funding.payer(grant))
                .build();
    }

    private static CalendarEvent.Builder event(
            EventKind kind,
            LocalDate day,
            Grant grant,
            ScheduleStep step,
            String key,
            StepDays.Outcome outcome,
            Gathering into) {
        return into.of(kind, day, grant, Fact.STEP_DATE)
                .part("step:" + key, Message.of("CAL-TEXT", step.name()))
                .certainty(outcome.certainty())
                .because(outcome.reason());
    }

    /** Whether receipts cover the steps so far; from the first step without a known amount on, only the whole tells. */
    private static final class Reached {
        private final Grant grant;
        private final Optional<Money> whole;
        private @Nullable Money soFar;

        Reached(Grant grant) {
            this.grant = grant;
            this.whole = Sums.due(grant);
            this.soFar = whole.map(money -> Money.zero(money.getCurrencyUnit())).orElse(null);
        }

        @Nullable
        LocalDate by(ScheduleStep step) {
            soFar = soFar == null ? null : plus(soFar, step.portion());
            return soFar == null ? Sums.paid(grant) : Sums.reached(grant, soFar);
        }

        private @Nullable Money plus(Money sum, Portion portion) {
            if (portion instanceof Portion.OfAward ofAward && whole.isPresent()) {
                return sum.plus(ofAward.share().times(whole.get(), RoundingMode.DOWN));
            }
            if (portion instanceof Portion.Amount amount
                    && amount.amount().getCurrencyUnit().equals(sum.getCurrencyUnit())) {
                return sum.plus(amount.amount());
            }
            return null;
        }
    }
}
