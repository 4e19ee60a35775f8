package org.subsidia.rcp.analysis.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.report.Block;
import org.subsidia.report.Cell;
import org.subsidia.report.Report;
import org.subsidia.report.Section;
import org.subsidia.report.Table;

/** Reports for people where programs read them too: names of grants in the place of their ids, tables changed. */
public final class GrantNames {
    private static final String COLUMN = "grant";

    private GrantNames() {}

    /**
     * The report for people.
     *
     * @param report any report
     * @param portfolio knows the grants
     * @return the same, with purpose and funder in the columns of grants
     */
    public static Report in(Report report, Portfolio portfolio) {
        return each(report, table -> named(table, portfolio));
    }

    /**
     * The report with each table changed.
     *
     * @param report any report
     * @param change what becomes of a table
     * @return the report
     */
    public static Report each(Report report, UnaryOperator<Table> change) {
        return new Report(
                report.id(),
                report.title(),
                report.subtitle(),
                report.asOf(),
                report.sections().stream()
                        .map(section -> new Section(
                                section.id(),
                                section.heading(),
                                section.blocks().stream()
                                        .map(block -> block instanceof Table table ? change.apply(table) : block)
                                        .map(Block.class::cast)
                                        .toList()))
                        .toList());
    }

    private static Table named(Table table, Portfolio portfolio) {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> row : table.rows()) {
            List<Cell> next = new ArrayList<>(row);
            for (int c = 0; c < row.size(); c++) {
                if (table.columns().get(c).name().equals(COLUMN)) {
                    next.set(c, named(row.get(c), portfolio));
                }
            }
            rows.add(next);
        }
        return new Table(
                table.id(),
                table.caption(),
                table.columns(),
                rows,
                table.totals().orElse(null));
    }

    private static Cell named(Cell cell, Portfolio portfolio) {
        Optional<Grant> grant = cell instanceof Cell.Text text && !text.text().isBlank()
                ? portfolio.grant(new GrantId(text.text()))
                : Optional.empty();
        return grant.filter(one -> !one.purpose().isBlank())
                .map(one -> Cell.of(one.purpose()
                        + one.funders().stream()
                                .findFirst()
                                .flatMap(portfolio::funder)
                                .map(Funder::name)
                                .map(name -> " – " + name)
                                .orElse("")))
                .orElse(cell);
    }
}
