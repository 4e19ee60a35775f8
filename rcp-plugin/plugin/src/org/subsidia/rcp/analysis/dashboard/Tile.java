package org.subsidia.rcp.analysis.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.calendar.CalendarOptions;
import org.subsidia.calendar.EventFilter;
import org.subsidia.calendar.EventState;
import org.subsidia.calendar.GrantCalendar;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.Structure;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.analysis.Question;
import org.subsidia.rcp.analysis.consumption.ConsumptionAnswer;
import org.subsidia.rcp.analysis.dependence.DependenceAnswer;
import org.subsidia.rcp.analysis.forecast.ForecastAnswer;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.rcp.analysis.stateaid.StateAidAnswer;
import org.subsidia.rcp.preference.Settings;
import org.subsidia.rcp.ui.Words;
import org.subsidia.report.CalendarReport;
import org.subsidia.report.Cell;
import org.subsidia.report.Column;
import org.subsidia.report.Figure;
import org.subsidia.report.KeyFigure;
import org.subsidia.report.KeyFigures;
import org.subsidia.report.Report;
import org.subsidia.report.Table;

/**
 * One tile: a chart or a short table, and the figure that sums it up.
 *
 * @param kind what it shows
 * @param headline the figure that sums it up, in words; empty: none
 * @param chart the chart; none: a table, or nothing to show
 * @param table the table; none: a chart, or nothing to show
 * @param origins where the figures of the table come from
 * @param explanation where the headline comes from
 */
record Tile(
        TileKind kind,
        String headline,
        Optional<Figure> chart,
        Optional<Table> table,
        Sheet.Origins origins,
        Optional<Explanation> explanation) {
    private static final int MOST_ROWS = 8;

    /** Computes the tile for a structure, beside the workbench’s thread. */
    static Tile of(TileKind kind, Structure structure, Question question) {
        return switch (kind) {
            case DEPENDENCE ->
                table(
                        kind,
                        DependenceAnswer.of(structure, question).sheet(),
                        "r1",
                        "norms",
                        "name",
                        "measured",
                        "limit",
                        "verdict");
            case FUNDING ->
                chart(kind, DependenceAnswer.of(structure, question).sheet(), "products", "levelsChartByOrigin");
            case CASH -> chart(kind, ForecastAnswer.of(structure, question).sheet(), "lowest", "balance");
            case DEADLINES -> deadlines(structure, question);
            case DE_MINIMIS ->
                chart(kind, StateAidAnswer.of(structure, question).sheet(), "headroom", "");
            case CONCENTRATION ->
                table(
                        kind,
                        DependenceAnswer.of(structure, question).sheet(),
                        "firstShare",
                        "concentration",
                        "year",
                        "hhi",
                        "firstShare",
                        "for80");
            case BUDGET ->
                table(
                        kind,
                        ConsumptionAnswer.of(structure, question).sheet(),
                        "lostAtEnd",
                        "costs",
                        "grant",
                        "budget",
                        "spent",
                        "consumed");
        };
    }

    private static Tile chart(TileKind kind, Sheet sheet, String figure, String chart) {
        Optional<Figure> found = sheet.report().sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .filter(one -> chart.isEmpty() || one.id().equals(chart))
                .findFirst();
        return new Tile(kind, headline(sheet, figure), found, Optional.empty(), sheet.origins(), origin(sheet, figure));
    }

    private static Tile table(TileKind kind, Sheet sheet, String figure, String table, String... columns) {
        return new Tile(
                kind,
                headline(sheet, figure),
                Optional.empty(),
                sheet.report()
                        .table(table)
                        .filter(found -> !found.rows().isEmpty())
                        .map(found -> part(found, List.of(columns), List.of())),
                sheet.origins(),
                origin(sheet, figure));
    }

    private static Optional<KeyFigure> keyFigure(Report report, String id) {
        return report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(KeyFigures.class::isInstance)
                .flatMap(block -> ((KeyFigures) block).figures().stream())
                .filter(figure -> figure.id().equals(id))
                .findFirst();
    }

    private static String headline(Sheet sheet, String id) {
        return keyFigure(sheet.report(), id)
                .map(figure -> Words.labelled(figure.label().in(Texts.locale()), Sheet.words(figure.value()))
                        + figure.note()
                                .map(note -> " – " + note.in(Texts.locale()))
                                .orElse(""))
                .orElse("");
    }

    private static Optional<Explanation> origin(Sheet sheet, String id) {
        return keyFigure(sheet.report(), id).flatMap(sheet::origin);
    }

    /** Some columns and rows of a table; no rows: the first ones. */
    private static Table part(Table table, List<String> names, List<Integer> rows) {
        List<String> all = table.columns().stream().map(Column::name).toList();
        List<Integer> kept = names.stream().map(all::indexOf).toList();
        Function<List<Cell>, List<Cell>> cut =
                row -> kept.stream().map(row::get).toList();
        List<Integer> shown = rows.isEmpty()
                ? IntStream.range(0, Math.min(MOST_ROWS, table.rows().size()))
                        .boxed()
                        .toList()
                : rows;
        return new Table(
                table.id(),
                table.caption(),
                kept.stream().map(table.columns()::get).toList(),
                shown.stream().map(table.rows()::get).map(cut).toList(),
                null);
    }

    private static Tile deadlines(Structure structure, Question question) {
        GrantCalendar calendar = GrantCalendar.of(
                        question.portfolio(),
                        question.law(),
                        question.at(),
                        CalendarOptions.STANDARD.withNotice(Settings.notice()))
                .select(EventFilter.ALL.ofStructure(structure.id()));
        List<CalendarEvent> events = calendar.events();
        List<Integer> open = IntStream.range(0, events.size())
                .filter(i -> isOpen(calendar.state(events.get(i))))
                .limit(MOST_ROWS)
                .boxed()
                .toList();
        Sheet sheet = new Sheet(
                CalendarReport.of(calendar, question.portfolio(), structure.name()),
                (table, row, column) -> table.equals("events")
                        ? Optional.of(events.get(open.get(row)).explanation())
                        : Optional.empty());
        return new Tile(
                TileKind.DEADLINES,
                headline(sheet, "late"),
                Optional.empty(),
                open.isEmpty()
                        ? Optional.empty()
                        : sheet.report()
                                .table("events")
                                .map(table -> part(table, List.of("date", "state", "event"), open)),
                sheet.origins(),
                Optional.of(CalendarReport.late(calendar)));
    }

    private static boolean isOpen(EventState state) {
        return state != EventState.DONE && state != EventState.PAST;
    }
}
