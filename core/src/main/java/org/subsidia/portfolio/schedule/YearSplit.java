package org.subsidia.portfolio.schedule;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Message;
import org.subsidia.money.Allocation;
import org.subsidia.portfolio.AwardCondition;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.IncomeSplit;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.time.FiscalYear;

/**
 * How a grant is divided among financial years: the one place where this is decided.
 *
 * <p>What the grant itself chooses ({@link Grant#incomeSplit}) is done, or the missing fact is named. Where it chooses nothing,
 * the usual way of the asker goes first: its yearly parts of income, its accounting year, the days of its action. A grant for
 * investment follows the depreciation of its asset, counted in months of thirty days, or its yearly parts.
 */
public final class YearSplit {
    private static final int DAYS_OF_MONTH = 30;
    private static final int MOST_YEARS = 100;

    private final Message words;
    private final SortedMap<FiscalYear, Long> weights;
    private final @Nullable CurrencyUnit stated;
    private final @Nullable Message missing;

    private YearSplit(
            Message words,
            SortedMap<FiscalYear, Long> weights,
            @Nullable CurrencyUnit stated,
            @Nullable Message missing) {
        this.words = words;
        this.weights = Collections.unmodifiableSortedMap(weights);
        this.stated = stated;
        this.missing = missing;
    }

