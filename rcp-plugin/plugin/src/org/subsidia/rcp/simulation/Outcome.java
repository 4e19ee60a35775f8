package org.subsidia.rcp.simulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.rcp.analysis.sheet.Tiles;
import org.subsidia.report.Cell;
import org.subsidia.report.Figure;
import org.subsidia.report.Report;
import org.subsidia.report.Section;
import org.subsidia.report.Table;
import org.subsidia.report.TransferReport;
import org.subsidia.transfer.Comparison;
import org.subsidia.transfer.Effects;
import org.subsidia.transfer.LegalPath;
import org.subsidia.transfer.MonteCarlo;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.Sensitivity;
import org.subsidia.transfer.Simulation;

/**
 * A run with all that was worked out beside it.
 *
 * @param simulation the run
 * @param effects of each measure
 * @param sensitivity of each number
 * @param draws the Monte Carlo; null: nothing is uncertain
 * @param legal the legal compensation beside the announced path
 * @param findings what was not known
 * @param at the day as of which the structures stand
 * @param structures on whom
 */
record Outcome(
        Simulation simulation,
        Effects effects,
        Sensitivity sensitivity,
        MonteCarlo draws,
        List<LegalPath> legal,
        List<Finding> findings,
        LocalDate at,
        Structures structures) {
    private static final int MOST_PICTURES = 4;

    Scenario scenario() {
        return simulation.scenario();
    }

    /** The figures by which runs are compared. */
    Comparison.Line line() {
        return Comparison.of(List.of(simulation)).lines().get(0);
    }

    /** A portfolio is the same by its version on the same day; a table by what it says. */
    private boolean isOnTheSame(Outcome other) {
        return structures.version() < 0
                ? other.simulation.population().equals(simulation.population())
                : other.structures.version() == structures.version()
                        && other.structures.label().equals(structures.label())
                        && other.at.equals(at);
    }

    /** The whole report, beside others of the same structures. */
    Report report(List<Outcome> others) {
        List<Simulation> compared = others.stream()
                .filter(other -> other != this && isOnTheSame(other))
                .map(Outcome::simulation)
                .toList();
        List<Simulation> all = compared.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(simulation), compared.stream()).toList();
        return TransferReport.of(
                simulation,
                new TransferReport.Extras(all, effects, sensitivity, draws, legal, List.of(), findings, true),
                at);
    }

    /** The report for the window: small pictures by region only where there is room for them. */
    Sheet sheet(List<Outcome> others) {
        Report whole = report(others);
        Report shown = new Report(
                whole.id(),
                whole.title(),
                whole.subtitle(),
                whole.asOf(),
                whole.sections().stream().map(Outcome::readable).toList());
        return new Sheet(shown, (table, row, column) -> origin(shown, table, row, column));
    }

    private static Section readable(Section section) {
        long pictures =
                section.blocks().stream().filter(Figure.class::isInstance).count();
        return pictures <= MOST_PICTURES
                ? section
                : new Section(
                        section.id(),
                        section.heading(),
                        section.blocks().stream()
                                .filter(block -> !(block instanceof Figure))
                                .toList());
    }

    /** Where a figure comes from: of a structure and a year, back to the line's amounts. */
    private Optional<Explanation> origin(Report report, String id, int row, String column) {
        if (id.equals(Tiles.ID)) {
            return column.equals("base") ? simulation.base() : Optional.empty();
        }
        Table table = report.table(id).orElseThrow();
        if (row >= table.rows().size()) {
            return Optional.empty();
        }
        Optional<String> structure = text(table, row, "structure");
        int year =
                text(table, row, "year").map(Integer::valueOf).orElse(scenario().last());
        return structure
                .filter(one -> simulation.population().find(one).isPresent())
                .map(one -> simulation.explain(one, year));
    }

    private static Optional<String> text(Table table, int row, String column) {
        for (int c = 0; c < table.columns().size(); c++) {
            if (table.columns().get(c).name().equals(column)
                    && table.rows().get(row).get(c) instanceof Cell.Text text) {
                return Optional.of(text.text());
            }
        }
        return Optional.empty();
    }
}
