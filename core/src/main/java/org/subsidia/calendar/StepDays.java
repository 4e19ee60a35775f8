package org.subsidia.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.portfolio.AgreedDeadline;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantEvent;
import org.subsidia.portfolio.ReportKind;
import org.subsidia.portfolio.Trigger;
import org.subsidia.time.Deadline;
import org.subsidia.time.DueDay;

/** The day on which a step of a payment schedule falls due, as far as the facts tell. */
final class StepDays {
    private static final String ASSEMBLY = "structure.assembly.delay";

    private final Grant grant;
    private final Gathering from;
    private int interimReports;

    StepDays(Grant grant, Gathering from) {
        this.grant = grant;
        this.from = from;
    }

    /**
     * What a trigger leads to.
     *
     * @param day the day; null: not known
     * @param missing the fact that is not known; only where there is no day
     */
    record Outcome(
            @Nullable LocalDate day,
            Certainty certainty,
            Explanation reason,
            @Nullable Fact missing) {

        static Outcome none(Fact missing) {
            return new Outcome(
                    null,
                    Certainty.EXPECTED,
                    Explanation.leaf(
                            missing.label(), new Value.Unknown(Message.of("CAL-UNKNOWN-FACT", missing.label()))),
                    missing);
        }

        static Outcome of(@Nullable LocalDate day, Certainty certainty, Fact fact) {
            return day == null ? none(fact) : new Outcome(day, certainty, fact.on(day), null);
        }

        Outcome orElse(@Nullable LocalDate day, Certainty other, Fact fact) {
            return this.day != null ? this : of(day, other, fact);
        }

        Outcome later(Period delay) {
            LocalDate start = day;
            if (start == null || delay.isZero()) {
                return this;
            }
            LocalDate end = start.plus(delay);
            return new Outcome(
                    end,
                    certainty,
                    Explanation.of(
                            Message.of("CAL-STEP-LATER", Periods.words(delay)),
                            new Value.Day(end),
                            Step.CHOICE,
                            List.of(reason)),
                    null);
        }
    }

    /** To be asked in the order of the schedule: the n-th step that waits for an interim report waits for the n-th. */
    Outcome of(Trigger trigger) {
        if (trigger instanceof Trigger.OnDate onDate) {
            return Outcome.of(onDate.date(), Certainty.FIXED, Fact.STEP_DATE);
        }
        if (trigger instanceof Trigger.OnEvent onEvent) {
            return event(onEvent.event()).later(onEvent.delay());
        }
        if (trigger instanceof Trigger.OnReport onReport) {
            return report(onReport.report()).later(onReport.delay());
        }
        return Outcome.none(Fact.SHARE_SPENT);
    }

    private Outcome event(GrantEvent event) {
        GrantDates dates = grant.dates();
        return switch (event) {
            case REQUEST -> Outcome.of(dates.request(), Certainty.FIXED, Fact.REQUEST);
            case DECISION -> Outcome.of(dates.decision(), Certainty.FIXED, Fact.DECISION);
            case NOTIFICATION -> Outcome.of(dates.notification(), Certainty.FIXED, Fact.NOTIFICATION);
            case CONVENTION -> Outcome.of(dates.convention(), Certainty.FIXED, Fact.CONVENTION);
            case START -> Outcome.of(dates.start(), Certainty.FIXED, Fact.START);
            case END -> Outcome.of(dates.end(), Certainty.FIXED, Fact.END);
            case REPORT -> finalReport();
            case LAST_CLAIM ->
                Outcome.of(Claims.filed(grant, ClaimKind.FINAL, 0), Certainty.FIXED, Fact.LAST_CLAIM_FILED)
                        .orElse(dates.lastClaim(), Certainty.EXPECTED, Fact.LAST_CLAIM);
        };
    }

    private Outcome report(ReportKind report) {
        return switch (report) {
            case INTERIM -> interimReport(interimReports++);
            case FINAL -> finalReport();
            case ACCOUNTS -> accounts();
        };
    }

    private Outcome finalReport() {
        GrantDates dates = grant.dates();
        return Outcome.of(dates.reported(), Certainty.FIXED, Fact.REPORTED)
                .orElse(dates.report(), Certainty.EXPECTED, Fact.REPORT);
    }

    private Outcome interimReport(int number) {
        List<AgreedDeadline> reports =
                grant.deadlines().stream().filter(AgreedDates::isInterimReport).toList();
        if (number >= reports.size()) {
            return Outcome.none(Fact.INTERIM_REPORT);
        }
        AgreedDeadline report = reports.get(number);
        return Outcome.of(report.done(), Certainty.FIXED, Fact.REPORTED)
                .orElse(report.due(), Certainty.EXPECTED, Fact.DEADLINE);
    }

    /** The accounts of the year for which the grant is given are approved by the general assembly at the latest. */
    private Outcome accounts() {
        Integer year = grant.fiscalYear();
        Optional<MonthDay> end = YearEnds.of(from.portfolio().structure(grant.structure()));
        if (year == null || end.isEmpty()) {
            return Outcome.none(year == null ? Fact.FISCAL_YEAR : Fact.FISCAL_YEAR_END);
        }
        LocalDate last = YearEnds.last(end.get(), year);
        return from.law(last)
                .find(Kind.PERIOD, ASSEMBLY)
                .map(rule -> {
                    DueDay due = Deadline.from(last)
                            .plus(rule.value())
                            .because(rule.reference())
                            .due();
                    return new Outcome(due.date(), Certainty.EXPECTED, due.explanation(), null);
                })
                .orElseGet(() -> Outcome.none(Fact.REPORT));
    }
}
