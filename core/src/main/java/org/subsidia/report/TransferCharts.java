package org.subsidia.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.report.chart.ChartSpec;
import org.subsidia.transfer.CashMonth;
import org.subsidia.transfer.Effects;
import org.subsidia.transfer.Inequality;
import org.subsidia.transfer.RegionResult;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.Sensitivity;
import org.subsidia.transfer.Simulation;
import org.subsidia.transfer.StructureResult;

/** The pictures of a simulated transfer. */
final class TransferCharts {
    /** Steps of the distribution of losses in the whole, and up to which one they are told apart. */
    private static final int STEPS = 10;

    private static final int MOST_STEPS = 5;

    private static final Message YEAR = Message.of("REPORT-XFER-COL-YEAR");
    private static final Message AMOUNT = Message.of("REPORT-XFER-COL-AMOUNT");

    /** So many structures' cash is drawn; the table has all. */
    private static final int MOST_CASH = 12;

    /** So many lines can be told apart. */
    private static final int MOST_COMPARED = 6;

    private TransferCharts() {}

    /** Public money by level and year, with the measures. */
    static Figure paths(Simulation simulation) {
        List<Integer> years = simulation.scenario().years();
        List<ChartSpec.Series> series = new ArrayList<>();
        List<BigDecimal> others = new ArrayList<>();
        for (FunderLevel level : simulation.levels()) {
            List<BigDecimal> values = years.stream()
                    .map(year -> amount(simulation.totals(year, true).get(level)))
                    .toList();
            if (values.stream().allMatch(value -> value.signum() == 0)) {
                continue;
            }
            if (series.size() < ChartSpec.StackedBars.MAX_SERIES - 1) {
                series.add(new ChartSpec.Series(level.label(), values));
            } else {
                for (int y = 0; y < values.size(); y++) {
                    if (others.size() <= y) {
                        others.add(values.get(y));
                    } else {
                        others.set(y, others.get(y).add(values.get(y)));
                    }
                }
            }
        }
        if (!others.isEmpty()) {
            series.add(new ChartSpec.Series(Message.of("REPORT-XFER-OTHERS"), others));
        }
        Message title = Message.of("REPORT-XFER-CHART-PATHS");
        int last = simulation.scenario().last();
        return new Figure(
                "pathsChart",
                new ChartSpec.StackedBars(
                        title,
                        YEAR,
                        AMOUNT,
                        ChartSpec.Unit.EURO,
                        years.stream().map(String::valueOf).toList(),
                        series),
                title,
                Message.of(
                        "REPORT-XFER-ALT-PATHS",
                        simulation.total(simulation.scenario().first(), true),
                        simulation.total(last, true)));
    }

    private static BigDecimal amount(@Nullable Money money) {
        return money == null ? BigDecimal.ZERO : money.getAmount();
    }

    /** One small picture a region: what its structures get, and what is missing so that they lose nothing. */
    static List<Figure> regions(List<RegionResult> results) {
        Map<String, List<RegionResult>> byRegion = new LinkedHashMap<>();
        results.forEach(each -> byRegion.computeIfAbsent(each.region(), code -> new ArrayList<>())
                .add(each));
        List<Figure> figures = new ArrayList<>();
        byRegion.forEach((code, years) -> {
            String name = TransferReport.regionName(code);
            RegionResult last = years.get(years.size() - 1);
            Message title = Message.of("REPORT-XFER-CHART-REGION", name);
            List<BigDecimal> paid = years.stream()
                    .map(each -> each.paid().plus(each.kept()).getAmount())
                    .toList();
            List<BigDecimal> missing =
                    years.stream().map(each -> each.toVote().getAmount()).toList();
            figures.add(new Figure(
                    "region" + (code.isEmpty() ? "Unknown" : code),
                    new ChartSpec.StackedBars(
                            title,
                            YEAR,
                            AMOUNT,
                            ChartSpec.Unit.EURO,
                            years.stream()
                                    .map(each -> String.valueOf(each.year()))
                                    .toList(),
                            List.of(
                                    new ChartSpec.Series(Message.of("REPORT-XFER-COL-PAID"), paid),
                                    new ChartSpec.Series(Message.of("REPORT-XFER-COL-TOVOTE"), missing))),
                    title,
                    Message.of(
                            "REPORT-XFER-ALT-REGION",
                            name,
                            last.before(),
                            last.paid().plus(last.kept()))));
        });
        return figures;
    }

