package org.subsidia.transfer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
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
 */
final class Compensation {
    private final Frame frame;
    private final Measure base;
    private final String method;
    private final List<RuleReference> rules;
    /** The line by year of the window. */
    private final SortedMap<Integer, Long> line;

    private final long gross;
    private final long cents;

    private Compensation(
            Frame frame, Measure base, String method, List<RuleReference> rules, SortedMap<Integer, Long> line) {
        this.frame = frame;
        this.base = base;
        this.method = method;
        this.rules = rules;
        this.line = line;
        this.gross = gross(line.entrySet().stream()
                .mapToLong(each -> Cents.share(factor(each.getKey()), each.getValue()))
                .toArray());
        this.cents = Math.addExact(gross - savings(), lost());
    }

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
        SortedMap<Integer, Long> line = new TreeMap<>();
        for (int year = scenario.reference() - years + 1; year <= scenario.reference(); year++) {
            Long cents = frame.line.get(year);
            if (cents == null) {
                return Reading.refused(Finding.error(Place.NOWHERE, "XFER-LINE-YEAR", String.valueOf(year)));
            }
            line.put(year, cents);
        }
        return Reading.of(new Compensation(frame, base, method, rules, line));
    }

    /** {@return the base in cents} */
    long cents() {
        return cents;
    }

    /** {@return from the line's amounts to the base} */
    Explanation explanation() {
        List<Explanation> parts = new ArrayList<>();
        line.forEach((year, amount) -> parts.add(actualised(year, amount)));
        Explanation whole = gross(parts).withRules(rules);
        if (savings() == 0 && lost() == 0) {
            return whole;
        }
        return Explanation.of(
                Message.of("XFER-BASE-NET"),
                new Value.Amount(Cents.money(cents)),
                Step.SUM,
                List.of(
                        whole,
                        Amounts.given(Message.of("XFER-SAVINGS"), Cents.money(-savings())),
                        Amounts.given(Message.of("XFER-LOST"), Cents.money(lost()))));
    }

    private long savings() {
        return base.cents("savings", frame.scenario.transfer()).orElse(0L);
    }

    private long lost() {
        return base.cents("lostResources", frame.scenario.transfer()).orElse(0L);
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

    /** What makes the spending of a year, after the State's cuts and without VAT where asked, one in the prices of the transfer. */
    private Fraction factor(int year) {
        return erosion(year).times(index(frame.scenario, base, year)).dividedBy(vat(year));
    }

    private Fraction erosion(int year) {
        Fraction factor = Fraction.ONE;
        for (Measure erosion : frame.scenario.measures()) {
            if (erosion.model() == Model.EROSION) {
                factor = factor.times(left(erosion, frame.scenario.reference(), year));
            }
        }
        return factor;
    }

    private Fraction vat(int year) {
        return Fraction.ONE.plus(base.number("vat", year, Fraction.ZERO));
    }

    /** By how much an index of a measure moves a year's amount. */
    static Fraction index(Scenario scenario, Measure measure, int year) {
        return measure.name("index")
                .map(name -> ratio(scenario, name, scenario.transfer(), year))
                .orElse(Fraction.ONE);
    }

    private Explanation actualised(int year, long amount) {
        List<Explanation> factors = new ArrayList<>();
        factors.add(Amounts.given(Message.of("XFER-LINE-OF", String.valueOf(year)), Cents.money(amount))
                .withRecords(records(frame.scenario.line())));
        Fraction erosion = erosion(year);
        if (!erosion.equals(Fraction.ONE)) {
            factors.add(Amounts.share(Message.of("XFER-EROSION-FACTOR"), erosion));
        }
        Fraction vat = vat(year);
        if (!vat.equals(Fraction.ONE)) {
            factors.add(Amounts.share(Message.of("XFER-VAT-FACTOR"), Fraction.ONE.dividedBy(vat)));
        }
        return actualised(frame.scenario, base, year, erosion.dividedBy(vat), factors);
    }

    /** The first factor, an amount, times the others and the index of a measure. */
    static Explanation actualised(
            Scenario scenario, Measure measure, int year, Fraction others, List<Explanation> factors) {
        Fraction index = index(scenario, measure, year);
        if (!index.equals(Fraction.ONE)) {
            factors.add(Amounts.share(
                    Message.of("XFER-INDEX-FACTOR", String.valueOf(scenario.transfer()), String.valueOf(year)), index));
        }
        long amount = Cents.of(Amounts.of(factors.get(0)).orElseThrow());
        return Explanation.of(
                Message.of("XFER-ACTUALISED", String.valueOf(year)),
                new Value.Amount(Cents.money(Cents.share(others.times(index), amount))),
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

    private long gross(long[] parts) {
        long[] sorted = parts.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return switch (method) {
            case "mean" -> mean(parts);
            case "max" -> sorted[sorted.length - 1];
            case "min" -> sorted[0];
            case "median" ->
                sorted.length % 2 == 1
                        ? sorted[middle]
                        : Fraction.percent(50)
                                .times(Math.addExact(sorted[middle - 1], sorted[middle]), RoundingMode.HALF_UP);
            default -> parts[0];
        };
    }

    private Explanation gross(List<Explanation> parts) {
        Message label = Message.of("XFER-BASE-" + method.toUpperCase(Locale.ROOT), parts.size());
        return switch (method) {
            case "mean" -> explainMean(label, parts);
            case "max" -> Amounts.greatest(label, parts);
            case "min" -> Amounts.least(label, parts);
            case "median" -> Explanation.of(label, new Value.Amount(Cents.money(gross)), Step.CHOICE, parts);
            default -> Amounts.same(label, parts.get(0));
        };
    }

    /** The mean, rounded half up. */
    static long mean(long... cents) {
        return Fraction.of(1, cents.length).times(Cents.sum(cents), RoundingMode.HALF_UP);
    }

    static Explanation explainMean(Message label, List<Explanation> parts) {
        long[] cents = parts.stream()
                .mapToLong(each -> Cents.of(Amounts.of(each).orElseThrow()))
                .toArray();
        Explanation sum = Explanation.of(
                Message.of("XFER-BASE-SUM"), new Value.Amount(Cents.money(Cents.sum(cents))), Step.SUM, parts);
        Explanation count = Explanation.leaf(
                Message.of("XFER-BASE-YEARS"),
                new Value.Quantity(BigDecimal.valueOf(cents.length), Message.of("XFER-UNIT-YEARS")));
        return Explanation.of(label, new Value.Amount(Cents.money(mean(cents))), Step.RATIO, List.of(sum, count));
    }
}
