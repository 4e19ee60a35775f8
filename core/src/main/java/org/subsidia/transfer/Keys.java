package org.subsidia.transfer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ObjIntConsumer;
import org.subsidia.money.Fraction;

/** Weights by key: what each structure, and each region through its structures, weighs in a split. */
final class Keys {
    static final String HISTORIC = "historic";
    static final String COUNT = "count";
    static final String EQUAL = "equal";
    private static final SortedMap<String, Fraction> BY_HISTORY = new TreeMap<>(Map.of(HISTORIC, Fraction.ONE));

    private static final Measure REGIONS_BY_HISTORY = byHistory("region-key", Model.REGION_KEY);
    private static final Measure STRUCTURES_BY_HISTORY = byHistory("structure-key", Model.STRUCTURE_KEY);

    private final Frame frame;
    private final Ground ground;

    Keys(Frame frame) {
        this.frame = frame;
        this.ground = frame.ground;
    }

    /** Whether a structure shares the line: it did before, a measure names it, or lets all newcomers in. */
    static boolean shares(Frame frame, int p, Measure measure) {
        return frame.ground.reference[p] > 0
                || measure.word("newcomers").equals("all")
                || measure.structures().contains(frame.recipients.get(p).id());
    }

    /** The weight of each region; where nobody has any, the historic ones. */
    Weights ofRegions(Measure measure) {
        Weights weights = ground.regionWeights.computeIfAbsent(measure, each -> new Weights(regionWeights(each)));
        return weights.isNone() && !measure.equals(REGIONS_BY_HISTORY) ? ofRegions(REGIONS_BY_HISTORY) : weights;
    }

    private List<Fraction> regionWeights(Measure measure) {
        Map<String, Fraction> mix = measure.weights("keys");
        boolean product = measure.word("combine").equals("product");
        List<List<Fraction>> parts = new ArrayList<>();
        mixed(mix, key -> regionKey(key, measure), parts);
        return combined(parts, frame.regions.size(), product);
    }

    /** The weight of each member of a region in its split. */
    Weights ofStructures(Measure measure, int region) {
        return ground.structureWeights
                .computeIfAbsent(measure, each -> new ConcurrentHashMap<>())
                .computeIfAbsent(region, each -> new Weights(structureWeights(measure, each)));
    }

    /** The weight of each member of a region by a key alone. */
    Weights ofScores(String key, int region) {
        Measure alone = Measure.of(
                "score",
                Model.STRUCTURE_KEY,
                Map.of("keys", new Argument.Weights(new TreeMap<>(Map.of(key, Fraction.ONE)))));
        return ofStructures(alone, region);
    }

    private List<Fraction> structureWeights(Measure measure, int region) {
        Map<String, Fraction> mix = measure.weights("keys");
        List<List<Fraction>> parts = new ArrayList<>();
        mixed(mix, key -> structureKey(key, measure, region), parts);
        int[] members = ground.members[region];
        List<Fraction> weights = combined(parts, members.length, false);
        SortedMap<String, Fraction> classes = measure.weights("classes");
        List<Fraction> classed = new ArrayList<>();
        for (int i = 0; i < members.length; i++) {
            PoleClass own = frame.recipients.get(members[i]).poleClass();
            Fraction factor = own == null ? Fraction.ONE : classes.getOrDefault(own.name(), Fraction.ONE);
            Fraction weight = weights.get(i);
            classed.add(weight.signum() == 0 || factor.equals(Fraction.ONE) ? weight : weight.times(factor));
        }
        return classed;
    }

    /** The key between Regions where no measure states one. */
    static Measure regionsByHistory() {
        return REGIONS_BY_HISTORY;
    }

    /** The key between structures where no measure states one. */
    static Measure structuresByHistory() {
        return STRUCTURES_BY_HISTORY;
    }

    private static Measure byHistory(String id, Model model) {
        return Measure.of(id, model, Map.of("keys", new Argument.Weights(BY_HISTORY)));
    }

    private interface Source {
        List<Fraction> of(String key);
    }

    /** Each key as shares of its sum, times its weight in the mix; a key that nobody has is left out. A lone key stays as it is. */
    private static void mixed(Map<String, Fraction> mix, Source source, List<List<Fraction>> parts) {
        if (mix.size() == 1) {
            parts.add(source.of(mix.keySet().iterator().next()));
            return;
        }
        mix.forEach((key, weight) -> {
            List<Fraction> values = source.of(key);
            Fraction sum = values.stream().reduce(Fraction.ZERO, Fraction::plus);
            if (sum.signum() > 0 && weight.signum() > 0) {
                parts.add(values.stream()
                        .map(value -> value.signum() == 0
                                ? value
                                : value.dividedBy(sum).times(weight))
                        .toList());
            }
        });
    }

    private static List<Fraction> combined(List<List<Fraction>> parts, int size, boolean product) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        List<Fraction> all =
                new ArrayList<>(Collections.nCopies(size, product && !parts.isEmpty() ? Fraction.ONE : Fraction.ZERO));
        for (List<Fraction> part : parts) {
            for (int i = 0; i < size; i++) {
                all.set(i, product ? all.get(i).times(part.get(i)) : all.get(i).plus(part.get(i)));
            }
        }
        return all;
    }

    private List<Fraction> regionKey(String key, Measure measure) {
        Map<String, Fraction> stated = frame.scenario.regionKeys().get(key);
        List<Fraction> values = new ArrayList<>();
        for (int r = 0; r < frame.regions.size(); r++) {
            if (stated != null) {
                values.add(stated.getOrDefault(frame.regions.get(r), Fraction.ZERO));
            } else {
                Fraction sum = structureKey(key, measure, r).stream().reduce(Fraction.ZERO, Fraction::plus);
                values.add(key.equals(EQUAL) && sum.signum() > 0 ? Fraction.ONE : sum);
            }
        }
        return values;
    }

    private List<Fraction> structureKey(String key, Measure measure, int region) {
        List<Fraction> values = new ArrayList<>();
        int[] members = ground.members[region];
        for (int i = 0; i < members.length; i++) {
            int p = members[i];
            Fraction weight = ground.weights[p][region];
            if (!shares(frame, p, measure)) {
                values.add(Fraction.ZERO);
            } else if (key.equals(HISTORIC)) {
                values.add(Fraction.of(ground.historic[region][i]));
            } else if (key.equals(COUNT) || key.equals(EQUAL)) {
                values.add(weight);
            } else {
                values.add(
                        frame.recipients.get(p).key(key).orElse(Fraction.ZERO).times(weight));
            }
        }
        return values;
    }

    /** Keys of a measure for which a structure that shares the line has no value. */
    void missing(Measure measure, Set<String> stated, ObjIntConsumer<String> report) {
        for (String key : measure.weights("keys").keySet()) {
            if (!Set.of(HISTORIC, COUNT, EQUAL).contains(key) && !stated.contains(key)) {
                int without = 0;
                for (int p = 0; p < frame.recipients.size(); p++) {
                    boolean none = frame.recipients.get(p).key(key).isEmpty();
                    without += none && shares(frame, p, measure) ? 1 : 0;
                }
                if (without > 0) {
                    report.accept(key, without);
                }
            }
        }
    }
}
