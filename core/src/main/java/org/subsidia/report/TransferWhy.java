package org.subsidia.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.dependence.Ratio;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.transfer.Attribution;
import org.subsidia.transfer.Comparison;
import org.subsidia.transfer.ComparisonWhy;
import org.subsidia.transfer.DrawsWhy;
import org.subsidia.transfer.EffectsWhy;
import org.subsidia.transfer.LegalPath;
import org.subsidia.transfer.Line;
import org.subsidia.transfer.MonteCarlo;
import org.subsidia.transfer.OneOff;
import org.subsidia.transfer.RegionResult;
import org.subsidia.transfer.RegionWhy;
import org.subsidia.transfer.RunWhy;
import org.subsidia.transfer.Sensitivity;
import org.subsidia.transfer.SensitivityWhy;
import org.subsidia.transfer.Simulation;
import org.subsidia.transfer.StructureResult;
import org.subsidia.transfer.StructureWhy;
import org.subsidia.transfer.Verdict;

/**
 * Where each figure of the {@link TransferReport} comes from, cell by cell; each tree is made when it is asked for.
 *
 * <pre>{@code
 * new TransferWhy(simulation, extras).of("regions", 0, "toVote");
 * }</pre>
 */
public final class TransferWhy {
    /**
     * Of more structures no trees are written unasked. Measured with 50, ten measures and eight years: 17,000 figures in 480 trees make
     * 12 MB of JSON, of which the tables are 4, in less than a second; with the longest preset it is 10 MB. The size grows with the
     * number of structures alone.
     */
    private static final int FEW = 50;

    /** So many structures are explained one by one in a document; a reader wants to know of those that lose most. */
    private static final int EXPLAINED = 12;

    private static final List<String> KEY_FIGURES =
            List.of("base", "transferred", "gap", "gapShare", "losers", "winners", "below", "giniBefore", "giniAfter");

    private final Simulation simulation;
    private final TransferReport.Extras extras;
    private final TransferRows rows;
    private final RunWhy run;
    private final Map<String, List<?>> known = new HashMap<>();

    /**
     * The origins of a report's figures.
     *
     * @param simulation the run
     * @param extras what was worked out beside it
     */
    public TransferWhy(Simulation simulation, TransferReport.Extras extras) {
        this(simulation, extras, new TransferRows(simulation));
    }

    private TransferWhy(Simulation simulation, TransferReport.Extras extras, TransferRows rows) {
        this.simulation = simulation;
        this.extras = extras;
        this.rows = rows;
        this.run = new RunWhy(simulation);
    }

    /**
     * The same run with something else beside it. What was worked out of the run is not worked out again.
     *
     * @param others what was worked out beside it
     * @return its origins
     */
    public TransferWhy with(TransferReport.Extras others) {
        return new TransferWhy(simulation, others, rows);
    }

    /**
     * The report whose figures these are. It is made faster the second time: its long tables are kept.
     *
     * @param asOf the day of the report
     * @return as {@link TransferReport#of}
     */
    public Report report(LocalDate asOf) {
        return new TransferReport(simulation, rows).report(extras, asOf);
    }

    /**
     * The report as a document that people read: it says where its figures come from, at its end.
     *
     * @param asOf the day of the report
     * @return as {@link TransferReport#explained}
     */
    public Report explained(LocalDate asOf) {
        Set<Explanation> trees = new LinkedHashSet<>(extras.why());
        trees.addAll(annex());
        Report plain = with(extras.with(List.of(), extras.findings())).report(asOf);
        List<Block> blocks = new ArrayList<>();
        annexed().map(Paragraph::new).ifPresent(blocks::add);
        blocks.add(new Explanations(List.copyOf(trees)));
        List<Section> sections = new ArrayList<>(plain.sections());
        sections.add(new Section("explanations", Message.of("REPORT-XFER-WHY"), blocks));
        return new Report(plain.id(), plain.title(), plain.subtitle(), plain.asOf(), sections);
    }

