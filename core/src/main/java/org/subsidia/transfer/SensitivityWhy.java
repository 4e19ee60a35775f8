package org.subsidia.transfer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/**
 * Where a bar of the tornado comes from: the number at its ends, the two runs, and the run of the scenario between them.
 *
 * <pre>{@code
 * new SensitivityWhy(simulation).width(bar).check();
 * }</pre>
 */
public final class SensitivityWhy {
    private static final int PLACES = 6;
    private static final int MANY_PLACES = 24;

    private final Simulation simulation;

    /**
     * The origins of bars.
     *
     * @param simulation the run of the scenario itself
     */
    public SensitivityWhy(Simulation simulation) {
        this.simulation = simulation;
    }

    /**
     * The number at an end of its bar.
     *
     * @param bar the bar
     * @param high false: its low end
     * @return the end of its distribution, or a tenth less or more than the scenario says, within its bounds
     */
    public Explanation number(Sensitivity.Bar bar, boolean high) {
        Scenario scenario = simulation.scenario();
        ParameterName name = ParameterName.of(bar.parameter(), scenario);
        Measure measure = scenario.measure(name.measure()).orElseThrow();
        Parameter parameter = measure.model().parameter(name.parameter()).orElseThrow();
        Fraction value = high ? bar.high() : bar.low();
        Message label = Message.of(high ? "XFER-NUMBER-HIGH" : "XFER-NUMBER-LOW", title(bar));
        Fraction central = measure.number(name.parameter(), Integer.MAX_VALUE, Fraction.ZERO);
        boolean spread = measure.arguments().get(name.parameter()) instanceof Argument.Numbers numbers
                && numbers.spread() != null;
        Explanation said = Explanation.leaf(
                Message.of(spread ? "XFER-NUMBER-MIDDLE" : "XFER-NUMBER-CENTRAL"),
                Leaves.number(parameter.kind(), central, MANY_PLACES));
        Value end = Leaves.number(parameter.kind(), value, PLACES);
        if (spread) {
            Message which = Message.of(high ? "XFER-SPREAD-HIGH" : "XFER-SPREAD-LOW");
            return Explanation.of(label, end, Step.CHOICE, List.of(Explanation.leaf(which, end), said));
        }
        Fraction factor = high ? Fraction.ONE.plus(Sensitivity.STEP) : Fraction.ONE.minus(Sensitivity.STEP);
        Fraction most = parameter.most();
        List<Explanation> factors = List.of(Amounts.share(Message.of("XFER-NUMBER-FACTOR"), factor), said);
        if (most != null && value.compareTo(central.times(factor)) < 0) {
            return Explanation.of(
                    label,
                    end,
                    Step.MINIMUM,
                    List.of(
                            Explanation.of(
                                    Message.of("XFER-NUMBER-MOVED"),
                                    Leaves.number(parameter.kind(), central.times(factor), PLACES),
                                    Step.PRODUCT,
                                    factors),
                            Explanation.leaf(
                                    Message.of("XFER-NUMBER-MOST"), Leaves.number(parameter.kind(), most, PLACES))));
        }
        return Explanation.of(label, end, Step.PRODUCT, factors);
    }

    /**
     * The gap of all structures and years since the transfer at an end of a bar.
     *
     * @param bar the bar
     * @param high false: its low end
     * @return the gap of the scenario, structure by structure, and what the number changes of it
     */
    public Explanation gap(Sensitivity.Bar bar, boolean high) {
        return moved(bar, high, "XFER-OF-GAP", new RunWhy(simulation).cumulated(), high ? bar.atHigh() : bar.atLow());
    }

    /**
     * The cash at the end of all structures whose cash is known, at an end of a bar.
     *
     * @param bar the bar
     * @param high false: its low end
     * @return the cash of the scenario, structure by structure, and what the number changes of it
     */
    public Explanation cash(Sensitivity.Bar bar, boolean high) {
        return moved(bar, high, "XFER-OF-CASH", new RunWhy(simulation).cash(), high ? bar.cashHigh() : bar.cashLow());
    }

    /**
     * How far the gap moves.
     *
     * @param bar the bar
     * @return the greater of its two gaps less the smaller
     */
    public Explanation width(Sensitivity.Bar bar) {
        boolean rising = !bar.atHigh().isLessThan(bar.atLow());
        return Amounts.difference(Message.of("XFER-BAR-WIDTH", title(bar)), gap(bar, rising), gap(bar, !rising));
    }

    private Message title(Sensitivity.Bar bar) {
        return simulation.scenario().numberTitle(bar.parameter());
    }

    private Explanation moved(Sensitivity.Bar bar, boolean high, String what, Explanation central, Money moved) {
        List<Explanation> parts = new ArrayList<>(List.of(central));
        parts.add(Amounts.given(
                Message.of("XFER-BAR-CHANGE", title(bar), written(high ? bar.high() : bar.low())),
                moved.minus(Amounts.of(central).orElseThrow())));
        return Amounts.sum(
                Message.of(high ? "XFER-BAR-HIGH" : "XFER-BAR-LOW", Message.of(what), title(bar)),
                CurrencyUnit.EUR,
                parts);
    }

    private static BigDecimal written(Fraction number) {
        BigDecimal plain = number.value(PLACES).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
