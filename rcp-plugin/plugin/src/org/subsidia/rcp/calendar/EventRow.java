package org.subsidia.rcp.calendar;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.calendar.EventState;
import org.subsidia.calendar.GrantCalendar;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;

/**
 * An event in words.
 *
 * @param event the event
 * @param state where it stands on the day of looking
 * @param days from the day of looking; negative: before it
 * @param title kind and subject
 * @param structure whom it concerns; empty: nobody in particular
 * @param funder the authority concerned; empty: none
 */
record EventRow(CalendarEvent event, EventState state, long days, String title, String structure, String funder) {

    static EventRow of(CalendarEvent event, GrantCalendar calendar, Portfolio portfolio, Locale locale) {
        String structure = event.structure() == null
                ? ""
                : portfolio
                        .structure(event.structure())
                        .map(Structure::name)
                        .orElse(event.structure().value());
        String funder = event.funder() == null
                ? ""
                : portfolio
                        .funder(event.funder())
                        .map(Funder::name)
                        .orElse(event.funder().value());
        return new EventRow(
                event,
                calendar.state(event),
                ChronoUnit.DAYS.between(calendar.asOf(), event.date()),
                event.title().in(locale),
                structure,
                funder);
    }

    /** Whether somebody still has to do or to expect something. */
    boolean isOpen() {
        return state == EventState.LATE || state == EventState.DUE || state == EventState.FUTURE;
    }
}
