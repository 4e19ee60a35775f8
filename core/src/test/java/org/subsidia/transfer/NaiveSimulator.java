package org.subsidia.transfer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;

/**
 * The simulator written a second time, by the book: decimals of 60 digits, maps by name, no shortcut and nothing shared with
 * the engine but the documents it reads. It knows the models of the random scenarios of {@link OracleTest}.
 */
final class NaiveSimulator {
    private static final MathContext EXACT = new MathContext(60);
    private static final BigDecimal TINY = BigDecimal.ONE.movePointLeft(35);

    private final Scenario scenario;
    private final List<Recipient> people;
    private final List<String> regions;
    private final Map<String, Map<FunderLevel, BigDecimal>> after = new LinkedHashMap<>();
    private final Map<String, List<BigDecimal>> weights = new HashMap<>();

    private NaiveSimulator(Scenario scenario, Population population) {
        this.scenario = scenario;
        this.people = population.recipients();
        TreeSet<String> codes = new TreeSet<>();
        people.forEach(each -> codes.addAll(each.regions().keySet()));
        this.regions = new ArrayList<>(codes);
    }

    /** Euros by structure and level in a year after the reference. */
    static Map<String, Map<FunderLevel, BigDecimal>> run(Scenario scenario, Population population, int year) {
        NaiveSimulator naive = new NaiveSimulator(scenario, population);
        naive.run(year);
        return naive.after;
    }

    private void run(int year) {
        Map<String, BigDecimal> line = new LinkedHashMap<>();
        for (Recipient each : people) {
            line.put(each.id(), last(each, FunderLevel.STATE, scenario.reference()));
        }
        BigDecimal compensation = cents(base().multiply(rate(year), EXACT)
                .multiply(index(year), EXACT)
                .multiply(BigDecimal.ONE.subtract(stateShare(year)), EXACT));
        BigDecimal kept = cents(sum(line.values()).multiply(stateShare(year), EXACT));
        List<BigDecimal> keptParts = split(kept, new ArrayList<>(line.values()));

        Map<String, Map<String, BigDecimal>> historic = new HashMap<>();
        for (Recipient each : people) {
            List<BigDecimal> parts = split(line.get(each.id()), weights(each));
            Map<String, BigDecimal> byRegion = new HashMap<>();
            for (int r = 0; r < regions.size(); r++) {
                byRegion.put(regions.get(r), parts.get(r));
            }
            historic.put(each.id(), byRegion);
        }

        Measure regionKey = measure(Model.REGION_KEY);
        List<BigDecimal> regionWeights = new ArrayList<>();
        for (String region : regions) {
            BigDecimal weight = BigDecimal.ZERO;
            for (Map.Entry<String, Fraction> key : keys(regionKey).entrySet()) {
                BigDecimal all = BigDecimal.ZERO;
                BigDecimal own = BigDecimal.ZERO;
                for (String other : regions) {
                    for (Recipient each : people) {
                        BigDecimal value = value(key.getKey(), each, other, historic);
                        all = all.add(value);
                        own = other.equals(region) ? own.add(value) : own;
                    }
                }
                if (all.signum() > 0) {
                    weight = weight.add(own.divide(all, EXACT).multiply(decimal(key.getValue()), EXACT));
                }
            }
            regionWeights.add(weight);
        }
        List<BigDecimal> received = split(compensation, regionWeights);

        Map<String, BigDecimal> paid = new HashMap<>();
        for (int r = 0; r < regions.size(); r++) {
            String region = regions.get(r);
            BigDecimal envelope = envelope(received.get(r), region, historic, year);
            Measure structureKey = measure(Model.STRUCTURE_KEY);
            List<BigDecimal> weights = new ArrayList<>();
            for (Recipient each : people) {
                BigDecimal weight = BigDecimal.ZERO;
                for (Map.Entry<String, Fraction> key : keys(structureKey).entrySet()) {
                    BigDecimal all = BigDecimal.ZERO;
                    for (Recipient other : people) {
                        all = all.add(value(key.getKey(), other, region, historic));
                    }
                    if (all.signum() > 0) {
                        weight = weight.add(value(key.getKey(), each, region, historic)
                                .divide(all, EXACT)
                                .multiply(decimal(key.getValue()), EXACT));
                    }
                }
                weights.add(weight);
            }
            if (sum(weights).signum() == 0) {
                weights = people.stream()
                        .map(each -> historic.get(each.id()).get(region))
                        .toList();
            }
            if (sum(weights).signum() > 0) {
                List<BigDecimal> parts = split(envelope, weights);
                for (int p = 0; p < people.size(); p++) {
                    paid.merge(people.get(p).id(), parts.get(p), BigDecimal::add);
                }
            }
        }

        for (int p = 0; p < people.size(); p++) {
            Recipient each = people.get(p);
            Map<FunderLevel, BigDecimal> amounts = new HashMap<>();
            for (FunderLevel level : FunderLevel.values()) {
                amounts.put(level, last(each, level, year));
            }
            BigDecimal before = national(amounts, each);
            amounts.put(FunderLevel.STATE, keptParts.get(p));
            amounts.merge(FunderLevel.REGION, paid.getOrDefault(each.id(), BigDecimal.ZERO), BigDecimal::add);
            withdraw(amounts, year);
            match(amounts, before);
            after.put(each.id(), amounts);
        }
    }

