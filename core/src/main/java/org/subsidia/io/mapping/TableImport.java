package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;
import org.subsidia.io.tabular.TabularRow;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RecordId;

/**
 * A table on its way into a portfolio. Nothing is changed here: {@code portfolio.apply(preview.edit())} does that.
 *
 * <p>A row is recognised by the mapping’s keys: then it updates the fields that it has a cell for, and leaves the others
 * alone; an empty cell never erases. Structures and funders that it names are found by id, by SIREN, SIRET or RNA, or by name,
 * and made where they are missing; grants, programmes, calls and projects that it names must exist. A row with a cell that
 * cannot be read, or that can be read in two ways, is refused as a whole, with all its reasons. The same table imported again
 * changes nothing.
 */
public final class TableImport {
    private TableImport() {}

    /**
     * Says what an import would do.
     *
     * @param table the rows
     * @param mapping which column is which field
     * @param portfolio what would receive them
     * @return what becomes of each row, and the edit; no row and an empty edit where the mapping does not fit the table
     */
    public static ImportPreview preview(TableRows table, Mapping mapping, Portfolio portfolio) {
        List<Finding> findings = new ArrayList<>();
        if (!mapping.kind().isRecords()) {
            findings.add(Finding.error(
                    table.place(), "MAP-KIND-NO-RECORDS", mapping.kind().label()));
            return refused(mapping, findings);
        }
        Mapping whole = structureOf(mapping, table, portfolio, findings);
        return ReadyTable.of(table, whole, findings)
                .map(ready -> new Run<>(Layouts.of(whole.kind()), ready, table, portfolio, findings).preview())
                .orElseGet(() -> refused(mapping, findings));
    }

    private static ImportPreview refused(Mapping mapping, List<Finding> findings) {
        return new ImportPreview(mapping, new Edit.Batch("", List.of()), List.of(), findings);
    }

    /** Where no column names the structure and there is only one, it is meant. */
    private static Mapping structureOf(Mapping mapping, TableRows table, Portfolio portfolio, List<Finding> findings) {
        boolean needed = mapping.kind() == TableKind.GRANTS || mapping.kind() == TableKind.BUDGET;
        boolean given = mapping.fields().stream().anyMatch(field -> field.startsWith("structure."));
        boolean byId = mapping.fields().contains("id") && mapping.kind() == TableKind.GRANTS;
        if (!needed || given || byId || portfolio.structures().size() != 1) {
            return mapping;
        }
        String name = portfolio.structures().get(0).name();
        findings.add(Finding.info(table.place(), "MAP-STRUCTURE-ONLY", name));
        return mapping.withConstant(
                "structure.id", portfolio.structures().get(0).id().value());
    }

    /** One pass over the rows. */
    private static final class Run<R> {
        private final Layout<R> layout;
        private final Mapping mapping;
        private final TableRows table;
        private final List<TabularRow> rows;
        private final Workspace workspace;
        private final SkippedRows skipped;
        private final RowReader reader;
        private final GroupResolver resolver;
        private final Matcher<R> matcher;
        private final List<Finding> findings;
        private final Map<String, RowValues> told = new HashMap<>();

        Run(Layout<R> layout, ReadyTable ready, TableRows table, Portfolio portfolio, List<Finding> findings) {
            this.layout = layout;
            this.mapping = ready.mapping();
            this.table = table;
            this.rows = ready.rows();
            this.workspace =
                    new Workspace(portfolio, String.valueOf(table.place().file()));
            this.skipped = new SkippedRows(table.place(), ready.columns());
            this.reader = new RowReader(mapping, table.place(), ready.columns());
            this.resolver = new GroupResolver(workspace, table.place());
            this.matcher = new Matcher<>(layout, mapping, workspace);
            this.findings = findings;
        }

        ImportPreview preview() {
            List<RowOutcome> outcomes = rows.stream().map(this::outcome).toList();
            Edit.Batch edit = workspace.edit(workspace.file());
            boolean same = !outcomes.isEmpty()
                    && edit.edits().isEmpty()
                    && outcomes.stream().noneMatch(o -> o.kind() == RowOutcome.Kind.REFUSED);
            if (rows.isEmpty()) {
                findings.add(Finding.warning(table.place(), "MAP-ROWS-NONE"));
            } else if (same) {
                findings.add(Finding.info(table.place(), "MAP-NOTHING-NEW", outcomes.size()));
            }
            return new ImportPreview(mapping, edit, outcomes, findings);
        }

        private RowOutcome outcome(TabularRow row) {
            Optional<Finding> skip = skipped.reason(row);
            if (skip.isPresent()) {
                return none(row, RowOutcome.Kind.SKIPPED, List.of(skip.get()));
            }
            List<Finding> found = new ArrayList<>();
            RowValues values = reader.read(row, found);
            if (GroupResolver.namesPerson(values, layout)) {
                Finding person = Finding.info(table.place().line(row.line()), "MAP-ROW-PERSON", row.line());
                return none(row, RowOutcome.Kind.SKIPPED, List.of(person));
            }
            if (hasError(found)) {
                return none(row, RowOutcome.Kind.REFUSED, found);
            }
            var made = resolver.resolve(values, layout, found);
            Matcher.Match<R> match = hasError(found) ? null : matcher.match(values, table.place(), found);
            if (match == null || hasError(found)) {
                return none(row, RowOutcome.Kind.REFUSED, found);
            }
            String identity = layout.identity(match.record());
            RowValues earlier = told.get(identity);
            if (earlier != null) {
                return repeated(row, values, earlier, found);
            }
            told.put(identity, values);
            made.forEach(workspace::put);
            return written(values, match, made.stream().map(r -> r.id()).toList(), found);
        }

        private RowOutcome repeated(TabularRow row, RowValues values, RowValues earlier, List<Finding> found) {
            boolean same = values.repeats(earlier);
            String code = same ? "MAP-ROW-REPEATED" : "MAP-ROW-CONTRADICTS";
            var where = table.place().line(row.line());
            found.add(
                    same
                            ? Finding.warning(where, code, row.line(), earlier.line())
                            : Finding.error(where, code, row.line(), earlier.line()));
            return none(row, same ? RowOutcome.Kind.SKIPPED : RowOutcome.Kind.REFUSED, found);
        }

        private RowOutcome written(RowValues values, Matcher.Match<R> match, List<RecordId> made, List<Finding> found) {
            Changes<R> changes = new Changes<>(layout, values, workspace, match.record(), match.isNew());
            R after = changes.apply();
            RowOutcome.Kind kind = match.isNew()
                    ? RowOutcome.Kind.NEW
                    : changes.list().isEmpty() ? RowOutcome.Kind.UNCHANGED : RowOutcome.Kind.UPDATED;
            if (kind != RowOutcome.Kind.UNCHANGED) {
                layout.put(after, values, workspace);
            }
            if (match.isNew()) {
                matcher.made(after);
            }
            return new RowOutcome(values.line(), kind, Optional.of(layout.id(after)), changes.list(), made, found);
        }

        private static boolean hasError(List<Finding> found) {
            return found.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        }

        private static RowOutcome none(TabularRow row, RowOutcome.Kind kind, List<Finding> why) {
            Set<Finding> once = new LinkedHashSet<>(why);
            return new RowOutcome(row.line(), kind, Optional.empty(), List.of(), List.of(), List.copyOf(once));
        }
    }
}
