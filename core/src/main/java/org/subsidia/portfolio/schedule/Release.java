package org.subsidia.portfolio.schedule;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantEvent;
import org.subsidia.portfolio.ReportKind;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.Trigger;

/**
 * When a step is released.
 *
 * @param date the day, perhaps still to come; null: not known
 * @param missing for want of which fact it is not known; null: none
 */
record Release(@Nullable LocalDate date, @Nullable Message missing) {

    static Release of(ScheduleStep step, Grant grant, ScheduleFacts facts) {
        Trigger trigger = step.trigger();
        if (trigger instanceof Trigger.OnDate on) {
            return new Release(on.date(), null);
        } else if (trigger instanceof Trigger.OnEvent on) {
            return after(date(on.event(), grant), on.delay(), on.event().label());
        } else if (trigger instanceof Trigger.OnReport on) {
            return after(
                    filed(on.report(), grant, facts), on.delay(), on.report().label());
        } else if (trigger instanceof Trigger.OnShareSpent on) {
            return spent(on.share(), grant, facts.asAt());
        }
        throw new IllegalStateException("no such trigger: " + trigger);
    }

    /** Whether the step is released on a day. */
    boolean isOn(LocalDate day) {
        return date != null && !date.isAfter(day);
    }

    private static Release after(Optional<LocalDate> event, Period delay, Message name) {
        return event.map(day -> new Release(day.plus(delay), null))
                .orElseGet(() -> new Release(null, Message.of("SCHED-MISSING-DATE", name)));
    }

    private static Optional<LocalDate> date(GrantEvent event, Grant grant) {
        GrantDates dates = grant.dates();
        return switch (event) {
            case REQUEST -> Optional.ofNullable(dates.request());
            case DECISION -> Optional.ofNullable(dates.decision());
            case NOTIFICATION -> Optional.ofNullable(dates.notification());
            case CONVENTION -> Optional.ofNullable(dates.convention());
            case START -> Optional.ofNullable(dates.start());
            case END -> Optional.ofNullable(dates.end());
            case REPORT -> Optional.ofNullable(dates.reported());
            case LAST_CLAIM -> lastClaim(grant);
        };
    }

    /** The day on which the last claim was filed, early or late; until then the day by which it must be. */
    private static Optional<LocalDate> lastClaim(Grant grant) {
        return claims(grant, ClaimKind.FINAL)
                .findFirst()
                .or(() -> Optional.ofNullable(grant.dates().lastClaim()));
    }

    /** The final report is dated by the grant; an interim report is what comes with the first interim claim. */
    private static Optional<LocalDate> filed(ReportKind report, Grant grant, ScheduleFacts facts) {
        Optional<LocalDate> told = Optional.ofNullable(facts.reports().get(report));
        return told.or(() -> switch (report) {
            case FINAL -> Optional.ofNullable(grant.dates().reported());
            case INTERIM -> claims(grant, ClaimKind.INTERIM).findFirst();
            case ACCOUNTS -> Optional.empty();
        });
    }

    private static Stream<LocalDate> claims(Grant grant, ClaimKind kind) {
        return grant.claims().stream()
                .filter(claim -> claim.kind() == kind)
                .flatMap(claim -> Stream.ofNullable(claim.date()))
                .sorted();
    }

    private static Release spent(Fraction share, Grant grant, LocalDate asAt) {
        if (share.signum() == 0) {
            Optional<LocalDate> start = Optional.ofNullable(grant.dates().start());
            Optional<LocalDate> claim = claims(grant, ClaimKind.INTERIM).findFirst();
            return after(start.or(() -> claim), Period.ZERO, GrantEvent.START.label());
        }
        Money base = grant.eligibleBase();
        if (base == null || !base.isPositive()) {
            return new Release(null, Message.of("SCHED-MISSING-BASE"));
        }
        List<Claim> shown = grant.claims().stream()
                .filter(claim -> claim.kind() != ClaimKind.ADVANCE)
                .filter(claim -> claim.date() != null && !claim.date().isAfter(asAt))
                .sorted(Comparator.comparing(
                        claim -> Optional.ofNullable(claim.date()).orElse(LocalDate.MAX)))
                .toList();
        Money total = Money.zero(base.getCurrencyUnit());
        for (Claim claim : shown) {
            Optional<Money> cost = Costs.shown(claim);
            if (cost.isPresent() && cost.get().isSameCurrency(total)) {
                total = total.plus(cost.get());
            }
            if (Fraction.ratio(total, base).compareTo(share) >= 0) {
                return new Release(claim.date(), null);
            }
        }
        return new Release(null, Message.of("SCHED-MISSING-SPENT", ScheduleEngine.percent(share), base, total));
    }
}