    private BigDecimal national(Map<FunderLevel, BigDecimal> amounts, Recipient each) {
        BigDecimal sum = last(each, FunderLevel.STATE, scenario.reference());
        for (Map.Entry<FunderLevel, BigDecimal> entry : amounts.entrySet()) {
            if (entry.getKey() != FunderLevel.STATE && !entry.getKey().name().startsWith("EU_")) {
                sum = sum.add(entry.getValue());
            }
        }
        return sum;
    }

    private void withdraw(Map<FunderLevel, BigDecimal> amounts, int year) {
        for (Measure measure : scenario.measures()) {
            if (measure.model() == Model.WITHDRAWAL) {
                FunderLevel level = FunderLevel.valueOf(measure.word("level"));
                BigDecimal own = amounts.get(level);
                BigDecimal lost = own.subtract(cents(own.multiply(number(measure, "kept", year, "0"), EXACT)));
                amounts.put(level, own.subtract(lost));
                amounts.merge(
                        FunderLevel.valueOf(measure.word("by")),
                        cents(lost.multiply(number(measure, "recovery", year, "0"), EXACT)),
                        BigDecimal::add);
            }
        }
    }

    private void match(Map<FunderLevel, BigDecimal> amounts, BigDecimal before) {
        Measure measure = measure(Model.EU_MATCH);
        if (measure == null) {
            return;
        }
        BigDecimal rate = number(measure, "rate", 0, "0");
        BigDecimal multiple = rate.divide(BigDecimal.ONE.subtract(rate), EXACT);
        BigDecimal now = BigDecimal.ZERO;
        for (Map.Entry<FunderLevel, BigDecimal> entry : amounts.entrySet()) {
            now = entry.getKey().name().startsWith("EU_") ? now : now.add(entry.getValue());
        }
        BigDecimal union = amounts.get(FunderLevel.EU_SHARED);
        BigDecimal allowed = measure.word("link").equals("proportional")
                ? union.subtract(cents(before.subtract(now).max(BigDecimal.ZERO).multiply(multiple, EXACT)))
                        .max(BigDecimal.ZERO)
                : union.min(cents(now.multiply(multiple, EXACT)));
        amounts.put(FunderLevel.EU_SHARED, allowed);
    }

