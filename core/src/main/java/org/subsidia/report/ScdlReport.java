package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.io.scdl.ScdlImport;
import org.subsidia.io.scdl.ScdlOutcome;
import org.subsidia.io.scdl.ScdlQuality;
import org.subsidia.io.scdl.ScdlSummary;

/** What became of a published file: its quality before publication, and its way into a portfolio. */
public final class ScdlReport {
    private ScdlReport() {}

    /**
     * What to mend before the file is published.
     *
     * @param quality the judgement
     * @param file the file's name
     * @param asOf the day at which it was read
     * @return the report; its table {@code points} has a row for each kind of finding, the most important first
     */
    public static Report quality(ScdlQuality quality, String file, LocalDate asOf) {
        Message verdict = Message.of(quality.publishable() ? "REPORT-SCDL-PUBLISHABLE" : "REPORT-SCDL-NOT-PUBLISHABLE");
        List<List<Cell>> rows = new ArrayList<>();
        for (ScdlQuality.Point point : quality.points()) {
            rows.add(List.of(
                    Cell.of(Message.of("REPORT-SCDL-" + point.importance())),
                    Cell.of(point.code()),
                    Cell.of(point.count()),
                    new Cell.Share(point.share(), null),
                    point.examples().isEmpty()
                            ? Cell.EMPTY
                            : example(point.examples().get(0))));
        }
        Table points = new Table(
                "points",
                Message.of("REPORT-SCDL-POINTS"),
                List.of(
                        Column.of("importance", Column.Type.TEXT, Message.of("REPORT-SCDL-IMPORTANCE")),
                        Column.of("code", Column.Type.TEXT, Message.of("REPORT-SCDL-CODE")),
                        Column.of("count", Column.Type.COUNT, Message.of("REPORT-SCDL-COUNT")),
                        Column.of("share", Column.Type.SHARE, Message.of("REPORT-SCDL-SHARE")),
                        Column.of("example", Column.Type.TEXT, Message.of("REPORT-SCDL-EXAMPLE"))),
                rows,
                null);
        return new Report(
                "scdlQuality",
                Message.of("REPORT-SCDL-QUALITY"),
                Words.verbatim(file),
                asOf,
                List.of(
                        Section.of(
                                "keyFigures",
                                Message.of("REPORT-KEY-FIGURES"),
                                new Paragraph(verdict),
                                rows(quality.summary())),
                        Section.of("points", Message.of("REPORT-SCDL-POINTS"), points),
                        Section.of(
                                "findings",
                                Message.of("REPORT-SCDL-DETAIL"),
                                Findings.sorted(groups(quality.summary()).toList()))));
    }

    /**
     * What became of the rows of some files on their way into a portfolio.
     *
     * @param results of the imports, one a file, at least one
     * @param asOf the day of the import
     * @return the report; its table {@code files} counts the rows of each file by outcome, {@code refused} lists the refused
     *     ones
     */
    public static Report imported(List<ScdlImport> results, LocalDate asOf) {
        List<Section> sections = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        blocks.add(files(results));
        results.forEach(result -> result.findings()
                .forEach(finding -> blocks.add(new Paragraph(
                        Message.of("REPORT-SCDL-OF-FILE", result.edit().label(), finding.message())))));
        sections.add(new Section("files", Message.of("REPORT-SCDL-OUTCOMES"), blocks));
        List<List<Cell>> refused = results.stream().flatMap(ScdlReport::refused).toList();
        if (!refused.isEmpty()) {
            sections.add(Section.of("refused", Message.of("REPORT-SCDL-REFUSED-ROWS"), refusedRows(refused)));
        }
        sections.add(Section.of(
                "findings",
                Message.of("REPORT-SCDL-DETAIL"),
                Findings.sorted(results.stream()
                        .flatMap(result -> groups(result.summary()))
                        .toList())));
        return new Report("scdlImport", Message.of("REPORT-SCDL-IMPORT"), null, asOf, sections);
    }

    private static Table files(List<ScdlImport> results) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("file", Column.Type.TEXT, Message.of("REPORT-SCDL-FILE")));
        columns.add(Column.of("rows", Column.Type.COUNT, Message.of("REPORT-SCDL-ROWS")));
        columns.add(Column.of("repaired", Column.Type.COUNT, Message.of("REPORT-SCDL-REPAIRED")));
        for (ScdlOutcome.Kind kind : ScdlOutcome.Kind.values()) {
            columns.add(Column.of(
                    kind.name().toLowerCase(Locale.ROOT), Column.Type.COUNT, Message.of("REPORT-SCDL-" + kind)));
        }
        columns.add(Column.of("published", Column.Type.MONEY, Message.of("REPORT-SCDL-PUBLISHED")));
        columns.add(Column.of("attributed", Column.Type.MONEY, Message.of("REPORT-SCDL-ATTRIBUTED")));
        return new Table(
                "files",
                Message.of("REPORT-SCDL-OUTCOMES"),
                columns,
                results.stream().map(ScdlReport::fileRow).toList(),
                null);
    }

    private static List<Cell> fileRow(ScdlImport result) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(result.edit().label()));
        row.add(Cell.of(result.summary().rows()));
        row.add(Cell.of(result.summary().repaired()));
        for (ScdlOutcome.Kind kind : ScdlOutcome.Kind.values()) {
            row.add(Cell.of(result.count(kind)));
        }
        row.add(Cell.of(result.summary().published()));
        row.add(Cell.of(result.summary().attributed()));
        return row;
    }

    private static Table refusedRows(List<List<Cell>> rows) {
        return new Table(
                "refused",
                Message.of("REPORT-SCDL-REFUSED-ROWS"),
                List.of(
                        Column.of("file", Column.Type.TEXT, Message.of("REPORT-SCDL-FILE")),
                        Column.of("line", Column.Type.COUNT, Message.of("REPORT-SCDL-LINE")),
                        Column.of("reason", Column.Type.TEXT, Message.of("REPORT-SCDL-REASON"))),
                rows,
                null);
    }

    private static Stream<List<Cell>> refused(ScdlImport result) {
        return result.outcomes().stream()
                .filter(outcome -> outcome.kind() == ScdlOutcome.Kind.REFUSED)
                .flatMap(outcome -> outcome.findings().stream()
                        .map(why -> List.of(
                                Cell.of(result.edit().label()), Cell.of(outcome.line()), Cell.of(why.message()))));
    }

    private static Cell example(Finding finding) {
        long line = finding.place().line();
        return Cell.of(
                line == 0 ? finding.message() : Message.of("REPORT-SCDL-AT", Long.toString(line), finding.message()));
    }

    private static KeyFigures rows(ScdlSummary summary) {
        return new KeyFigures(List.of(
                new KeyFigure("read", Message.of("REPORT-SCDL-READ"), Cell.of(summary.read()), null),
                new KeyFigure("repaired", Message.of("REPORT-SCDL-REPAIRED"), Cell.of(summary.repaired()), null),
                new KeyFigure("refused", Message.of("REPORT-SCDL-KEPT-OUT"), Cell.of(summary.refused()), null),
                new KeyFigure("published", Message.of("REPORT-SCDL-PUBLISHED"), Cell.of(summary.published()), null),
                new KeyFigure(
                        "attributed", Message.of("REPORT-SCDL-ATTRIBUTED"), Cell.of(summary.attributed()), null)));
    }

    private static Stream<Findings.Group> groups(ScdlSummary summary) {
        return summary.findings().stream()
                .filter(count -> !count.examples().isEmpty())
                .map(count -> new Findings.Group(count.severity(), count.code(), count.count(), count.examples()));
    }
}
