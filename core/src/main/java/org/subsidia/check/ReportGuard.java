package org.subsidia.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.calendar.EventKind;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;

/**
 * G-CRF: the financial report is not filed six months after the end of the year for which the grant was given, or by the day of
 * the convention. A structure whose year's end is not known is taken to close on 31 December, the latest day possible, so that
 * no report is called late that is not.
 */
final class ReportGuard extends GrantGuard {
    ReportGuard() {
        super("CRF");
    }

    @Override
    void check(Grant grant, GuardContext context, List<Checked> found) {
        boolean open = grant.state() == GrantState.AWARDED || grant.state() == GrantState.UNDER_CONVENTION;
        Optional<Funder> authority = Authority.deciding(grant, context).filter(Authority::isFrenchPublic);
        if (!open || authority.isEmpty()) {
            return;
        }
        for (CalendarEvent report : context.events(grant.id(), EventKind.FINANCIAL_REPORT)) {
            LocalDate done = report.done();
            if (done == null || done.isAfter(context.today())) {
                judge(grant, authority.get(), report, context, found);
            }
        }
    }

    private void judge(Grant grant, Funder authority, CalendarEvent report, GuardContext context, List<Checked> found) {
        long days = ChronoUnit.DAYS.between(context.today(), report.date());
        Place place = Verdict.place(grant, "dates.reported");
        boolean soon = context.options().reportWarnings().stream().anyMatch(before -> days <= before);
        if (days < 0) {
            found.add(Verdict.error(
                            this,
                            place,
                            Message.of("CHECK-CRF-LATE", authority.name(), report.date(), -days, article(report)))
                    .because(report.explanation())
                    .from(grant, authority)
                    .checked());
        } else if (soon) {
            found.add(Verdict.warning(
                            this,
                            place,
                            Message.of("CHECK-CRF-SOON", authority.name(), report.date(), days, article(report)))
                    .because(report.explanation())
                    .from(grant, authority)
                    .checked());
        }
    }

    private static Message article(CalendarEvent report) {
        return report.rules().stream()
                .findFirst()
                .map(rule -> Message.of("CHECK-TEXT", rule.legalReference()))
                .orElse(Message.of("CHECK-AGREED"));
    }
}
