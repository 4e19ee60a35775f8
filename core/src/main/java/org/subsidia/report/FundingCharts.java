package org.subsidia.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.ledger.AmountBasis;
import org.subsidia.ledger.Concentration;
import org.subsidia.ledger.FunderYears;
import org.subsidia.ledger.FundingDimension;
import org.subsidia.ledger.FundingLine;
import org.subsidia.ledger.FundingPicture;
import org.subsidia.ledger.FundingTable;
import org.subsidia.ledger.FundingYear;
import org.subsidia.report.chart.ChartSpec;
import org.subsidia.report.chart.ChartSpec.Unit;

/** The charts of a funding picture. What there is nothing to draw of is left out. */
final class FundingCharts {
    private static final int BARS = 10;
    private static final int LONG_SPAN = 40;
    private static final Money NOTHING = Money.zero(CurrencyUnit.EUR);

    private final FundingPicture picture;
    private final AmountBasis basis;

    FundingCharts(FundingPicture picture) {
        this.picture = picture;
        this.basis = picture.query().basis();
    }

    List<Block> figures() {
        List<Block> figures = new ArrayList<>();
        if (!picture.evolution().isEmpty()) {
            figures.add(years());
        }
        lorenz(picture.ofBeneficiaries()).ifPresent(figures::add);
        top(FundingDimension.BENEFICIARY, "topBeneficiaries").ifPresent(figures::add);
        top(FundingDimension.FUNDER, "topFunders").ifPresent(figures::add);
        return figures;
    }

    private Figure years() {
        List<Message> words = new ArrayList<>();
        SortedMap<Integer, Money> totals = new TreeMap<>();
        for (FundingYear year : picture.evolution()) {
            Money amount = basis == AmountBasis.PUBLISHED ? year.published() : year.attributed();
            totals.put(year.year(), amount);
            words.add(Message.of("REPORT-CHART-VALUE", Integer.toString(year.year()), amount));
        }
        List<Integer> shown = withEmptyYears(totals);
        boolean several = picture.funders() > 1;
        return new Figure(
                "years",
                new ChartSpec.StackedBars(
                        Message.of(several ? "REPORT-FUNDING-CHART-YEARS-FUNDER" : "REPORT-FUNDING-CHART-YEARS"),
                        FundingDimension.YEAR.label(),
                        basis.label(),
                        Unit.EURO,
                        shown.stream().map(String::valueOf).toList(),
                        several ? byFunder(totals, shown) : List.of(series(basis.label(), totals, shown))),
                Message.of(
                        picture.undated() == 0
                                ? "REPORT-FUNDING-CHART-YEARS-NOTE"
                                : "REPORT-FUNDING-CHART-YEARS-UNDATED",
                        basis.label(),
                        picture.undated()),
                Lists.joined(words));
    }

    /** Years without any subsidy are gaps that should be seen, unless they are so many that nothing else would be. */
    private static List<Integer> withEmptyYears(SortedMap<Integer, Money> totals) {
        return totals.lastKey() - totals.firstKey() > LONG_SPAN
                ? List.copyOf(totals.keySet())
                : IntStream.rangeClosed(totals.firstKey(), totals.lastKey())
                        .boxed()
                        .toList();
    }

    /** The greatest funders, and what is left of each year in one. */
    private List<ChartSpec.Series> byFunder(SortedMap<Integer, Money> totals, List<Integer> shown) {
        List<ChartSpec.Series> series = new ArrayList<>();
        SortedMap<Integer, Money> left = new TreeMap<>(totals);
        for (FunderYears funder : picture.evolutionByFunder()) {
            SortedMap<Integer, Money> amounts = new TreeMap<>();
            for (int i = 0; i < funder.amounts().size(); i++) {
                amounts.put(picture.evolution().get(i).year(), funder.amounts().get(i));
            }
            series.add(series(name(funder.name(), FundingDimension.FUNDER), amounts, shown));
            left.replaceAll((year, amount) -> amount.minus(amounts.getOrDefault(year, NOTHING)));
        }
        if (left.values().stream().anyMatch(amount -> !amount.isZero())) {
            long others = picture.funders() - picture.evolutionByFunder().size();
            series.add(series(Message.of("LEDGER-LINE-OTHERS", others), left, shown));
        }
        return series;
    }

