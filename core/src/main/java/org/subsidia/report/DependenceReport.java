package org.subsidia.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.dependence.Bridge;
import org.subsidia.dependence.Dependence;
import org.subsidia.dependence.FigureBasis;
import org.subsidia.dependence.FunderExit;
import org.subsidia.dependence.FunderLoss;
import org.subsidia.dependence.FunderShares;
import org.subsidia.dependence.FunderView;
import org.subsidia.dependence.Norm;
import org.subsidia.dependence.NormFigure;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.dependence.OperatingItem;
import org.subsidia.dependence.Party;
import org.subsidia.dependence.Ratio;
import org.subsidia.dependence.RatioFigure;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.report.chart.ChartSpec;

/**
 * The dependence of one structure: ratios by year, norms with their distance, funders by level, concentration, what follows
 * if a funder leaves, and the bridge between two ratios.
 */
public final class DependenceReport {
    private final Dependence dependence;
    private final Options options;
    private final OperatingFigures year;

    private DependenceReport(Dependence dependence, Options options, OperatingFigures year) {
        this.dependence = dependence;
        this.options = options;
        this.year = year;
    }

    /**
     * What is shown.
     *
     * @param laws the law base of the norms
     * @param asOf the day at which the figures are known
     * @param first the first year that is shown; earlier ones only count in means and trends
     * @param year the year that is looked at closely, one of the dependence
     * @param views on which sides funders are looked at, the first for concentration and losses; at least one
     * @param ratios which ratios, in their order
     * @param from the ratio at which the bridge begins
     * @param to the ratio at which it ends
     * @param fromYear the year of the first, one of the dependence
     * @param toYear the year of the second, one of the dependence
     * @param leaving only this funder leaves; null: each funder of the year in turn
     * @param target the share of own income that private income is to restore
     * @param exits what follows in cash if funders leave, of a single one month by month; empty: not shown
     */
    public record Options(
            LawBase laws,
            LocalDate asOf,
            int first,
            int year,
            List<FunderView> views,
            List<Ratio> ratios,
            Ratio from,
            Ratio to,
            int fromYear,
            int toYear,
            @Nullable Party leaving,
            Fraction target,
            List<FunderExit> exits) {

        /**
         * With a bridge within the year that is looked at closely.
         *
         * @param laws as above
         * @param asOf as above
         * @param first as above
         * @param year as above
         * @param views as above
         * @param ratios as above
         * @param from as above
         * @param to as above
         * @param leaving as above
         * @param target as above
         */
        public Options(
                LawBase laws,
                LocalDate asOf,
                int first,
                int year,
                List<FunderView> views,
                List<Ratio> ratios,
                Ratio from,
                Ratio to,
                @Nullable Party leaving,
                Fraction target) {
            this(laws, asOf, first, year, views, ratios, from, to, year, year, leaving, target, List.of());
        }

        /** Copies the lists. */
        public Options {
            views = List.copyOf(views);
            ratios = List.copyOf(ratios);
            exits = List.copyOf(exits);
            if (views.isEmpty() || ratios.isEmpty()) {
                throw new IllegalArgumentException("a report shows a ratio, and funders on some side");
            }
        }
    }

    /**
     * The report of a structure.
     *
     * @param dependence its dependence
     * @param options what is shown
     * @return the report
     * @throws IllegalArgumentException if the dependence does not have the year
     */
    public static Report of(Dependence dependence, Options options) {
        OperatingFigures year = dependence.years().get(options.year());
        if (year == null) {
            throw new IllegalArgumentException("no figures of " + options.year() + ": "
                    + dependence.years().keySet());
        }
        return new DependenceReport(dependence, options, year).report();
    }

