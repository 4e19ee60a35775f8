package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.transfer.Populations.euros;

import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;

class LimitsTest {
    private static final LawBase LAWS = LawBase.standard();

    @Test
    void share_onRandomLimits_isWithinThem_addsUp_andLiesWithinACentOfTheExactLevel() {
        long seed = Long.getLong("subsidia.seed", 60);
        for (int i = 0; i < 2_000; i++) {
            Random random = new Random(seed + i);
            String where = "-Dsubsidia.seed=" + (seed + i) + " replays it";
            int size = 1 + random.nextInt(6);
            long[] weights = new long[size];
            long[] floors = new long[size];
            long[] ceilings = new long[size];
            for (int k = 0; k < size; k++) {
                weights[k] = random.nextInt(5) == 0 ? 0 : random.nextInt(1_000);
                floors[k] = random.nextBoolean() ? 0 : random.nextInt(300);
                ceilings[k] = random.nextBoolean() ? Long.MAX_VALUE : floors[k] + random.nextInt(400);
            }
            long total = Cents.sum(weights);
            long[] parts = Limits.share(total, weights, floors, ceilings);
            if (Cents.sum(floors) > total) {
                assertThat(Cents.sum(parts)).as(where).isEqualTo(total);
                continue;
            }
            boolean full = true;
            for (int k = 0; k < size; k++) {
                assertThat(parts[k]).as(where).isBetween(floors[k], ceilings[k]);
                full &= weights[k] == 0 || parts[k] == ceilings[k];
            }
            assertThat(Cents.sum(parts) == total || full).as(where).isTrue();
            if (!full) {
                Fraction level = level(total, weights, floors, ceilings);
                for (int k = 0; k < size; k++) {
                    Fraction exact = clamped(level, weights[k], floors[k], ceilings[k]);
                    assertThat(Math.abs(parts[k] - exact.times(1, RoundingMode.FLOOR)))
                            .as(where)
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    /** The level at which all parts, each its weight times the level within its limits, make the total: by trying all bends. */
    private static Fraction level(long total, long[] weights, long[] floors, long[] ceilings) {
        TreeSet<Fraction> bends = new TreeSet<>();
        bends.add(Fraction.ZERO);
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] > 0) {
                bends.add(Fraction.of(floors[k], weights[k]));
                bends.add(Fraction.of(ceilings[k], weights[k]));
            }
        }
        Fraction low = Fraction.ZERO;
        for (Fraction high : bends) {
            Fraction below = sum(low, weights, floors, ceilings);
            Fraction above = sum(high, weights, floors, ceilings);
            if (above.compareTo(Fraction.of(total)) >= 0) {
                Fraction rise = above.minus(below);
                return rise.signum() == 0
                        ? low
                        : low.plus(high.minus(low)
                                .times(Fraction.of(total).minus(below))
                                .dividedBy(rise));
            }
            low = high;
        }
        Fraction slope = Fraction.of(Cents.sum(weights));
        return low.plus(
                Fraction.of(total).minus(sum(low, weights, floors, ceilings)).dividedBy(slope));
    }

    private static Fraction sum(Fraction level, long[] weights, long[] floors, long[] ceilings) {
        Fraction sum = Fraction.ZERO;
        for (int k = 0; k < weights.length; k++) {
            sum = sum.plus(clamped(level, weights[k], floors[k], ceilings[k]));
        }
        return sum;
    }

    private static Fraction clamped(Fraction level, long weight, long floor, long ceiling) {
        Fraction part = level.times(Fraction.of(weight));
        part = part.compareTo(Fraction.of(floor)) < 0 ? Fraction.of(floor) : part;
        return part.compareTo(Fraction.of(ceiling)) > 0 ? Fraction.of(ceiling) : part;
    }

    @Test
    void run_withFloorsCeilingsPriorityAndNewcomers_conserves_andExplainsItself() {
        long seed = Long.getLong("subsidia.seed", 61);
        for (int i = 0; i < 60; i++) {
            Random random = new Random(seed + i);
            String measures = "- {id: key, model: structure-key, keys: {historic: 1, members: 1}, newcomers: all}\n"
                    + "- {id: f, model: results, fixedShare: 40 %, score: score, floor: " + random.nextInt(60_000)
                    + ", ceiling: " + (60_000 + random.nextInt(200_000)) + "}\n"
                    + "- {id: c, model: cap, amount: " + random.nextInt(400_000)
                    + ", rule: priority, priority: [S2, members]}\n";
            Population population = Populations.random(random);
            Simulation simulation =
                    Simulation.run(Scenarios.of(measures), population, LAWS).get();
            String where = "-Dsubsidia.seed=" + (seed + i) + " replays it";
            Conservation.check(simulation, 2021, where);
            for (RegionResult each : simulation.regions()) {
                assertThat(each.unspent().isNegative()).as(where).isFalse();
            }
            for (Recipient each : population.recipients()) {
                assertThat(simulation.explain(each.id(), 2021).check())
                        .as(where)
                        .isEmpty();
            }
        }
    }

    @Test
    void floor_isPaidByTheOthers() {
        Population three = new Population("", true, List.of(one("A", 60), one("B", 30), one("C", 10)));
        Simulation simulation = Simulation.run(
                        Scenarios.of("- {id: f, model: results, fixedShare: 1, floor: 20, ceiling: 50}\n"), three, LAWS)
                .get();
        assertThat(simulation.after("A", FunderLevel.REGION, 2021)).isEqualTo(euros(50));
        assertThat(simulation.after("B", FunderLevel.REGION, 2021)).isEqualTo(euros(30));
        assertThat(simulation.after("C", FunderLevel.REGION, 2021)).isEqualTo(euros(20));
    }

    @Test
    void priority_byKey_servesWhoHasMostFirst() {
        Population three = new Population("", true, List.of(one("A", 60), one("B", 30), one("C", 10)));
        Simulation simulation = Simulation.run(
                        Scenarios.of("- {id: c, model: cap, amount: 45, rule: priority, priority: [C, members]}\n"),
                        three,
                        LAWS)
                .get();
        assertThat(simulation.after("C", FunderLevel.REGION, 2021)).isEqualTo(euros(10));
        assertThat(simulation.after("A", FunderLevel.REGION, 2021)).isEqualTo(euros(35));
        assertThat(simulation.after("B", FunderLevel.REGION, 2021)).isEqualTo(euros(0));
    }

    @Test
    void newcomers_shareByTheKey_onlyWhereTheMeasureLetsThemIn() {
        Population two = new Population("", true, List.of(one("A", 60), one("B", 0)));
        String key = "- {id: k, model: structure-key, keys: {count: 1}%s}\n";
        assertThat(Simulation.run(Scenarios.of(key.formatted("")), two, LAWS)
                        .get()
                        .after("B", FunderLevel.REGION, 2021))
                .isEqualTo(euros(0));
        assertThat(Simulation.run(Scenarios.of(key.formatted(", newcomers: all")), two, LAWS)
                        .get()
                        .after("B", FunderLevel.REGION, 2021))
                .isEqualTo(euros(30));
    }

    private static Recipient one(String id, int euros) {
        return Recipient.builder(id, id)
                .region("84", Fraction.ONE)
                .received(FunderLevel.STATE, 2019, euros(euros))
                .key("members", Fraction.of(euros))
                .build();
    }
}
