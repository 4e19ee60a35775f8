package org.subsidia.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Source;
import org.subsidia.territory.Departement;
import org.subsidia.territory.Region;
import org.subsidia.transfer.Attribution;
import org.subsidia.transfer.Comparison;
import org.subsidia.transfer.Effects;
import org.subsidia.transfer.Inequality;
import org.subsidia.transfer.LegalPath;
import org.subsidia.transfer.Measure;
import org.subsidia.transfer.MonteCarlo;
import org.subsidia.transfer.OneOffResult;
import org.subsidia.transfer.RegionResult;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.Sensitivity;
import org.subsidia.transfer.Simulation;
import org.subsidia.transfer.StructureResult;
import org.subsidia.transfer.Verdict;

/** A simulated transfer: paths, who pays, who loses, what each measure does, how sure it is. */
public final class TransferReport {
    private final Simulation simulation;
    private final Scenario scenario;
    private final TransferRows rows;

    /**
     * What was worked out beside the run itself.
     *
     * @param compared other scenarios beside this one, this one first; empty: none
     * @param effects of each measure
     * @param sensitivity of each number
     * @param draws the Monte Carlo; null: nothing is uncertain
     * @param legal the legal compensation beside the announced path
     * @param why explanations that were asked for
     * @param findings what was not known
     * @param detailed whether every structure, level, year and test is listed
     */
    public record Extras(
            List<Simulation> compared,
            Effects effects,
            Sensitivity sensitivity,
            @Nullable MonteCarlo draws,
            List<LegalPath> legal,
            List<Explanation> why,
            List<Finding> findings,
            boolean detailed) {

        /**
         * The same with other explanations and findings.
         *
         * @param trees explanations that were asked for
         * @param found what was not known
         * @return the extras
         */
        public Extras with(List<Explanation> trees, List<Finding> found) {
            return new Extras(compared, effects, sensitivity, draws, legal, trees, found, detailed);
        }
    }

    TransferReport(Simulation simulation, TransferRows rows) {
        this.simulation = simulation;
        this.scenario = simulation.scenario();
        this.rows = rows;
    }

    /**
     * The report of a run.
     *
     * @param simulation the run
     * @param extras what was worked out beside it
     * @param asOf the day of the report
     * @return the report
     */
    public static Report of(Simulation simulation, Extras extras, LocalDate asOf) {
        return new TransferReport(simulation, new TransferRows(simulation)).report(extras, asOf);
    }

