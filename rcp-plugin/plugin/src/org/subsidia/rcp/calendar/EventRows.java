package org.subsidia.rcp.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.calendar.CalendarOptions;
import org.subsidia.calendar.EventFilter;
import org.subsidia.calendar.EventState;
import org.subsidia.calendar.GrantCalendar;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.explorer.ExplorerTree;
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
        Optional<Set<RecordId>> within = within(question.scope(), portfolio, locale);
        List<EventRow> rows = selected.events().stream()
                .filter(event -> isAtLevel(event, question.scope(), portfolio))
                .filter(event -> within.isEmpty()
                        || within.get().contains(event.source())
                        || event.grant() != null && within.get().contains(event.grant()))
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

    /** The records of a programme, a call or a project; empty: the scope is none of them. */
    private static Optional<Set<RecordId>> within(Node scope, Portfolio portfolio, Locale locale) {
        if (!(scope instanceof Node.OfProgramme || scope instanceof Node.OfCall || scope instanceof Node.OfProject)) {
            return Optional.empty();
        }
        ExplorerTree tree = new ExplorerTree(portfolio, locale);
        Set<RecordId> ids = tree.grants(scope).stream().map(Grant::id).collect(Collectors.toSet());
        scope.record().ifPresent(ids::add);
        tree.children(scope).forEach(child -> child.record().ifPresent(ids::add));
        return Optional.of(ids);
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