    private static ChartSpec.Series series(Message label, SortedMap<Integer, Money> amounts, List<Integer> shown) {
        return new ChartSpec.Series(
                label,
                shown.stream()
                        .map(year -> amounts.getOrDefault(year, NOTHING).getAmount())
                        .toList());
    }

    private Optional<Figure> top(FundingDimension dimension, String id) {
        Optional<FundingTable> table = picture.table(dimension);
        if (table.isEmpty() || table.get().lines().isEmpty()) {
            return Optional.empty();
        }
        List<ChartSpec.Bar> bars = new ArrayList<>();
        List<Message> words = new ArrayList<>();
        for (FundingLine line : table.get()
                .lines()
                .subList(0, Math.min(BARS, table.get().lines().size()))) {
            Message name = name(line.name(), dimension);
            bars.add(new ChartSpec.Bar(name, line.amount(basis).getAmount()));
            words.add(Message.of("REPORT-CHART-VALUE", name, line.amount(basis)));
        }
        boolean all = bars.size() == table.get().groups();
        return Optional.of(new Figure(
                id,
                new ChartSpec.TopBars(title(dimension, all, bars.size()), basis.label(), Unit.EURO, bars),
                Message.of(
                        "REPORT-FUNDING-CHART-SHOWN", bars.size(), table.get().groups()),
                Lists.joined(words)));
    }

    private static Message title(FundingDimension dimension, boolean all, int bars) {
        boolean funders = dimension == FundingDimension.FUNDER;
        if (all) {
            return Message.of(funders ? "REPORT-FUNDING-CHART-ALL-FUNDERS" : "REPORT-FUNDING-CHART-ALL-BENEFICIARIES");
        }
        return Message.of(
                funders ? "REPORT-FUNDING-CHART-TOP-FUNDERS" : "REPORT-FUNDING-CHART-TOP-BENEFICIARIES", bars);
    }

    private static Optional<Figure> lorenz(Concentration concentration) {
        Message caption = for80(concentration, "REPORT-FUNDING-CHART-LORENZ-NOTE");
        if (concentration.lorenz().size() < 3 || caption == null) {
            return Optional.empty();
        }
        List<ChartSpec.Point> curve = concentration.lorenz().stream()
                .map(point -> new ChartSpec.Point(point.parties(), point.amount()))
                .toList();
        List<ChartSpec.Point> diagonal = List.of(
                new ChartSpec.Point(BigDecimal.ZERO, BigDecimal.ZERO),
                new ChartSpec.Point(BigDecimal.ONE, BigDecimal.ONE));
        return Optional.of(new Figure(
                "lorenz",
                new ChartSpec.Lines(
                        Message.of("REPORT-FUNDING-CHART-LORENZ"),
                        Message.of("REPORT-FUNDING-CHART-LORENZ-PARTIES"),
                        Unit.SHARE,
                        Message.of("REPORT-FUNDING-CHART-LORENZ-AMOUNT"),
                        Unit.SHARE,
                        List.of(
                                new ChartSpec.Line(Message.of("REPORT-FUNDING-CHART-LORENZ-CURVE"), curve, false),
                                new ChartSpec.Line(Message.of("REPORT-FUNDING-CHART-LORENZ-EQUAL"), diagonal, true)),
                        true),
                caption,
                caption));
    }

    /** How many parties hold 80 % of the money, in words; null where it cannot be told. */
    static @Nullable Message for80(Concentration concentration) {
        return for80(concentration, "REPORT-FUNDING-HOLD80");
    }

    private static @Nullable Message for80(Concentration concentration, String code) {
        return concentration
                .partiesFor80()
                .value()
                .number()
                .map(number -> Message.of(code, number.longValueExact(), concentration.parties()))
                .orElse(null);
    }

    private static Message name(String name, FundingDimension dimension) {
        return name.isEmpty() ? Message.of("LEDGER-LINE-UNKNOWN", dimension.label()) : Words.verbatim(name);
    }
}
