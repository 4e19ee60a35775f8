package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.subsidia.dependence.Dependence;
import org.subsidia.dependence.Distribution;
import org.subsidia.dependence.FunderShares;
import org.subsidia.dependence.FunderView;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.dependence.Party;
import org.subsidia.dependence.Ratio;
import org.subsidia.dependence.RatioFigure;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/** The dependence of all structures of a portfolio in one year: one row each, and how the ratios are spread. */
public final class DependenceTableReport {
    private DependenceTableReport() {}

    /**
     * The report of structures.
     *
     * @param structures their dependence, in the order of the rows
     * @param year the year; structures without it are shown as such
     * @param view on which side the first funder is looked for
     * @param ratios which ratios, in their order
     * @param name what the portfolio is called
     * @param asOf the day at which the figures are known
     * @return the report: a table of structures, and a table of quantiles
     */
    public static Report of(
            List<Dependence> structures, int year, FunderView view, List<Ratio> ratios, String name, LocalDate asOf) {
        String text = Integer.toString(year);
        return new Report(
                "dependence",
                Message.of("REPORT-DEP-TITLE"),
                Message.of("REPORT-DEP-PORTFOLIO", name, text),
                asOf,
                List.of(
                        Section.of(
                                "structures",
                                Message.of("REPORT-DEP-STRUCTURES", text),
                                structures(structures, year, view, ratios)),
                        Section.of(
                                "distribution",
                                Message.of("REPORT-DEP-DISTRIBUTION"),
                                distribution(structures, year, ratios)),
                        Section.of("formulas", Message.of("REPORT-DEP-FORMULAS"), formulas(ratios)),
                        Section.of(
                                "explanations",
                                Message.of("REPORT-EXPLANATIONS"),
                                new Explanations(explanations(structures, year, ratios)))));
    }

    private static Table structures(List<Dependence> structures, int year, FunderView view, List<Ratio> ratios) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("structure", Column.Type.TEXT, Message.of("REPORT-DEP-COLUMN-STRUCTURE")));
        columns.add(Column.of("basis", Column.Type.TEXT, Message.of("REPORT-DEP-COLUMN-BASIS")));
        ratios.forEach(ratio -> columns.add(
                Column.of(ratio.name().toLowerCase(Locale.ROOT), Column.Type.SHARE, Words.verbatim(ratio.name()))));
        columns.add(Column.of("first", Column.Type.TEXT, Message.of("REPORT-DEP-COLUMN-FIRST")));
        columns.add(Column.of("firstShare", Column.Type.SHARE, Message.of("REPORT-DEP-COLUMN-FIRSTSHARE")));
        List<List<Cell>> rows = new ArrayList<>();
        for (Dependence structure : structures) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(structure.name())));
            Optional<OperatingFigures> figures =
                    Optional.ofNullable(structure.years().get(year));
            Cell missing = new Cell.Unknown(Message.of("DEP-NO-YEAR", Integer.toString(year)));
            row.add(figures.map(known -> Cell.of(known.basis().label())).orElse(missing));
            for (Ratio ratio : ratios) {
                row.add(structure.ratio(ratio, year).map(DependenceReport::cell).orElse(missing));
            }
            Optional<FunderShares> shares = structure.shares(year, view);
            row.add(shares.flatMap(FunderShares::first)
                    .map(Party::label)
                    .map(Cell::of)
                    .orElse(Cell.EMPTY));
            row.add(shares.map(known -> Cell.of(known.firstShare().value())).orElse(missing));
            rows.add(row);
        }
        return new Table(
                "structures", Message.of("REPORT-DEP-STRUCTURES", Integer.toString(year)), columns, rows, null);
    }

    private static Table distribution(List<Dependence> structures, int year, List<Ratio> ratios) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("ratio", Column.Type.TEXT, Message.of("REPORT-DEP-COLUMN-RATIO")));
        columns.add(Column.of("known", Column.Type.COUNT, Message.of("REPORT-DEP-COLUMN-KNOWN")));
        columns.add(Column.of("unknown", Column.Type.COUNT, Message.of("REPORT-DEP-COLUMN-UNKNOWN")));
        List<String> names = List.of("least", "firstQuarter", "median", "lastQuarter", "greatest");
        for (String quantile : names) {
            columns.add(Column.of(
                    quantile, Column.Type.SHARE, Message.of("REPORT-DEP-COLUMN-" + quantile.toUpperCase(Locale.ROOT))));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Ratio ratio : ratios) {
            List<Fraction> values = structures.stream()
                    .flatMap(structure -> structure.ratio(ratio, year).flatMap(RatioFigure::share).stream())
                    .toList();
            Distribution spread = new Distribution(values, structures.size() - values.size());
            List<Cell> row =
                    new ArrayList<>(List.of(Cell.of(ratio.name()), Cell.of(values.size()), Cell.of(spread.unknown())));
            for (int quarter = 0; quarter < names.size(); quarter++) {
                row.add(spread.quantile(Fraction.of(quarter, names.size() - 1L))
                        .map(Cell::of)
                        .orElseGet(() -> new Cell.Unknown(Message.of("REPORT-DEP-NONE-KNOWN"))));
            }
            rows.add(row);
        }
        return new Table("distribution", Message.of("REPORT-DEP-DISTRIBUTION"), columns, rows, null);
    }

    static Table formulas(List<Ratio> ratios) {
        return new Table(
                "formulas",
                Message.of("REPORT-DEP-FORMULAS"),
                List.of(
                        Column.of("ratio", Column.Type.TEXT, Message.of("REPORT-DEP-COLUMN-RATIO")),
                        Column.of("name", Column.Type.TEXT, Message.of("REPORT-DEP-COLUMN-NAME")),
                        Column.of("formula", Column.Type.TEXT, Message.of("REPORT-DEP-COLUMN-FORMULA"))),
                ratios.stream()
                        .map(ratio -> List.of(Cell.of(ratio.name()), Cell.of(ratio.label()), Cell.of(ratio.formula())))
                        .toList(),
                null);
    }

    private static List<Explanation> explanations(List<Dependence> structures, int year, List<Ratio> ratios) {
        return structures.stream()
                .flatMap(structure -> ratios.stream()
                        .flatMap(ratio -> structure.ratio(ratio, year).stream())
                        .map(figure -> Explanation.of(
                                Message.of("REPORT-DEP-OF", figure.explanation().label(), structure.name()),
                                figure.explanation().value(),
                                figure.explanation().step(),
                                figure.explanation().children())))
                .toList();
    }
}
