package org.subsidia.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;

/** One counting of a deadline: where it stands, and the steps so far. */
final class DeadlineCount {
    private final Deadline deadline;
    private final List<Message> steps = new ArrayList<>();
    private final List<Explanation> parts = new ArrayList<>();
    private LocalDate day;

    DeadlineCount(Deadline deadline) {
        this.deadline = deadline;
        this.day = deadline.start();
    }

    DueDay due() {
        step(Message.of("TIME-STEP-START", deadline.start()), List.of());
        if (deadline.span().amount() > 0) {
            walk();
            clearDays();
            minimumOfWorkingDays();
        }
        roll();
        Message label = Message.of(
                deadline.direction() > 0 ? "TIME-DEADLINE-AFTER" : "TIME-DEADLINE-BEFORE",
                deadline.span().words(),
                deadline.start());
        Explanation explanation =
                Explanation.of(label, new Value.Day(day), Step.CHOICE, parts).withRules(deadline.rules());
        return new DueDay(day, steps, explanation);
    }

    private void walk() {
        Span span = deadline.span();
        int count = span.amount() * deadline.direction();
        LocalDate from = day;
        day = switch (span.unit()) {
            case DAY -> day.plusDays(count);
            case WEEK -> day.plusWeeks(count);
            case MONTH -> day.plusMonths(count);
            case YEAR -> day.plusYears(count);
            case WORKING_DAY -> deadline.neededCalendar().plusWorkingDays(day, count);
        };
        step(
                Message.of(deadline.direction() > 0 ? "TIME-STEP-AFTER" : "TIME-STEP-BEFORE", span.words(), day),
                List.of());
        boolean byMonth = span.unit() == TimeUnit.MONTH || span.unit() == TimeUnit.YEAR;
        if (byMonth && day.getDayOfMonth() != from.getDayOfMonth()) {
            step(Message.of("TIME-STEP-SHORTMONTH", from.getDayOfMonth(), day), List.of());
        }
        if (span.unit() == TimeUnit.WORKING_DAY) {
            skippedHolidays(from, day);
        }
    }

    private void skippedHolidays(LocalDate from, LocalDate to) {
        LocalDate first = from.isBefore(to) ? from.plusDays(1) : to;
        LocalDate last = from.isBefore(to) ? to : from.minusDays(1);
        HolidayCalendar calendar = deadline.neededCalendar();
        for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(1)) {
            if (date.getDayOfWeek().getValue() <= 5 && calendar.isHoliday(date)) {
                step(Message.of("TIME-STEP-SKIPPED", date, reason(date)), references(date));
            }
        }
    }

    private void clearDays() {
        if (!deadline.counting().clearDays()) {
            return;
        }
        int one = deadline.direction();
        day = deadline.span().unit() == TimeUnit.WORKING_DAY
                ? deadline.neededCalendar().plusWorkingDays(day, one)
                : day.plusDays(one);
        step(Message.of("TIME-STEP-CLEAR", day), List.of());
    }

    /** A delay of n days or more holds n working days; shorter ones are left as they are. */
    private void minimumOfWorkingDays() {
        int minimum = deadline.counting().minimumWorkingDays();
        LocalDate start = deadline.start();
        boolean forward = deadline.direction() > 0;
        LocalDate first = forward ? start.plusDays(1) : day;
        LocalDate last = forward ? day : start.minusDays(1);
        if (minimum == 0 || first.plusDays(minimum - 1L).isAfter(last)) {
            return;
        }
        // a delay long enough surely holds them: only short ones need the calendar
        if (deadline.neededCalendar().workingDays(first, min(last, first.plusDays(366))) < minimum) {
            day = deadline.neededCalendar().plusWorkingDays(start, minimum * deadline.direction());
            step(Message.of("TIME-STEP-MINIMUM", minimum, day), List.of());
        }
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private void roll() {
        Roll roll = deadline.rollInForce();
        if (roll == Roll.NONE) {
            unmoved();
            return;
        }
        LocalDate end = day;
        while (!deadline.neededCalendar().isWorkingDay(day)) {
            LocalDate off = day;
            day = day.plusDays(roll == Roll.NEXT ? 1 : -1);
            parts.add(Explanation.leaf(Message.of("TIME-STEP-OFF", off, reason(off)), new Value.Day(off))
                    .withRules(references(off)));
            steps.add(Message.of("TIME-STEP-OFF", off, reason(off)));
        }
        if (!day.equals(end)) {
            step(Message.of(roll == Roll.NEXT ? "TIME-STEP-NEXT" : "TIME-STEP-PREVIOUS", day), List.of());
        }
    }

    /** Says that the end is a day off and stays, for whoever expects it to move. */
    private void unmoved() {
        HolidayCalendar calendar = deadline.calendar();
        if (calendar != null && !calendar.isWorkingDay(day)) {
            step(Message.of("TIME-STEP-UNMOVED", day, reason(day)), references(day));
        }
    }

    private Message reason(LocalDate date) {
        List<Holiday> holidays = deadline.neededCalendar().holidaysOn(date);
        return holidays.isEmpty()
                ? Message.of("TIME-DAY-" + date.getDayOfWeek().name())
                : holidays.get(0).name();
    }

    private List<RuleReference> references(LocalDate date) {
        return deadline.neededCalendar().holidaysOn(date).stream()
                .map(Holiday::reference)
                .toList();
    }

    private void step(Message message, List<RuleReference> rules) {
        steps.add(message);
        parts.add(Explanation.leaf(message, new Value.Day(day)).withRules(rules));
    }
}
