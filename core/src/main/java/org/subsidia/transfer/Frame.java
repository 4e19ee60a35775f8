package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;

/** What every step reads: scenario, population and law, and the historic amounts of the line in cents. */
final class Frame {
    /** Stands for the region of structures whose region is not known. */
    static final String NO_REGION = "";

    final Scenario scenario;
    final Population population;
    final LawBase laws;
    final List<Recipient> recipients;
    /** Where each structure stands, by id. */
    final Map<String, Integer> positions = new HashMap<>();

    final List<String> regions;
    /** What each structure received of the line in the reference year. */
    final long[] reference;
    /** The same by structure and region. */
    final long[][] historic;
    /** The share of each structure in each region, 0 where it is not there. */
    final Fraction[][] weights;

    final Neutrality neutrality;
    final Keys keys = new Keys(this);
    private final Map<Integer, Fraction> prices = new ConcurrentHashMap<>();
    /** The line's amounts by year, in the measure of the population. */
    final Map<Integer, Long> line;

    private Frame(
            Scenario scenario,
            Population population,
            LawBase laws,
            Map<Integer, Long> line,
            long[] reference,
            Neutrality neutrality) {
        this.scenario = scenario;
        this.neutrality = neutrality;
        this.population = population;
        this.laws = laws;
        this.recipients = population.recipients();
        this.line = line;
        this.reference = reference;
        boolean seat = scenario.last(Model.REGION_KEY)
                .filter(each -> each.word("multiRegion").equals("seat"))
                .isPresent();
        SortedSet<String> codes = new TreeSet<>();
        List<Map<String, Fraction>> shares = new ArrayList<>();
        for (Recipient recipient : recipients) {
            Map<String, Fraction> own = shares(recipient, seat);
            codes.addAll(own.keySet());
            shares.add(own);
        }
        this.regions = List.copyOf(codes);
        this.weights = new Fraction[recipients.size()][];
        this.historic = new long[recipients.size()][];
        for (int p = 0; p < recipients.size(); p++) {
            positions.put(recipients.get(p).id(), p);
            Map<String, Fraction> own = shares.get(p);
            weights[p] = regions.stream()
                    .map(code -> own.getOrDefault(code, Fraction.ZERO))
                    .toArray(Fraction[]::new);
            historic[p] = Allocation.split(reference[p], List.of(weights[p]));
        }
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

    /** The frame; findings tell why there is none, if one of them is an error. */
    static Frame of(Scenario scenario, Population population, LawBase laws, List<Finding> findings) {
        List<Recipient> recipients = population.recipients();
        long[] own = new long[recipients.size()];
        Line line = scenario.line();
        Map<Integer, Long> amounts = new TreeMap<>();
        Neutrality neutrality = Neutrality.of(scenario, laws, findings);
        if (line != null) {
            int year = scenario.reference();
            for (int p = 0; p < own.length; p++) {
                own[p] = recipients
                        .get(p)
                        .received(line.level())
                        .lastKnown(year)
                        .map(Cents::of)
                        .orElse(0L);
            }
            long total = Cents.sum(own);
            if (total <= 0) {
                findings.add(Finding.error(
                        Place.NOWHERE, "XFER-LINE-NOBODY", line.level().label(), String.valueOf(year)));
                return new Frame(scenario, population, laws, amounts, own, neutrality);
            }
            own = amounts(scenario, population, line, own, total, amounts);
        }
        return new Frame(scenario, population, laws, amounts, own, neutrality);
    }

    /** Puts the line's amounts in the measure of the population, or the population in that of the line. */
    private static long[] amounts(
            Scenario scenario, Population population, Line line, long[] own, long total, Map<Integer, Long> amounts) {
        if (line.values().isEmpty()) {
            sums(scenario, population, line, amounts);
            return own;
        }
        long stated = line.in(scenario.reference()).map(Cents::of).orElse(0L);
        boolean national = line.scale() == Line.Scale.NATIONAL;
        line.values().forEach((year, value) -> {
            long cents = Cents.of(value.amount());
            amounts.put(
                    year,
                    national || stated == 0
                            ? cents
                            : Cents.share(Fraction.of(total).dividedBy(Fraction.of(stated)), cents));
        });
        return national ? Allocation.split(stated, own) : own;
    }

    /** Without stated amounts the line is what the structures received. */
    private static void sums(Scenario scenario, Population population, Line line, Map<Integer, Long> amounts) {
        population.total(line.level()).byYear().forEach((year, sum) -> amounts.put(year, Cents.of(sum)));
        amounts.put(
                scenario.reference(),
                population.recipients().stream()
                        .mapToLong(each -> each.received(line.level())
                                .lastKnown(scenario.reference())
                                .map(Cents::of)
                                .orElse(0L))
                        .sum());
    }

    /** What costs of the reference year have become by inflation. */
    Fraction prices(int year) {
        return prices.computeIfAbsent(
                year,
                each -> Path.power(Fraction.ONE.plus(scenario.inflation()), Math.max(0, each - scenario.reference())));
    }

    long referenceTotal() {
        return Cents.sum(reference);
    }

    /** What a structure would go on receiving from a level, were there no measure. */
    long before(int p, FunderLevel level, int year) {
        Line line = scenario.line();
        if (line != null && line.level() == level && year > scenario.reference()) {
            return reference[p];
        }
        return recipients.get(p).received(level).lastKnown(year).map(Cents::of).orElse(0L);
    }

    /** Every level from which a structure of the population received anything, and those of the line. */
    List<FunderLevel> levels() {
        SortedSet<FunderLevel> levels = new TreeSet<>();
        recipients.forEach(each -> levels.addAll(each.history().keySet()));
        Line line = scenario.line();
        if (line != null) {
            levels.add(line.level());
            levels.add(line.successor());
        }
        scenario.measures().stream()
                .filter(each -> each.model() == Model.WITHDRAWAL)
                .forEach(each -> levels.add(FunderLevel.valueOf(each.word("by"))));
        return List.copyOf(levels);
    }
}
