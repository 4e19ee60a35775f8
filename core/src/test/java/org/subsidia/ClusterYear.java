package org.subsidia;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.calendar.CalendarOptions;
import org.subsidia.calendar.GrantCalendar;
import org.subsidia.check.Checked;
import org.subsidia.check.GuardContext;
import org.subsidia.check.GuardOptions;
import org.subsidia.check.Guards;
import org.subsidia.explain.Amounts;
import org.subsidia.finding.Severity;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.schedule.PaymentSchedule;
import org.subsidia.portfolio.schedule.ScheduleEngine;
import org.subsidia.portfolio.schedule.StepStatus;

/** The cluster on a day of its year: all edits up to and with that day, and what the library then says. */
record ClusterYear(LocalDate today, Portfolio portfolio) {
    /** The cluster has an auditor, so that the threshold of 153 000 € tells it nothing. */
    private static final GuardOptions OPTIONS = GuardOptions.USUAL.withAuditor(Set.of(ClusterCast.CLUSTER));

    /**
     * What somebody did on a day.
     *
     * @param edit the edit, made from the portfolio as it was
     */
    record Act(LocalDate day, String label, Function<Portfolio, Edit> edit) {}

    /** The evening of a day. */
    static ClusterYear on(String day) {
        LocalDate today = LocalDate.parse(day);
        Portfolio portfolio = Portfolio.empty();
        for (Act act : ClusterActs.ALL) {
            if (!act.day().isAfter(today)) {
                portfolio = portfolio.apply(act.edit().apply(portfolio));
            }
        }
        return new ClusterYear(today, portfolio);
    }

    /** The inverses of all edits of the year, the last one first. */
    static Deque<Edit> undoStack() {
        Deque<Edit> undo = new ArrayDeque<>();
        Portfolio portfolio = Portfolio.empty();
        for (Act act : ClusterActs.ALL) {
            Edit edit = act.edit().apply(portfolio);
            undo.push(edit.inverse(portfolio));
            portfolio = portfolio.apply(edit);
        }
        return undo;
    }

    static Money euros(long amount) {
        return Money.of(CurrencyUnit.EUR, BigDecimal.valueOf(amount));
    }

    Grant grant(GrantId id) {
        return portfolio.grant(id).orElseThrow();
    }

    PaymentSchedule schedule(GrantId id) {
        return ScheduleEngine.of(portfolio, grant(id), today);
    }

    StepStatus step(GrantId id, int number) {
        return schedule(id).steps().get(number - 1);
    }

    /** What the funder owes today; negative: what the cluster owes. */
    Money due(GrantId id) {
        return schedule(id).dueAmount().orElseThrow();
    }

    Money finalAmount(GrantId id) {
        return Amounts.of(schedule(id).entitlement()).orElseThrow();
    }

    Money received(GrantId id) {
        return grant(id).received().orElse(euros(0));
    }

    GrantCalendar calendar() {
        return GrantCalendar.of(portfolio, LawBase.standard(), today, CalendarOptions.STANDARD.withoutBudgetSeason());
    }

    CalendarEvent event(String id) {
        Optional<CalendarEvent> found = calendar().events().stream()
                .filter(event -> event.id().equals(id))
                .findFirst();
        return found.orElseThrow(() -> new AssertionError("no event " + id + " among "
                + calendar().events().stream().map(CalendarEvent::id).toList()));
    }

    /** The day of an event. */
    LocalDate day(String id) {
        return event(id).date();
    }

    /** The ids of what is late. */
    List<String> late() {
        return calendar().late().stream().map(CalendarEvent::id).toList();
    }

    List<Checked> checked() {
        return Guards.standard()
                .check(GuardContext.of(portfolio, LawBase.standard(), today).with(OPTIONS));
    }

    /** Errors and warnings as {@code CODE record}. */
    List<String> alarms() {
        return checked().stream()
                .filter(checked -> checked.severity() != Severity.INFO)
                .map(checked -> checked.finding().code()
                        + ' '
                        + Objects.requireNonNullElse(checked.finding().place().record(), ""))
                .toList();
    }

    /** The only result with a code. */
    Checked alarm(String code) {
        List<Checked> found = checked().stream()
                .filter(checked -> checked.finding().code().equals(code))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("one " + code + " expected: " + found);
        }
        return found.get(0);
    }
}