    /**
     * Where a key figure comes from.
     *
     * @param id its id
     * @return the explanation, if the report has that figure
     */
    public Optional<Explanation> keyFigure(String id) {
        int last = simulation.scenario().last();
        return switch (id) {
            case "base" -> simulation.base();
            case "transferred" ->
                Optional.of(run.transferred(simulation.scenario().transfer()));
            case "before" -> Optional.of(run.total(last, false));
            case "after" -> Optional.of(run.total(last, true));
            case "gap" -> Optional.of(run.gap());
            case "gapShare" -> Optional.of(run.gapShare());
            case "losers" -> Optional.of(run.losers());
            case "winners" -> Optional.of(run.winners());
            case "below" -> Optional.of(run.shortOfCash());
            case "giniBefore" -> Optional.of(run.gini(false));
            case "giniAfter" -> Optional.of(run.gini(true));
            default -> Optional.empty();
        };
    }

    /**
     * Where the figure of a cell comes from.
     *
     * @param table the id of its table
     * @param row from the top, the first is 0; the number of rows stands for the row of totals
     * @param column the name of its column
     * @return the explanation, if that cell has a figure
     */
    public Optional<Explanation> of(String table, int row, String column) {
        Explanation why =
                switch (table) {
                    case "line" -> line(row, column);
                    case "oneOff" -> oneOff(row, column);
                    case "paths" -> path(row, column);
                    case "legal" -> legal(row, column);
                    case "neutrality" -> attribution(row, column);
                    case "flows" -> is("amount", column, () -> run.flow(at("flows", rows::flows, row)));
                    case "regions" -> region(row, column);
                    case "structures" -> structure(row, column);
                    case "ratios" -> ratio(row, column);
                    case "quantiles" -> quantile(row, column);
                    case "effects" -> effect(row, column);
                    case "sensitivity" -> sensitivity(row, column);
                    case "draws" -> draw(row, column);
                    case "comparison" -> compared(row, column);
                    case "verdicts" -> verdict(row, column);
                    case "cash" -> cash(row, column);
                    case "detail" -> detail(row, column);
                    default -> null;
                };
        return Optional.ofNullable(why);
    }

    /** {@return whether there are so few structures that a document carries all trees without being asked} */
    public boolean isBrief() {
        return simulation.population().recipients().size() <= FEW;
    }

    /**
     * The trees of all figures, each once: a change stands for what there is with and without the measures, which are its parts, and
     * what a Region or a structure has in the last year for the years before.
     *
     * @return key figures, levels, Regions and flows, structures, spread, effects, sensitivity, draws, comparison
     */
    public List<Explanation> all() {
        return trees(simulation.structures(), simulation.scenario().first());
    }

    /**
     * The trees for a document that people read: as {@link #all}, but levels stand for the last year too, and only the structures
     * that lose most are explained one by one. Where there are many structures, these alone: what is told of all at once lists
     * every one of them.
     *
     * @return fewer trees than {@link #all}, as many where there are few structures
     */
    public List<Explanation> annex() {
        List<StructureResult> structures = simulation.structures();
        List<StructureResult> most = structures.subList(0, Math.min(EXPLAINED, structures.size()));
        return isBrief() ? trees(most, simulation.scenario().last()) : ofStructures(most);
    }

    /** {@return what the annex leaves out, in words; empty: nothing} */
    public Optional<Message> annexed() {
        int all = simulation.structures().size();
        return all <= EXPLAINED ? Optional.empty() : Optional.of(Message.of("REPORT-XFER-WHY-MOST", EXPLAINED, all));
    }

    private List<Explanation> ofStructures(List<StructureResult> structures) {
        int last = simulation.scenario().last();
        List<Explanation> trees = new ArrayList<>();
        for (StructureResult structure : structures) {
            String id = structure.recipient().id();
            StructureWhy why = new StructureWhy(simulation, id);
            trees.addAll(List.of(why.gap(last), simulation.explainCash(id)));
            why.runway(true).filter(each -> each.value().isKnown()).ifPresent(trees::add);
            run.ratio(id, Ratio.R1.name(), true).ifPresent(trees::add);
        }
        return trees;
    }

