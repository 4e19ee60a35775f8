package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;
import org.subsidia.io.tabular.TabularRow;

/**
 * A table whose columns are found and whose conventions are decided.
 *
 * @param mapping what it is read by, with what its cells decide
 * @param columns where its columns stand
 * @param rows below the headers
 */
record ReadyTable(Mapping mapping, List<Columns.Found> columns, List<TabularRow> rows) {

    /** Nothing, and errors among the findings, where the mapping does not fit the table. */
    static Optional<ReadyTable> of(TableRows table, Mapping mapping, List<Finding> findings) {
        List<Finding> own = new ArrayList<>();
        List<Columns.Found> found = Columns.find(mapping, table, own);
        own.addAll(MappingCheck.check(mapping, table.place()));
        findings.addAll(own);
        if (own.stream().anyMatch(f -> f.severity() == Severity.ERROR)) {
            return Optional.empty();
        }
        List<TabularRow> rows = table.rows().stream()
                .filter(row -> row.line() > mapping.headerRow())
                .toList();
        Conventions conventions = new Conventions(table.place(), findings);
        List<Columns.Found> decided = found.stream()
                .map(c -> new Columns.Found(
                        conventions.decide(c.column(), c.field(), c.index(), rows), c.field(), c.index()))
                .toList();
        List<MappedColumn> columns = decided.stream().map(Columns.Found::column).toList();
        Mapping told = new Mapping(
                mapping.kind(), mapping.sheet(), mapping.headerRow(), columns, mapping.constants(), mapping.keys());
        return Optional.of(new ReadyTable(told, decided, rows));
    }
}
