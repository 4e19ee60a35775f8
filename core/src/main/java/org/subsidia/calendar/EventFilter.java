package org.subsidia.calendar;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.StructureId;

/**
 * Which events are shown. What is not set lets all pass.
 *
 * @param from the first day; null: any
 * @param to the last day; null: any
 * @param structure only events of this structure; null: any
 * @param funder only events of this funder; null: any
 * @param states only events in one of these states; empty: any
 * @param kinds only events of one of these kinds; empty: any
 */
public record EventFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable StructureId structure,
        @Nullable FunderId funder,
        Set<EventState> states,
        Set<EventKind> kinds) {
    /** Every event. */
    public static final EventFilter ALL = new EventFilter(null, null, null, null, Set.of(), Set.of());

    /** Copies the sets. */
    public EventFilter {
        states = Set.copyOf(states);
        kinds = Set.copyOf(kinds);
    }

    /**
     * Only from a day on.
     *
     * @param day the first day; null: any
     * @return the filter
     */
    public EventFilter from(@Nullable LocalDate day) {
        return new EventFilter(day, to, structure, funder, states, kinds);
    }

    /**
     * Only up to a day.
     *
     * @param day the last day; null: any
     * @return the filter
     */
    public EventFilter to(@Nullable LocalDate day) {
        return new EventFilter(from, day, structure, funder, states, kinds);
    }

    /**
     * Only one structure.
     *
     * @param id the structure; null: any
     * @return the filter
     */
    public EventFilter ofStructure(@Nullable StructureId id) {
        return new EventFilter(from, to, id, funder, states, kinds);
    }

    /**
     * Only one funder.
     *
     * @param id the funder; null: any
     * @return the filter
     */
    public EventFilter ofFunder(@Nullable FunderId id) {
        return new EventFilter(from, to, structure, id, states, kinds);
    }

    /**
     * Only some states.
     *
     * @param first a state
     * @param others more states
     * @return the filter
     */
    public EventFilter in(EventState first, EventState... others) {
        return new EventFilter(from, to, structure, funder, EnumSet.of(first, others), kinds);
    }

    /**
     * Only some kinds.
     *
     * @param first a kind
     * @param others more kinds
     * @return the filter
     */
    public EventFilter ofKind(EventKind first, EventKind... others) {
        return new EventFilter(from, to, structure, funder, states, EnumSet.of(first, others));
    }

    /**
     * Whether an event passes.
     *
     * @param event the event
     * @param state where it stands
     * @return whether every condition that is set holds
     */
    public boolean accepts(CalendarEvent event, EventState state) {
        return (from == null || !event.date().isBefore(from))
                && (to == null || !event.date().isAfter(to))
                && (structure == null || structure.equals(event.structure()))
                && (funder == null || funder.equals(event.funder()))
                && (states.isEmpty() || states.contains(state))
                && (kinds.isEmpty() || kinds.contains(event.kind()));
    }
}
