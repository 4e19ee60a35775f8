package org.subsidia.transfer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.RuleReference;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.money.Fraction;
import org.subsidia.time.Span;

/**
 * Step 1: the base of the compensation, what the line is deemed to have cost. Amounts are rounded half up to cents once a year
 * and once for the mean.
 *
 * @param cents the base
 * @param explanation from the line's amounts to the base
 */
record Compensation(long cents, Explanation explanation) {

    /** The base of a frame, by its last measure of that model; without one, the reference year alone. */
    static Reading<Compensation> of(Frame frame) {
        Scenario scenario = frame.scenario;
        Measure base = scenario.last(Model.BASE).orElse(Measure.of("base", Model.BASE, Map.of()));
        String method = base.word("method");
        if (method.equals("path")) {
            method = "single";
        }
        List<RuleReference> rules = new ArrayList<>();
        int years = method.equals("single") ? 1 : years(base, scenario, frame.laws, rules);
        Map<Integer, Explanation> parts = new LinkedHashMap<>();
        for (int year = scenario.reference() - years + 1; year <= scenario.reference(); year++) {
            Long cents = frame.line.get(year);
            if (cents == null) {
                return Reading.refused(Finding.error(Place.NOWHERE, "XFER-LINE-YEAR", String.valueOf(year)));
            }
            parts.put(year, actualised(frame, base, year, cents));
        }
        return Reading.of(total(scenario, base, method, List.copyOf(parts.values()), rules));
    }

    /** As many years as the measure says, else as the decree does. */
    private static int years(Measure base, Scenario scenario, LawBase laws, List<RuleReference> rules) {
        if (base.gives("years")) {
            return Math.max(1, base.count("years", 1));
        }
        Law law = laws.at(LocalDate.of(scenario.transfer(), 1, 1));
        boolean investment = base.word("spending").equals("investment");
        Rule<Span> rule = law.period("transfer.compensation." + (investment ? "investment" : "operating") + ".years");
        rules.add(rule.reference());
        return rule.value().amount();
    }

    /** The spending of a year after the State's cuts, without VAT where asked, in the prices of the transfer. */
    private static Explanation actualised(Frame frame, Measure base, int year, long cents) {
        Scenario scenario = frame.scenario;
        List<Explanation> factors = new ArrayList<>();
        factors.add(Amounts.given(Message.of("XFER-LINE-OF", String.valueOf(year)), Cents.money(cents))
                .withRecords(records(scenario.line())));
        Fraction factor = Fraction.ONE;
        for (Measure erosion : scenario.measures()) {
            if (erosion.model() == Model.EROSION) {
                factor = factor.times(left(erosion, scenario.reference(), year));
            }
        }
        if (!factor.equals(Fraction.ONE)) {
            factors.add(Amounts.share(Message.of("XFER-EROSION-FACTOR"), factor));
        }
        Fraction vat = Fraction.ONE.plus(base.number("vat", year, Fraction.ZERO));
        if (!vat.equals(Fraction.ONE)) {
            factors.add(Amounts.share(Message.of("XFER-VAT-FACTOR"), Fraction.ONE.dividedBy(vat)));
        }
        return actualised(scenario, base, year, cents, factor.dividedBy(vat), factors);
    }

    /** What was spent in a year in the prices of the transfer, by the index of a measure. */
    static Explanation actualised(Scenario scenario, Measure measure, int year, Explanation spent) {
        return actualised(
                scenario,
                measure,
                year,
                Cents.of(Amounts.of(spent).orElseThrow()),
                Fraction.ONE,
                new ArrayList<>(List.of(spent)));
    }

    private static Explanation actualised(
            Scenario scenario, Measure measure, int year, long cents, Fraction factor, List<Explanation> factors) {
        Fraction index = measure.name("index")
                .map(name -> ratio(scenario, name, scenario.transfer(), year))
                .orElse(Fraction.ONE);
        if (!index.equals(Fraction.ONE)) {
            factors.add(Amounts.share(
                    Message.of("XFER-INDEX-FACTOR", String.valueOf(scenario.transfer()), String.valueOf(year)), index));
        }
        long result = Cents.share(factor.times(index), cents);
        return Explanation.of(
                Message.of("XFER-ACTUALISED", String.valueOf(year)),
                new Value.Amount(Cents.money(result)),
                Step.PRODUCT,
                factors);
    }

