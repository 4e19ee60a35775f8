package org.subsidia.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.subsidia.cofinancing.EuProgrammes;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.Kind;
import org.subsidia.law.Rule;
import org.subsidia.portfolio.Grant;
import org.subsidia.territory.EuPeriod;
import org.subsidia.time.Deadline;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;

/**
 * Until when papers of EU money are kept: some years from 31 December of the year of the last payment (regulation (EU)
 * 2021/1060, article 82). While the grant is not closed another payment may follow, and the day is only expected.
 */
final class EuRetention {
    private static final EventKind KIND = EventKind.RETENTION_END;

    private EuRetention() {}

    static void read(Grant grant, Gathering into) {
        if (!Funding.isGranted(grant) || !Funding.isEuShared(grant, into.portfolio())) {
            return;
        }
        Optional<LocalDate> last = Sums.lastReceipt(grant);
        if (last.isEmpty()) {
            if (Funding.isClosed(grant)) {
                into.missing(grant, KIND, Fact.LAST_RECEIPT);
            }
            return;
        }
        Optional<EuPeriod> period = EuProgrammes.period(grant, into.portfolio());
        if (period.isEmpty()) {
            into.missing(grant, KIND, Fact.PROGRAMME_PERIOD);
            return;
        }
        String id = EuProgrammes.rule(period.get(), "retention.delay");
        into.rule(Kind.PERIOD, id, last.get(), grant, KIND, Fact.LAST_RECEIPT)
                .ifPresent(rule -> add(grant, last.get(), rule, into));
    }

    private static void add(Grant grant, LocalDate last, Rule<Span> rule, Gathering into) {
        LocalDate yearEnd = LocalDate.of(last.getYear(), Month.DECEMBER, 31);
        DueDay due = Deadline.from(yearEnd)
                .plus(rule.value())
                .because(rule.reference())
                .due();
        CalendarEvent.Builder event = into.of(KIND, due.date(), grant, Fact.LAST_RECEIPT)
                .because(Fact.LAST_RECEIPT.on(last))
                .because(due);
        if (!Funding.isClosed(grant)) {
            event.certainty(Certainty.EXPECTED)
                    .because(Explanation.leaf(
                            Message.of("CAL-ASSUMPTION"),
                            new Value.Statement(Message.of("CAL-ASSUMPTION-LASTPAYMENT", last))));
        }
        into.add(event.build());
    }
}
