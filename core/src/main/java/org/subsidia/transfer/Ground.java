package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;
import org.subsidia.law.Rule;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;

/**
 * The population in columns of cents, as far as no measure changes it: worked out once for all runs of a scenario whose measures
 * vary. Nothing in it changes but what is remembered of it.
 */
final class Ground {
    /** Stands for the region of structures whose region is not known. */
    static final String NO_REGION = "";

    final Population population;
    final LawBase laws;
    final List<Recipient> recipients;
    /** Where each structure stands, by id. */
    final Map<String, Integer> positions = new HashMap<>();

    /** The line's amounts by year, in the measure of the population. */
    final Map<Integer, Long> line = new TreeMap<>();
    /** What each structure received of the line in the reference year. */
    final long[] reference;

    final long referenceTotal;
    final List<String> regions;
    /** The share of each structure in each region, 0 where it is not there. */
    final Fraction[][] weights;
    /** Who is in each region, ascending. */
    final int[][] members;
    /** What each member received of the line in the reference year, by region. */
    final long[][] historic;

    final long[] historicTotal;
    /** By level and year of the results what each structure would go on receiving. */
    final Map<FunderLevel, long[][]> before = new EnumMap<>(FunderLevel.class);
    /** All levels together, by year. */
    final long[][] publicBefore;
    /** Own income by year. */
    final long[][] income;
    /** Cash costs by year, in its prices. */
    final long[][] fixedCosts;

    final long[][] variableCosts;
    /** Why a structure has no budget; null: it has one. */
    final @Nullable Message[] missing;
    /** Weights by measure; measures of keys are the same in every draw. */
    final Map<Measure, Weights> regionWeights = new ConcurrentHashMap<>();

    final Map<Measure, Map<Integer, Weights>> structureWeights = new ConcurrentHashMap<>();
    private final Scenario scenario;
    private final boolean seat;
    private final Map<Integer, Fraction> prices = new ConcurrentHashMap<>();
    private final Map<Integer, Optional<Rule<Fraction>>> unionRates = new ConcurrentHashMap<>();

    private Ground(Scenario scenario, Population population, LawBase laws, List<Finding> findings) {
        this.scenario = scenario;
        this.population = population;
        this.laws = laws;
        this.recipients = population.recipients();
        this.seat = isSeat(scenario);
        this.reference = reference(findings);
        this.referenceTotal = Cents.sum(reference);
        int size = recipients.size();
        SortedSet<String> codes = new TreeSet<>();
        List<Map<String, Fraction>> shares = new ArrayList<>();
        for (int p = 0; p < size; p++) {
            positions.put(recipients.get(p).id(), p);
            Map<String, Fraction> own = shares(recipients.get(p), seat);
            codes.addAll(own.keySet());
            shares.add(own);
        }
        this.regions = List.copyOf(codes);
        this.weights = new Fraction[size][];
        this.members = new int[regions.size()][];
        this.historic = new long[regions.size()][];
        this.historicTotal = new long[regions.size()];
        long[][] parts = new long[size][];
        for (int p = 0; p < size; p++) {
            Map<String, Fraction> own = shares.get(p);
            weights[p] = regions.stream()
                    .map(code -> own.getOrDefault(code, Fraction.ZERO))
                    .toArray(Fraction[]::new);
            parts[p] = Allocation.split(reference[p], List.of(weights[p]));
        }
        for (int r = 0; r < regions.size(); r++) {
            int region = r;
            members[r] = java.util.stream.IntStream.range(0, size)
                    .filter(p -> weights[p][region].signum() != 0)
                    .toArray();
            historic[r] =
                    Arrays.stream(members[r]).mapToLong(p -> parts[p][region]).toArray();
            historicTotal[r] = Cents.sum(historic[r]);
        }
        int years = scenario.years().size();
        this.publicBefore = new long[years][size];
        this.income = new long[years][size];
        this.fixedCosts = new long[years][size];
        this.variableCosts = new long[years][size];
        this.missing = new @Nullable Message[size];
        fill();
    }

    /** The ground of a scenario; findings tell why it cannot be run, if one of them is an error. */
    static Ground of(Scenario scenario, Population population, LawBase laws, List<Finding> findings) {
        return new Ground(scenario, population, laws, findings);
    }

    /** Whether a scenario that differs in its measures alone stands on the same ground. */
    boolean carries(Scenario variant) {
        return isSeat(variant) == seat;
    }

    private static boolean isSeat(Scenario scenario) {
        return scenario.last(Model.REGION_KEY)
                .filter(each -> each.word("multiRegion").equals("seat"))
                .isPresent();
    }

    private static Map<String, Fraction> shares(Recipient recipient, boolean seat) {
        if (recipient.regions().isEmpty()) {
            return Map.of(NO_REGION, Fraction.ONE);
        }
        if (seat) {
            return Map.of(recipient.seat().orElse(NO_REGION), Fraction.ONE);
        }
        Fraction sum = recipient.regions().values().stream().reduce(Fraction.ZERO, Fraction::plus);
        Map<String, Fraction> shares = new TreeMap<>();
        recipient.regions().forEach((code, weight) -> shares.put(code, weight.dividedBy(sum)));
        return shares;
    }

