package org.subsidia.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.time.MonthAxis;

/**
 * All events that follow from a portfolio and the law, as at a day.
 *
 * <pre>{@code
 * GrantCalendar calendar = GrantCalendar.of(portfolio, LawBase.standard(), asOf, CalendarOptions.STANDARD);
 * calendar.late();
 * calendar.coming(30);
 * calendar.select(EventFilter.ALL.ofStructure(id)).yearPlan(YearMonth.from(asOf));
 * }</pre>
 */
public final class GrantCalendar {
    private final LocalDate asOf;
    private final CalendarOptions options;
    private final List<CalendarEvent> events;
    private final List<Finding> findings;

    private GrantCalendar(LocalDate asOf, CalendarOptions options, List<CalendarEvent> events, List<Finding> findings) {
        this.asOf = asOf;
        this.options = options;
        this.events = List.copyOf(events);
        this.findings = List.copyOf(findings);
    }

    /**
     * Derives the calendar.
     *
     * @param portfolio what is known
     * @param law the rules
     * @param asOf the day of looking
     * @param options what the user chose
     * @return the calendar, its events by day
     * @throws IllegalStateException if two sources give events of the same id
     */
    public static GrantCalendar of(Portfolio portfolio, LawBase law, LocalDate asOf, CalendarOptions options) {
        TreeMap<String, CalendarEvent> byId = new TreeMap<>();
        List<Finding> findings = new ArrayList<>();
        for (EventSource source : Sources.of(options)) {
            Events found = source.events(portfolio, law, asOf);
            findings.addAll(found.findings());
            for (CalendarEvent event : found.events()) {
                if (byId.put(event.id(), event) != null) {
                    throw new IllegalStateException("two events are called " + event.id());
                }
            }
        }
        List<CalendarEvent> events = new ArrayList<>(byId.values());
        events.sort(CalendarEvent.ORDER);
        return new GrantCalendar(asOf, options, events, findings);
    }

    /** {@return the day of looking} */
    public LocalDate asOf() {
        return asOf;
    }

    /** {@return what the user chose} */
    public CalendarOptions options() {
        return options;
    }

    /** {@return all events by day} */
    public List<CalendarEvent> events() {
        return events;
    }

    /** {@return one finding for each event that a missing fact or rule prevents} */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Where an event stands.
     *
     * @param event one of the calendar’s
     * @return its state as at the day of looking
     */
    public EventState state(CalendarEvent event) {
        return event.state(asOf, options.notice());
    }

    /** {@return the deadlines that have gone by and were not met, the oldest first} */
    public List<CalendarEvent> late() {
        return events.stream().filter(event -> state(event) == EventState.LATE).toList();
    }

    /**
     * What comes soon and is not done.
     *
     * @param days how many days from the day of looking, both ends included
     * @return the events by day
     */
    public List<CalendarEvent> coming(int days) {
        return events.stream()
                .filter(event -> event.state(asOf, days) == EventState.DUE)
                .toList();
    }

    /**
     * A part of the calendar.
     *
     * @param filter which events
     * @return the calendar of these events, with the same findings
     */
    public GrantCalendar select(EventFilter filter) {
        return new GrantCalendar(
                asOf,
                options,
                events.stream()
                        .filter(event -> filter.accepts(event, state(event)))
                        .toList(),
                findings);
    }

    /**
     * What is late, and what comes in the next months.
     *
     * @param months how many months from the day of looking, 0 or more
     * @return the calendar of these events, with the same findings
     */
    public GrantCalendar lateAndNext(int months) {
        LocalDate end = asOf.plusMonths(months);
        return new GrantCalendar(
                asOf,
                options,
                events.stream()
                        .filter(event -> state(event) == EventState.LATE
                                || (!event.date().isBefore(asOf)
                                        && !event.date().isAfter(end)))
                        .toList(),
                findings);
    }

    /** {@return the events of each structure by day; events of no structure in particular are left out} */
    public SortedMap<StructureId, List<CalendarEvent>> byStructure() {
        return grouped(CalendarEvent::structure);
    }

    /** {@return the events of each funder by day; events without a known funder are left out} */
    public SortedMap<FunderId, List<CalendarEvent>> byFunder() {
        return grouped(CalendarEvent::funder);
    }

    private <K extends Comparable<? super K>> SortedMap<K, List<CalendarEvent>> grouped(
            Function<CalendarEvent, @Nullable K> key) {
        SortedMap<K, List<CalendarEvent>> groups = new TreeMap<>();
        for (CalendarEvent event : events) {
            K group = key.apply(event);
            if (group != null) {
                groups.computeIfAbsent(group, k -> new ArrayList<>()).add(event);
            }
        }
        groups.replaceAll((group, list) -> List.copyOf(list));
        return Collections.unmodifiableSortedMap(groups);
    }

    /**
     * Twelve months.
     *
     * @param first the first month
     * @return the events of each month by day; months without events have an empty list
     */
    public SortedMap<YearMonth, List<CalendarEvent>> yearPlan(YearMonth first) {
        MonthAxis year = new MonthAxis(first, 12);
        SortedMap<YearMonth, List<CalendarEvent>> plan = new TreeMap<>();
        year.months().forEach(month -> plan.put(month, new ArrayList<>()));
        for (CalendarEvent event : events) {
            List<CalendarEvent> month = plan.get(YearMonth.from(event.date()));
            if (month != null) {
                month.add(event);
            }
        }
        plan.replaceAll((month, list) -> List.copyOf(list));
        return Collections.unmodifiableSortedMap(plan);
    }

    @Override
    public String toString() {
        return "calendar of " + asOf + ", " + events.size() + " events";
    }
}