    private BigDecimal envelope(
            BigDecimal received, String region, Map<String, Map<String, BigDecimal>> historic, int year) {
        BigDecimal own =
                sum(historic.values().stream().map(each -> each.get(region)).toList());
        BigDecimal envelope = received;
        for (Measure measure : scenario.measures()) {
            if (measure.model() == Model.TOP_UP && concerns(measure, region)) {
                BigDecimal added = cents(received.multiply(number(measure, "rate", year, "0"), EXACT))
                        .add(cents(own.subtract(received)
                                .max(BigDecimal.ZERO)
                                .multiply(number(measure, "fill", year, "0"), EXACT)));
                envelope = envelope.add(
                        measure.arguments().containsKey("cap") ? added.min(number(measure, "cap", year, "0")) : added);
            }
        }
        for (Measure measure : scenario.measures()) {
            if (measure.model() == Model.CAP && concerns(measure, region)) {
                envelope = envelope.min(number(measure, "amount", year, "0"));
            }
        }
        return envelope;
    }

    private static boolean concerns(Measure measure, String region) {
        return measure.regions().isEmpty() || measure.regions().contains(region);
    }

    private BigDecimal base() {
        Measure base = measure(Model.BASE);
        String method = base == null ? "single" : base.word("method");
        int years = method.equals("single")
                ? 1
                : (int) number(base, "years", 0, "1").longValueExact();
        List<BigDecimal> amounts = new ArrayList<>();
        for (int year = scenario.reference() - years + 1; year <= scenario.reference(); year++) {
            BigDecimal amount = BigDecimal.ZERO;
            for (Recipient each : people) {
                amount = amount.add(exactly(each, year));
            }
            for (Measure erosion : scenario.measures()) {
                if (erosion.model() == Model.EROSION) {
                    for (Map.Entry<Integer, Fraction> cut :
                            numbers(erosion, "cut").entrySet()) {
                        if (cut.getKey() <= year) {
                            amount = amount.multiply(BigDecimal.ONE.subtract(decimal(cut.getValue())), EXACT);
                        }
                    }
                }
            }
            if (base != null && base.arguments().containsKey("index")) {
                amount = amount.multiply(level("prices", scenario.transfer()), EXACT)
                        .divide(level("prices", year), EXACT);
            }
            amounts.add(cents(amount));
        }
        List<BigDecimal> sorted = amounts.stream().sorted().toList();
        int size = sorted.size();
        BigDecimal result =
                switch (method) {
                    case "mean" -> sum(sorted).divide(BigDecimal.valueOf(size), EXACT);
                    case "max" -> sorted.get(size - 1);
                    case "min" -> sorted.get(0);
                    case "median" ->
                        size % 2 == 1
                                ? sorted.get(size / 2)
                                : sorted.get(size / 2)
                                        .add(sorted.get(size / 2 - 1))
                                        .divide(BigDecimal.valueOf(2), EXACT);
                    default -> amounts.get(0);
                };
        return cents(result);
    }

    private BigDecimal exactly(Recipient each, int year) {
        return year == scenario.reference()
                ? last(each, FunderLevel.STATE, year)
                : each.received(FunderLevel.STATE)
                        .in(year)
                        .map(money -> money.getAmount())
                        .orElse(BigDecimal.ZERO);
    }

    private BigDecimal level(String name, int year) {
        return decimal(scenario.indices().get(name).get(year));
    }

    private BigDecimal index(int year) {
        return measure(Model.INDEXATION) == null
                ? BigDecimal.ONE
                : level("prices", year).divide(level("prices", scenario.transfer()), EXACT);
    }

    private BigDecimal rate(int year) {
        BigDecimal rate = BigDecimal.ONE;
        for (Measure measure : scenario.measures()) {
            rate = measure.model() == Model.RATE ? rate.multiply(number(measure, "rate", year, "1"), EXACT) : rate;
        }
        return rate;
    }

    private BigDecimal stateShare(int year) {
        Measure phase = measure(Model.PHASE);
        if (phase == null) {
            return BigDecimal.ZERO;
        }
        if (phase.word("shape").equals("step")) {
            return number(phase, "stateShare", year, "0");
        }
        int length = scenario.last() - scenario.transfer() + 1;
        return BigDecimal.valueOf((long) scenario.last() - year).divide(BigDecimal.valueOf(length), EXACT);
    }

