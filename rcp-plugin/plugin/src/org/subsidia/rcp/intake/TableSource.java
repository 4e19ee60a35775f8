package org.subsidia.rcp.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.mapping.FieldChange;
import org.subsidia.io.mapping.ImportPreview;
import org.subsidia.io.mapping.Mapping;
import org.subsidia.io.mapping.RowOutcome;
import org.subsidia.io.mapping.TableImport;
import org.subsidia.io.mapping.TableRows;
import org.subsidia.io.tabular.TabularRow;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.ui.Records;

/** A table of anybody's columns: which column is which field is said on a page of its own. */
final class TableSource extends Source<OpenedTable> {
    @Override
    String title() {
        return Texts.tableTitle;
    }

    @Override
    String description() {
        return Texts.tableDescription;
    }

    @Override
    String[] endings() {
        return new String[] {".csv", ".xlsx", ".txt"};
    }

    @Override
    List<Heading> headings() {
        return List.of(
                Heading.words(Texts.tableRecord, 180),
                Heading.words(Texts.tableChanges, 310),
                Heading.words(Texts.tableCells, 380));
    }

    @Override
    Callable<Reading<OpenedTable>> reader(List<Path> files, Portfolio into) {
        return () -> OpenedTable.open(files.get(0));
    }

    @Override
    List<Step<?, ?>> pages(FilePage<OpenedTable> first, RowsPage rows) {
        MappingPage mapping = first.before(new MappingPage());
        mapping.before(rows);
        return List.of(first, mapping, rows);
    }

    /** The movements of a bank account in the columns of a table: a row a statement. */
    static Reading<Review> movements(OpenedTable table, Mapping mapping, StructureId whose) {
        return BankSource.read(table.file().path(), whose, mapping, table.findings())
                .map(review -> new Review(
                        review.summary(),
                        review.rows().stream().map(TableSource::statement).toList(),
                        review.findings(),
                        review.ending()));
    }

    private static Row statement(Row row) {
        List<Object> cells = row.cells();
        String days = Texts.bind(Texts.tableDays, RowsPage.text(cells.get(2)), RowsPage.text(cells.get(3)));
        String sum = Texts.bind(Texts.tableSet, Texts.bankMovements, RowsPage.text(cells.get(5)));
        return row.withCells(List.of(cells.get(0), days, sum));
    }

    /** Reads the rows of a table, and says what each would change. */
    static Reading<Review> review(OpenedTable table, Mapping mapping, Portfolio into) {
        Reading<TableRows> read = TableRows.read(table.file(), mapping.sheet());
        if (!read.isRead()) {
            return Reading.refused(read.findings());
        }
        TableRows rows = read.get();
        ImportPreview preview = TableImport.preview(rows, mapping, into);
        List<Finding> findings = new ArrayList<>(preview.findings());
        findings.addAll(read.findings());
        findings.addAll(table.findings());
        if (preview.rows().isEmpty() && findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return Reading.refused(findings);
        }
        String name = String.valueOf(table.file().place().file());
        Portfolio after = into.apply(preview.edit());
        Map<Long, TabularRow> byLine =
                rows.rows().stream().collect(Collectors.toMap(TabularRow::line, row -> row, (one, other) -> one));
        List<Row> shown = preview.rows().stream()
                .map(outcome -> row(outcome, byLine.get(outcome.line()), after))
                .toList();
        Set<Object> takeable =
                shown.stream().filter(Row::takeable).map(Row::key).collect(Collectors.toSet());
        Ending ending = Ending.edit(name, count -> Texts.bind(Texts.importLabel, name, count), keys -> {
            Set<Object> left = new HashSet<>(takeable);
            keys.forEach(left::remove);
            List<Long> lines = left.stream().map(Long.class::cast).toList();
            return Reading.of(
                    lines.isEmpty()
                            ? preview.edit()
                            : TableImport.preview(rows.without(lines), preview.mapping(), into)
                                    .edit());
        });
        String summary = Texts.bind(
                Texts.tableCounts,
                shown.size(),
                preview.count(RowOutcome.Kind.NEW),
                preview.count(RowOutcome.Kind.UPDATED),
                preview.count(RowOutcome.Kind.REFUSED));
        return Reading.of(new Review(summary, shown, findings, ending));
    }

    private static Row row(RowOutcome outcome, TabularRow cells, Portfolio after) {
        String record = outcome.record()
                .map(id -> after.find(id).map(Records::name).orElse(id.value()))
                .orElse("");
        String changes = outcome.changes().stream().map(TableSource::words).collect(Collectors.joining(" ; "));
        String content = cells == null
                ? ""
                : cells.cells().stream().filter(cell -> !cell.isBlank()).collect(Collectors.joining(" · "));
        return Row.of(
                outcome.line(),
                outcome.line(),
                Outcome.of(outcome.kind()),
                List.of(record, changes, content),
                outcome.findings());
    }

    private static String words(FieldChange change) {
        String field = change.field().label().in(Texts.locale());
        String after = change.after().in(Texts.locale());
        return change.before()
                .map((Message before) -> Texts.bind(Texts.tableChange, field, before.in(Texts.locale()), after))
                .orElseGet(() -> Texts.bind(Texts.tableSet, field, after));
    }
}