    private List<Explanation> trees(List<StructureResult> structures, int since) {
        List<Explanation> trees = new ArrayList<>();
        KEY_FIGURES.forEach(id -> keyFigure(id).ifPresent(trees::add));
        rows.paths().stream()
                .filter(row -> row.year() >= since)
                .forEach(row -> trees.add(run.gap(row.level(), row.year())));
        extras.legal().forEach(path -> path.shortfallWhy().ifPresent(trees::add));
        rows.attributions().forEach(each -> trees.add(each.bothBalancesWhy()));
        int last = simulation.scenario().last();
        for (RegionResult region : rows.once("regions", simulation::regions)) {
            if (region.year() == last) {
                RegionWhy why = new RegionWhy(simulation, region);
                trees.addAll(List.of(why.received(), why.topUp(), why.cut(), why.unspent(), why.toVote()));
            }
        }
        simulation.flows(last).forEach(flow -> trees.add(run.flow(flow)));
        trees.addAll(ofStructures(structures));
        keys(simulation.inequality().quantiles().keySet()).forEach(each -> trees.add(run.quantileGap(each)));
        EffectsWhy effects = new EffectsWhy(extras.effects());
        for (boolean cash : new boolean[] {false, true}) {
            trees.addAll(List.of(effects.wholeInOrder(cash), effects.wholeAveraged(cash)));
        }
        SensitivityWhy sensitivity = new SensitivityWhy(simulation);
        for (Sensitivity.Bar bar : extras.sensitivity().bars()) {
            trees.addAll(List.of(
                    sensitivity.number(bar, false),
                    sensitivity.number(bar, true),
                    sensitivity.width(bar),
                    sensitivity.cash(bar, false),
                    sensitivity.cash(bar, true)));
        }
        MonteCarlo draws = extras.draws();
        if (draws != null) {
            DrawsWhy why = new DrawsWhy(simulation.scenario(), draws);
            keys(draws.gapRanks().keySet()).forEach(each -> trees.addAll(List.of(why.gap(each), why.below(each))));
        }
        ComparisonWhy compared = new ComparisonWhy(Comparison.of(extras.compared()));
        for (int line = 0; line < extras.compared().size(); line++) {
            trees.addAll(List.of(
                    compared.gap(line),
                    compared.cumulated(line),
                    compared.losers(line),
                    compared.below(line),
                    compared.known(line)));
        }
        return trees;
    }

    /** A row of a list that is made once. */
    @SuppressWarnings("unchecked") // each name stands for one supplier
    private <T> T at(String name, Supplier<List<T>> list, int row) {
        return ((List<T>) known.computeIfAbsent(name, each -> list.get())).get(row);
    }

    /** What a row of a structure is about, worked out of that structure alone: the rows of one stand together. */
    private static <T> T ofStructure(Table table, int row, Function<String, List<T>> rows) {
        Cell structure = table.rows().get(row).get(0);
        int first = row;
        while (first > 0 && table.rows().get(first - 1).get(0).equals(structure)) {
            first--;
        }
        return rows.apply(((Cell.Text) structure).text()).get(row - first);
    }

    private static @Nullable Explanation is(String name, String column, Supplier<Explanation> why) {
        return column.equals(name) ? why.get() : null;
    }

    private @Nullable Explanation line(int row, String column) {
        TransferRows.OfLine each = at("line", rows::line, row);
        Money amount = each.amount();
        if (amount == null || !column.equals("amount")) {
            return null;
        }
        Line line = simulation.scenario().line();
        Message label = Message.of("REPORT-XFER-LINE-WHY", String.valueOf(each.year()), each.document());
        Message from = each.source() == null
                ? Message.of("REPORT-XFER-SUPPOSED")
                : Words.verbatim(each.source().text());
        Explanation said = Explanation.of(
                label,
                new Value.Amount(amount),
                Step.CHOICE,
                List.of(Explanation.leaf(Message.of("REPORT-XFER-COL-SOURCE"), new Value.Statement(from))));
        return line == null || line.programme() == null ? said : said.withRecords(List.of(line.programme()));
    }