    /** The public money of several scenarios in the years that all of them have, and what it would be without the first. */
    static Optional<Figure> compared(List<Simulation> simulations) {
        Simulation first = simulations.get(0);
        List<Integer> years = first.scenario().years().stream()
                .filter(year -> simulations.stream()
                        .allMatch(each -> each.scenario().years().contains(year)))
                .toList();
        if (years.isEmpty()) {
            return Optional.empty();
        }
        List<ChartSpec.Series> lines = new ArrayList<>();
        for (Simulation each : simulations.subList(0, Math.min(simulations.size(), MOST_COMPARED))) {
            lines.add(line(title(each, simulations), each, true, years));
        }
        lines.add(line(Message.of("REPORT-XFER-COL-BEFORE"), first, false, years));
        Message title = Message.of("REPORT-XFER-CHART-COMPARED");
        return Optional.of(new Figure(
                "comparedChart",
                new ChartSpec.Band(
                        title,
                        YEAR,
                        AMOUNT,
                        ChartSpec.Unit.EURO,
                        years.stream()
                                .map(year -> Words.verbatim(String.valueOf(year)))
                                .toList(),
                        title,
                        List.of(),
                        List.of(),
                        lines,
                        null),
                title,
                Message.of("REPORT-XFER-ALT-COMPARED", simulations.size())));
    }

    /** Its title; where another run has the same one, its id besides. */
    private static Message title(Simulation simulation, List<Simulation> among) {
        Message title = simulation.scenario().title();
        long same = among.stream()
                .filter(each -> each.scenario().title().equals(title))
                .count();
        return same == 1
                ? title
                : Message.of("REPORT-XFER-TITLED", title, simulation.scenario().id());
    }

    private static ChartSpec.Series line(
            Message label, Simulation simulation, boolean withMeasures, List<Integer> years) {
        return new ChartSpec.Series(
                label,
                years.stream()
                        .map(year -> simulation.total(year, withMeasures).getAmount())
                        .toList());
    }

    /** From what structures would receive to what they receive, measure by measure, on average over the orders. */
    static Figure effects(Simulation simulation, Effects effects) {
        Money before = Money.zero(CurrencyUnit.EUR);
        for (int year = simulation.scenario().transfer();
                year <= simulation.scenario().last();
                year++) {
            before = before.plus(simulation.total(year, false));
        }
        List<ChartSpec.WaterfallStep> steps = new ArrayList<>();
        steps.add(new ChartSpec.WaterfallStep(Message.of("REPORT-XFER-COL-BEFORE"), before.getAmount(), true));
        for (Effects.Effect each : effects.measures()) {
            if (!each.averaged().isZero()) {
                steps.add(new ChartSpec.WaterfallStep(
                        simulation.scenario().measureTitle(each.measure().id()),
                        each.averaged().getAmount(),
                        false));
            }
        }
        Money after = before.plus(effects.whole());
        steps.add(new ChartSpec.WaterfallStep(Message.of("REPORT-XFER-COL-AFTER"), after.getAmount(), true));
        Message title = Message.of("REPORT-XFER-CHART-EFFECTS");
        return new Figure(
                "effectsChart",
                new ChartSpec.Waterfall(title, AMOUNT, ChartSpec.Unit.EURO, steps),
                title,
                Message.of(
                        "REPORT-XFER-ALT-EFFECTS",
                        effects.whole(),
                        effects.measures().size()));
    }

    /** How far and which way the gap moves between the low and the high end of each number, the widest first. */
    static Figure tornado(Scenario scenario, Sensitivity sensitivity) {
        List<ChartSpec.Span> spans = sensitivity.bars().stream()
                .filter(bar -> !bar.width().isZero()
                        || sensitivity.bars().get(0).width().isZero())
                .limit(10)
                .map(bar -> new ChartSpec.Span(
                        scenario.numberTitle(bar.parameter()),
                        bar.atLow().getAmount(),
                        bar.atHigh().getAmount()))
                .toList();
        Message title = Message.of("REPORT-XFER-CHART-TORNADO");
        Sensitivity.Bar widest = sensitivity.bars().get(0);
        return new Figure(
                "tornado",
                new ChartSpec.Spans(
                        title,
                        Message.of("REPORT-XFER-TORNADO-GAP"),
                        ChartSpec.Unit.EURO,
                        sensitivity.central().getAmount(),
                        spans),
                title,
                Message.of("REPORT-XFER-ALT-TORNADO", scenario.numberTitle(widest.parameter()), widest.width()));
    }

