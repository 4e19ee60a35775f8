package org.subsidia.rcp.simulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.rcp.analysis.sheet.Sheet;
import org.subsidia.rcp.analysis.sheet.Tiles;
import org.subsidia.report.Block;
import org.subsidia.report.Cell;
import org.subsidia.report.Column;
import org.subsidia.report.Figure;
import org.subsidia.report.Report;
import org.subsidia.report.Section;
import org.subsidia.report.Table;
import org.subsidia.report.TransferReport;
import org.subsidia.report.TransferWhy;
import org.subsidia.transfer.Comparison;
import org.subsidia.transfer.Effects;
import org.subsidia.transfer.LegalPath;
import org.subsidia.transfer.MonteCarlo;
import org.subsidia.transfer.Recipient;
import org.subsidia.transfer.RunWhy;
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
 * @param figures where its figures come from
 */
record Outcome(
        Simulation simulation,
        Effects effects,
        Sensitivity sensitivity,
        MonteCarlo draws,
        List<LegalPath> legal,
        List<Finding> findings,
        LocalDate at,
        Structures structures,
        TransferWhy figures) {
    private static final int MOST_PICTURES = 4;

    /** An outcome whose long tables are made already, so that the window only shows them. */
    static Outcome of(
            Simulation simulation,
            Effects effects,
            Sensitivity sensitivity,
            MonteCarlo draws,
            List<LegalPath> legal,
            List<Finding> findings,
            LocalDate at,
            Structures structures) {
        TransferReport.Extras alone =
                new TransferReport.Extras(List.of(), effects, sensitivity, draws, legal, List.of(), findings, true);
        TransferWhy figures = new TransferWhy(simulation, alone);
        figures.report(at);
        return new Outcome(simulation, effects, sensitivity, draws, legal, findings, at, structures, figures);
    }

    Scenario scenario() {
        return simulation.scenario();
    }

    /** The figures by which runs are compared. */
    Comparison.Line line() {
        return Comparison.of(List.of(simulation)).lines().get(0);
    }

    /** Where such a figure comes from; none for another column. */
    Optional<Explanation> why(String column) {
        RunWhy why = new RunWhy(simulation);
        return switch (column) {
            case "cumulated" -> Optional.of(why.cumulated());
            case "lastYear" -> Optional.of(why.gap());
            case "losers" -> Optional.of(why.losers());
            case "below" -> Optional.of(why.shortOfCash());
            default -> Optional.empty();
        };
    }

    /** A portfolio is the same by its version on the same day; a table by what it says. */
    private boolean isOnTheSame(Outcome other) {
        return structures.version() < 0
                ? other.simulation.population().equals(simulation.population())
                : other.structures.version() == structures.version()
                        && other.structures.label().equals(structures.label())
                        && other.at.equals(at);
    }

    /** The whole report as a document, beside others of the same structures. */
    Report report(List<Outcome> others) {
        return figures.with(extras(others)).explained(at);
    }

    private TransferReport.Extras extras(List<Outcome> others) {
        List<Simulation> compared = others.stream()
                .filter(other -> other != this && isOnTheSame(other))
                .map(Outcome::simulation)
                .toList();
        List<Simulation> all = compared.isEmpty()
                ? List.of()
                : Stream.concat(Stream.of(simulation), compared.stream()).toList();
        return new TransferReport.Extras(all, effects, sensitivity, draws, legal, List.of(), findings, true);
    }

    /** The report for the window: small pictures by region only where there is room for them. */
    Sheet sheet(List<Outcome> others) {
        TransferReport.Extras extras = extras(others);
        TransferWhy why = figures.with(extras);
        Report whole = why.report(at);
        Map<String, String> names =
                simulation.population().recipients().stream().collect(Collectors.toMap(Recipient::id, Recipient::name));
        Report shown = new Report(
                whole.id(),
                whole.title(),
                whole.subtitle(),
                whole.asOf(),
                whole.sections().stream()
                        .map(section -> readable(section, names))
                        .toList());
        return new Sheet(
                shown,
                (table, row, column) -> table.equals(Tiles.ID) ? why.keyFigure(column) : why.of(table, row, column));
    }

    /** Pictures where there is room for them, and structures by their names. */
    private static Section readable(Section section, Map<String, String> names) {
        boolean pictured =
                section.blocks().stream().filter(Figure.class::isInstance).count() <= MOST_PICTURES;
        return new Section(
                section.id(),
                section.heading(),
                section.blocks().stream()
                        .filter(block -> pictured || !(block instanceof Figure))
                        .map(block -> block instanceof Table table ? named(table, names) : block)
                        .map(Block.class::cast)
                        .toList());
    }

    /**
     * Where the name stands beside it, the id of a structure or scenario says nothing; elsewhere the name of a structure stands in its
     * place.
     */
    private static Table named(Table table, Map<String, String> names) {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        if (table.id().equals("comparison")
                && table.rows().stream().map(row -> row.get(1)).distinct().count()
                        == table.rows().size()) {
            return table.only(columns.subList(1, columns.size()));
        }
        int at = columns.indexOf("structure");
        if (at < 0) {
            return table;
        }
        if (columns.contains("name")) {
            return table.only(
                    columns.stream().filter(name -> !name.equals("structure")).toList());
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> row : table.rows()) {
            List<Cell> next = new ArrayList<>(row);
            if (row.get(at) instanceof Cell.Text id && names.containsKey(id.text())) {
                next.set(at, Cell.of(names.get(id.text())));
            }
            rows.add(next);
        }
        return new Table(table.id(), table.caption(), table.columns(), rows, null);
    }
}