    /** What the cuts up to a year leave; each counts once, one without a year in the reference year. */
    private static Fraction left(Measure erosion, int reference, int year) {
        Fraction left = Fraction.ONE;
        if (erosion.arguments().get("cut") instanceof Argument.Numbers cuts) {
            for (Map.Entry<Integer, Fraction> cut : cuts.byYear().entrySet()) {
                int when = cut.getKey() == Argument.Numbers.ALWAYS ? reference : cut.getKey();
                left = when <= year ? left.times(Fraction.ONE.minus(cut.getValue())) : left;
            }
        }
        return left;
    }

    private static List<String> records(@Nullable Line line) {
        return line == null || line.programme() == null ? List.of() : List.of(line.programme());
    }

    /** How an index moved; the checks of the scenario have seen that both years are there. */
    static Fraction ratio(Scenario scenario, String name, int year, int from) {
        return index(scenario, name, year).dividedBy(index(scenario, name, from));
    }

    private static Fraction index(Scenario scenario, String name, int year) {
        NavigableMap<Integer, Fraction> series = scenario.indices().get(name);
        Fraction value = series == null ? null : series.get(year);
        if (value == null) {
            throw new IllegalArgumentException("no index " + name + " of " + year);
        }
        return value;
    }

    private static Compensation total(
            Scenario scenario, Measure base, String method, List<Explanation> parts, List<RuleReference> rules) {
        long[] cents = parts.stream()
                .mapToLong(each -> Cents.of(Amounts.of(each).orElseThrow()))
                .toArray();
        Explanation gross = gross(method, parts, cents).withRules(rules);
        long savings = base.cents("savings", scenario.transfer()).orElse(0L);
        long lost = base.cents("lostResources", scenario.transfer()).orElse(0L);
        if (savings == 0 && lost == 0) {
            return new Compensation(Cents.of(Amounts.of(gross).orElseThrow()), gross);
        }
        Money net = Amounts.of(gross).orElseThrow().minus(Cents.money(savings)).plus(Cents.money(lost));
        Explanation explanation = Explanation.of(
                Message.of("XFER-BASE-NET"),
                new Value.Amount(net),
                Step.SUM,
                List.of(
                        gross,
                        Amounts.given(Message.of("XFER-SAVINGS"), Cents.money(-savings)),
                        Amounts.given(Message.of("XFER-LOST"), Cents.money(lost))));
        return new Compensation(Cents.of(net), explanation);
    }

    private static Explanation gross(String method, List<Explanation> parts, long[] cents) {
        Message label = Message.of("XFER-BASE-" + method.toUpperCase(Locale.ROOT), parts.size());
        long[] sorted = cents.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        long median = sorted.length % 2 == 1
                ? sorted[middle]
                : Fraction.percent(50).times(Math.addExact(sorted[middle - 1], sorted[middle]), RoundingMode.HALF_UP);
        return switch (method) {
            case "mean" -> mean(label, parts, cents);
            case "max" -> Amounts.greatest(label, parts);
            case "min" -> Amounts.least(label, parts);
            case "median" -> Explanation.of(label, new Value.Amount(Cents.money(median)), Step.CHOICE, parts);
            default -> Amounts.same(label, parts.get(0));
        };
    }

    static Explanation mean(Message label, List<Explanation> parts) {
        return mean(
                label,
                parts,
                parts.stream()
                        .mapToLong(each -> Cents.of(Amounts.of(each).orElseThrow()))
                        .toArray());
    }

    private static Explanation mean(Message label, List<Explanation> parts, long[] cents) {
        long mean = Fraction.of(1, cents.length).times(Cents.sum(cents), RoundingMode.HALF_UP);
        Explanation sum = Explanation.of(
                Message.of("XFER-BASE-SUM"), new Value.Amount(Cents.money(Cents.sum(cents))), Step.SUM, parts);
        Explanation count = Explanation.leaf(
                Message.of("XFER-BASE-YEARS"),
                new Value.Quantity(BigDecimal.valueOf(cents.length), Message.of("XFER-UNIT-YEARS")));
        return Explanation.of(label, new Value.Amount(Cents.money(mean)), Step.RATIO, List.of(sum, count));
    }
}