    private Measure measure(Model model) {
        return scenario.measures().stream()
                .filter(each -> each.model() == model)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    private static Map<String, Fraction> keys(Measure measure) {
        return measure == null
                ? Map.of("historic", Fraction.ONE)
                : ((Argument.Weights) measure.arguments().get("keys")).weights();
    }

    private BigDecimal value(String key, Recipient each, String region, Map<String, Map<String, BigDecimal>> historic) {
        if (key.equals("historic")) {
            return historic.get(each.id()).get(region);
        }
        BigDecimal weight = weights(each).get(regions.indexOf(region));
        return key.equals("count")
                ? weight
                : weight.multiply(decimal(each.keys().get(key)), EXACT);
    }

    private List<BigDecimal> weights(Recipient each) {
        return weights.computeIfAbsent(each.id(), id -> weighed(each));
    }

    private List<BigDecimal> weighed(Recipient each) {
        BigDecimal all = sum(
                each.regions().values().stream().map(NaiveSimulator::decimal).toList());
        return regions.stream()
                .map(code -> decimal(each.regions().getOrDefault(code, Fraction.ZERO))
                        .divide(all, EXACT))
                .toList();
    }

    private static BigDecimal last(Recipient each, FunderLevel level, int until) {
        int year = level == FunderLevel.STATE ? Math.min(until, 2019) : until;
        return each.received(level)
                .lastKnown(year)
                .map(money -> money.getAmount())
                .orElse(BigDecimal.ZERO);
    }

    private static Map<Integer, Fraction> numbers(Measure measure, String name) {
        return ((Argument.Numbers) measure.arguments().get(name)).byYear();
    }

    private static BigDecimal number(Measure measure, String name, int year, String otherwise) {
        if (!measure.arguments().containsKey(name)) {
            return new BigDecimal(otherwise);
        }
        BigDecimal found = new BigDecimal(otherwise);
        for (Map.Entry<Integer, Fraction> entry : numbers(measure, name).entrySet()) {
            found = entry.getKey() <= year ? decimal(entry.getValue()) : found;
        }
        return found;
    }

    private static BigDecimal decimal(Fraction fraction) {
        return new BigDecimal(fraction.numerator()).divide(new BigDecimal(fraction.denominator()), EXACT);
    }

    /** Half up to cents; a digit or two lost at place 60 must not turn a half into less than a half. */
    private static BigDecimal cents(BigDecimal euros) {
        return euros.setScale(30, RoundingMode.HALF_EVEN).setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(Iterable<BigDecimal> amounts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal amount : amounts) {
            sum = sum.add(amount);
        }
        return sum;
    }

    /** Everybody gets the part rounded down; what is left goes, one cent each, to the greatest remainders, the first first. */
    private static List<BigDecimal> split(BigDecimal total, List<BigDecimal> weights) {
        BigDecimal all = sum(weights);
        BigDecimal[] parts = new BigDecimal[weights.size()];
        BigDecimal[] remainders = new BigDecimal[weights.size()];
        for (int i = 0; i < parts.length; i++) {
            BigDecimal exact = total.multiply(weights.get(i), EXACT).divide(all, EXACT);
            parts[i] = exact.add(TINY).setScale(2, RoundingMode.DOWN);
            remainders[i] = exact.subtract(parts[i]);
        }
        BigDecimal left = total.subtract(sum(Arrays.asList(parts)));
        while (left.signum() > 0) {
            int best = -1;
            for (int i = 0; i < parts.length; i++) {
                boolean better = weights.get(i).signum() > 0
                        && (best < 0 || remainders[i].subtract(remainders[best]).compareTo(TINY) > 0);
                best = better ? i : best;
            }
            parts[best] = parts[best].add(new BigDecimal("0.01"));
            remainders[best] = BigDecimal.ONE.negate();
            left = left.subtract(new BigDecimal("0.01"));
        }
        return List.of(parts);
    }
}
