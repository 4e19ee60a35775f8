package org.subsidia.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.dependence.Dependence;
import org.subsidia.dependence.FunderShares;
import org.subsidia.dependence.FunderView;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.dependence.Ratio;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.BudgetStage;
import org.subsidia.portfolio.BudgetValue;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.Source;
import org.subsidia.transfer.Attribution;
import org.subsidia.transfer.CashMonth;
import org.subsidia.transfer.Flow;
import org.subsidia.transfer.Line;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.Simulation;
import org.subsidia.transfer.StructureResult;
import org.subsidia.transfer.Verdict;

/** What the rows of a simulation’s tables are about, in their order: for those who write them and those who explain them. */
final class TransferRows {
    private static final int PLACES = 8;

    private final Simulation simulation;
    private final Scenario scenario;
    private final Map<String, Object> made = new HashMap<>();

    TransferRows(Simulation simulation) {
        this.simulation = simulation;
        this.scenario = simulation.scenario();
    }

    /** What is worked out once, on any thread: of thousands of structures it takes seconds. */
    @SuppressWarnings("unchecked") // each name stands for one supplier
    synchronized <T> T once(String name, Supplier<T> make) {
        Object known = made.get(name);
        if (known == null) {
            known = make.get();
            made.put(name, known);
        }
        return (T) known;
    }

    /** What a document, or the author, says of the line in a year. */
    record OfLine(
            int year,
            @Nullable BudgetStage stage,
            @Nullable Money amount,
            @Nullable Source source) {
        Message document() {
            return Message.of("REPORT-XFER-STAGE-"
                    + (stage == null ? "AUTHOR" : stage.name().replace('_', '-')));
        }
    }

    /** Public money of a level in a year. */
    record OfLevel(int year, FunderLevel level, Money before, Money after) {
        Money gap() {
            return after.minus(before);
        }

        boolean isNothing() {
            return before.isZero() && after.isZero();
        }
    }

    /** The same of one structure. */
    record OfDetail(String id, OfLevel row) {}

    /** The cash of a structure at the end of a month. */
    record OfCash(String id, YearMonth month, Money before, Money after) {}

    /** A ratio of a structure in the last year. */
    record OfRatio(
            String id,
            String ratio,
            Message label,
            Cell before,
            Cell after,
            Explanation whyBefore,
            Explanation whyAfter) {}

    /** As the catalogue has it, document by document; what the author stated comes last. */
    List<OfLine> line() {
        List<OfLine> rows = new ArrayList<>();
        Line line = scenario.line();
        if (line != null) {
            String programme = line.programme();
            Catalogue.standard().programmes().stream()
                    .filter(each -> each.id().value().equals(programme))
                    .map(Programme::values)
                    .flatMap(List::stream)
                    .sorted(Comparator.comparing(BudgetValue::year).thenComparing(BudgetValue::stage))
                    .forEach(value -> {
                        Money amount = value.payment() != null ? value.payment() : value.commitment();
                        rows.add(new OfLine(value.year(), value.stage(), amount, value.source()));
                    });
            line.values().forEach((year, value) -> {
                OfLine row = new OfLine(year, value.stage(), value.amount(), value.source());
                if (!rows.contains(row)) {
                    rows.add(row);
                }
            });
        }
        return rows;
    }

    /** By year and level, all structures together. */
    List<OfLevel> paths() {
        List<OfLevel> rows = new ArrayList<>();
        Money nothing = Money.zero(CurrencyUnit.EUR);
        for (int year : scenario.years()) {
            Map<FunderLevel, Money> before = simulation.totals(year, false);
            Map<FunderLevel, Money> after = simulation.totals(year, true);
            for (FunderLevel level : simulation.levels()) {
                rows.add(new OfLevel(
                        year, level, before.getOrDefault(level, nothing), after.getOrDefault(level, nothing)));
            }
        }
        rows.removeIf(OfLevel::isNothing);
        return rows;
    }

    /** By structure, the greatest loss first, year and level. */
    List<OfDetail> detail() {
        List<OfDetail> rows = new ArrayList<>();
        for (String id : ids()) {
            for (int year : scenario.years()) {
                for (FunderLevel level : new TreeSet<>(simulation.levels())) {
                    OfLevel row = new OfLevel(
                            year, level, simulation.before(id, level, year), simulation.after(id, level, year));
                    if (!row.isNothing()) {
                        rows.add(new OfDetail(id, row));
                    }
                }
            }
        }
        return rows;
    }

    /** The structures in their order: the rows of one stand together. */
    List<String> ids() {
        return simulation.structures().stream()
                .map(StructureResult::recipient)
                .map(recipient -> recipient.id())
                .toList();
    }

    List<Flow> flows() {
        return scenario.years().stream()
                .flatMap(year -> simulation.flows(year).stream())
                .toList();
    }

