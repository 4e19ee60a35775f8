package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Severity;
import org.subsidia.io.mapping.FieldChange;
import org.subsidia.io.mapping.ImportPreview;
import org.subsidia.io.mapping.MappedColumn;
import org.subsidia.io.mapping.RowOutcome;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RecordId;
import org.subsidia.portfolio.Structure;

/** What becomes of the rows of a table on their way into a portfolio. */
public final class TableImportReport {
    private TableImportReport() {}

    /**
     * The review of an import, before or after its edit is applied.
     *
     * @param preview of the import
     * @param file the name of the table’s file
     * @param more findings made before the import, such as those of a guess
     * @param asOf the day of the import
     * @return the report; its table {@code outcomes} counts rows, {@code changes} says what updates do from what to what,
     *     {@code created} lists structures and funders that are made, {@code refused} and {@code skipped} say why, {@code
     *     columns} is the mapping
     */
    public static Report of(ImportPreview preview, String file, List<Finding> more, LocalDate asOf) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("outcomes", Message.of("REPORT-TABLE-OUTCOMES"), outcomes(preview)));
        add(sections, "changes", "REPORT-TABLE-CHANGES", changeColumns(), changes(preview));
        add(sections, "created", "REPORT-TABLE-CREATED", createdColumns(), created(preview));
        add(sections, "refused", "REPORT-TABLE-REFUSED", reasonColumns(), reasons(preview, RowOutcome.Kind.REFUSED));
        add(sections, "skipped", "REPORT-TABLE-SKIPPED", reasonColumns(), reasons(preview, RowOutcome.Kind.SKIPPED));
        add(sections, "columns", "REPORT-TABLE-COLUMNS", mappingColumns(), mapping(preview));
        Stream<Finding> all = Stream.of(
                        more.stream(),
                        preview.findings().stream(),
                        preview.rows().stream()
                                .filter(row -> row.kind() != RowOutcome.Kind.SKIPPED)
                                .flatMap(row -> row.findings().stream()))
                .flatMap(findings -> findings);
        sections.add(Section.of("findings", Message.of("REPORT-TABLE-FINDINGS"), Findings.of(all.toList())));
        return new Report("tableImport", Message.of("REPORT-TABLE-IMPORT"), Words.verbatim(file), asOf, sections);
    }

    private static void add(
            List<Section> sections, String id, String code, List<Column> columns, List<List<Cell>> rows) {
        if (!rows.isEmpty()) {
            sections.add(Section.of(id, Message.of(code), new Table(id, Message.of(code), columns, rows, null)));
        }
    }

    private static Table outcomes(ImportPreview preview) {
        List<Column> columns = new ArrayList<>();
        List<Cell> row = new ArrayList<>();
        columns.add(text("kind", "REPORT-TABLE-KIND"));
        row.add(Cell.of(preview.mapping().kind().label()));
        for (RowOutcome.Kind kind : RowOutcome.Kind.values()) {
            columns.add(Column.of(kind.name().toLowerCase(Locale.ROOT), Column.Type.COUNT, kind.label()));
            row.add(Cell.of(preview.count(kind)));
        }
        return new Table("outcomes", Message.of("REPORT-TABLE-OUTCOMES"), columns, List.of(row), null);
    }

    private static List<Column> changeColumns() {
        return List.of(
                line(),
                text("record", "REPORT-TABLE-RECORD"),
                text("field", "REPORT-TABLE-FIELD"),
                text("before", "REPORT-TABLE-BEFORE"),
                text("after", "REPORT-TABLE-AFTER"));
    }

    private static List<List<Cell>> changes(ImportPreview preview) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RowOutcome row : preview.rows()) {
            if (row.kind() != RowOutcome.Kind.UPDATED) {
                continue;
            }
            for (FieldChange change : row.changes()) {
                rows.add(List.of(
                        Cell.of(row.line()),
                        Cell.of(row.record().map(RecordId::value).orElse("")),
                        Cell.of(change.field().label()),
                        change.before().map(Cell::of).orElse(Cell.EMPTY),
                        Cell.of(change.after())));
            }
        }
        return rows;
    }

    private static List<Column> createdColumns() {
        return List.of(
                line(),
                text("kind", "REPORT-TABLE-KIND"),
                text("record", "REPORT-TABLE-RECORD"),
                text("name", "REPORT-TABLE-NAME"));
    }

    private static List<List<Cell>> created(ImportPreview preview) {
        Set<RecordId> told = new LinkedHashSet<>();
        List<List<Cell>> rows = new ArrayList<>();
        for (RowOutcome row : preview.rows()) {
            for (RecordId id : row.created()) {
                if (told.add(id)) {
                    Message kind = Message.of("PORT-KIND-" + id.kind().name().replace('_', '-'));
                    rows.add(List.of(
                            Cell.of(row.line()), Cell.of(kind), Cell.of(id.value()), Cell.of(name(id, preview))));
                }
            }
        }
        return rows;
    }

    private static String name(RecordId id, ImportPreview preview) {
        for (Edit edit : preview.edit().edits()) {
            if (edit instanceof Edit.Put put && put.record().id().equals(id)) {
                PortfolioRecord record = put.record();
                return record instanceof Structure structure
                        ? structure.name()
                        : record instanceof Funder funder ? funder.name() : "";
            }
        }
        return "";
    }

    private static List<Column> reasonColumns() {
        return List.of(line(), text("column", "REPORT-TABLE-COLUMN"), text("reason", "REPORT-TABLE-REASON"));
    }

    private static List<List<Cell>> reasons(ImportPreview preview, RowOutcome.Kind kind) {
        List<List<Cell>> rows = new ArrayList<>();
        for (RowOutcome row : preview.rows()) {
            if (row.kind() != kind) {
                continue;
            }
            for (Finding finding : row.findings()) {
                if (kind == RowOutcome.Kind.REFUSED && finding.severity() != Severity.ERROR) {
                    continue;
                }
                String field = finding.place().field();
                rows.add(List.of(
                        Cell.of(row.line()), field == null ? Cell.EMPTY : Cell.of(field), Cell.of(finding.message())));
            }
        }
        return rows;
    }

    private static List<Column> mappingColumns() {
        return List.of(text("column", "REPORT-TABLE-COLUMN"), text("field", "REPORT-TABLE-FIELD"));
    }

    private static List<List<Cell>> mapping(ImportPreview preview) {
        List<List<Cell>> rows = new ArrayList<>();
        for (MappedColumn column : preview.mapping().columns()) {
            preview.mapping()
                    .kind()
                    .field(column.field())
                    .ifPresent(field -> rows.add(List.of(
                            Cell.of(column.header().isBlank() ? "n° " + column.position() : column.header()),
                            Cell.of(field.label()))));
        }
        return rows;
    }

    private static Column line() {
        return Column.of("line", Column.Type.COUNT, Message.of("REPORT-TABLE-LINE"));
    }

    private static Column text(String name, String code) {
        return Column.of(name, Column.Type.TEXT, Message.of(code));
    }
}
