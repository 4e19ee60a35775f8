package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;

/**
 * What happens to the whole gap when one parameter at a time moves and all others stay (tornado).
 *
 * @param central the gap with every parameter at its central value
 * @param bars one a parameter, the widest first
 */
public record Sensitivity(Money central, List<Bar> bars) {
    static final Fraction STEP = Fraction.percent(10);

    /**
     * One parameter.
     *
     * @param parameter a measure and its parameter, such as {@code compensation.rate}
     * @param low its low value
     * @param high its high value
     * @param atLow the gap at the low value
     * @param atHigh the gap at the high value
     * @param cashLow the cash at the end at the low value
     * @param cashHigh the cash at the end at the high value
     */
    public record Bar(
            String parameter, Fraction low, Fraction high, Money atLow, Money atHigh, Money cashLow, Money cashHigh) {
        /** {@return how far the gap moves, not negative} */
        public Money width() {
            return atHigh.minus(atLow).abs();
        }
    }

    /** Copies the list. */
    public Sensitivity {
        bars = List.copyOf(bars);
    }

    /**
     * Moves every number of a scenario: between the ends of its distribution, else a tenth down and up, within its bounds.
     *
     * @param scenario one with numbers
     * @param population one on which it runs
     * @param laws the law
     * @return the bars
     */
    public static Sensitivity of(Scenario scenario, Population population, LawBase laws) {
        return of(scenario, population, laws, () -> false);
    }

    /**
     * How far the result moves with each number, which are two runs a number.
     *
     * @param scenario one with numbers
     * @param population one on which it runs
     * @param laws the law
     * @param cancelled whether nobody wants the answer any more; asked before each run, on any thread
     * @return the bars
     * @throws java.util.concurrent.CancellationException if it was cancelled
     */
    public static Sensitivity of(Scenario scenario, Population population, LawBase laws, BooleanSupplier cancelled) {
        Variants variants = new Variants(scenario, population, laws, cancelled);
        long central = variants.run(scenario).get().gap();
        List<Bar> bars = new ArrayList<>();
        for (Measure measure : scenario.measures()) {
            for (Parameter parameter : measure.model().parameters()) {
                if (measure.arguments().get(parameter.name()) instanceof Argument.Numbers numbers
                        && parameter.kind() != Parameter.Kind.COUNT) {
                    String name = measure.id() + '.' + parameter.name();
                    Scenario low = scenario.withMeasures(moved(scenario, measure, parameter, numbers, false));
                    Scenario high = scenario.withMeasures(moved(scenario, measure, parameter, numbers, true));
                    Simulation atLow = variants.run(low).get();
                    Simulation atHigh = variants.run(high).get();
                    bars.add(new Bar(
                            name,
                            shown(low, measure, parameter),
                            shown(high, measure, parameter),
                            Cents.money(atLow.gap()),
                            Cents.money(atHigh.gap()),
                            Cents.money(atLow.cash()),
                            Cents.money(atHigh.cash())));
                }
            }
        }
        bars.sort(Comparator.comparing((Bar bar) -> bar.width().negated())
                .thenComparing(bar -> bar.cashHigh().minus(bar.cashLow()).abs().negated())
                .thenComparing(Bar::parameter));
        return new Sensitivity(Cents.money(central), bars);
    }

    private static List<Measure> moved(
            Scenario scenario, Measure measure, Parameter parameter, Argument.Numbers numbers, boolean up) {
        Distribution spread = numbers.spread();
        Argument.Numbers other;
        if (spread != null) {
            other = Argument.Numbers.of(up ? spread.high() : spread.low());
        } else {
            Fraction factor = up ? Fraction.ONE.plus(STEP) : Fraction.ONE.minus(STEP);
            NavigableMap<Integer, Fraction> values = new TreeMap<>();
            for (Map.Entry<Integer, Fraction> entry : numbers.byYear().entrySet()) {
                values.put(entry.getKey(), bounded(entry.getValue().times(factor), parameter.most()));
            }
            other = new Argument.Numbers(values, null);
        }
        return scenario.measures().stream()
                .map(each -> each.id().equals(measure.id()) ? each.with(parameter.name(), other) : each)
                .toList();
    }

    private static Fraction bounded(Fraction value, @Nullable Fraction most) {
        return most != null && value.compareTo(most) > 0 ? most : value;
    }

    private static Fraction shown(Scenario scenario, Measure measure, Parameter parameter) {
        return scenario.measure(measure.id())
                .map(each -> each.number(parameter.name(), Integer.MAX_VALUE, Fraction.ZERO))
                .orElse(Fraction.ZERO);
    }
}
