package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.transfer.sweep.SweepSummary;

/** What a sweep comes to: its best and worst points, and what each value of each parameter does. */
public final class SweepReport {
    private SweepReport() {}

    /**
     * The report of a sweep.
     *
     * @param summary of all points
     * @param structures how many share the line
     * @param subtitle on whom, which line, which years
     * @param why explanations that were asked for
     * @param findings what was not known
     * @param asOf the day of the report
     * @return the report, with the table {@code values}
     */
    public static Report of(
            SweepSummary summary,
            int structures,
            Message subtitle,
            List<Explanation> why,
            List<Finding> findings,
            LocalDate asOf) {
        SweepSummary.Row all = summary.all();
        long points = all == null ? 0 : all.points();
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(new KeyFigure("points", Message.of("SWEEP-POINTS"), Cell.of(points), null));
        figures.add(new KeyFigure("structures", Message.of("SWEEP-STRUCTURES"), Cell.of((long) structures), null));
        if (all != null) {
            figures.add(new KeyFigure(
                    "leastGap",
                    Message.of("SWEEP-LEAST"),
                    Cell.of(all.leastGap()),
                    Message.of("SWEEP-POINT-NUMBER", all.worst())));
            figures.add(new KeyFigure(
                    "greatestGap",
                    Message.of("SWEEP-GREATEST"),
                    Cell.of(all.greatestGap()),
                    Message.of("SWEEP-POINT-NUMBER", all.best())));
        }
        List<Block> tables = new ArrayList<>(List.of(values(summary), spread(summary)));
        summary.tooMany().forEach(each -> tables.add(new Paragraph(Message.of("SWEEP-TOO-MANY", name(each)))));
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(
                "answer",
                Message.of("REPORT-KEY-FIGURES"),
                new KeyFigures(figures),
                new Paragraph(Message.of("SWEEP-GAP-WORDS"))));
        if (!why.isEmpty()) {
            sections.add(Section.of("explanations", Message.of("REPORT-XFER-WHY"), new Explanations(why)));
        }
        sections.add(Section.of("values", Message.of("SWEEP-BY-VALUE"), tables.toArray(Block[]::new)));
        List<Block> charts = SweepCharts.of(summary);
        if (!charts.isEmpty()) {
            charts.add(0, new Paragraph(Message.of("SWEEP-CHARTS-WORDS")));
            sections.add(new Section("charts", Message.of("SWEEP-CHARTS"), charts));
        }
        if (!findings.isEmpty()) {
            sections.add(Section.of("findings", Message.of("REPORT-FINDINGS"), Findings.of(findings)));
        }
        return new Report("sweep", Message.of("SWEEP-TITLE", points, structures), subtitle, asOf, sections);
    }

    private static Table values(SweepSummary summary) {
        List<List<Cell>> rows = new ArrayList<>();
        summary.byParameter()
                .forEach((parameter, values) -> values.forEach((value, row) -> rows.add(List.of(
                        Cell.of(name(parameter)),
                        Cell.of(value),
                        Cell.of(row.points()),
                        Cell.of(row.leastGap()),
                        Cell.of(row.meanGap()),
                        Cell.of(row.greatestGap()),
                        Cell.of((long) row.fewestLosers()),
                        Cell.of((long) row.mostLosers())))));
        return new Table(
                "values",
                Message.of("SWEEP-BY-VALUE"),
                List.of(
                        Column.of("parameter", Column.Type.TEXT, Message.of("SWEEP-COLUMN-PARAMETER")),
                        Column.of("value", Column.Type.TEXT, Message.of("SWEEP-COLUMN-VALUE")),
                        Column.of("points", Column.Type.COUNT, Message.of("SWEEP-POINTS")),
                        Column.of("leastGap", Column.Type.MONEY, Message.of("SWEEP-COLUMN-LEAST")),
                        Column.of("meanGap", Column.Type.MONEY, Message.of("SWEEP-COLUMN-MEAN")),
                        Column.of("greatestGap", Column.Type.MONEY, Message.of("SWEEP-COLUMN-GREATEST")),
                        Column.of("fewestLosers", Column.Type.COUNT, Message.of("SWEEP-COLUMN-FEWEST")),
                        Column.of("mostLosers", Column.Type.COUNT, Message.of("SWEEP-COLUMN-MOST"))),
                rows,
                null);
    }

    /** The quantiles over the structures, on average over the points with each value. */
    private static Table spread(SweepSummary summary) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("parameter", Column.Type.TEXT, Message.of("SWEEP-COLUMN-PARAMETER")),
                Column.of("value", Column.Type.TEXT, Message.of("SWEEP-COLUMN-VALUE"))));
        SweepSummary.Row all = summary.all();
        if (all != null) {
            all.quantiles()
                    .keySet()
                    .forEach(hundredths -> columns.add(Column.of(
                            "gap" + hundredths, Column.Type.MONEY, Message.of("SWEEP-COLUMN-QUANTILE", hundredths))));
        }
        List<List<Cell>> rows = new ArrayList<>();
        summary.byParameter()
                .forEach((parameter, values) -> values.forEach((value, row) -> {
                    List<Cell> cells = new ArrayList<>(List.of(Cell.of(name(parameter)), Cell.of(value)));
                    row.quantiles().values().forEach(gap -> cells.add(Cell.of(gap)));
                    rows.add(cells);
                }));
        return new Table("spread", Message.of("SWEEP-SPREAD"), columns, rows, null);
    }

    static Message name(String parameter) {
        return Message.of("SWEEP-PARAMETER-" + parameter.toUpperCase(Locale.ROOT));
    }
}
