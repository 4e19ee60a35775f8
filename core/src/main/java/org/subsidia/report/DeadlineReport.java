package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.subsidia.finding.Message;
import org.subsidia.time.DueDay;
import org.subsidia.time.Span;
import org.subsidia.time.Zone;

/** One deadline and how it was counted. */
public final class DeadlineReport {
    private DeadlineReport() {}

    /**
     * The report of a deadline.
     *
     * @param start the day of the act or event
     * @param delay the delay
     * @param zone whose public holidays count
     * @param due where it leads, before the start or after it
     * @return the report; its key figure {@code due} is the day, its table {@code steps} the way there
     */
    public static Report of(LocalDate start, Span delay, Zone zone, DueDay due) {
        Message weekday = Message.of("CAL-WEEKDAY-" + due.date().getDayOfWeek().name());
        KeyFigures day = new KeyFigures(
                List.of(new KeyFigure("due", Message.of("CAL-DEADLINE-DUE"), Cell.of(due.date()), weekday)));
        List<List<Cell>> rows = new ArrayList<>();
        for (Message step : due.steps()) {
            rows.add(List.of(Cell.of(rows.size() + 1L), Cell.of(step)));
        }
        Table steps = new Table(
                "steps",
                Message.of("CAL-DEADLINE-STEPS"),
                List.of(
                        Column.of("number", Column.Type.COUNT, Message.of("CAL-COLUMN-NUMBER")),
                        Column.of("step", Column.Type.TEXT, Message.of("CAL-COLUMN-STEP"))),
                rows,
                null);
        return new Report(
                "deadline",
                Message.of(
                        due.date().isBefore(start) ? "CAL-DEADLINE-BACK" : "CAL-DEADLINE-TITLE", delay.words(), start),
                Message.of("CAL-DEADLINE-ZONE", zone.label()),
                start,
                List.of(
                        Section.of("due", Message.of("REPORT-KEY-FIGURES"), day),
                        Section.of("steps", Message.of("CAL-DEADLINE-STEPS"), steps),
                        Section.of(
                                "explanation",
                                Message.of("CAL-REPORT-WHY"),
                                new Explanations(List.of(due.explanation())))));
    }
}
