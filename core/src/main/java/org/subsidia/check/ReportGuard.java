package org.subsidia.check;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.law.Kind;
import org.subsidia.law.Law;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.time.Counting;
import org.subsidia.time.Deadline;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;

/** G-CRF: the financial report is not filed six months after the end of the year for which the grant was given. */
final class ReportGuard extends GrantGuard {
    ReportGuard() {
        super("CRF");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        boolean open = grant.state() == GrantState.AWARDED || grant.state() == GrantState.UNDER_CONVENTION;
        LocalDate filed = grant.dates().reported();
        Optional<Funder> authority = Authority.deciding(grant, context);
        if (!open
                || grant.nature() != GrantNature.SUBSIDY
                || (filed != null && !filed.isAfter(context.today()))
                || authority.isEmpty()
                || !Authority.isFrenchPublic(authority.get())) {
            return;
        }
        Optional<DueDay> due = due(grant, authority.get(), context);
        if (due.isPresent()) {
            judge(grant, authority.get(), due.get(), context, found);
        }
    }

    private void judge(Grant grant, Funder authority, DueDay due, GuardContext context, List<Checked> found) {
        long days = ChronoUnit.DAYS.between(context.today(), due.date());
        Place place = Verdict.place(grant, "dates.reported");
        if (days < 0) {
            found.add(Verdict.error(
                            this, place, Message.of("CHECK-CRF-LATE", authority.name(), due.date(), -days, law(due)))
                    .because(due.explanation())
                    .from(grant, authority)
                    .checked());
            return;
        }
        Optional<Integer> passed = context.options().reportWarnings().stream()
                .filter(before -> days <= before)
                .min(Integer::compare);
        if (passed.isPresent()) {
            found.add(Verdict.warning(
                            this, place, Message.of("CHECK-CRF-SOON", authority.name(), due.date(), days, law(due)))
                    .because(due.explanation())
                    .from(grant, authority)
                    .checked());
        }
    }

    private static String law(DueDay due) {
        return due.explanation().rules().stream()
                .findFirst()
                .map(rule -> rule.legalReference())
                .orElse("convention");
    }

    /** The day that the convention sets, else the legal one. */
    private static Optional<DueDay> due(Grant grant, Funder authority, GuardContext context) {
        LocalDate agreed = grant.dates().report();
        if (agreed != null) {
            return Optional.of(Deadline.from(agreed).due());
        }
        return yearEnd(grant, context).flatMap(end -> {
            Law law = context.lawAt(end);
            Optional<Rule<Span>> delay = law.find(Kind.PERIOD, "subsidy.report.delay");
            Optional<Rule<Counting>> civil = law.find(Kind.COUNTING, "counting.civil");
            return delay.isPresent() && civil.isPresent()
                    ? Optional.of(Deadline.from(end)
                            .plus(delay.get().value())
                            .because(delay.get().reference())
                            .counted(civil.get().value(), civil.get().reference())
                            .with(context.lawBase().calendar(Authority.zone(authority)))
                            .due())
                    : Optional.empty();
        });
    }

    /**
     * The last day of the last accounting year for which the grant was given. A structure whose year's end is not known is
     * taken to close on 31 December, the latest day possible, so that no report is called late that is not.
     */
    private static Optional<LocalDate> yearEnd(Grant grant, GuardContext context) {
        Optional<Structure> structure = context.portfolio().structure(grant.structure());
        MonthDay close = structure.map(Structure::fiscalYearEnd).orElse(null);
        Optional<Integer> lastLine = grant.yearLines().stream()
                .filter(line -> line.kind() == YearLineKind.INCOME)
                .map(YearLine::year)
                .max(Integer::compare);
        Optional<Integer> year = lastLine.or(() -> Optional.ofNullable(grant.fiscalYear()));
        if (year.isEmpty() && structure.isPresent()) {
            Structure known = structure.get();
            year = Optional.ofNullable(lastDay(grant)).map(day -> YearAwards.accountingYear(day, known));
        }
        return year.map(number -> (close == null ? MonthDay.of(12, 31) : close).atYear(number));
    }

    private static @Nullable LocalDate lastDay(Grant grant) {
        LocalDate end = grant.dates().end();
        return end == null && grant.eligibility() != null ? grant.eligibility().last() : end;
    }
}