    private @Nullable Explanation oneOff(int row, String column) {
        OneOff grant = at("oneOff", simulation::oneOff, row).grant();
        return is("amount", column, () -> {
            Explanation why = Amounts.given(
                    Message.of(
                            "REPORT-XFER-ONE-OFF-WHY",
                            grant.level().label(),
                            String.valueOf(grant.year()),
                            grant.why().label()),
                    grant.amount());
            return grant.record() == null ? why : why.withRecords(List.of(grant.record()));
        });
    }

    private @Nullable Explanation path(int row, String column) {
        TransferRows.OfLevel each = at("paths", rows::paths, row);
        return switch (column) {
            case "before" -> run.level(each.level(), each.year(), false);
            case "after" -> run.level(each.level(), each.year(), true);
            case "gap" -> run.gap(each.level(), each.year());
            case "gapShare" -> run.gapShare(each.level(), each.year());
            default -> null;
        };
    }

    private @Nullable Explanation legal(int row, String column) {
        LegalPath each = extras.legal().get(row);
        Optional<Explanation> why =
                switch (column) {
                    case "legal" -> each.legalWhy();
                    case "announced" -> each.announcedWhy();
                    case "shortfall" -> each.shortfallWhy();
                    case "neutral" -> each.neutralWhy();
                    default -> Optional.empty();
                };
        return why.orElse(null);
    }

    private @Nullable Explanation attribution(int row, String column) {
        Attribution each = at("neutrality", rows::attributions, row);
        return switch (column) {
            case "tax" -> each.taxWhy();
            case "charges" -> each.chargesWhy();
            case "attribution", "payer" -> each.explanation();
            case "resource" -> each.resourceWhy();
            case "regionBalance" -> each.regionBalanceWhy();
            case "departementBalance" -> each.departementBalanceWhy();
            case "bothBalances" -> each.bothBalancesWhy();
            default -> null;
        };
    }

    private @Nullable Explanation region(int row, String column) {
        RegionResult each = rows.once("regions", simulation::regions).get(row);
        RegionWhy why = new RegionWhy(simulation, each);
        return switch (column) {
            case "before" -> why.before();
            case "kept" -> why.kept();
            case "received" -> why.received();
            case "topUp" -> why.topUp();
            case "cut" -> why.cut();
            case "unspent" -> why.unspent();
            case "paid" -> why.paid();
            case "toVote" -> why.toVote();
            default -> null;
        };
    }

    private @Nullable Explanation structure(int row, String column) {
        int last = simulation.scenario().last();
        StructureWhy why = new StructureWhy(
                simulation, simulation.structures().get(row).recipient().id());
        return switch (column) {
            case "rank" -> why.rank();
            case "before" -> why.publicMoney(last, false);
            case "after" -> why.publicMoney(last, true);
            case "gap" -> why.gap(last);
            case "gapShare" -> why.gapShare(last);
            case "cumulated" -> why.cumulated();
            case "runwayBefore" -> why.runway(false).orElse(null);
            case "runway" -> why.runway(true).orElse(null);
            case "cashGone" -> why.cashGone().orElse(null);
            case "cashBasis" ->
                simulation.explainCash(
                        simulation.structures().get(row).recipient().id());
            default -> null;
        };
    }

    private @Nullable Explanation ratio(int row, String column) {
        boolean all = extras.detailed();
        TransferRows.OfRatio each =
                ofStructure(new TransferReport(simulation, rows).ratiosTable(all), row, id -> rows.ratios(id, all));
        return switch (column) {
            case "ratioBefore" -> each.whyBefore();
            case "ratioAfter" -> after(each);
            case "change" ->
                each.whyBefore().value() instanceof Value.Share from
                                && each.whyAfter().value() instanceof Value.Share to
                        ? Explanation.of(
                                Message.of("REPORT-XFER-RATIO-CHANGE", each.ratio(), each.label()),
                                new Value.Share(to.share().subtract(from.share())),
                                Step.DIFFERENCE,
                                List.of(after(each), each.whyBefore()))
                        : null;
            default -> null;
        };
    }

    /** A ratio of its own is told from what it would be; what is made from several is told from them. */
    private Explanation after(TransferRows.OfRatio each) {
        boolean single =
                List.of(Ratio.values()).stream().anyMatch(ratio -> ratio.name().equals(each.ratio()));
        return single ? run.ratio(each.id(), each.ratio(), true).orElse(each.whyAfter()) : each.whyAfter();
    }

