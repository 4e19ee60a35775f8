package org.subsidia.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.law.Kind;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;

/**
 * Deadlines of an investment subsidy of the State (décret 2018-514 of 25 June 2018): answer on admissibility, start,
 * completion, claim of the balance. Where an earlier act has no date yet, the latest day on which it is in time stands for it,
 * and the next deadline is only expected.
 */
final class StateInvestments {
    private static final String PREFIX = "state-investment.";

    private StateInvestments() {}

    static void read(Grant grant, Gathering into) {
        if (Funding.level(Funding.decider(grant), into.portfolio()) != FunderLevel.STATE
                || !Funding.isCashSubsidy(grant)) {
            return;
        }
        if (grant.spending() == null && !Funding.isReported(grant)) {
            into.missing(grant, EventKind.INVESTMENT_START, Fact.SPENDING);
        }
        if (grant.spending() != SpendingKind.INVESTMENT) {
            return;
        }
        GrantDates dates = grant.dates();
        LocalDate request = dates.request();
        if (request != null) {
            LocalDate answered = dates.decision() == null ? dates.notification() : dates.decision();
            add(
                    EventKind.ADMISSIBILITY,
                    "admissibility.delay",
                    request,
                    Fact.REQUEST,
                    Certainty.FIXED,
                    answered,
                    grant,
                    into);
        }
        if (Funding.isGranted(grant)) {
            granted(grant, dates, into);
        }
    }

    private static void granted(Grant grant, GrantDates dates, Gathering into) {
        LocalDate notified = dates.notification();
        LocalDate started = dates.worksStart() == null ? dates.start() : dates.worksStart();
        Fact startFact = dates.worksStart() == null ? Fact.START : Fact.WORKS_START;
        boolean reported = Funding.isReported(grant);
        LocalDate latestStart = null;
        if (notified != null) {
            latestStart = add(
                    EventKind.INVESTMENT_START,
                    "start.delay",
                    notified,
                    Fact.NOTIFICATION,
                    Certainty.FIXED,
                    started,
                    grant,
                    into);
        } else if (!reported) {
            into.missing(grant, EventKind.INVESTMENT_START, Fact.NOTIFICATION);
        }
        LocalDate start = started == null ? latestStart : started;
        LocalDate ended = dates.end();
        LocalDate latestEnd = start == null
                ? null
                : add(
                        EventKind.INVESTMENT_COMPLETION,
                        "completion.delay",
                        start,
                        startFact,
                        certainty(started),
                        reported ? (ended == null ? start : ended) : null,
                        grant,
                        into);
        LocalDate end = ended == null ? latestEnd : ended;
        if (end != null && dates.lastClaim() == null) {
            add(
                    EventKind.INVESTMENT_BALANCE,
                    "balance-claim.delay",
                    end,
                    Fact.END,
                    certainty(ended),
                    FinalClaim.done(grant, end),
                    grant,
                    into);
        }
    }

    private static Certainty certainty(@Nullable LocalDate fact) {
        return fact == null ? Certainty.EXPECTED : Certainty.FIXED;
    }

    private static @Nullable LocalDate add(
            EventKind kind,
            String rule,
            LocalDate from,
            Fact fact,
            Certainty certainty,
            @Nullable LocalDate done,
            Grant grant,
            Gathering into) {
        LocalDate request = grant.dates().request();
        LocalDate lawOf = request == null ? from : request;
        Optional<Rule<Span>> delay = into.rule(Kind.PERIOD, PREFIX + rule, lawOf, grant, kind, fact);
        if (delay.isEmpty()) {
            return null;
        }
        Authority authority = into.authority(Funding.decider(grant));
        DueDay due = into.count(from, delay.get(), Gathering.CIVIL, authority);
        into.add(into.of(kind, due.date(), grant, fact)
                .certainty(certainty)
                .because(certainty == Certainty.FIXED ? fact.on(from) : fact.atTheLatest(from))
                .because(due)
                .because(authority.explanation())
                .done(done)
                .build());
        return due.date();
    }
}