    List<Attribution> attributions() {
        return scenario.years().stream()
                .flatMap(year -> simulation.attributions(year).stream())
                .toList();
    }

    /** By structure and month. */
    List<OfCash> cash() {
        List<OfCash> rows = new ArrayList<>();
        for (String id : ids()) {
            List<CashMonth> before = simulation.cash(id, false);
            List<CashMonth> after = simulation.cash(id, true);
            for (int month = 0; month < after.size(); month++) {
                rows.add(new OfCash(
                        id,
                        after.get(month).month(),
                        before.get(month).balance(),
                        after.get(month).balance()));
            }
        }
        return rows;
    }

    /** The legal tests of a structure in the last year. */
    List<Verdict> verdicts(String id) {
        return simulation.verdicts(id, scenario.last());
    }

    /** All ratios of dependence of a structure, or the accounting share and self-financing. */
    List<OfRatio> ratios(String id, boolean all) {
        List<Ratio> shown = all ? List.of(Ratio.values()) : List.of(Ratio.R1, Ratio.R5);
        List<OfRatio> rows = new ArrayList<>();
        OperatingFigures before = simulation.figures(id, scenario.last(), false);
        OperatingFigures after = simulation.figures(id, scenario.last(), true);
        for (Ratio ratio : shown) {
            rows.add(of(
                    id,
                    ratio.name(),
                    ratio.label(),
                    ratio.of(before).explanation(),
                    ratio.of(after).explanation()));
        }
        if (all) {
            shares(rows, id, before, after);
            Explanation is = dependence(id, true).mean(Ratio.R1, scenario.last());
            rows.add(of(id, "R11", is.label(), dependence(id, false).mean(Ratio.R1, scenario.last()), is));
        }
        return rows;
    }

    private static OfRatio of(String id, String ratio, Message label, Explanation before, Explanation after) {
        return new OfRatio(id, ratio, label, Cell.of(before.value()), Cell.of(after.value()), before, after);
    }

    /** Whose money it is (R8), and how concentrated (R9): a simulation knows levels, and counts each as one funder. */
    private static void shares(List<OfRatio> rows, String id, OperatingFigures before, OperatingFigures after) {
        FunderShares was = FunderShares.of(before, FunderView.ORIGIN);
        FunderShares is = FunderShares.of(after, FunderView.ORIGIN);
        Set<FunderLevel> levels = new TreeSet<>(was.levels().keySet());
        levels.addAll(is.levels().keySet());
        for (FunderLevel level : levels) {
            rows.add(new OfRatio(
                    id,
                    "R8",
                    level.label(),
                    share(was, level),
                    share(is, level),
                    whyShare(was, level),
                    whyShare(is, level)));
        }
        rows.add(of(id, "R9", is.firstShare().label(), was.firstShare(), is.firstShare()));
        rows.add(of(id, "R9", is.herfindahl().label(), was.herfindahl(), is.herfindahl()));
    }

    private static Cell share(FunderShares shares, FunderLevel level) {
        return total(shares)
                .map(total ->
                        Cell.of(Fraction.ratio(Amounts.of(part(shares, level)).orElseThrow(), total)))
                .orElseGet(() -> new Cell.Unknown(Message.of("REPORT-XFER-NO-AMOUNT")));
    }

    private static Explanation whyShare(FunderShares shares, FunderLevel level) {
        List<Explanation> parts = List.of(part(shares, level), shares.total());
        return total(shares)
                .map(total -> Explanation.of(
                        Message.of("REPORT-XFER-R8", level.label()),
                        new Value.Share(Fraction.ratio(Amounts.of(parts.get(0)).orElseThrow(), total)
                                .value(PLACES)),
                        Step.RATIO,
                        parts))
                .orElseGet(() -> Explanation.of(
                        Message.of("REPORT-XFER-R8", level.label()),
                        new Value.Unknown(Message.of("REPORT-XFER-NO-AMOUNT")),
                        Step.CHOICE,
                        parts));
    }

    private static Optional<Money> total(FunderShares shares) {
        return Amounts.of(shares.total()).filter(Money::isPositive);
    }

    private static Explanation part(FunderShares shares, FunderLevel level) {
        return Optional.ofNullable(shares.levels().get(level))
                .filter(part -> Amounts.of(part).isPresent())
                .orElseGet(() -> Amounts.given(level.label(), Money.zero(CurrencyUnit.EUR)));
    }

    /** The last three years, for the accounting share over three years (R11). */
    private Dependence dependence(String id, boolean with) {
        List<OperatingFigures> years = new ArrayList<>();
        for (int year = Math.max(scenario.first(), scenario.last() - 2); year <= scenario.last(); year++) {
            years.add(simulation.figures(id, year, with));
        }
        return Dependence.of(id, years);
    }
}
