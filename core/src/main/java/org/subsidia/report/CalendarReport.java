package org.subsidia.report;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.subsidia.calendar.Actor;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.calendar.EventState;
import org.subsidia.calendar.GrantCalendar;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.report.chart.ChartSpec;

/** What is late, what comes, and the next twelve months. */
public final class CalendarReport {
    private static final int NARROW = 5;

    private CalendarReport() {}

    /**
     * The report of a calendar, or of a part of one.
     *
     * @param calendar whose events are shown
     * @param portfolio knows the names of structures and funders
     * @param name what the portfolio is called
     * @return the report; its table {@code events} has a row for each event, its table {@code months} one for each of the
     *     twelve months from the day of looking, and each event its explanation
     */
    public static Report of(GrantCalendar calendar, Portfolio portfolio, String name) {
        return report(calendar, portfolio, name, 0);
    }

    /**
     * The same report for a narrow page: its table {@code events} has only day, state, event, structure and funder.
     *
     * @param calendar whose events are shown
     * @param portfolio knows the names of structures and funders
     * @param name what the portfolio is called
     * @return the report
     */
    public static Report narrow(GrantCalendar calendar, Portfolio portfolio, String name) {
        return report(calendar, portfolio, name, NARROW);
    }

    private static Report report(GrantCalendar calendar, Portfolio portfolio, String name, int columns) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), keyFigures(calendar)));
        sections.add(Section.of("events", Message.of("CAL-REPORT-EVENTS"), events(calendar, portfolio, columns)));
        YearMonth first = YearMonth.from(calendar.asOf());
        SortedMap<YearMonth, List<CalendarEvent>> plan = calendar.yearPlan(first);
        sections.add(Section.of("months", Message.of("CAL-REPORT-MONTHS"), figure(plan), months(plan)));
        if (!calendar.findings().isEmpty()) {
            sections.add(Section.of("findings", Message.of("CAL-REPORT-MISSING"), Findings.of(calendar.findings())));
        }
        if (!calendar.events().isEmpty()) {
            sections.add(Section.of(
                    "explanations",
                    Message.of("CAL-REPORT-WHY"),
                    new Explanations(calendar.events().stream()
                            .map(CalendarEvent::explanation)
                            .toList())));
        }
        return new Report("calendar", Message.of("CAL-REPORT-TITLE"), Words.verbatim(name), calendar.asOf(), sections);
    }

    /**
     * How many events are late, and which.
     *
     * @param calendar the calendar
     * @return their number and the day of each
     */
    public static Explanation late(GrantCalendar calendar) {
        List<Explanation> late =
                calendar.late().stream().map(CalendarEvent::explanation).toList();
        return Explanation.of(
                Message.of("CAL-REPORT-LATE"),
                new Value.Quantity(BigDecimal.valueOf(late.size()), Message.of("CAL-UNIT-EVENTS")),
                Step.CHOICE,
                late);
    }

    private static KeyFigures keyFigures(GrantCalendar calendar) {
        int notice = calendar.options().notice();
        return new KeyFigures(List.of(
                count("late", Message.of("CAL-REPORT-LATE"), calendar.late().size()),
                count(
                        "due",
                        Message.of("CAL-REPORT-DUE", notice),
                        calendar.coming(notice).size()),
                count(
                        "events",
                        Message.of("CAL-REPORT-SHOWN"),
                        calendar.events().size()),
                count(
                        "missing",
                        Message.of("CAL-REPORT-GAPS"),
                        calendar.findings().size())));
    }

    private static KeyFigure count(String id, Message label, int count) {
        return new KeyFigure(id, label, Cell.of(count), null);
    }

    /** The first columns of the table of events; 0: all. */
    private static Table events(GrantCalendar calendar, Portfolio portfolio, int first) {
        List<Column> columns = List.of(
                Column.of("date", Column.Type.DATE, Message.of("CAL-COLUMN-DATE")),
                text("state"),
                text("event"),
                text("structure"),
                text("funder"),
                text("certainty"),
                text("actor"),
                Column.of("done", Column.Type.DATE, Message.of("CAL-COLUMN-DONE")),
                text("id"));
        List<List<Cell>> rows = calendar.events().stream()
                .map(event -> row(event, calendar.state(event), portfolio))
                .toList();
        int shown = first == 0 ? columns.size() : first;
        return new Table(
                "events",
                Message.of("CAL-REPORT-EVENTS"),
                columns.subList(0, shown),
                rows.stream().map(row -> row.subList(0, shown)).toList(),
                null);
    }

    private static Column text(String name) {
        return Column.of(name, Column.Type.TEXT, Message.of("CAL-COLUMN-" + name.toUpperCase(Locale.ROOT)));
    }

    private static List<Cell> row(CalendarEvent event, EventState state, Portfolio portfolio) {
        return List.of(
                Cell.of(event.date()),
                Cell.of(state.label()),
                Cell.of(event.title()),
                name(event.structure(), portfolio),
                name(event.funder(), portfolio),
                Cell.of(event.certainty().label()),
                Cell.of(event.kind().actor().label()),
                event.done() == null ? Cell.EMPTY : Cell.of(event.done()),
                Cell.of(event.id()));
    }

    private static Cell name(@Nullable StructureId id, Portfolio portfolio) {
        return id == null
                ? Cell.EMPTY
                : Cell.of(portfolio.structure(id).map(Structure::name).orElse(id.value()));
    }

    private static Cell name(@Nullable FunderId id, Portfolio portfolio) {
        return id == null
                ? Cell.EMPTY
                : Cell.of(portfolio.funder(id).map(Funder::name).orElse(id.value()));
    }

    private static Table months(SortedMap<YearMonth, List<CalendarEvent>> plan) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("month", Column.Type.MONTH, Message.of("CAL-COLUMN-MONTH")));
        for (Actor actor : Actor.values()) {
            columns.add(Column.of(actor.name().toLowerCase(Locale.ROOT), Column.Type.COUNT, actor.acts()));
        }
        List<List<Cell>> rows = new ArrayList<>();
        plan.forEach((month, events) -> {
            List<Cell> row = new ArrayList<>();
            row.add(Cell.of(month));
            for (Actor actor : Actor.values()) {
                row.add(Cell.of(count(events, actor)));
            }
            rows.add(row);
        });
        return new Table("months", Message.of("CAL-REPORT-MONTHS"), columns, rows, null);
    }

    private static long count(List<CalendarEvent> events, Actor actor) {
        return events.stream().filter(event -> event.kind().actor() == actor).count();
    }

    private static Figure figure(SortedMap<YearMonth, List<CalendarEvent>> plan) {
        List<ChartSpec.Series> series = new ArrayList<>();
        for (Actor actor : Actor.values()) {
            series.add(new ChartSpec.Series(
                    actor.acts(),
                    plan.values().stream()
                            .map(events -> BigDecimal.valueOf(count(events, actor)))
                            .toList()));
        }
        Optional<YearMonth> fullest = plan.entrySet().stream()
                .max((a, b) -> Integer.compare(a.getValue().size(), b.getValue().size()))
                .map(entry -> entry.getKey());
        YearMonth month = fullest.orElse(plan.firstKey());
        int most = plan.getOrDefault(month, List.of()).size();
        return new Figure(
                "months",
                new ChartSpec.StackedBars(
                        Message.of("CAL-REPORT-MONTHS"),
                        Message.of("CAL-COLUMN-MONTH"),
                        Message.of("CAL-REPORT-SHOWN"),
                        ChartSpec.Unit.COUNT,
                        plan.keySet().stream().map(YearMonth::toString).toList(),
                        series),
                Message.of("CAL-REPORT-CHART"),
                Message.of("CAL-REPORT-FULLEST", month, most));
    }
}
