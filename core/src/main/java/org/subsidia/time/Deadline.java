package org.subsidia.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.RuleReference;

/**
 * A delay counted from a day. Each method returns another deadline; {@link #due()} counts.
 *
 * <pre>{@code
 * Rule<Counting> civil = law.counting("counting.civil");
 * Deadline.from(notification)
 *         .plus(Span.days(60))
 *         .counted(civil.value(), civil.reference())
 *         .with(lawBase.calendar(Zone.METROPOLE))
 *         .due();
 * }</pre>
 *
 * <p>The first day is never counted. Months and years go to the same day number, or to the last day of the month where it has
 * none (code de procédure civile, articles 640 to 642; règlement (CEE, Euratom) 1182/71, article 3). Without {@link
 * #counted}, days are taken as they come and a day off is not moved.
 */
public final class Deadline {
    private final LocalDate start;
    private final Span span;
    private final boolean backward;
    private final Counting counting;
    private final List<RuleReference> rules;
    private final @Nullable HolidayCalendar calendar;

    private Deadline(
            LocalDate start,
            Span span,
            boolean backward,
            Counting counting,
            List<RuleReference> rules,
            @Nullable HolidayCalendar calendar) {
        this.start = start;
        this.span = span;
        this.backward = backward;
        this.counting = counting;
        this.rules = rules;
        this.calendar = calendar;
    }

    /**
     * A deadline that starts with an act or event.
     *
     * @param start the day of the act or event, which is not counted
     * @return the deadline, still without a delay
     */
    public static Deadline from(LocalDate start) {
        return new Deadline(start, Span.days(0), false, Counting.PLAIN, List.of(), null);
    }

    /**
     * Counts forward.
     *
     * @param delay the delay
     * @return the deadline
     */
    public Deadline plus(Span delay) {
        return new Deadline(start, delay, false, counting, rules, calendar);
    }

    /**
     * Counts backward: the last day on which an act is done so long before the start.
     *
     * @param delay the delay
     * @return the deadline
     */
    public Deadline minus(Span delay) {
        return new Deadline(start, delay, true, counting, rules, calendar);
    }

    /**
     * Counts as a text says.
     *
     * @param how clear days, moves, minimum of working days
     * @return the deadline
     */
    public Deadline counted(Counting how) {
        return new Deadline(start, span, backward, how, rules, calendar);
    }

    /**
     * Counts as a legal rule says, and names it.
     *
     * @param how clear days, moves, minimum of working days
     * @param rule the rule
     * @return the deadline
     */
    public Deadline counted(Counting how, RuleReference rule) {
        return counted(how).because(rule);
    }

    /**
     * Names a legal rule that the deadline follows, such as the one that sets the delay.
     *
     * @param rule the rule
     * @return the deadline
     */
    public Deadline because(RuleReference rule) {
        List<RuleReference> more = new ArrayList<>(rules);
        more.add(rule);
        return new Deadline(start, span, backward, counting, List.copyOf(more), calendar);
    }

    /**
     * Clear days (jours francs): the last day is not counted either.
     *
     * @return the deadline
     */
    public Deadline clearDays() {
        return counted(new Counting(true, counting.roll(), counting.backwardRoll(), counting.minimumWorkingDays()));
    }

    /**
     * Moves an end on a day off, in whichever direction the delay is counted: the words of a convention.
     *
     * @param roll to which side
     * @return the deadline
     */
    public Deadline roll(Roll roll) {
        return counted(new Counting(counting.clearDays(), roll, roll, counting.minimumWorkingDays()));
    }

    /**
     * Takes the public holidays of a zone.
     *
     * @param holidays the calendar of the authority's zone
     * @return the deadline
     */
    public Deadline with(HolidayCalendar holidays) {
        return new Deadline(start, span, backward, counting, rules, holidays);
    }

    /**
     * Counts.
     *
     * @return the due day and the way there
     * @throws IllegalStateException if working days matter and no calendar was given
     */
    public DueDay due() {
        return new DeadlineCount(this).due();
    }

    LocalDate start() {
        return start;
    }

    Span span() {
        return span;
    }

    /** 1 forward, −1 backward. */
    int direction() {
        return backward ? -1 : 1;
    }

    Counting counting() {
        return counting;
    }

    Roll rollInForce() {
        return backward ? counting.backwardRoll() : counting.roll();
    }

    List<RuleReference> rules() {
        return rules;
    }

    @Nullable
    HolidayCalendar calendar() {
        return calendar;
    }

    HolidayCalendar neededCalendar() {
        if (calendar == null) {
            throw new IllegalStateException("working days need a calendar: say with(calendar)");
        }
        return calendar;
    }

    /** Deadlines that count alike from the same day are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Deadline that
                && start.equals(that.start)
                && span.equals(that.span)
                && backward == that.backward
                && counting.equals(that.counting)
                && rules.equals(that.rules)
                && Objects.equals(calendar, that.calendar);
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, span, backward, counting, rules, calendar);
    }

    @Override
    public String toString() {
        return start + (backward ? " - " : " + ") + span;
    }
}