    private Report report() {
        FunderShares shares = FunderShares.of(year, options.views().get(0));
        List<FunderLoss> losses = losses(shares);
        Bridge bridge = dependence
                .bridge(options.from(), options.fromYear(), options.to(), options.toYear())
                .orElseThrow();
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), keyFigures(shares)));
        List<Block> ratios = new ArrayList<>(List.of(ratios(), DependenceTableReport.formulas(options.ratios())));
        if (shown().values().stream().anyMatch(one -> one.basis() == FigureBasis.FORECAST)) {
            ratios.add(0, new Paragraph(Message.of("REPORT-DEP-FORECAST")));
        }
        sections.add(new Section("ratios", Message.of("REPORT-DEP-RATIOS"), ratios));
        sections.add(Section.of("norms", Message.of("REPORT-DEP-NORMS"), norms(), normAmounts()));
        List<Block> bridged = new ArrayList<>();
        bridged.add(new Paragraph(Message.of(
                "REPORT-DEP-BRIDGE-INTRO", options.from().label(), options.to().label())));
        if (bridge.isAcrossYears()) {
            bridged.add(new Paragraph(
                    Message.of("REPORT-DEP-BRIDGE-YEARS", yearText(bridge.figures()), yearText(bridge.end()))));
        }
        if (!bridge.steps().isEmpty()) {
            bridged.add(waterfall(bridge));
        }
        bridged.add(bridge(bridge));
        sections.add(new Section("bridge", Message.of("REPORT-DEP-BRIDGE", start(bridge), end(bridge)), bridged));
        for (FunderView view : options.views()) {
            List<Block> blocks = new ArrayList<>();
            levelsChart(view).ifPresent(blocks::add);
            blocks.add(levels(view));
            sections.add(new Section(id("levels", view), Message.of("REPORT-DEP-LEVELS", view.label()), blocks));
        }
        sections.add(Section.of("concentration", Message.of("REPORT-DEP-CONCENTRATION"), concentration(shares.view())));
        sections.add(Section.of(
                "losses",
                Message.of("REPORT-DEP-LOSSES"),
                new Paragraph(Message.of("REPORT-DEP-LOSSES-INTRO", yearText(year))),
                losses(losses)));
        if (!options.exits().isEmpty()) {
            List<Block> exits = new ArrayList<>(List.of(
                    new Paragraph(Message.of(
                            "REPORT-DEP-EXITS-INTRO", options.exits().get(0).from())),
                    exits(options.exits())));
            if (options.exits().size() == 1) {
                FunderExit exit = options.exits().get(0);
                DependenceExit.chart(exit).ifPresent(exits::add);
                exits.add(DependenceExit.months(exit));
            }
            sections.add(new Section("exits", Message.of("REPORT-DEP-EXITS"), exits));
        }
        sections.add(Section.of("items", Message.of("REPORT-DEP-ITEMS"), items()));
        sections.add(Section.of(
                "explanations",
                Message.of("REPORT-EXPLANATIONS"),
                new Explanations(explanations(shares, losses, bridge))));
        return new Report(
                "dependence",
                Message.of("REPORT-DEP-TITLE"),
                Message.of(
                        "REPORT-DEP-SUBTITLE",
                        dependence.name(),
                        yearText(year),
                        year.basis().label()),
                options.asOf(),
                sections);
    }

    private SortedMap<Integer, OperatingFigures> shown() {
        return dependence.years().tailMap(options.first());
    }

    static String id(String name, FunderView view) {
        return name
                + switch (view) {
                    case PAYER -> "ByPayer";
                    case DECISION -> "ByDecision";
                    case ORIGIN -> "ByOrigin";
                };
    }

    private static String yearText(OperatingFigures figures) {
        return Integer.toString(figures.year());
    }

    /** A year is never shown without its basis. */
    private static Message header(OperatingFigures figures) {
        return Message.of("REPORT-DEP-YEAR", yearText(figures), figures.basis().label());
    }

    private static Cell cell(Optional<RatioFigure> figure) {
        return figure.map(DependenceReport::cell).orElse(Cell.EMPTY);
    }

    static Cell cell(RatioFigure figure) {
        return figure.share()
                .map(Cell::of)
                .orElseGet(() -> Cell.of(figure.explanation().value()));
    }

    private static Column text(String name) {
        return column(name, Column.Type.TEXT);
    }

    private static Column column(String name, Column.Type type) {
        return Column.of(name, type, Message.of("REPORT-DEP-COLUMN-" + name.toUpperCase(Locale.ROOT)));
    }

    private List<Column> yearColumns(Column.Type type) {
        return shown().values().stream()
                .map(figures -> Column.of("y" + figures.year(), type, header(figures)))
                .toList();
    }

    private KeyFigures keyFigures(FunderShares shares) {
        List<KeyFigure> figures = new ArrayList<>();
        for (Ratio ratio : List.of(Ratio.R1, Ratio.R5)) {
            figures.add(new KeyFigure(
                    ratio.name().toLowerCase(Locale.ROOT),
                    Message.of("DEP-RATIO", ratio.name(), ratio.label()),
                    cell(dependence.ratio(ratio, options.year())),
                    header(year)));
        }
        figures.add(new KeyFigure(
                "firstShare",
                shares.firstShare().label(),
                Cell.of(shares.firstShare().value()),
                shares.first().map(Party::label).orElse(null)));
        figures.add(new KeyFigure(
                "products",
                year.totalProducts().label(),
                Cell.of(year.totalProducts().value()),
                year.months() == 12 ? null : Message.of("REPORT-DEP-SHORT", year.months())));
        return new KeyFigures(figures);
    }

    private Table ratios() {
        List<Column> columns = new ArrayList<>(List.of(text("ratio")));
        columns.addAll(yearColumns(Column.Type.SHARE));
        columns.add(Column.of(
                "mean",
                Column.Type.SHARE,
                Message.of("REPORT-DEP-MEAN", Integer.toString(options.year() - 2), yearText(year))));
        List<List<Cell>> rows = new ArrayList<>();
        for (Ratio ratio : options.ratios()) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(ratio.name())));
            shown().keySet().forEach(each -> row.add(cell(dependence.ratio(ratio, each))));
            row.add(Cell.of(dependence.mean(ratio, options.year()).value()));
            rows.add(row);
        }
        return new Table("ratios", Message.of("REPORT-DEP-RATIOS"), columns, rows, null);
    }

    private Table norms() {
        List<List<Cell>> rows = new ArrayList<>();
        for (NormFigure norm : dependence.norms(options.year(), options.laws())) {
            if (norm.norm() != Norm.T6A) {
                Explanation trend = dependence.trend(norm.norm(), options.year(), options.laws());
                rows.add(row(norm, List.of(Cell.of(trend.value()))));
            }
        }
        return new Table(
                "norms",
                Message.of("REPORT-DEP-NORMS-OF", yearText(year), year.basis().label()),
                List.of(
                        text("norm"),
                        text("name"),
                        column("measured", Column.Type.SHARE),
                        column("limit", Column.Type.SHARE),
                        column("distance", Column.Type.SHARE),
                        column("trend", Column.Type.SHARE),
                        text("verdict")),
                rows,
                null);
    }

    private Table normAmounts() {
        return new Table(
                "normAmounts",
                Message.of(
                        "REPORT-DEP-NORM-AMOUNTS", yearText(year), year.basis().label()),
                List.of(
                        text("norm"),
                        text("name"),
                        column("measured", Column.Type.MONEY),
                        column("limit", Column.Type.MONEY),
                        column("distance", Column.Type.MONEY),
                        text("verdict")),
                dependence.norm(Norm.T6A, options.year(), options.laws()).stream()
                        .map(norm -> row(norm, List.of()))
                        .toList(),
                null);
    }

    private static List<Cell> row(NormFigure norm, List<Cell> trend) {
        Message verdict = norm.met()
                .map(met -> Message.of(
                        met
                                ? "REPORT-DEP-MET"
                                : norm.norm() == Norm.T3 ? "REPORT-DEP-NOT-REACHED" : "REPORT-DEP-PASSED"))
                .orElse(Message.of("REPORT-DEP-OPEN"));
        List<Cell> row = new ArrayList<>(List.of(
                Cell.of(norm.norm().quoted()),
                Cell.of(norm.norm().label()),
                Cell.of(norm.measured().value()),
                Cell.of(norm.limit().value()),
                Cell.of(norm.distance().value())));
        row.addAll(trend);
        row.add(Cell.of(verdict));
        return row;
    }

    private Figure waterfall(Bridge bridge) {
        List<ChartSpec.WaterfallStep> steps = new ArrayList<>();
        Fraction start = bridge.from().of(bridge.figures()).share().orElseThrow();
        steps.add(new ChartSpec.WaterfallStep(start(bridge), start.value(8), true));
        for (Bridge.Stage step : bridge.steps()) {
            if (step.change().signum() != 0) {
                steps.add(new ChartSpec.WaterfallStep(
                        brief(step.label()), step.change().value(8), false));
            }
        }
        Fraction end = bridge.to().of(bridge.end()).share().orElseThrow();
        steps.add(new ChartSpec.WaterfallStep(end(bridge), end.value(8), true));
        Message title = Message.of("REPORT-DEP-BRIDGE", start(bridge), end(bridge));
        return new Figure(
                "bridgeChart",
                new ChartSpec.Waterfall(title, Message.of("REPORT-DEP-SHARE-OF-PRODUCTS"), ChartSpec.Unit.SHARE, steps),
                Message.of("REPORT-DEP-BRIDGE-CAPTION"),
                Message.of(
                        "REPORT-DEP-BRIDGE-ALT",
                        start(bridge),
                        percent(start),
                        end(bridge),
                        percent(end),
                        bridge.steps().size()));
    }

    /** A chart has room for the item alone; its amounts of both years stand in the table. */
    private static Message brief(Message label) {
        return label.code().equals("DEP-STEP-YEAR") && label.arguments().get(0) instanceof Message item ? item : label;
    }

    private static Message start(Bridge bridge) {
        return name(bridge, bridge.from(), bridge.figures());
    }

    private static Message end(Bridge bridge) {
        return name(bridge, bridge.to(), bridge.end());
    }

    private static Message name(Bridge bridge, Ratio ratio, OperatingFigures figures) {
        return Words.verbatim(bridge.isAcrossYears() ? ratio.name() + ' ' + figures.year() : ratio.name());
    }

    private static Message dated(Ratio ratio, OperatingFigures figures) {
        return Message.of(
                "DEP-RATIO-YEAR",
                ratio.name(),
                yearText(figures),
                figures.basis().label());
    }

    private static BigDecimal percent(Fraction share) {
        return share.times(Fraction.of(100)).value(1);
    }

    private Table bridge(Bridge bridge) {
        List<List<Cell>> rows = new ArrayList<>();
        Cell start = cell(bridge.from().of(bridge.figures()));
        rows.add(List.of(Cell.of(bridge.from().label()), start, start));
        for (Bridge.Stage step : bridge.steps()) {
            rows.add(List.of(Cell.of(step.label()), Cell.of(step.change()), Cell.of(step.after())));
        }
        Cell end = cell(bridge.to().of(bridge.end()));
        return new Table(
                "bridge",
                bridge.isAcrossYears()
                        ? Message.of(
                                "REPORT-DEP-BRIDGE",
                                dated(bridge.from(), bridge.figures()),
                                dated(bridge.to(), bridge.end()))
                        : Message.of("REPORT-DEP-BRIDGE-OF", start(bridge), end(bridge), header(bridge.figures())),
                List.of(text("step"), column("change", Column.Type.SHARE), column("after", Column.Type.SHARE)),
                rows,
                List.of(Cell.of(bridge.to().label()), end, end));
    }

    private Set<FunderLevel> levelsOf(FunderView view) {
        Set<FunderLevel> levels = new TreeSet<>();
        shown().values()
                .forEach(figures ->
                        levels.addAll(FunderShares.of(figures, view).levels().keySet()));
        return levels;
    }

    private Table levels(FunderView view) {
        List<Column> columns = new ArrayList<>(List.of(text("level")));
        columns.addAll(yearColumns(Column.Type.MONEY));
        columns.add(column("ofPublic", Column.Type.SHARE));
        columns.add(column("ofProducts", Column.Type.SHARE));
        List<List<Cell>> rows = new ArrayList<>();
        Money nothing = Money.zero(CurrencyUnit.EUR);
        FunderShares now = FunderShares.of(year, view);
        for (FunderLevel level : levelsOf(view)) {
            List<Cell> row = new ArrayList<>(List.of(Cell.of(level.label())));
            for (OperatingFigures figures : shown().values()) {
                row.add(amount(FunderShares.of(figures, view), level)
                        .map(Cell::of)
                        .orElseGet(() ->
                                Cell.of(FunderShares.of(figures, view).total().value())));
            }
            Money mine = amount(now, level).orElse(nothing);
            row.add(share(mine, now.total()));
            row.add(share(mine, year.totalProducts()));
            rows.add(row);
        }
        List<Cell> sums = new ArrayList<>(List.of(Cell.of(Message.of("REPORT-TOTAL"))));
        shown().values()
                .forEach(figures ->
                        sums.add(Cell.of(FunderShares.of(figures, view).total().value())));
        Money all = Amounts.of(now.total()).orElse(nothing);
        sums.add(share(all, now.total()));
        sums.add(share(all, year.totalProducts()));
        return new Table(
                id("levels", view),
                Message.of("REPORT-DEP-LEVELS", view.label()),
                columns,
                rows,
                rows.isEmpty() ? null : sums);
    }

    /** Nothing where the sum of the year is known and the level is not part of it. */
    private static Optional<Money> amount(FunderShares shares, FunderLevel level) {
        Explanation sum = shares.levels().get(level);
        return sum != null
                ? Amounts.of(sum)
                : shares.total().value().isKnown() ? Optional.of(Money.zero(CurrencyUnit.EUR)) : Optional.empty();
    }

    private static Cell share(Money part, Explanation whole) {
        return Amounts.of(whole).map(all -> Cell.share(part, all)).orElseGet(() -> Cell.of(whole.value()));
    }

    private Optional<Block> levelsChart(FunderView view) {
        List<OperatingFigures> known = shown().values().stream()
                .filter(figures ->
                        FunderShares.of(figures, view).total().value().isKnown())
                .toList();
        List<FunderLevel> levels = levelsOf(view).stream()
                .sorted(Comparator.comparing((FunderLevel level) -> sum(known, view, List.of(level)))
                        .reversed())
                .toList();
        if (known.isEmpty() || levels.isEmpty()) {
            return Optional.empty();
        }
        int most = ChartSpec.StackedBars.MAX_SERIES;
        int own = levels.size() <= most ? levels.size() : most - 1;
        List<ChartSpec.Series> series = new ArrayList<>();
        for (FunderLevel level : levels.subList(0, own)) {
            series.add(series(level.label(), known, view, List.of(level)));
        }
        if (own < levels.size()) {
            series.add(series(Message.of("REPORT-LEVELS-OTHERS"), known, view, levels.subList(own, levels.size())));
        }
        Message title = Message.of("REPORT-DEP-LEVELS", view.label());
        return Optional.of(new Figure(
                id("levelsChart", view),
                new ChartSpec.StackedBars(
                        title,
                        Message.of("REPORT-DEP-COLUMN-YEAR"),
                        Message.of("REPORT-DEP-PUBLIC"),
                        ChartSpec.Unit.EURO,
                        known.stream().map(DependenceReport::yearText).toList(),
                        series),
                Message.of(
                        "REPORT-DEP-LEVELS-CAPTION",
                        Lists.joined(
                                known.stream().map(DependenceReport::header).toList())),
                Message.of(
                        "REPORT-DEP-LEVELS-ALT",
                        known.size(),
                        levels.size(),
                        levels.get(0).label())));
    }

    private static ChartSpec.Series series(
            Message label, List<OperatingFigures> years, FunderView view, List<FunderLevel> levels) {
        return new ChartSpec.Series(
                label,
                years.stream()
                        .map(figures -> sum(List.of(figures), view, levels))
                        .toList());
    }

    private static BigDecimal sum(List<OperatingFigures> years, FunderView view, List<FunderLevel> levels) {
        return years.stream()
                .map(figures -> FunderShares.of(figures, view))
                .flatMap(shares -> levels.stream().flatMap(level -> amount(shares, level).stream()))
                .map(Money::getAmount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Table concentration(FunderView view) {
        List<List<Cell>> rows = new ArrayList<>();
        for (OperatingFigures figures : shown().values()) {
            FunderShares shares = FunderShares.of(figures, view);
            rows.add(List.of(
                    Cell.of(header(figures)),
                    Cell.of(
                            shares.herfindahl().value().number().isPresent()
                                    ? new Value.Quantity(
                                            shares.herfindahl().value().number().orElseThrow(),
                                            Message.of("REPORT-DEP-INDEX"))
                                    : shares.herfindahl().value()),
                    shares.first().map(party -> Cell.of(party.label())).orElse(Cell.EMPTY),
                    Cell.of(shares.firstShare().value()),
                    shares.fundersFor80()
                            .value()
                            .number()
                            .<Cell>map(number -> Cell.of(number.longValueExact()))
                            .orElseGet(() -> Cell.of(shares.fundersFor80().value()))));
        }
        return new Table(
                "concentration",
                Message.of("REPORT-DEP-CONCENTRATION-OF", view.label()),
                List.of(
                        text("year"),
                        column("hhi", Column.Type.NUMBER),
                        text("first"),
                        column("firstShare", Column.Type.SHARE),
                        column("for80", Column.Type.COUNT)),
                rows,
                null);
    }

    private List<FunderLoss> losses(FunderShares shares) {
        Party leaving = options.leaving();
        Stream<Party> parties = leaving == null
                ? shares.parties().keySet().stream().filter(party -> !party.equals(Party.UNKNOWN))
                : Stream.of(leaving);
        return parties.map(party -> FunderLoss.of(shares, party, options.target()))
                .toList();
    }

    private static Table losses(List<FunderLoss> losses) {
        return new Table(
                "losses",
                Message.of("REPORT-DEP-LOSSES"),
                List.of(
                        text("funder"),
                        column("lost", Column.Type.MONEY),
                        column("result", Column.Type.MONEY),
                        column("gap", Column.Type.MONEY),
                        column("runway", Column.Type.NUMBER),
                        column("majority", Column.Type.MONEY)),
                losses.stream()
                        .map(loss -> List.of(
                                Cell.of(loss.party().label()),
                                Cell.of(loss.lost().value()),
                                Cell.of(loss.result().value()),
                                Cell.of(loss.gap().value()),
                                Cell.of(loss.runway().value()),
                                Cell.of(loss.majority().value())))
                        .toList(),
                null);
    }

    private static Table exits(List<FunderExit> exits) {
        return new Table(
                "exits",
                Message.of("REPORT-DEP-EXITS"),
                List.of(
                        text("funder"),
                        column("exitLost", Column.Type.MONEY),
                        column("exitUnion", Column.Type.MONEY),
                        column("dryAnyway", Column.Type.DATE),
                        column("dry", Column.Type.DATE),
                        column("need", Column.Type.MONEY)),
                exits.stream()
                        .map(exit -> List.of(
                                Cell.of(exit.party().label()),
                                Cell.of(exit.lost().value()),
                                Cell.of(exit.lostOfUnion().value()),
                                Cell.of(exit.dryAnyway().value()),
                                Cell.of(exit.dry().value()),
                                Cell.of(exit.need().value())))
                        .toList(),
                null);
    }

    private Table items() {
        List<Column> columns = new ArrayList<>(List.of(text("item")));
        columns.addAll(yearColumns(Column.Type.MONEY));
        List<List<Cell>> rows = new ArrayList<>();
        for (OperatingItem item : OperatingItem.values()) {
            rows.add(row(item.label(), figures -> figures.item(item)));
            if (item == OperatingItem.OTHER_PRODUCTS) {
                rows.add(row(Message.of("DEP-TP"), OperatingFigures::totalProducts));
            }
        }
        return new Table("items", Message.of("REPORT-DEP-ITEMS"), columns, rows, null);
    }

    private List<Cell> row(Message label, Function<OperatingFigures, Explanation> figure) {
        List<Cell> row = new ArrayList<>(List.of(Cell.of(label)));
        shown().values()
                .forEach(figures -> row.add(Cell.of(figure.apply(figures).value())));
        return row;
    }

    private List<Explanation> explanations(FunderShares shares, List<FunderLoss> losses, Bridge bridge) {
        List<Explanation> trees = new ArrayList<>();
        for (Ratio ratio : options.ratios()) {
            dependence
                    .ratio(ratio, options.year())
                    .map(RatioFigure::explanation)
                    .ifPresent(trees::add);
        }
        dependence
                .norms(options.year(), options.laws())
                .forEach(norm -> trees.add(Amounts.same(
                        Message.of(
                                "DEP-RATIO", norm.norm().quoted(), norm.norm().label()),
                        norm.distance())));
        trees.add(bridge.explanation());
        trees.addAll(List.of(shares.herfindahl(), shares.firstShare(), shares.fundersFor80()));
        options.exits()
                .forEach(exit -> trees.addAll(
                        Arrays.asList(exit.lost(), exit.lostOfUnion(), exit.dryAnyway(), exit.dry(), exit.need())));
        if (options.exits().size() == 1) {
            trees.addAll(DependenceExit.explanations(options.exits().get(0)));
        }
        losses.forEach(loss -> trees.addAll(Arrays.asList(loss.result(), loss.gap(), loss.runway(), loss.majority())));
        return trees;
    }
}