    Report report(Extras extras, LocalDate asOf) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("keyFigures", Message.of("REPORT-KEY-FIGURES"), figures()));
        sections.add(new Section("scenario", Message.of("REPORT-XFER-SCENARIO"), scenarioBlocks()));
        history().ifPresent(table -> sections.add(Section.of("line", Message.of("REPORT-XFER-LINE"), table)));
        sections.add(Section.of("paths", Message.of("REPORT-XFER-PATHS"), paths(), TransferCharts.paths(simulation)));
        if (!extras.legal().isEmpty()) {
            sections.add(Section.of("legal", Message.of("REPORT-XFER-LEGAL"), legal(extras.legal())));
        }
        neutrality().ifPresent(sections::add);
        sections.add(Section.of("flows", Message.of("REPORT-XFER-FLOWS"), flows()));
        List<RegionResult> regions = rows.once("regions", simulation::regions);
        if (!regions.isEmpty()) {
            List<Block> blocks = new ArrayList<>(List.of(regions(regions)));
            blocks.addAll(TransferCharts.regions(regions));
            sections.add(new Section("regions", Message.of("REPORT-XFER-REGIONS"), blocks));
        }
        sections.add(Section.of(
                "structures", Message.of("REPORT-XFER-STRUCTURES"), rows.once("structuresTable", this::structures)));
        sections.add(Section.of("ratios", Message.of("REPORT-XFER-RATIOS"), ratiosTable(extras.detailed())));
        sections.add(new Section("spread", Message.of("REPORT-XFER-SPREAD"), spread()));
        sections.add(Section.of(
                "effects",
                Message.of("REPORT-XFER-EFFECTS"),
                new Paragraph(Message.of(
                        extras.effects().exact() ? "REPORT-XFER-ORDERS-ALL" : "REPORT-XFER-ORDERS-DRAWN",
                        extras.effects().orders())),
                effects(extras.effects()),
                TransferCharts.effects(simulation, extras.effects())));
        if (!extras.sensitivity().bars().isEmpty()) {
            sections.add(Section.of(
                    "sensitivity",
                    Message.of("REPORT-XFER-SENSITIVITY"),
                    sensitivity(extras.sensitivity()),
                    TransferCharts.tornado(simulation.scenario(), extras.sensitivity())));
        }
        MonteCarlo draws = extras.draws();
        if (draws != null) {
            sections.add(Section.of(
                    "draws",
                    Message.of("REPORT-XFER-DRAWS"),
                    new Paragraph(Message.of(
                            "REPORT-XFER-DRAWN",
                            draws.runs(),
                            String.valueOf(simulation.scenario().seed()),
                            Lists.joined(draws.parameters().stream()
                                    .map(simulation.scenario()::numberTitle)
                                    .toList()))),
                    draws(draws)));
        }
        if (!extras.compared().isEmpty()) {
            List<Block> blocks = new ArrayList<>(List.of(comparison(Comparison.of(extras.compared()))));
            TransferCharts.compared(extras.compared()).ifPresent(blocks::add);
            sections.add(new Section("comparison", Message.of("REPORT-XFER-COMPARISON"), blocks));
        }
        if (extras.detailed()) {
            sections.add(Section.of("verdicts", Message.of("REPORT-XFER-VERDICTS"), verdictsTable()));
            List<Block> cash = new ArrayList<>(rows.once("cashCharts", () -> TransferCharts.cash(simulation)));
            cash.add(rows.once("cashTable", this::cash));
            sections.add(new Section("cash", Message.of("REPORT-XFER-CASH"), cash));
            sections.add(
                    Section.of("detail", Message.of("REPORT-XFER-DETAIL"), rows.once("detailTable", this::detail)));
        }
        if (!extras.why().isEmpty()) {
            sections.add(Section.of("explanations", Message.of("REPORT-XFER-WHY"), new Explanations(extras.why())));
        }
        if (!extras.findings().isEmpty()) {
            sections.add(Section.of("findings", Message.of("REPORT-FINDINGS"), Findings.of(extras.findings())));
        }
        return new Report(
                "transfer",
                Message.of("REPORT-XFER-TITLE"),
                simulation.scenario().title(),
                asOf,
                sections);
    }

    /**
     * The report of a run as a document that people read: it says where its figures come from, at its end.
     *
     * @param simulation the run
     * @param extras what was worked out beside it; explanations that were asked for come first
     * @param asOf the day of the report
     * @return the report with the trees of {@link TransferWhy#annex}
     */
    public static Report explained(Simulation simulation, Extras extras, LocalDate asOf) {
        return new TransferWhy(simulation, extras).explained(asOf);
    }

    static Column column(String name, Column.Type type) {
        return Column.of(name, type, Message.of("REPORT-XFER-COL-" + name.toUpperCase(Locale.ROOT)));
    }

    private KeyFigures figures() {
        int last = scenario.last();
        Money before = simulation.total(last, false);
        Money after = simulation.total(last, true);
        Inequality inequality = simulation.inequality();
        List<StructureResult> structures = simulation.structures();
        long known =
                structures.stream().filter(each -> each.cashMissing().isEmpty()).count();
        long below = structures.stream()
                .filter(each -> each.runway()
                        .filter(months -> months < scenario.runway())
                        .isPresent())
                .count();
        List<KeyFigure> figures = new ArrayList<>();
        simulation.base().ifPresent(base -> figures.add(figure("base", Cell.of(base.value()))));
        if (scenario.line() != null) {
            figures.add(figure("transferred", Cell.of(simulation.transferred(scenario.transfer()))));
        }
        figures.add(figure("before", Cell.of(before)));
        figures.add(figure("after", Cell.of(after)));
        figures.add(figure("gap", Cell.of(after.minus(before))));
        figures.add(figure(
                "gapShare", before.isZero() ? Cell.EMPTY : Cell.of(Fraction.ratio(after.minus(before), before))));
        figures.add(figure("losers", Cell.of(inequality.losers())));
        figures.add(figure("winners", Cell.of(inequality.winners())));
        figures.add(new KeyFigure(
                "below",
                Message.of("REPORT-XFER-FIGURE-BELOW", scenario.runway()),
                known == 0 ? new Cell.Unknown(Message.of("REPORT-XFER-NO-CASH")) : Cell.of(below),
                Message.of("REPORT-XFER-KNOWN", known, structures.size())));
        return new KeyFigures(figures);
    }

    private KeyFigure figure(String id, Cell value) {
        return new KeyFigure(
                id,
                Message.of(
                        "REPORT-XFER-FIGURE-" + id.toUpperCase(Locale.ROOT),
                        String.valueOf(id.equals("transferred") ? scenario.transfer() : scenario.last())),
                value,
                null);
    }

    private List<Block> scenarioBlocks() {
        List<Block> blocks = new ArrayList<>();
        if (!scenario.chain().isEmpty()) {
            blocks.add(new Paragraph(Message.of("REPORT-XFER-CHAIN", String.join(" → ", scenario.chain()))));
        }
        Message note = scenario.note();
        if (note != null) {
            blocks.add(new Paragraph(note));
        }
        blocks.add(new Paragraph(Message.of("REPORT-XFER-BEFORE", String.valueOf(scenario.reference()))));
        List<OneOffResult> oneOff = simulation.oneOff();
        if (!oneOff.isEmpty()) {
            blocks.add(new Paragraph(scenario.oneOffGrants().label()));
            blocks.add(oneOff(oneOff));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Measure each : scenario.measures()) {
            rows.add(List.of(
                    Cell.of(each.id()),
                    Cell.of(each.model().code()),
                    Cell.of(each.description()),
                    Cell.of(each.standing().label()),
                    text(each.from()),
                    text(each.to()),
                    text(each.source())));
        }
        blocks.add(new Table(
                "measures",
                Message.of("REPORT-XFER-MEASURES"),
                List.of(
                        column("measure", Column.Type.TEXT),
                        column("model", Column.Type.TEXT),
                        column("description", Column.Type.TEXT),
                        column("standing", Column.Type.TEXT),
                        column("from", Column.Type.TEXT),
                        column("to", Column.Type.TEXT),
                        column("source", Column.Type.TEXT)),
                rows,
                null));
        return blocks;
    }

    private static Table oneOff(List<OneOffResult> results) {
        return new Table(
                "oneOff",
                Message.of("REPORT-XFER-ONE-OFF-CAPTION"),
                List.of(
                        column("structure", Column.Type.TEXT),
                        column("grant", Column.Type.TEXT),
                        column("level", Column.Type.TEXT),
                        column("year", Column.Type.TEXT),
                        column("amount", Column.Type.MONEY),
                        column("reason", Column.Type.TEXT)),
                results.stream()
                        .map(each -> List.of(
                                Cell.of(each.recipient().id()),
                                text(each.grant().record()),
                                Cell.of(each.grant().level().label()),
                                Cell.of(String.valueOf(each.grant().year())),
                                Cell.of(each.grant().amount()),
                                Cell.of(each.grant().why().label())))
                        .toList(),
                null);
    }

    private static Cell text(@Nullable Object value) {
        return value == null ? Cell.EMPTY : Cell.of(value.toString());
    }

    /** The line's history as the catalogue has it, document by document; what the author stated comes last. */
    private Optional<Table> history() {
        List<List<Cell>> cells = rows.line().stream().map(TransferReport::row).toList();
        return cells.isEmpty()
                ? Optional.empty()
                : Optional.of(new Table(
                        "line",
                        Message.of("REPORT-XFER-LINE-CAPTION"),
                        List.of(
                                column("year", Column.Type.TEXT),
                                column("document", Column.Type.TEXT),
                                column("amount", Column.Type.MONEY),
                                column("confidence", Column.Type.TEXT),
                                column("source", Column.Type.TEXT)),
                        cells,
                        null));
    }

    private static List<Cell> row(TransferRows.OfLine row) {
        Money amount = row.amount();
        Source source = row.source();
        return List.of(
                Cell.of(String.valueOf(row.year())),
                Cell.of(row.document()),
                amount == null ? Cell.EMPTY : Cell.of(amount),
                source == null
                        ? Cell.of(Message.of("REPORT-XFER-SUPPOSED"))
                        : Cell.of(Message.of(
                                "EXPLAIN-CONFIDENCE-" + source.confidence().name())),
                source == null ? Cell.EMPTY : Cell.of(source.text()));
    }

    private Table paths() {
        List<List<Cell>> cells = new ArrayList<>();
        for (TransferRows.OfLevel each : rows.paths()) {
            cells.add(List.of(
                    Cell.of(String.valueOf(each.year())),
                    Cell.of(each.level().label()),
                    Cell.of(each.before()),
                    Cell.of(each.after()),
                    Cell.of(each.gap()),
                    share(each.gap(), each.before())));
        }
        return new Table(
                "paths",
                Message.of("REPORT-XFER-PATHS-CAPTION"),
                List.of(
                        column("year", Column.Type.TEXT),
                        column("level", Column.Type.TEXT),
                        column("before", Column.Type.MONEY),
                        column("after", Column.Type.MONEY),
                        column("gap", Column.Type.MONEY),
                        column("gapShare", Column.Type.SHARE)),
                cells,
                null);
    }

    private static Cell share(Money part, Money whole) {
        return whole.isZero() ? Cell.EMPTY : Cell.of(Fraction.ratio(part, whole));
    }

    private static Table legal(List<LegalPath> paths) {
        boolean neutral = paths.stream().anyMatch(each -> each.neutral().isPresent());
        List<Column> columns = new ArrayList<>(List.of(
                column("year", Column.Type.TEXT),
                column("legal", Column.Type.MONEY),
                column("announced", Column.Type.MONEY),
                column("shortfall", Column.Type.MONEY)));
        if (neutral) {
            columns.add(column("neutral", Column.Type.MONEY));
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (LegalPath each : paths) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.of(String.valueOf(each.year())),
                    money(each.legal()),
                    money(each.announced()),
                    money(each.shortfall())));
            if (neutral) {
                row.add(money(each.neutral()));
            }
            rows.add(row);
        }
        return new Table("legal", Message.of("REPORT-XFER-LEGAL-CAPTION"), columns, rows, null);
    }

    /** What Regions and départements owe each other, and that the one gains what the other loses. */
    private Optional<Section> neutrality() {
        List<Attribution> attributions = rows.attributions();
        if (attributions.isEmpty()) {
            return Optional.empty();
        }
        List<List<Cell>> cells = new ArrayList<>();
        for (Attribution each : attributions) {
            cells.add(List.of(
                    Cell.of(String.valueOf(each.year())),
                    Cell.of(Departement.find(each.departement())
                            .map(Departement::name)
                            .orElse(each.departement())),
                    Cell.of(regionName(each.region())),
                    Cell.of(each.tax()),
                    Cell.of(each.charges()),
                    Cell.of(each.amount()),
                    Cell.of(Message.of(
                            each.amount().isZero()
                                    ? "REPORT-XFER-PAYER-NOBODY"
                                    : each.amount().isPositive()
                                            ? "REPORT-XFER-PAYER-REGION"
                                            : "REPORT-XFER-PAYER-DEPARTEMENT")),
                    Cell.of(each.resource()),
                    Cell.of(each.regionBalance()),
                    Cell.of(each.departementBalance()),
                    Cell.of(each.regionBalance().plus(each.departementBalance()))));
        }
        int first = attributions.get(0).year();
        List<Explanation> trees = attributions.stream()
                .filter(each -> each.year() == first)
                .map(Attribution::explanation)
                .toList();
        Table table = new Table(
                "neutrality",
                Message.of("REPORT-XFER-NEUTRALITY-CAPTION"),
                List.of(
                        column("year", Column.Type.TEXT),
                        column("departement", Column.Type.TEXT),
                        column("region", Column.Type.TEXT),
                        column("tax", Column.Type.MONEY),
                        column("charges", Column.Type.MONEY),
                        column("attribution", Column.Type.MONEY),
                        column("payer", Column.Type.TEXT),
                        column("resource", Column.Type.MONEY),
                        column("regionBalance", Column.Type.MONEY),
                        column("departementBalance", Column.Type.MONEY),
                        column("bothBalances", Column.Type.MONEY)),
                cells,
                null);
        return Optional.of(
                Section.of("neutrality", Message.of("REPORT-XFER-NEUTRALITY"), table, new Explanations(trees)));
    }

    private static Cell money(Optional<Money> amount) {
        return amount.map(Cell::of).orElseGet(() -> new Cell.Unknown(Message.of("REPORT-XFER-NO-AMOUNT")));
    }

    private Table flows() {
        return new Table(
                "flows",
                Message.of("REPORT-XFER-FLOWS-CAPTION"),
                List.of(
                        column("year", Column.Type.TEXT),
                        column("source", Column.Type.TEXT),
                        column("target", Column.Type.TEXT),
                        column("amount", Column.Type.MONEY)),
                rows.flows().stream()
                        .map(each -> List.of(
                                Cell.of(String.valueOf(each.year())),
                                Cell.of(each.from().label()),
                                Cell.of(each.to().label()),
                                Cell.of(each.amount())))
                        .toList(),
                null);
    }

    static String regionName(String code) {
        return Region.find(code).map(Region::name).orElse(code.isEmpty() ? "?" : code);
    }

    private Table regions(List<RegionResult> regions) {
        return new Table(
                "regions",
                Message.of("REPORT-XFER-REGIONS-CAPTION"),
                List.of(
                        column("region", Column.Type.TEXT),
                        column("year", Column.Type.TEXT),
                        column("before", Column.Type.MONEY),
                        column("kept", Column.Type.MONEY),
                        column("received", Column.Type.MONEY),
                        column("topUp", Column.Type.MONEY),
                        column("cut", Column.Type.MONEY),
                        column("unspent", Column.Type.MONEY),
                        column("paid", Column.Type.MONEY),
                        column("toVote", Column.Type.MONEY)),
                regions.stream()
                        .map(each -> List.of(
                                Cell.of(regionName(each.region())),
                                Cell.of(String.valueOf(each.year())),
                                Cell.of(each.before()),
                                Cell.of(each.kept()),
                                Cell.of(each.received()),
                                Cell.of(each.topUp()),
                                Cell.of(each.cut()),
                                Cell.of(each.unspent()),
                                Cell.of(each.paid()),
                                Cell.of(each.toVote())))
                        .toList(),
                null);
    }

    private Table structures() {
        List<List<Cell>> rows = new ArrayList<>();
        for (StructureResult each : simulation.structures()) {
            rows.add(List.of(
                    Cell.of(each.rank()),
                    Cell.of(each.recipient().id()),
                    Cell.of(each.recipient().name()),
                    Cell.of(each.recipient()
                            .seat()
                            .map(TransferReport::regionName)
                            .orElse("?")),
                    Cell.of(each.before()),
                    Cell.of(each.after()),
                    Cell.of(each.gap()),
                    each.share().map(Cell::of).orElse(Cell.EMPTY),
                    Cell.of(each.cumulated()),
                    months(each, each.runwayBefore()),
                    months(each, each.runway()),
                    each.cashGone().map(Cell::of).orElse(Cell.EMPTY),
                    each.cashMissing().isPresent()
                            ? Cell.EMPTY
                            : Cell.of(each.cashBasis().label())));
        }
        return new Table(
                "structures",
                Message.of("REPORT-XFER-STRUCTURES-CAPTION", String.valueOf(scenario.last())),
                List.of(
                        column("rank", Column.Type.COUNT),
                        column("structure", Column.Type.TEXT),
                        column("name", Column.Type.TEXT),
                        column("region", Column.Type.TEXT),
                        column("before", Column.Type.MONEY),
                        column("after", Column.Type.MONEY),
                        column("gap", Column.Type.MONEY),
                        column("gapShare", Column.Type.SHARE),
                        column("cumulated", Column.Type.MONEY),
                        column("runwayBefore", Column.Type.COUNT),
                        column("runway", Column.Type.COUNT),
                        column("cashGone", Column.Type.DATE),
                        column("cashBasis", Column.Type.TEXT)),
                rows,
                null);
    }

    /** The ratios of dependence in the last year: all of them, or the accounting share and self-financing. */
    Table ratiosTable(boolean all) {
        return rows.once(all ? "ratiosTable" : "fewRatiosTable", () -> ratios(all));
    }

    private Table ratios(boolean all) {
        int last = scenario.last();
        List<List<Cell>> cells = new ArrayList<>();
        rows.ids().forEach(id -> rows.ratios(id, all)
                .forEach(each -> cells.add(List.of(
                        Cell.of(each.id()),
                        Cell.of(each.ratio()),
                        Cell.of(each.label()),
                        each.before(),
                        each.after(),
                        each.before() instanceof Cell.Share from && each.after() instanceof Cell.Share to
                                ? Cell.of(Fraction.of(to.share().subtract(from.share())))
                                : Cell.EMPTY))));
        return new Table(
                "ratios",
                Message.of("REPORT-XFER-RATIOS-CAPTION", String.valueOf(last)),
                List.of(
                        column("structure", Column.Type.TEXT),
                        column("ratio", Column.Type.TEXT),
                        column("description", Column.Type.TEXT),
                        column("ratioBefore", Column.Type.SHARE),
                        column("ratioAfter", Column.Type.SHARE),
                        column("change", Column.Type.SHARE)),
                cells,
                null);
    }

    /** The cash of every structure, month by month. */
    private Table cash() {
        return new Table(
                "cash",
                Message.of("REPORT-XFER-CASH-CAPTION"),
                List.of(
                        column("structure", Column.Type.TEXT),
                        column("month", Column.Type.MONTH),
                        column("before", Column.Type.MONEY),
                        column("after", Column.Type.MONEY),
                        column("gap", Column.Type.MONEY)),
                rows.once("cash", rows::cash).stream()
                        .map(each -> List.of(
                                Cell.of(each.id()),
                                Cell.of(each.month()),
                                Cell.of(each.before()),
                                Cell.of(each.after()),
                                Cell.of(each.after().minus(each.before()))))
                        .toList(),
                null);
    }

    private static Cell months(StructureResult each, Optional<Integer> months) {
        return each.cashMissing().isPresent()
                ? new Cell.Unknown(each.cashMissing().get())
                : months.map(Cell::of).orElse(Cell.EMPTY);
    }

    private List<Block> spread() {
        Inequality inequality = simulation.inequality();
        List<List<Cell>> rows = new ArrayList<>();
        inequality
                .quantiles()
                .forEach((hundredths, gap) -> rows.add(List.of(Cell.of(Fraction.percent(hundredths)), Cell.of(gap))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new KeyFigures(List.of(
                new KeyFigure("giniBefore", Message.of("REPORT-XFER-GINI-BEFORE"), gini(inequality.giniBefore()), null),
                new KeyFigure("giniAfter", Message.of("REPORT-XFER-GINI-AFTER"), gini(inequality.giniAfter()), null))));
        blocks.add(new Table(
                "quantiles",
                Message.of("REPORT-XFER-QUANTILES"),
                List.of(column("quantile", Column.Type.SHARE), column("gap", Column.Type.MONEY)),
                rows,
                null));
        blocks.add(TransferCharts.losses(simulation));
        if (!inequality.lorenzAfter().isEmpty()) {
            blocks.add(TransferCharts.lorenz(inequality));
        }
        return blocks;
    }

    private static Cell gini(Optional<Fraction> gini) {
        return gini.map(each -> Cell.of(each.value(4)))
                .orElseGet(() -> new Cell.Unknown(Message.of("REPORT-XFER-NO-AMOUNT")));
    }

    private static Table effects(Effects effects) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Effects.Effect each : effects.measures()) {
            rows.add(List.of(
                    Cell.of(each.measure().id()),
                    Cell.of(each.measure().description()),
                    Cell.of(each.inOrder()),
                    Cell.of(each.averaged()),
                    Cell.of(each.cashInOrder()),
                    Cell.of(each.cashAveraged())));
        }
        return new Table(
                "effects",
                Message.of("REPORT-XFER-EFFECTS-CAPTION"),
                List.of(
                        column("measure", Column.Type.TEXT),
                        column("description", Column.Type.TEXT),
                        column("inOrder", Column.Type.MONEY),
                        column("averaged", Column.Type.MONEY),
                        column("cashInOrder", Column.Type.MONEY),
                        column("cashAveraged", Column.Type.MONEY)),
                rows,
                List.of(
                        Cell.of(Message.of("REPORT-TOTAL")),
                        Cell.EMPTY,
                        Cell.of(effects.whole()),
                        Cell.of(effects.whole()),
                        Cell.of(effects.cash()),
                        Cell.of(effects.cash())));
    }

    private Table sensitivity(Sensitivity sensitivity) {
        return new Table(
                "sensitivity",
                Message.of("REPORT-XFER-SENSITIVITY-CAPTION"),
                List.of(
                        column("parameter", Column.Type.TEXT).forPrograms(),
                        column("number", Column.Type.TEXT),
                        column("low", Column.Type.NUMBER),
                        column("high", Column.Type.NUMBER),
                        column("atLow", Column.Type.MONEY),
                        column("atHigh", Column.Type.MONEY),
                        column("width", Column.Type.MONEY),
                        column("cashLow", Column.Type.MONEY),
                        column("cashHigh", Column.Type.MONEY)),
                sensitivity.bars().stream()
                        .map(each -> List.of(
                                Cell.of(each.parameter()),
                                Cell.of(Message.of(
                                        "REPORT-XFER-TITLED",
                                        scenario.numberTitle(each.parameter()),
                                        each.parameter())),
                                Cell.of(plain(each.low())),
                                Cell.of(plain(each.high())),
                                Cell.of(each.atLow()),
                                Cell.of(each.atHigh()),
                                Cell.of(each.width()),
                                Cell.of(each.cashLow()),
                                Cell.of(each.cashHigh())))
                        .toList(),
                null);
    }

    private static BigDecimal plain(Fraction number) {
        BigDecimal decimal = number.value(4).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    private static Table draws(MonteCarlo draws) {
        List<List<Cell>> rows = new ArrayList<>();
        draws.gaps()
                .forEach((hundredths, gap) -> rows.add(List.of(
                        Cell.of(Fraction.percent(hundredths)),
                        Cell.of(gap),
                        Cell.of(draws.below().getOrDefault(hundredths, 0)))));
        return new Table(
                "draws",
                Message.of("REPORT-XFER-DRAWS-CAPTION"),
                List.of(
                        column("quantile", Column.Type.SHARE),
                        column("gap", Column.Type.MONEY),
                        column("below", Column.Type.COUNT)),
                rows,
                null);
    }

    private static Table comparison(Comparison comparison) {
        return new Table(
                "comparison",
                Message.of("REPORT-XFER-COMPARISON-CAPTION"),
                List.of(
                        column("scenario", Column.Type.TEXT),
                        column("title", Column.Type.TEXT),
                        column("gap", Column.Type.MONEY),
                        column("cumulated", Column.Type.MONEY),
                        column("losers", Column.Type.COUNT),
                        column("below", Column.Type.COUNT),
                        column("known", Column.Type.COUNT)),
                comparison.lines().stream()
                        .map(each -> List.of(
                                Cell.of(each.simulation().scenario().id()),
                                Cell.of(each.simulation().scenario().title()),
                                Cell.of(each.lastYear()),
                                Cell.of(each.cumulated()),
                                Cell.of(each.losers()),
                                Cell.of(each.below()),
                                Cell.of(each.known())))
                        .toList(),
                null);
    }

    Table verdictsTable() {
        return rows.once("verdictsTable", this::verdicts);
    }

    private static List<Cell> row(String id, Verdict verdict) {
        Value figure = verdict.figure();
        return List.of(
                Cell.of(id),
                Cell.of(verdict.test()),
                Cell.of(Message.of("REPORT-XFER-TEST-" + verdict.test())),
                Cell.of(Message.of("REPORT-XFER-ANSWER-"
                        + verdict.answer().map(met -> met ? "MET" : "FAILED").orElse("UNKNOWN"))),
                figure instanceof Value.Amount || figure instanceof Value.Statement ? Cell.EMPTY : Cell.of(figure),
                figure instanceof Value.Amount ? Cell.of(figure) : Cell.EMPTY,
                figure instanceof Value.Statement ? Cell.of(figure) : Cell.EMPTY,
                verdict.limit().map(Cell::of).orElse(Cell.EMPTY));
    }

    private Table verdicts() {
        List<List<Cell>> cells = new ArrayList<>();
        rows.ids().forEach(id -> rows.verdicts(id).forEach(each -> cells.add(row(id, each))));
        return new Table(
                "verdicts",
                Message.of("REPORT-XFER-VERDICTS-CAPTION", String.valueOf(scenario.last())),
                List.of(
                        column("structure", Column.Type.TEXT),
                        column("test", Column.Type.TEXT),
                        column("norm", Column.Type.TEXT),
                        column("answer", Column.Type.TEXT),
                        column("measured", Column.Type.SHARE),
                        column("amount", Column.Type.MONEY),
                        column("remark", Column.Type.TEXT),
                        column("limit", Column.Type.SHARE)),
                cells,
                null);
    }

    private Table detail() {
        List<List<Cell>> cells = new ArrayList<>();
        for (TransferRows.OfDetail each : rows.once("detail", rows::detail)) {
            TransferRows.OfLevel row = each.row();
            cells.add(List.of(
                    Cell.of(each.id()),
                    Cell.of(String.valueOf(row.year())),
                    Cell.of(row.level().label()),
                    Cell.of(row.before()),
                    Cell.of(row.after()),
                    Cell.of(row.gap()),
                    share(row.gap(), row.before())));
        }
        return new Table(
                "detail",
                Message.of("REPORT-XFER-DETAIL-CAPTION"),
                List.of(
                        column("structure", Column.Type.TEXT),
                        column("year", Column.Type.TEXT),
                        column("level", Column.Type.TEXT),
                        column("before", Column.Type.MONEY),
                        column("after", Column.Type.MONEY),
                        column("gap", Column.Type.MONEY),
                        column("gapShare", Column.Type.SHARE)),
                cells,
                null);
    }
}
