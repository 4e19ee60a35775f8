package org.subsidia.calendar;

import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallState;
import org.subsidia.portfolio.Portfolio;

/** The dates of calls, and of those that come back the next times within the years shown. */
record CallDates(CalendarOptions options) implements EventSource {
    /** A recurrence of a day would fill the calendar; no call comes back more often than this. */
    private static final int MOST = 60;

    @Override
    public Events events(Portfolio portfolio, LawBase law, LocalDate asOf) {
        Gathering into = new Gathering(portfolio, law, asOf);
        for (Call call : portfolio.calls()) {
            if (call.state() != CallState.CANCELLED) {
                read(call, into);
            }
        }
        return into.result();
    }

    private void read(Call call, Gathering into) {
        if (call.closes() == null && call.state() != CallState.EXPECTED) {
            into.missing(call.id(), call.name(), EventKind.CALL_CLOSES, Fact.CLOSES);
        }
        add(call, EventKind.CALL_OPENS, Fact.OPENS, call.opens(), "", into);
        add(call, EventKind.CALL_PRE_DEPOSIT, Fact.PRE_DEPOSIT, call.preDeposit(), "", into);
        for (int i = 0; i < call.cutOffs().size(); i++) {
            add(call, EventKind.CALL_CUT_OFF, Fact.CUT_OFF, call.cutOffs().get(i), Integer.toString(i + 1), into);
        }
        add(call, EventKind.CALL_CLOSES, Fact.CLOSES, call.closes(), "", into);
        add(call, EventKind.CALL_DECISION, Fact.CALL_DECISION, call.decision(), "", into);
    }

    private void add(Call call, EventKind kind, Fact fact, @Nullable LocalDate day, String number, Gathering into) {
        if (day == null) {
            return;
        }
        CalendarEvent.Builder first = event(call, kind, fact, day).because(fact.on(day));
        if (!number.isEmpty()) {
            first.part(number, Message.of("CAL-PART-NUMBER", number));
        }
        if (call.state() == CallState.EXPECTED) {
            first.certainty(Certainty.EXPECTED).because(assumption(Message.of("CAL-ASSUMPTION-CALL")));
        }
        into.add(first.build());
        Period recurrence = call.recurrence();
        if (recurrence == null) {
            return;
        }
        LocalDate last = into.asOf().plusYears(options.yearsAhead());
        for (int i = 1; i <= MOST; i++) {
            LocalDate next = Periods.later(day, recurrence, i).orElse(day);
            if (!next.isAfter(day) || next.isAfter(last)) {
                break;
            }
            String key = number + "+" + i;
            into.add(event(call, kind, fact, next)
                    .part(key, Message.of("CAL-PART-AGAIN", Integer.toString(next.getYear())))
                    .certainty(Certainty.EXPECTED)
                    .because(fact.on(day))
                    .because(assumption(Message.of("CAL-ASSUMPTION-RECURRENCE", Periods.words(recurrence))))
                    .build());
        }
    }

    private static Explanation assumption(Message text) {
        return Explanation.leaf(Message.of("CAL-ASSUMPTION"), new Value.Statement(text));
    }

    private static CalendarEvent.Builder event(Call call, EventKind kind, Fact fact, LocalDate day) {
        return CalendarEvent.builder(kind, day, call.id(), call.name())
                .field(fact.field())
                .funder(call.funder());
    }
}