    /**
     * Divides a grant.
     *
     * @param grant the grant
     * @param closing the month at whose end the years of its structure close
     * @param usual how a grant for running costs is divided that chooses nothing itself
     * @return the years and their weights, or the fact that is missing
     */
    public static YearSplit of(Grant grant, Month closing, IncomeSplit usual) {
        IncomeSplit chosen = grant.incomeSplit();
        if (grant.spending() == SpendingKind.INVESTMENT) {
            return investment(grant, closing, chosen);
        }
        if (chosen != null) {
            return by(chosen, grant, closing);
        }
        return Stream.<Optional<YearSplit>>of(
                        usual == IncomeSplit.DAYS ? Optional.empty() : known(by(usual, grant, closing)),
                        known(fiscalYear(grant, closing)),
                        known(days(grant, closing)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> missing("SCHED-SPLIT-NO-PERIOD", grant));
    }

    private static Optional<YearSplit> known(YearSplit split) {
        return Optional.of(split).filter(one -> one.missing == null);
    }

    private static YearSplit investment(Grant grant, Month closing, @Nullable IncomeSplit chosen) {
        if (chosen == IncomeSplit.AT_ONCE || chosen == IncomeSplit.PERIODS) {
            return by(chosen, grant, closing);
        }
        return known(depreciation(grant, closing))
                .or(() -> known(lines(grant, closing, YearLineKind.INCOME, "SCHED-SPLIT-PERIODS")))
                .orElseGet(() -> missing("SCHED-SPLIT-NO-PLAN", grant));
    }

    private static YearSplit by(IncomeSplit way, Grant grant, Month closing) {
        return switch (way) {
            case PERIODS -> lines(grant, closing, YearLineKind.INCOME, "SCHED-SPLIT-PERIODS");
            case COST -> lines(grant, closing, YearLineKind.COST, "SCHED-SPLIT-COST");
            case DAYS ->
                known(days(grant, closing))
                        .or(() -> known(fiscalYear(grant, closing)))
                        .orElseGet(() -> missing("SCHED-SPLIT-NO-DAYS", grant));
            case AT_ONCE -> atOnce(grant, closing);
        };
    }

    private static YearSplit lines(Grant grant, Month closing, YearLineKind kind, String words) {
        List<YearLine> lines =
                grant.yearLines().stream().filter(line -> line.kind() == kind).toList();
        List<CurrencyUnit> currencies = lines.stream()
                .map(line -> line.amount().getCurrencyUnit())
                .distinct()
                .toList();
        SortedMap<FiscalYear, Long> weights = new TreeMap<>();
        lines.forEach(line -> weights.merge(
                new FiscalYear(YearMonth.of(line.year(), closing)),
                line.amount().getAmountMinorLong(),
                Math::addExact));
        weights.values().removeIf(sum -> sum == 0);
        if (currencies.size() > 1 || weights.values().stream().anyMatch(sum -> sum < 0)) {
            return missing("SCHED-SPLIT-BAD-LINES", grant);
        }
        return weights.isEmpty()
                ? missing(kind == YearLineKind.COST ? "SCHED-SPLIT-NO-COST" : "SCHED-SPLIT-NO-LINES", grant)
                : new YearSplit(
                        Message.of(words), weights, kind == YearLineKind.INCOME ? currencies.get(0) : null, null);
    }

    private static YearSplit fiscalYear(Grant grant, Month closing) {
        Integer year = grant.fiscalYear();
        return year == null
                ? missing("SCHED-SPLIT-NO-PERIOD", grant)
                : whole(new FiscalYear(YearMonth.of(year, closing)), "SCHED-SPLIT-YEAR");
    }

    private static YearSplit whole(FiscalYear year, String words) {
        return new YearSplit(Message.of(words), new TreeMap<>(Map.of(year, 1L)), null, null);
    }

    private static YearSplit atOnce(Grant grant, Month closing) {
        return right(grant)
                .map(day -> whole(FiscalYear.containing(day, closing), "SCHED-SPLIT-AT-ONCE"))
                .orElseGet(() -> missing("SCHED-SPLIT-NO-RIGHT", grant));
    }

    /**
     * The day on which the right to a grant arises: its notification, else its decision, else its convention; not before a
     * suspensive condition is fulfilled.
     *
     * @param grant the grant
     * @return the day, if it is known and there is no open condition
     */
    public static Optional<LocalDate> right(Grant grant) {
        Optional<LocalDate> day = Stream.of(
                        Optional.ofNullable(grant.dates().notification()),
                        Optional.ofNullable(grant.dates().decision()),
                        Optional.ofNullable(grant.dates().convention()))
                .flatMap(Optional::stream)
                .findFirst();
        AwardCondition condition = grant.condition();
        if (condition == null || condition.kind() != AwardCondition.Kind.SUSPENSIVE) {
            return day;
        }
        return condition.fulfilledOn().flatMap(met -> day.map(known -> known.isAfter(met) ? known : met));
    }

    private static YearSplit days(Grant grant, Month closing) {
        Optional<Span> span = span(grant.dates().start(), grant.dates().end());
        SortedMap<FiscalYear, Long> weights = new TreeMap<>();
        for (FiscalYear year : span.map(days -> days.years(closing)).orElse(List.of())) {
            Span days = span.orElseThrow();
            weights.put(year, ChronoUnit.DAYS.between(days.first(year), days.last(year)) + 1);
        }
        return weights.isEmpty()
                ? missing("SCHED-SPLIT-NO-DAYS", grant)
                : new YearSplit(Message.of("SCHED-SPLIT-DAYS"), weights, null, null);
    }

    /** The days, where both are known, in order, and not further apart than any plan. */
    private static Optional<Span> span(@Nullable LocalDate first, @Nullable LocalDate last) {
        return first == null
                        || last == null
                        || last.isBefore(first)
                        || last.getYear() - (long) first.getYear() > MOST_YEARS
                ? Optional.empty()
                : Optional.of(new Span(first, last));
    }

    private record Span(LocalDate first, LocalDate last) {
        /** The years that have a day of it. */
        List<FiscalYear> years(Month closing) {
            List<FiscalYear> years = new ArrayList<>();
            for (FiscalYear year = FiscalYear.containing(first, closing);
                    !year.first().isAfter(last);
                    year = year.plus(1)) {
                years.add(year);
            }
            return years;
        }

        LocalDate first(FiscalYear year) {
            return first.isAfter(year.first()) ? first : year.first();
        }

        LocalDate last(FiscalYear year) {
            return last.isBefore(year.last()) ? last : year.last();
        }
    }

    private static YearSplit depreciation(Grant grant, Month closing) {
        DateWindow plan = grant.depreciation();
        Optional<Span> span = plan == null ? Optional.empty() : span(plan.first(), plan.last());
        SortedMap<FiscalYear, Long> weights = new TreeMap<>();
        long before = 0;
        for (FiscalYear year : span.map(days -> days.years(closing)).orElse(List.of())) {
            long after =
                    thirtieths(span.orElseThrow().first(), span.orElseThrow().last(year));
            weights.put(year, after - before);
            before = after;
        }
        weights.values().removeIf(part -> part == 0);
        return weights.isEmpty()
                ? missing("SCHED-SPLIT-NO-PLAN", grant)
                : new YearSplit(Message.of("SCHED-SPLIT-PLAN"), weights, null, null);
    }

    /** Days in months of thirty, both ends counted, as depreciation tables count them: the last day of a month is its 30th. */
    private static long thirtieths(LocalDate first, LocalDate last) {
        long months = ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last));
        return months * DAYS_OF_MONTH + dayOfThirty(last) - dayOfThirty(first) + 1;
    }

    private static int dayOfThirty(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth()
                ? DAYS_OF_MONTH
                : Math.min(DAYS_OF_MONTH, day.getDayOfMonth());
    }

    private static YearSplit missing(String reason, Grant grant) {
        return new YearSplit(
                Message.of(reason, grant.id().value()),
                new TreeMap<>(),
                null,
                Message.of(reason, grant.id().value()));
    }

    /** {@return by what it is divided, in words} */
    public Message words() {
        return words;
    }

    /** {@return which fact is missing; empty: it can be divided} */
    public Optional<Message> missing() {
        return Optional.ofNullable(missing);
    }

    /** {@return the weight of each year in which a part falls: cents, days, thirtieths of a month, or 1} */
    public SortedMap<FiscalYear, Long> weights() {
        return weights;
    }

    /**
     * The parts of an amount. Yearly parts that the grant names stay as they are, even if they are less than the amount (see
     * {@link #unplaced}); where they are more, as after a reduction, all shrink alike.
     *
     * @param amount not negative
     * @return by year, exact to the cent
     */
    public SortedMap<FiscalYear, Money> parts(Money amount) {
        SortedMap<FiscalYear, Money> parts = new TreeMap<>();
        if (isStated(amount)) {
            weights.forEach((year, cents) -> parts.put(year, Money.ofMinor(amount.getCurrencyUnit(), cents)));
            return parts;
        }
        List<Money> split = Allocation.split(
                amount, weights.values().stream().mapToLong(Long::longValue).toArray());
        int at = 0;
        for (FiscalYear year : weights.keySet()) {
            parts.put(year, split.get(at++));
        }
        return parts;
    }

    private boolean isStated(Money amount) {
        return stated != null && stated.equals(amount.getCurrencyUnit()) && sum() <= amount.getAmountMinorLong();
    }

    private long sum() {
        return weights.values().stream().reduce(0L, Math::addExact);
    }

    /**
     * The sum of the parts that the grant names itself.
     *
     * @return the sum, where it is divided by its yearly parts of income
     */
    public Optional<Money> stated() {
        return Optional.ofNullable(stated).map(currency -> Money.ofMinor(currency, sum()));
    }

    /**
     * What of an amount falls in no year, since the yearly parts that the grant names are less.
     *
     * @param amount not negative
     * @return nothing, or the rest
     */
    public Money unplaced(Money amount) {
        return isStated(amount)
                ? amount.minus(Money.ofMinor(amount.getCurrencyUnit(), sum()))
                : Money.zero(amount.getCurrencyUnit());
    }
}
