package org.subsidia.transfer.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.law.LawBase;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.transfer.OneOff;
import org.subsidia.transfer.OneOffGrants;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Presets;
import org.subsidia.transfer.Recipient;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.Simulation;

class SweepTest {
    private static final String[] REGIONS = {"11", "84", "93", "76", "53"};
    private static final Map<String, String> GRID = Map.of(
            "baseYears", "1,2,3",
            "rate", "0..1.2/0.3",
            "growth", "0,0.02,1/7",
            "cap", "none,350000,0.01",
            "regionKey", "historic,count,equal,fte",
            "key", "historic,members,fte,equal");

    @Test
    void run_everyPointOfRandomPopulations_isWhatTheNaiveSweepSays() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < 4; run++) {
            Sweep sweep = sweep(random(random, 1 + random.nextInt(60), 40_000_000));
            NaiveSweep naive = new NaiveSweep(sweep);
            SweepSpace space = SweepSpace.grid(GRID).get();
            assertThat(space.size()).isEqualTo(3 * 5 * 3 * 3 * 4 * 4);
            sweep.run(space, 1, result -> assertThat(result).as("seed %d", seed).isEqualTo(naive.run(result.point())));
        }
    }

    @Test
    void run_amountsBeyondTheEstimate_areExactStill() {
        Sweep sweep = sweep(random(new Random(5), 9, 900_000_000_000_000L));
        NaiveSweep naive = new NaiveSweep(sweep);
        SweepSpace space = SweepSpace.sample(Map.of("rate", "0..1", "key", "historic,members"), 50, 1)
                .get();
        sweep.run(space, 1, result -> assertThat(result).isEqualTo(naive.run(result.point())));
    }

    @Test
    void run_amountsBeyondCents_areRefusedNotWrapped() {
        Sweep sweep = sweep(random(new Random(5), 3, 1_000_000_000_000_000L));
        SweepSpace space = SweepSpace.grid(Map.of("rate", "10", "growth", "1")).get();
        Sweep longer = Sweep.of(random(new Random(5), 3, 1_000_000_000_000_000L), FunderLevel.STATE, 2019, 60)
                .get();
        assertThat(sweep.structures()).isEqualTo(3);
        assertThatThrownBy(() -> longer.run(space, 1, result -> {})).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void run_anyNumberOfThreads_givesTheSameLinesInTheSameOrder() {
        Sweep sweep = sweep(random(new Random(3), 400, 40_000_000));
        SweepSpace space = SweepSpace.sample(
                        Map.of("rate", "0.5..1.2", "growth", "0..0.03", "key", "historic,members"), 200, 7)
                .get();
        List<String> one = lines(sweep, space, 1);
        assertThat(one).hasSize(200);
        assertThat(lines(sweep, space, 2)).isEqualTo(one);
        assertThat(lines(sweep, space, 5)).isEqualTo(one);
    }

    @Test
    void run_whatTheSimulatorCanDo_isTheSame() {
        Random random = new Random(11);
        for (int run = 0; run < 12; run++) {
            Population population = random(random, 1 + random.nextInt(20), 40_000_000);
            int baseYears = 1 + random.nextInt(3);
            Fraction rate = Fraction.of(random.nextInt(13), 10);
            Fraction growth = Fraction.of(random.nextInt(5), 100);
            Money cap = random.nextBoolean() ? null : Money.of(CurrencyUnit.EUR, random.nextInt(400_000));
            String regionKey = List.of("historic", "count", "equal", "fte").get(random.nextInt(4));
            String key = List.of("historic", "count", "members", "fte").get(random.nextInt(4));
            SweepPoint point = new SweepPoint(0, baseYears, rate, growth, cap, regionKey, key);
            SweepResult result = sweep(population).worker().run(point);
            Simulation simulation = Simulation.run(scenario(point), population, LawBase.standard())
                    .get();
            Money gap = Money.zero(CurrencyUnit.EUR);
            List<Long> gaps = new ArrayList<>();
            Money transferred = Money.zero(CurrencyUnit.EUR);
            for (int year = 2020; year <= 2023; year++) {
                transferred = transferred.plus(simulation.transferred(year));
            }
            for (Recipient recipient : population.recipients()) {
                Money own = Money.zero(CurrencyUnit.EUR);
                for (int year = 2020; year <= 2023; year++) {
                    own = own.plus(simulation.publicAfter(recipient.id(), year))
                            .minus(simulation.publicBefore(recipient.id(), year));
                }
                gap = gap.plus(own);
                gaps.add(own.getAmountMinorLong());
            }
            gaps.sort(null);
            assertThat(result.transferred()).as("%s", point).isEqualTo(transferred);
            assertThat(result.gap()).as("%s", point).isEqualTo(gap);
            assertThat(result.losers())
                    .isEqualTo((int) gaps.stream().filter(each -> each < 0).count());
            assertThat(result.quantiles().get(0).getAmountMinorLong()).isEqualTo(gaps.get(0));
            assertThat(result.quantiles().get(50).getAmountMinorLong()).isEqualTo(gaps.get((gaps.size() + 1) / 2 - 1));
            assertThat(result.quantiles().get(100).getAmountMinorLong()).isEqualTo(gaps.get(gaps.size() - 1));
        }
    }

    @Test
    void proRata_randomWeights_areThoseOfTheAllocation() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < 3_000; run++) {
            int size = 1 + random.nextInt(run % 10 == 0 ? 3_000 : 30);
            int bits = 1 + random.nextInt(48);
            long[] weights = random.longs(size, 0, 1L << bits).toArray();
            weights[random.nextInt(size)]++;
            long total = random.nextLong() >>> (1 + random.nextInt(62));
            long[] parts = new long[size];
            new ProRata(size).add(total, weights, Arrays.stream(weights).sum(), 0, size, parts);
            assertThat(parts).as("seed %d, run %d", seed, run).isEqualTo(Allocation.split(total, weights));
        }
    }

    @Test
    void orderStatistics_anyValues_areThoseOfTheSortedArray() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int run = 0; run < 300; run++) {
            int size = 1 + random.nextInt(500);
            int bits = random.nextInt(63);
            long[] values = random.longs(size).map(each -> each >> bits).toArray();
            if (run == 0) {
                values[0] = Long.MIN_VALUE;
            }
            long[] sorted = values.clone();
            Arrays.sort(sorted);
            int[] ranks = {0, size / 10, size / 2, size / 2, size - 1};
            assertThat(new OrderStatistics(size).at(values, ranks))
                    .as("seed %d", seed)
                    .isEqualTo(
                            Arrays.stream(ranks).mapToLong(rank -> sorted[rank]).toArray());
        }
    }

    @Test
    void space_whatCannotBeRead_isSaidWithItsName() {
        for (String[] bad : new String[][] {
            {"rate", "0..1"},
            {"rate", "11"},
            {"rate", "x"},
            {"rate", "1..0/0.1"},
            {"rate", "0..1/0"},
            {"rate", ""},
            {"growth", "2"},
            {"growth", "-1"},
            {"cap", "-1"},
            {"cap", "1.001"},
            {"baseYears", "0"},
            {"baseYears", "1.5"},
            {"key", "historic,"},
            {"rate", "0..1/0.000001"},
            {"rate", "0..1..2/1"},
            {"cap", "99999999999999999999"}
        }) {
            assertThat(SweepSpace.grid(Map.of(bad[0], bad[1])).findings())
                    .as("%s=%s", bad[0], bad[1])
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.code()).isEqualTo("SWEEP-BAD-VALUE"));
        }
    }

    @Test
    void space_unknownKeysAndYears_areSaid() {
        Sweep sweep = sweep(random(new Random(1), 5, 1_000));
        SweepSpace space = SweepSpace.grid(Map.of("key", "historic,beauty", "baseYears", "1,4"))
                .get();
        assertThat(space.unknown(sweep))
                .extracting(each -> each.code())
                .containsExactly("SWEEP-LINE-YEARS", "SWEEP-NO-KEY");
    }

    @Test
    void sample_sameSeed_drawsTheSamePoints_withinTheRange() {
        SweepSpace space = SweepSpace.sample(Map.of("rate", "0.5..1"), 1_000_000_000_000L, 4)
                .get();
        SweepPoint point = space.point(999_999_999_999L);
        assertThat(point).isEqualTo(space.point(999_999_999_999L));
        assertThat(point.rate()).isBetween(Fraction.of(1, 2), Fraction.ONE);
        assertThat(point.rate()).isNotEqualTo(space.point(0).rate());
    }

    @Test
    void of_nobodyOnTheLine_isRefused() {
        assertThat(Sweep.of(random(new Random(1), 5, 1_000), FunderLevel.COMMUNE, 2019, 4)
                        .findings())
                .extracting(each -> each.code())
                .containsExactly("SWEEP-NOBODY");
    }

    @Test
    void explain_everyAmountAndGap_addsUpToWhatTheWorkerComputes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Sweep sweep = sweep(random(random, 1 + random.nextInt(12), 40_000_000));
        SweepSpace space = SweepSpace.grid(GRID).get();
        for (int i = 0; i < 12; i++) {
            SweepPoint point = space.point(random.nextInt((int) space.size()));
            SweepResult result = sweep.worker().run(point);
            Money gaps = Money.zero(CurrencyUnit.EUR);
            for (String id : sweep.ids()) {
                Explanation gap = sweep.explain(point, id);
                assertThat(gap.check()).as("seed %d", seed).isEmpty();
                gaps = gaps.plus(Amounts.of(gap).orElseThrow());
                Explanation year = sweep.explain(point, id, sweep.last());
                assertThat(year.check()).as("seed %d", seed).isEmpty();
            }
            assertThat(gaps).as("seed %d, point %s", seed, point).isEqualTo(result.gap());
            result.quantiles().forEach((hundredths, gap) -> assertThat(
                            Amounts.of(sweep.explain(point, sweep.realising(point, hundredths))))
                    .as("seed %d", seed)
                    .contains(gap));
        }
    }

    @Test
    void gather_structureByStructure_isTheSweepOfAll() {
        Population population = random(new Random(17), 300, 40_000_000);
        Sweep.Gathering gathering = Sweep.gather(FunderLevel.STATE, 2019);
        population.recipients().forEach(gathering::add);
        Sweep gathered = gathering.sweep(10).get();
        Sweep whole = Sweep.of(population, FunderLevel.STATE, 2019, 10).get();
        SweepSpace space = SweepSpace.sample(GRID, 60, 3).get();
        assertThat(lines(gathered, space, 2)).isEqualTo(lines(whole, space, 1));
        assertThat(gathered.structures()).isEqualTo(whole.structures());
        assertThat(gathered.ids()).isEmpty();
    }

    @Test
    void of_oneOffGrants_areNoPartOfTheLineUnlessCarriedForward() {
        Recipient one = Recipient.builder("A", "a")
                .region("84", Fraction.ONE)
                .received(FunderLevel.STATE, 2019, Money.of(CurrencyUnit.EUR, 70))
                .receivedOnce(
                        new OneOff(FunderLevel.STATE, 2019, Money.of(CurrencyUnit.EUR, 30), OneOff.Why.STATED, null))
                .build();
        Population population = new Population("", true, List.of(one));
        SweepPoint point = SweepSpace.grid(Map.of()).get().point(0);
        assertThat(Sweep.of(population, FunderLevel.STATE, 2019, 1)
                        .get()
                        .worker()
                        .run(point)
                        .base())
                .isEqualTo(Money.of(CurrencyUnit.EUR, 70));
        assertThat(Sweep.of(population, FunderLevel.STATE, 2019, 1, OneOffGrants.CARRY_FORWARD)
                        .get()
                        .worker()
                        .run(point)
                        .base())
                .isEqualTo(Money.of(CurrencyUnit.EUR, 100));
    }

    @Test
    void summary_hasTheMeansOfItsPoints() {
        Sweep sweep = sweep(random(new Random(11), 20, 40_000_000));
        SweepSpace space = SweepSpace.grid(Map.of("rate", "1,0.5,0", "key", "historic,members"))
                .get();
        SweepSummary summary = new SweepSummary();
        List<SweepResult> results = new ArrayList<>();
        sweep.run(space, 2, results::add);
        results.forEach(summary::add);
        assertThat(summary.byParameter().get("rate").keySet()).containsExactly("0", "0.5", "1");
        SweepSummary.Row half = summary.byParameter().get("rate").get("0.5");
        List<SweepResult> own = results.stream()
                .filter(each -> each.point().rate().equals(Fraction.of(1, 2)))
                .toList();
        assertThat(half.points()).isEqualTo(own.size()).isEqualTo(2);
        long sum = own.stream()
                .mapToLong(each -> each.quantiles().get(90).getAmountMinorLong())
                .sum();
        assertThat(half.quantiles().get(90).getAmountMinorLong()).isEqualTo(Math.round(sum / 2.0));
    }

    private static Sweep sweep(Population population) {
        return Sweep.of(population, FunderLevel.STATE, 2019, 4).get();
    }

    private static List<String> lines(Sweep sweep, SweepSpace space, int threads) {
        List<String> lines = new ArrayList<>();
        sweep.run(space, threads, result -> lines.add(SweepCsv.line(result)));
        return lines;
    }

    private static Scenario scenario(SweepPoint point) {
        StringBuilder indices = new StringBuilder();
        Fraction index = Fraction.ONE;
        for (int year = 2020; year <= 2023; year++) {
            indices.append(year).append(": ").append(index.value(12)).append(", ");
            index = index.times(Fraction.ONE.plus(point.growth()));
        }
        String text = """
                id: test
                title: {fr: Essai, en: Test}
                horizon: {first: 2019, last: 2023}
                reference: 2019
                indices: {growth: {%s2019: 1}}
                line: {level: STATE}
                measures:
                - {id: base, model: base, method: mean, years: %d}
                - {id: rate, model: rate, rate: %s}
                - {id: indexation, model: indexation, index: growth}
                - {id: region-key, model: region-key, keys: {%s: 1}}
                - {id: structure-key, model: structure-key, keys: {%s: 1}}
                """.formatted(indices, point.baseYears(), point.rate(), point.regionKey(), point.key())
                + point.limit()
                        .map(cap -> "- {id: cap, model: cap, amount: " + cap.getAmount() + "}\n")
                        .orElse("");
        return Scenario.read(
                        "test.yaml", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Presets.source())
                .get();
    }

    static Population random(Random random, int size, long mostCents) {
        List<Recipient> recipients = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Recipient.Builder builder = Recipient.builder("S" + i, "Structure " + i);
            for (int r = random.nextInt(3); r >= 0; r--) {
                builder.region(REGIONS[random.nextInt(REGIONS.length)], Fraction.of(1 + random.nextInt(5)));
            }
            for (int year = 2017; year <= 2019; year++) {
                long cents = 1 + (long) (random.nextDouble() * mostCents);
                builder.received(FunderLevel.STATE, year, Money.ofMinor(CurrencyUnit.EUR, cents));
            }
            builder.received(FunderLevel.REGION, 2019, Money.of(CurrencyUnit.EUR, 1_000))
                    .key("members", Fraction.of(random.nextInt(200)))
                    .key("fte", Fraction.of(random.nextInt(100), 10));
            recipients.add(builder.build());
        }
        return new Population("", true, recipients);
    }
}
