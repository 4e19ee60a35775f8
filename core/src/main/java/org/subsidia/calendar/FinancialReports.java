package org.subsidia.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;

/**
 * The financial report (compte rendu financier), due so many months after the end of the year for which the subsidy was granted
 * (loi 2000-321 of 12 April 2000, article 10; order of 11 October 2006), or when the convention says.
 */
final class FinancialReports {
    private static final String DELAY = "subsidy.report.delay";
    private static final EventKind KIND = EventKind.FINANCIAL_REPORT;

    private FinancialReports() {}

    static void read(Grant grant, Gathering into) {
        LocalDate agreed = grant.dates().report();
        if (!Funding.isGranted(grant)) {
            return;
        }
        if (agreed != null) {
            into.add(into.of(KIND, agreed, grant, Fact.REPORT)
                    .because(Fact.REPORT.on(agreed))
                    .done(done(grant, agreed, null))
                    .build());
        } else if (applies(grant, into)) {
            byYear(grant, into);
        }
    }

    private static boolean applies(Grant grant, Gathering into) {
        if (!Funding.isCashSubsidy(grant) || Funding.isEuShared(grant, into.portfolio())) {
            return false;
        }
        FunderId decider = Funding.decider(grant);
        FunderLevel level = Funding.level(decider, into.portfolio());
        if (level == FunderLevel.UNKNOWN && !Funding.isReported(grant)) {
            into.missing(grant, KIND, decider == null ? Fact.PAYER : Fact.LEVEL);
        }
        return Funding.isFrenchAuthority(level);
    }

    private static void byYear(Grant grant, Gathering into) {
        Optional<MonthDay> known = YearEnds.of(into.portfolio().structure(grant.structure()));
        MonthDay end = known.orElse(YearEnds.assumed());
        List<Integer> years = YearEnds.of(grant, end);
        if (years.isEmpty() && !Funding.isReported(grant)) {
            into.missing(grant, KIND, Fact.FISCAL_YEAR);
        }
        for (int year : years) {
            LocalDate last = YearEnds.last(end, year);
            Optional<Rule<Span>> delay = into.rule(Kind.PERIOD, DELAY, last, grant, KIND, Fact.FISCAL_YEAR);
            delay.ifPresent(rule -> add(grant, into, year, last, rule, known.isPresent()));
        }
        if (known.isEmpty() && !years.isEmpty()) {
            into.assumed(grant, KIND, Fact.FISCAL_YEAR_END);
        }
    }

    private static void add(
            Grant grant, Gathering into, int year, LocalDate last, Rule<Span> delay, boolean yearEndKnown) {
        Authority authority = into.authority(Funding.decider(grant));
        DueDay due = into.count(last, delay, Gathering.CIVIL, authority);
        CalendarEvent.Builder event = into.of(KIND, due.date(), grant, Fact.FISCAL_YEAR)
                .part(Integer.toString(year), Message.of("CAL-PART-YEAR", Integer.toString(year)))
                .read(grant.structure())
                .done(done(grant, due.date(), last));
        if (yearEndKnown) {
            event.because(Fact.FISCAL_YEAR_END.on(last));
        } else {
            event.certainty(Certainty.EXPECTED)
                    .because(Explanation.leaf(
                            Message.of("CAL-ASSUMPTION"),
                            new Value.Statement(Message.of("CAL-ASSUMPTION-YEAREND", last))));
        }
        into.add(event.because(due).because(authority.explanation()).build());
    }

    /** A report filed after the end of a year serves that year and those before it. */
    private static @Nullable LocalDate done(Grant grant, LocalDate due, @Nullable LocalDate yearEnd) {
        LocalDate reported = grant.dates().reported();
        if (reported != null && (yearEnd == null || reported.isAfter(yearEnd))) {
            return reported;
        }
        return Funding.isReported(grant) ? due : null;
    }
}