    private @Nullable Explanation quantile(int row, String column) {
        int hundredths =
                at("quantiles", () -> keys(simulation.inequality().quantiles().keySet()), row);
        return switch (column) {
            case "quantile" -> run.quantile(hundredths);
            case "gap" -> run.quantileGap(hundredths);
            default -> null;
        };
    }

    private static List<Integer> keys(Set<Integer> keys) {
        return List.copyOf(new TreeSet<>(keys));
    }

    private @Nullable Explanation effect(int row, String column) {
        EffectsWhy why = new EffectsWhy(extras.effects());
        boolean whole = row == extras.effects().measures().size();
        return switch (column) {
            case "inOrder" -> whole ? why.wholeInOrder(false) : why.inOrder(row, false);
            case "averaged" -> whole ? why.wholeAveraged(false) : why.averaged(row, false);
            case "cashInOrder" -> whole ? why.wholeInOrder(true) : why.inOrder(row, true);
            case "cashAveraged" -> whole ? why.wholeAveraged(true) : why.averaged(row, true);
            default -> null;
        };
    }

    private @Nullable Explanation sensitivity(int row, String column) {
        Sensitivity.Bar bar = extras.sensitivity().bars().get(row);
        SensitivityWhy why = new SensitivityWhy(simulation);
        return switch (column) {
            case "low" -> why.number(bar, false);
            case "high" -> why.number(bar, true);
            case "atLow" -> why.gap(bar, false);
            case "atHigh" -> why.gap(bar, true);
            case "width" -> why.width(bar);
            case "cashLow" -> why.cash(bar, false);
            case "cashHigh" -> why.cash(bar, true);
            default -> null;
        };
    }

    private @Nullable Explanation draw(int row, String column) {
        MonteCarlo draws = extras.draws();
        if (draws == null) {
            return null;
        }
        DrawsWhy why = new DrawsWhy(simulation.scenario(), draws);
        int hundredths = at("draws", () -> keys(draws.gapRanks().keySet()), row);
        return switch (column) {
            case "quantile" -> why.quantile(hundredths);
            case "gap" -> why.gap(hundredths);
            case "below" -> why.below(hundredths);
            default -> null;
        };
    }

    private @Nullable Explanation compared(int row, String column) {
        ComparisonWhy why = new ComparisonWhy(Comparison.of(extras.compared()));
        return switch (column) {
            case "gap" -> why.gap(row);
            case "cumulated" -> why.cumulated(row);
            case "losers" -> why.losers(row);
            case "below" -> why.below(row);
            case "known" -> why.known(row);
            default -> null;
        };
    }

    private @Nullable Explanation verdict(int row, String column) {
        Verdict verdict = ofStructure(new TransferReport(simulation, rows).verdictsTable(), row, rows::verdicts);
        return switch (column) {
            case "answer", "measured", "amount", "remark" -> verdict.measured();
            case "limit" -> verdict.limitWhy().orElse(null);
            default -> null;
        };
    }

    private @Nullable Explanation cash(int row, String column) {
        TransferRows.OfCash each = rows.once("cash", rows::cash).get(row);
        StructureWhy why = new StructureWhy(simulation, each.id());
        return switch (column) {
            case "before" -> why.cash(each.month(), false);
            case "after" -> why.cash(each.month(), true);
            case "gap" -> why.cashGap(each.month());
            default -> null;
        };
    }

    private @Nullable Explanation detail(int row, String column) {
        TransferRows.OfDetail each = rows.once("detail", rows::detail).get(row);
        StructureWhy why = new StructureWhy(simulation, each.id());
        TransferRows.OfLevel level = each.row();
        return switch (column) {
            case "before" -> why.level(level.level(), level.year(), false);
            case "after" -> why.level(level.level(), level.year(), true);
            case "gap" -> why.gap(level.level(), level.year());
            case "gapShare" -> why.gapShare(level.level(), level.year());
            default -> null;
        };
    }
}
