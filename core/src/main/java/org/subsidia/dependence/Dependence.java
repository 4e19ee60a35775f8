package org.subsidia.dependence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.law.LawBase;

/**
 * The dependence of one structure over some years.
 *
 * @param name what the structure is called
 * @param years the figures of each year, on one basis a year
 * @param estimates the budget of the start of the year, where there is one; R4 looks at nothing else
 */
public record Dependence(
        String name, SortedMap<Integer, OperatingFigures> years, SortedMap<Integer, OperatingFigures> estimates) {
    /** The mean of R11 smooths grants that are booked in one year for several. */
    private static final int MEAN_OF = 3;

    /** Copies the years. */
    public Dependence {
        years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
        estimates = Collections.unmodifiableSortedMap(new TreeMap<>(estimates));
    }

    /**
     * The dependence that figures show.
     *
     * @param name what the structure is called
     * @param figures of any years; of two for one year, accounts stand before the budget and that before the forecast, and
     *     a budget beside accounts is the year’s estimate
     * @return the dependence
     */
    public static Dependence of(String name, List<OperatingFigures> figures) {
        SortedMap<Integer, OperatingFigures> years = new TreeMap<>();
        SortedMap<Integer, OperatingFigures> estimates = new TreeMap<>();
        for (OperatingFigures one : figures) {
            years.merge(one.year(), one, (known, next) -> next.basis().compareTo(known.basis()) < 0 ? next : known);
            if (one.basis() == FigureBasis.BUDGET) {
                estimates.putIfAbsent(one.year(), one);
            }
        }
        return new Dependence(name, years, estimates);
    }

    /**
     * The figures from which a ratio of a year is made.
     *
     * @param ratio which ratio
     * @param year any year
     * @return the figures, if the year is known
     */
    public Optional<OperatingFigures> figures(Ratio ratio, int year) {
        Optional<OperatingFigures> all = Optional.ofNullable(years.get(year));
        return ratio == Ratio.R4 ? Optional.ofNullable(estimates.get(year)).or(() -> all) : all;
    }

    /**
     * A ratio of a year.
     *
     * @param ratio which ratio
     * @param year any year
     * @return the figure, if the year is known
     */
    public Optional<RatioFigure> ratio(Ratio ratio, int year) {
        return figures(ratio, year).map(ratio::of);
    }

    /**
     * The mean of a ratio over three years (R11): of the three shares, not of the amounts, so that no year weighs more.
     *
     * @param ratio which ratio
     * @param year the last of the three
     * @return the mean; unknown unless all three are known, the first of them that is not saying why
     */
    public Explanation mean(Ratio ratio, int year) {
        Message label =
                Message.of("DEP-MEAN", ratio.name(), Integer.toString(year - MEAN_OF + 1), Integer.toString(year));
        List<Explanation> parts = new ArrayList<>();
        for (int each = year - MEAN_OF + 1; each <= year; each++) {
            String text = Integer.toString(each);
            parts.add(ratio(ratio, each)
                    .map(figure -> Amounts.same(
                            Message.of(
                                    "DEP-RATIO-YEAR",
                                    ratio.name(),
                                    text,
                                    figure.figures().basis().label()),
                            figure.explanation()))
                    .orElseGet(() -> Amounts.unknown(
                            Message.of("DEP-RATIO", ratio.name(), ratio.label()), Message.of("DEP-NO-YEAR", text))));
        }
        Optional<Explanation> missing =
                parts.stream().filter(part -> !part.value().isKnown()).findFirst();
        if (missing.isPresent()) {
            return Explanation.of(label, missing.get().value(), Step.CHOICE, parts);
        }
        BigDecimal sum = parts.stream()
                .map(part -> part.value().number().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Explanation above = Explanation.of(Message.of("DEP-MEAN-SUM"), new Value.Share(sum), Step.SUM, parts);
        Explanation below = Explanation.leaf(
                Message.of("DEP-MEAN-YEARS"),
                new Value.Quantity(BigDecimal.valueOf(MEAN_OF), Message.of("DEP-UNIT-YEARS")));
        return Explanation.of(
                label,
                new Value.Share(sum.divide(BigDecimal.valueOf(MEAN_OF), Ratio.PLACES, RoundingMode.HALF_UP)),
                Step.RATIO,
                List.of(above, below));
    }

    /**
     * The bridge between two ratios of a year; with R4, both are taken from the estimate of the start of the year.
     *
     * @param from the ratio at the beginning
     * @param to the ratio at the end
     * @param year any year
     * @return the bridge, if the year is known
     */
    public Optional<Bridge> bridge(Ratio from, Ratio to, int year) {
        return bridge(from, year, to, year);
    }

    /**
     * The bridge between a ratio of a year and one of another; with R4, both are taken from the estimates of the start of the
     * years.
     *
     * @param from the ratio at the beginning
     * @param fromYear its year
     * @param to the ratio at the end
     * @param toYear its year
     * @return the bridge, if both years are known
     */
    public Optional<Bridge> bridge(Ratio from, int fromYear, Ratio to, int toYear) {
        Ratio deciding = to == Ratio.R4 ? to : from;
        return figures(deciding, fromYear)
                .flatMap(start -> figures(deciding, toYear).map(end -> Bridge.of(from, start, to, end)));
    }

    /**
     * How a year stands to all norms.
     *
     * @param year any year
     * @param laws the law base, read on the last day of the calendar year
     * @return one figure a norm; empty if the year is not known
     */
    public List<NormFigure> norms(int year, LawBase laws) {
        return Arrays.stream(Norm.values())
                .flatMap(norm -> norm(norm, year, laws).stream())
                .toList();
    }

    /**
     * How a year stands to a norm.
     *
     * @param norm which norm
     * @param year any year
     * @param laws the law base, read on the last day of the calendar year
     * @return the figure, if the year is known
     */
    public Optional<NormFigure> norm(Norm norm, int year, LawBase laws) {
        return figures(norm == Norm.T5 ? Ratio.R4 : Ratio.R1, year)
                .map(figures -> Norms.of(norm, figures, laws.at(LocalDate.of(year, 12, 31))));
    }

    /**
     * Who gives what in a year.
     *
     * @param year any year
     * @param view on which side
     * @return the shares, if the year is known
     */
    public Optional<FunderShares> shares(int year, FunderView view) {
        return Optional.ofNullable(years.get(year)).map(figures -> FunderShares.of(figures, view));
    }

    /**
     * By how much a norm’s measure changed since the year before.
     *
     * @param norm which norm
     * @param year the later year
     * @param laws the law base
     * @return the change; unknown where one of the two is
     */
    public Explanation trend(Norm norm, int year, LawBase laws) {
        Message label = Message.of("DEP-TREND", norm.quoted(), Integer.toString(year - 1), Integer.toString(year));
        Map<Integer, Explanation> measured = new TreeMap<>();
        for (int each = year; each >= year - 1; each--) {
            String text = Integer.toString(each);
            measured.put(
                    each,
                    norm(norm, each, laws)
                            .map(NormFigure::measured)
                            .orElseGet(() -> Amounts.unknown(norm.label(), Message.of("DEP-NO-YEAR", text))));
        }
        Explanation now = measured.get(year);
        Explanation before = measured.get(year - 1);
        if (now == null || before == null) {
            throw new IllegalStateException("both years were measured");
        }
        if (now.value() instanceof Value.Share to && before.value() instanceof Value.Share from) {
            return Explanation.of(
                    label, new Value.Share(to.share().subtract(from.share())), Step.DIFFERENCE, List.of(now, before));
        }
        return now.value().isKnown() && before.value().isKnown()
                ? Amounts.difference(label, now, before)
                : Explanation.of(
                        label, now.value().isKnown() ? before.value() : now.value(), Step.CHOICE, List.of(now, before));
    }
}
