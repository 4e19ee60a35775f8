package org.subsidia.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.law.Kind;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;

/**
 * The delay of payment that runs from the notification, unless the convention sets other dates (loi 2000-321 of 12 April 2000,
 * article 10). A grant with a schedule is paid line by line: {@link ScheduleSteps}.
 */
final class PaymentClock {
    static final String DELAY = "subsidy.payment.delay";

    private PaymentClock() {}

    static void read(Grant grant, Gathering into) {
        if (!grant.schedule().isEmpty() || !applies(grant, into)) {
            return;
        }
        DateWindow window = grant.paymentWindow();
        LocalDate agreed = window == null ? null : window.last();
        LocalDate notified = grant.dates().notification();
        if (agreed != null) {
            add(agreed, grant, into, Fact.PAYMENT_WINDOW, null);
        } else if (notified != null) {
            Optional<Rule<Span>> delay =
                    into.rule(Kind.PERIOD, DELAY, notified, grant, EventKind.PAYMENT, Fact.NOTIFICATION);
            delay.ifPresent(rule -> {
                DueDay due = into.count(notified, rule, Gathering.CIVIL, into.authority(Funding.payer(grant)));
                add(due.date(), grant, into, Fact.NOTIFICATION, due);
            });
        } else if (!Funding.isReported(grant)) {
            into.missing(grant, EventKind.PAYMENT, Fact.NOTIFICATION);
        }
    }

    /** Whether the law of 2000 sets the delay; where the payer is not known, a finding says so. */
    static boolean applies(Grant grant, Gathering into) {
        if (!Funding.isGranted(grant) || !Funding.isCashSubsidy(grant) || Funding.isEuShared(grant, into.portfolio())) {
            return false;
        }
        FunderId payer = Funding.payer(grant);
        FunderLevel level = Funding.level(payer, into.portfolio());
        if (level == FunderLevel.UNKNOWN && !Funding.isReported(grant)) {
            into.missing(grant, EventKind.PAYMENT, payer == null ? Fact.PAYER : Fact.LEVEL);
        }
        return Funding.isFrenchAuthority(level);
    }

    private static void add(LocalDate day, Grant grant, Gathering into, Fact fact, @Nullable DueDay due) {
        FunderId payer = Funding.payer(grant);
        LocalDate paid = Sums.paid(grant);
        CalendarEvent.Builder event = into.of(EventKind.PAYMENT, day, grant, fact)
                .funder(payer)
                .done(paid == null && Funding.isClosed(grant) ? day : paid);
        if (due == null) {
            event.because(fact.on(day));
        } else {
            event.because(due).because(into.authority(payer).explanation());
        }
        if (payer != null) {
            event.read(payer);
        }
        into.add(event.build());
    }
}
