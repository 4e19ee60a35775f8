package org.subsidia.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.report.chart.ChartSpec;

/**
 * Awarded amounts in euros by year of the award and level of the funder.
 *
 * <p>The level is that of whose funds they are, where that is known, else of who pays, else of who decides. The year is that
 * of the decision, else of the notification, of the convention, of the accounting year. Refused and given up grants do not
 * count; what has no amount, no year or another currency is counted in {@link #leftOut}.
 *
 * @param amounts by year, and within a year by level
 * @param leftOut how many of the grants that should count could not be placed
 */
public record FundingByLevel(SortedMap<Integer, Map<FunderLevel, Money>> amounts, int leftOut) {
    /** More years than this are shown without the empty ones between them. */
    private static final int LONG_SPAN = 40;

    /** Copies the years. */
    public FundingByLevel {
        amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
    }

    /**
     * What the grants add up to.
     *
     * @param grants some or all grants of the portfolio
     * @param portfolio knows the funders’ levels
     * @return the sums
     */
    public static FundingByLevel of(Iterable<Grant> grants, Portfolio portfolio) {
        SortedMap<Integer, Map<FunderLevel, Money>> amounts = new TreeMap<>();
        int leftOut = 0;
        for (Grant grant : grants) {
            if (grant.state() == GrantState.REFUSED || grant.state() == GrantState.CANCELLED) {
                continue;
            }
            Optional<Money> awarded = grant.amount(AmountStage.AWARDED)
                    .filter(amount -> amount.getCurrencyUnit().equals(CurrencyUnit.EUR));
            Optional<Integer> year = year(grant);
            if (awarded.isEmpty() || year.isEmpty()) {
                leftOut++;
                continue;
            }
            amounts.computeIfAbsent(year.get(), y -> new EnumMap<>(FunderLevel.class))
                    .merge(level(grant, portfolio), awarded.get(), Money::plus);
        }
        return new FundingByLevel(amounts, leftOut);
    }

    private static Optional<Integer> year(Grant grant) {
        return Stream.of(
                        Optional.ofNullable(grant.dates().decision()),
                        Optional.ofNullable(grant.dates().notification()),
                        Optional.ofNullable(grant.dates().convention()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(LocalDate::getYear)
                .or(() -> Optional.ofNullable(grant.fiscalYear()));
    }

    private static FunderLevel level(Grant grant, Portfolio portfolio) {
        return Stream.of(
                        Optional.ofNullable(grant.origin()),
                        Optional.ofNullable(grant.payer()),
                        Optional.ofNullable(grant.decisionMaker()))
                .flatMap(Optional::stream)
                .map(portfolio::funder)
                .flatMap(Optional::stream)
                .map(Funder::level)
                .findFirst()
                .orElse(FunderLevel.UNKNOWN);
    }

    /**
     * The sum of a year and a level.
     *
     * @param year any year
     * @param level any level
     * @return the sum; zero where nothing was awarded
     */
    public Money amount(int year, FunderLevel level) {
        return amounts.getOrDefault(year, Map.of()).getOrDefault(level, Money.zero(CurrencyUnit.EUR));
    }

    /** {@return the levels that gave something, in their own order} */
    public List<FunderLevel> levels() {
        return amounts.values().stream()
                .flatMap(byLevel -> byLevel.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** {@return the years from the first to the last award; those without any too, unless they are very many} */
    public List<Integer> years() {
        if (amounts.isEmpty() || amounts.lastKey() - amounts.firstKey() > LONG_SPAN) {
            return List.copyOf(amounts.keySet());
        }
        return IntStream.rangeClosed(amounts.firstKey(), amounts.lastKey())
                .boxed()
                .toList();
    }

    /** {@return columns of years cut by level; the smallest levels are put together where there are too many to tell apart} */
    public ChartSpec.StackedBars chart() {
        List<FunderLevel> own = levels();
        List<FunderLevel> together = new ArrayList<>();
        if (own.size() > ChartSpec.StackedBars.MAX_SERIES) {
            List<FunderLevel> bySize = own.stream()
                    .sorted(Comparator.comparing(this::total).reversed())
                    .toList();
            together.addAll(bySize.subList(ChartSpec.StackedBars.MAX_SERIES - 1, bySize.size()));
            own = own.stream().filter(level -> !together.contains(level)).toList();
        }
        List<ChartSpec.Series> series = new ArrayList<>();
        own.forEach(level -> series.add(series(level.label(), List.of(level))));
        if (!together.isEmpty()) {
            series.add(series(Message.of("REPORT-LEVELS-OTHERS"), together));
        }
        return new ChartSpec.StackedBars(
                Message.of("REPORT-LEVELS-TITLE"),
                Message.of("REPORT-LEVELS-YEAR"),
                Message.of("REPORT-LEVELS-AMOUNT"),
                ChartSpec.Unit.EURO,
                years().stream().map(String::valueOf).toList(),
                series);
    }

    private ChartSpec.Series series(Message label, List<FunderLevel> levels) {
        List<BigDecimal> values = years().stream()
                .map(year -> levels.stream()
                        .map(level -> amount(year, level).getAmount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .toList();
        return new ChartSpec.Series(label, values);
    }

    private BigDecimal total(FunderLevel level) {
        return amounts.keySet().stream()
                .map(year -> amount(year, level).getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
