package org.subsidia.transfer;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/**
 * Step 2: what passes to the successor in a year, and what stays where it was while the transfer is phased.
 *
 * @param year the year
 * @param transferred to the Regions, all together
 * @param kept still paid by the former payer, all together
 * @param worth what a whole compensation would be
 * @param factors what makes the compensation of it
 * @param base what the worth is, where it is not announced; null: it is
 * @param reference the line in the reference year
 * @param referenceYear that year
 */
record Path(
        int year,
        long transferred,
        long kept,
        long worth,
        Factors factors,
        @Nullable Compensation base,
        long reference,
        int referenceYear) {

    /** What the worth is multiplied by, and the part that the former payer keeps. */
    record Factors(Fraction rate, Fraction index, Fraction state) {
        Fraction regional() {
            return Fraction.ONE.minus(state);
        }
    }

    /** The path of a year; years up to the reference have none. */
    static Path of(Frame frame, Compensation base, int year) {
        Scenario scenario = frame.scenario;
        Fraction rate = Fraction.ONE;
        for (Measure measure : frame.of(Model.RATE, year)) {
            rate = rate.times(measure.number("rate", year, Fraction.ONE));
        }
        boolean path = scenario.last(Model.BASE)
                .filter(each -> each.word("method").equals("path"))
                .isPresent();
        Factors factors = new Factors(rate, index(frame, year), stateShare(scenario, year));
        long worth = path ? frame.line.getOrDefault(year, 0L) : base.cents();
        return new Path(
                year,
                Cents.share(factors.rate.times(factors.index).times(factors.regional()), worth),
                Cents.share(factors.state, frame.referenceTotal()),
                worth,
                factors,
                path ? null : base,
                frame.referenceTotal(),
                scenario.reference());
    }

    /** {@return where the compensation comes from} */
    Explanation transferredWhy() {
        List<Explanation> parts = new ArrayList<>();
        parts.add(
                base == null
                        ? Amounts.given(Message.of("XFER-ANNOUNCED", String.valueOf(year)), Cents.money(worth))
                        : base.explanation());
        add(parts, Message.of("XFER-RATE"), factors.rate);
        add(parts, Message.of("XFER-INDEXATION", String.valueOf(year)), factors.index);
        add(parts, Message.of("XFER-PHASE-REGION", String.valueOf(year)), factors.regional());
        return product(Message.of("XFER-TRANSFERRED", String.valueOf(year)), transferred, parts);
    }

    /** {@return where what is kept comes from} */
    Explanation keptWhy() {
        return product(
                Message.of("XFER-KEPT", String.valueOf(year)),
                kept,
                List.of(
                        Amounts.given(
                                Message.of("XFER-LINE-OF", String.valueOf(referenceYear)), Cents.money(reference)),
                        Amounts.share(Message.of("XFER-PHASE-STATE", String.valueOf(year)), factors.state)));
    }

    private static void add(List<Explanation> factors, Message label, Fraction factor) {
        if (!factor.equals(Fraction.ONE)) {
            factors.add(Amounts.share(label, factor));
        }
    }

    private static Explanation product(Message label, long cents, List<Explanation> factors) {
        return Explanation.of(label, new Value.Amount(Cents.money(cents)), Step.PRODUCT, factors);
    }

    private static Fraction index(Frame frame, int year) {
        Scenario scenario = frame.scenario;
        Optional<Measure> measure = frame.last(Model.INDEXATION, year);
        Optional<String> name = measure.flatMap(each -> each.name("index"));
        if (name.isEmpty()) {
            return Fraction.ONE;
        }
        Integer from = measure.orElseThrow().from();
        int start = from == null ? scenario.transfer() : Math.max(scenario.transfer(), from);
        return year <= start ? Fraction.ONE : Compensation.ratio(scenario, name.get(), year, start);
    }

    /** The former payer's share, 1 before the transfer and 0 once it is over. */
    static Fraction stateShare(Scenario scenario, int year) {
        Optional<Measure> found = scenario.last(Model.PHASE);
        if (found.isEmpty()) {
            return Fraction.ZERO;
        }
        Measure phase = found.get();
        Integer from = phase.from();
        Integer to = phase.to();
        int first = from == null ? scenario.transfer() : Math.max(from, scenario.transfer());
        int last = to == null ? scenario.last() : to;
        if (year < first) {
            return Fraction.ONE;
        }
        return switch (phase.word("shape")) {
            case "step" -> phase.number("stateShare", year, Fraction.ZERO);
            case "exponential" -> power(phase.number("decay", year, Fraction.percent(50)), year - first + 1);
            default -> year >= last ? Fraction.ZERO : Fraction.of((long) last - year, (long) last - first + 1);
        };
    }

    static Fraction power(Fraction base, int exponent) {
        Fraction power = Fraction.ONE;
        for (int i = 0; i < exponent; i++) {
            power = power.times(base);
        }
        // an exact power of many places would grow without bound
        return exponent > 1 ? Fraction.of(power.value(18, RoundingMode.HALF_UP)) : power;
    }
}