    /** How many structures lose or win how much of their public money: steps of ten hundredths, those without a gap apart. */
    static Figure losses(Simulation simulation) {
        Map<Integer, Long> counts = new TreeMap<>();
        long without = 0;
        long half = 0;
        List<StructureResult> structures = simulation.structures();
        for (StructureResult each : structures) {
            int sign = each.gap().getAmount().signum();
            if (sign == 0) {
                without++;
                continue;
            }
            Fraction share = each.share().orElse(Fraction.of(MOST_STEPS, STEPS));
            half += share.compareTo(Fraction.percent(-50)) <= 0 ? 1 : 0;
            int bin = share.times(Fraction.of(STEPS))
                    .value(0, RoundingMode.FLOOR)
                    .min(BigDecimal.valueOf(MOST_STEPS))
                    .intValueExact();
            counts.merge(bin, 1L, Long::sum);
        }
        List<String> categories = new ArrayList<>();
        List<BigDecimal> values = new ArrayList<>();
        int first = counts.keySet().stream().min(Integer::compare).orElse(0);
        int last = counts.keySet().stream().max(Integer::compare).orElse(-1);
        for (int bin = Math.min(first, 0); bin <= Math.max(last, -1); bin++) {
            if (bin == 0) {
                categories.add("0");
                values.add(BigDecimal.valueOf(without));
            }
            categories.add(signed(bin) + (bin == MOST_STEPS ? "…" : "…" + signed(bin + 1)));
            values.add(BigDecimal.valueOf(counts.getOrDefault(bin, 0L)));
        }
        if (last < 0) {
            categories.add("0");
            values.add(BigDecimal.valueOf(without));
        }
        Message title = Message.of("REPORT-XFER-CHART-LOSSES");
        return new Figure(
                "losses",
                new ChartSpec.StackedBars(
                        title,
                        Message.of("REPORT-XFER-GAP-PERCENT"),
                        Message.of("REPORT-XFER-COUNT"),
                        ChartSpec.Unit.COUNT,
                        categories,
                        List.of(new ChartSpec.Series(Message.of("REPORT-XFER-COUNT"), values))),
                title,
                Message.of("REPORT-XFER-ALT-LOSSES", half, structures.size()));
    }

    /** The lower end of a step, in hundredths. */
    private static String signed(int bin) {
        return (bin < 0 ? "-" : "") + Math.abs(bin) * 100 / STEPS;
    }

    /** The balance month by month, of those who lose most and whose cash is known. */
    static List<Figure> cash(Simulation simulation) {
        List<Figure> figures = new ArrayList<>();
        for (StructureResult each : simulation.structures()) {
            List<CashMonth> after = simulation.cash(each.recipient().id(), true);
            if (figures.size() < MOST_CASH && after.size() > 1) {
                figures.add(cash(simulation, each, after, figures.size() + 1));
            }
        }
        return figures;
    }

    private static Figure cash(Simulation simulation, StructureResult structure, List<CashMonth> after, int place) {
        List<CashMonth> before = simulation.cash(structure.recipient().id(), false);
        Message title =
                Message.of("REPORT-XFER-CHART-CASH", structure.recipient().name());
        CashMonth last = after.get(after.size() - 1);
        return new Figure(
                "cash" + place,
                new ChartSpec.Band(
                        title,
                        Message.of("REPORT-XFER-COL-MONTH"),
                        Message.of("REPORT-CASH-CHART-BALANCE"),
                        ChartSpec.Unit.EURO,
                        after.stream()
                                .map(month -> ForecastReport.month(month.month()))
                                .toList(),
                        title,
                        List.of(),
                        List.of(),
                        List.of(
                                balances(Message.of("REPORT-XFER-COL-AFTER"), after),
                                balances(Message.of("REPORT-XFER-COL-BEFORE"), before)),
                        null),
                title,
                Message.of(
                        "REPORT-XFER-ALT-CASH",
                        ForecastReport.month(last.month()),
                        before.get(before.size() - 1).balance(),
                        last.balance()));
    }

    private static ChartSpec.Series balances(Message label, List<CashMonth> months) {
        return new ChartSpec.Series(
                label, months.stream().map(month -> month.balance().getAmount()).toList());
    }

    static Figure lorenz(Inequality inequality) {
        List<ChartSpec.Point> curve = new ArrayList<>();
        int size = inequality.lorenzAfter().size() - 1;
        for (int i = 0; i <= size; i++) {
            curve.add(new ChartSpec.Point(
                    Fraction.of(i, size).value(4),
                    inequality.lorenzAfter().get(i).value(4)));
        }
        List<ChartSpec.Point> diagonal = List.of(
                new ChartSpec.Point(BigDecimal.ZERO, BigDecimal.ZERO),
                new ChartSpec.Point(BigDecimal.ONE, BigDecimal.ONE));
        Message title = Message.of("REPORT-XFER-CHART-LORENZ");
        return new Figure(
                "lorenz",
                new ChartSpec.Lines(
                        title,
                        Message.of("REPORT-XFER-COUNT"),
                        ChartSpec.Unit.SHARE,
                        AMOUNT,
                        ChartSpec.Unit.SHARE,
                        List.of(
                                new ChartSpec.Line(Message.of("REPORT-XFER-COL-AFTER"), curve, false),
                                new ChartSpec.Line(Message.of("REPORT-XFER-EQUAL"), diagonal, true)),
                        true),
                title,
                Message.of("REPORT-XFER-ALT-LORENZ", size));
    }
}
