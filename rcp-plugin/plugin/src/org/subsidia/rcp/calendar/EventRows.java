package org.subsidia.rcp.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.calendar.CalendarOptions;
import org.subsidia.calendar.EventFilter;
import org.subsidia.calendar.EventState;
import org.subsidia.calendar.GrantCalendar;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.explorer.Node;

/**
 * The events of a scope in the order of reading: what is late, oldest first, then what comes, then what is over, newest first.
 *
 * @param calendar all events of the scope
 * @param rows the same in words
 */
record EventRows(GrantCalendar calendar, List<EventRow> rows) {
    /** Which events are listed. */
    enum Kind {
        OPEN,
        LATE,
        DUE,
        ALL;

        boolean accepts(EventRow row) {
            return switch (this) {
                case OPEN -> row.isOpen();
                case LATE -> row.state() == EventState.LATE;
                case DUE -> row.state() == EventState.LATE || row.state() == EventState.DUE;
                case ALL -> true;
            };
        }
    }

    private static final Comparator<EventRow> ORDER = Comparator.comparing((EventRow row) -> !row.isOpen())
            .thenComparing(row -> row.isOpen()
                    ? row.event().date().toEpochDay()
                    : -row.event().date().toEpochDay())
            .thenComparing(EventRow::event, CalendarEvent.ORDER);

    static EventRows of(Question question, int notice, Locale locale) {
        Portfolio portfolio = question.portfolio();
        GrantCalendar calendar =
                GrantCalendar.of(portfolio, question.law(), question.at(), CalendarOptions.STANDARD.withNotice(notice));
        GrantCalendar selected = calendar.select(filter(question.scope()));
        List<EventRow> rows = selected.events().stream()
                .filter(event -> isAtLevel(event, question.scope(), portfolio))
                .map(event -> EventRow.of(event, selected, portfolio, locale))
                .sorted(ORDER)
                .toList();
        return new EventRows(selected, rows);
    }

    private static EventFilter filter(Node scope) {
        if (scope instanceof Node.OfStructure structure) {
            return EventFilter.ALL.ofStructure(structure.id());
        }
        return scope instanceof Node.OfFunder funder ? EventFilter.ALL.ofFunder(funder.id()) : EventFilter.ALL;
    }

    private static boolean isAtLevel(CalendarEvent event, Node scope, Portfolio portfolio) {
        if (!(scope instanceof Node.OfLevel level)) {
            return true;
        }
        FunderLevel wanted = level.level();
        return event.funder() != null
                && portfolio
                        .funder(event.funder())
                        .filter(funder -> funder.level() == wanted)
                        .isPresent();
    }

    List<EventRow> of(Kind kind) {
        return rows.stream().filter(kind::accepts).toList();
    }

    long count(EventState state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    LocalDate asOf() {
        return calendar.asOf();
    }
}