    private long[] reference(List<Finding> findings) {
        Line moved = scenario.line();
        if (moved == null) {
            return new long[recipients.size()];
        }
        int year = scenario.reference();
        long[] own = recipients.stream()
                .mapToLong(each -> recurring(each, moved.level())
                        .lastKnown(year)
                        .map(Cents::of)
                        .orElse(0L))
                .toArray();
        long total = Cents.sum(own);
        if (total <= 0) {
            findings.add(Finding.error(
                    Place.NOWHERE, "XFER-LINE-NOBODY", moved.level().label(), String.valueOf(year)));
            return own;
        }
        return inMeasure(moved, own, total);
    }

    /** Puts the line's amounts in the measure of the population, or the population in that of the line. */
    private long[] inMeasure(Line moved, long[] own, long total) {
        if (moved.values().isEmpty()) {
            boolean all = scenario.oneOffGrants() == OneOffGrants.CARRY_FORWARD;
            (all ? population.total(moved.level()) : population.recurring(moved.level()))
                    .byYear()
                    .forEach((year, sum) -> line.put(year, Cents.of(sum)));
            line.put(scenario.reference(), total);
            return own;
        }
        long stated = moved.in(scenario.reference()).map(Cents::of).orElse(0L);
        boolean national = moved.scale() == Line.Scale.NATIONAL;
        moved.values().forEach((year, value) -> {
            long cents = Cents.of(value.amount());
            line.put(
                    year,
                    national || stated == 0
                            ? cents
                            : Cents.share(Fraction.of(total).dividedBy(Fraction.of(stated)), cents));
        });
        return national ? Allocation.split(stated, own) : own;
    }

    private YearlyAmounts recurring(Recipient recipient, FunderLevel level) {
        return scenario.oneOffGrants() == OneOffGrants.END ? recipient.recurring(level) : recipient.received(level);
    }

    private void fill() {
        SortedSet<FunderLevel> levels = new TreeSet<>();
        recipients.forEach(each -> levels.addAll(each.history().keySet()));
        Line moved = scenario.line();
        if (moved != null) {
            levels.add(moved.level());
            levels.add(moved.successor());
        }
        List<Integer> years = scenario.years();
        for (FunderLevel level : levels) {
            long[][] amounts = new long[years.size()][recipients.size()];
            for (int y = 0; y < amounts.length; y++) {
                for (int p = 0; p < recipients.size(); p++) {
                    amounts[y][p] = before(p, level, years.get(y));
                    publicBefore[y][p] = Math.addExact(publicBefore[y][p], amounts[y][p]);
                }
            }
            before.put(level, amounts);
        }
        for (int p = 0; p < recipients.size(); p++) {
            missing[p] = missing(recipients.get(p), scenario.last());
        }
        for (int y = 0; y < years.size(); y++) {
            int year = years.get(y);
            Fraction price = prices(year);
            for (int p = 0; p < recipients.size(); p++) {
                Recipient each = recipients.get(p);
                income[y][p] = lastKnown(each.privateIncome(), year);
                fixedCosts[y][p] = Cents.share(price, lastKnown(each.fixedCosts(), year));
                variableCosts[y][p] = Cents.share(price, lastKnown(each.variableCosts(), year));
            }
        }
    }

    /** Without income or costs there is no budget. */
    private static @Nullable Message missing(Recipient recipient, int last) {
        if (recipient.privateIncome().lastKnown(last).isEmpty()) {
            return Message.of("XFER-NO-INCOME", recipient.name());
        }
        return recipient.fixedCosts().lastKnown(last).isEmpty()
                        && recipient.variableCosts().lastKnown(last).isEmpty()
                ? Message.of("XFER-NO-COSTS", recipient.name())
                : null;
    }

    static long lastKnown(YearlyAmounts amounts, int year) {
        return amounts.lastKnown(year).map(Cents::of).orElse(0L);
    }

    /** What costs of the reference year have become by inflation. */
    private Fraction prices(int year) {
        return prices.computeIfAbsent(
                year,
                each -> Path.power(Fraction.ONE.plus(scenario.inflation()), Math.max(0, each - scenario.reference())));
    }

    /** What a structure would go on receiving from a level, were there no measure. */
    long before(int p, FunderLevel level, int year) {
        Line moved = scenario.line();
        if (moved != null && moved.level() == level && year > scenario.reference()) {
            return reference[p];
        }
        return recipients
                .get(p)
                .goesOn(level, year, scenario.oneOffGrants())
                .map(Cents::of)
                .orElse(0L);
    }

    /** What a structure's region counts of what it receives. */
    long[] byRegion(int p, long cents) {
        return Allocation.split(cents, List.of(weights[p]));
    }

    /** The highest rate of the Union where a structure has its seat. */
    @Nullable
    Rule<Fraction> unionRate(int p) {
        return unionRates
                .computeIfAbsent(p, each -> OtherFunders.rate(recipients.get(each), laws))
                .orElse(null);
    }
}
