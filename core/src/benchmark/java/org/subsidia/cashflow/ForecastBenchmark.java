package org.subsidia.cashflow;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.RuleReference;

/**
 * Monte Carlo of 400 structures × 12 grants × 6 payments over 84 months, 10,000 runs, beside the same job in NumPy and in a
 * naive loop over Money, in alternating rounds.
 *
 * <p>All read the same tables: each payment has 256 months of equal weight (triangular delays of 3, 6, 14 months), and follows
 * its funder's number in half of the draws. Processor time where one thread works, so that other work on the machine matters
 * less; wall time for two threads; the heap that is still in use after a collection while a kernel that ran all structures is held, at
 * three numbers of runs. Promised: 2 times NumPy with the monthly band, 4 times without, 15 times the naive loop, two
 * threads 1.7 times one, the same results on one and two threads, and a heap that grows with the runs by the balances of the months and 26 bytes
 * a run, and by nothing else. Ends with 1 where a promise is not kept.
 */
public final class ForecastBenchmark {
    private static final int STRUCTURES = 400;
    private static final int PAYMENTS = 72;
    private static final int MONTHS = 84;
    private static final int FUNDERS = 12;
    private static final int FOLLOW = 1 << 15;
    private static final int[] MEMORY_RUNS = {1_000, 4_000, 10_000};
    /** How much of a measured heap is chance. */
    private static final long REST_BYTES = 1 << 18;

    private static final long OPENING = 5_000_000;
    private static final long COSTS = -1_500_000;

    private ForecastBenchmark() {}

    /**
     * Measures and prints.
     *
     * @param args the Python program, its interpreter, a folder, the number of rounds, and the number of runs
     * @throws Exception if a process or a file fails
     */
    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[3]);
        int runs = Integer.parseInt(args[4]);
        Path folder = Files.createDirectories(Path.of(args[2]));
        List<CashKernel.Job> jobs = jobs();
        Path tables = write(jobs, folder);
        SimulationOptions one = SimulationOptions.STANDARD.withRuns(runs);
        double draws = (double) STRUCTURES * PAYMENTS * runs;
        List<Double> band = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        List<Double> numpyBand = new ArrayList<>();
        List<Double> numpyPlain = new ArrayList<>();
        List<Double> naive = new ArrayList<>();
        List<Double> wallOne = new ArrayList<>();
        List<Double> wallTwo = new ArrayList<>();
        long expected = 0;
        boolean same = true;
        System.out.printf(Locale.ROOT, "%,d payment draws; ns a draw, processor time of one thread%n", (long) draws);
        for (int round = 0; round < rounds; round++) {
            long wall = System.nanoTime();
            long start = cpu();
            CashKernel.Outcome[] single = CashSimulation.run(jobs, one, FOLLOW, true);
            band.add((cpu() - start) / draws);
            wallOne.add((System.nanoTime() - wall) / draws);
            start = cpu();
            CashSimulation.run(jobs, one, FOLLOW, false);
            plain.add((cpu() - start) / draws);
            wall = System.nanoTime();
            CashKernel.Outcome[] twice = CashSimulation.run(jobs, one.withThreads(2), FOLLOW, true);
            wallTwo.add((System.nanoTime() - wall) / draws);
            same &= digest(single) == digest(twice) && (round == 0 || digest(single) == expected);
            expected = digest(single);
            double[] numpy = numpy(args[1], args[0], tables, runs);
            numpyBand.add(numpy[0] * 1e9 / draws);
            numpyPlain.add(numpy[1] * 1e9 / draws);
            naive.add(naive(jobs.get(0), runs) / ((double) PAYMENTS * runs));
            double middle = Arrays.stream(single)
                    .mapToLong(o -> o.band()[1][MONTHS / 2])
                    .average()
                    .orElse(0);
            System.out.printf(
                    Locale.ROOT,
                    "  round %d: with band %.1f, without %.1f; NumPy %.1f, %.1f; naive Money (1 structure of 400) %.0f; wall, 1"
                            + " thread %.1f, 2 threads %.1f; mean P50 of the middle month %.0f here, %.0f in NumPy%n",
                    round + 1,
                    last(band),
                    last(plain),
                    last(numpyBand),
                    last(numpyPlain),
                    last(naive),
                    last(wallOne),
                    last(wallTwo),
                    middle,
                    numpy[2]);
            same &= Math.abs(middle - numpy[2]) < 1e-3 * Math.abs(middle) + 20_000;
        }
        double[] ratios = {
            median(numpyBand) / median(band),
            median(numpyPlain) / median(plain),
            median(naive) / median(band),
            median(wallOne) / median(wallTwo)
        };
        System.out.printf(
                Locale.ROOT,
                "medians: %.2f times NumPy with the monthly band (promised 2), %.2f without (4), %.1f times naive Money (15),"
                        + " two threads %.2f times one (1.7), results the same: %s%n",
                ratios[0],
                ratios[1],
                ratios[2],
                ratios[3],
                same);
        same &= memory(jobs);
        boolean kept = ratios[0] >= 2 && ratios[1] >= 4 && ratios[2] >= 15 && ratios[3] >= 1.7 && same;
        System.out.println(kept ? "promises kept" : "PROMISES NOT KEPT");
        System.exit(kept ? 0 : 1);
    }

    /** What a kernel holds, beside what its quantiles need; whether the rest is the same at any number of runs. */
    private static boolean memory(List<CashKernel.Job> jobs) {
        List<Long> rests = new ArrayList<>();
        for (int runs : MEMORY_RUNS) {
            int[] ranks = SimulationOptions.STANDARD.withRuns(runs).ranks();
            long before = live();
            CashKernel kernel = new CashKernel();
            jobs.forEach(job -> kernel.run(job, runs, FOLLOW, ranks, true));
            long held = live() - before;
            Reference.reachabilityFence(kernel);
            long state = CashKernel.bytes(MONTHS, runs);
            rests.add(held - state);
            System.out.printf(
                    Locale.ROOT,
                    "memory of a thread at %,d runs, %d structures done: %.2f MB held, of which %.2f MB for quantiles (%.2f MB of"
                            + " balances) and %.2f MB for all else%n",
                    runs,
                    jobs.size(),
                    held / 1e6,
                    state / 1e6,
                    8e-6 * MONTHS * runs,
                    (held - state) / 1e6);
        }
        return Collections.max(rests) - Collections.min(rests) < REST_BYTES;
    }

    private static long live() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long digest(CashKernel.Outcome[] outcomes) {
        long digest = 0;
        for (CashKernel.Outcome outcome : outcomes) {
            digest = 31 * digest + Arrays.deepHashCode(outcome.band());
            digest = 31 * digest + Arrays.hashCode(outcome.below());
            digest = 31 * digest + Arrays.hashCode(outcome.lows());
            digest = 31 * digest + Arrays.hashCode(outcome.overdrafts());
            digest = 31 * digest + Arrays.hashCode(outcome.lowestIn());
        }
        return digest;
    }

    private static List<CashKernel.Job> jobs() {
        SplittableRandom random = new SplittableRandom(7);
        int[] days = Lag.triangular(
                        3, 6, 14, new RuleReference("benchmark", null, null, "", "", "", Confidence.UNVERIFIED))
                .table();
        List<CashKernel.Job> jobs = new ArrayList<>();
        for (int s = 0; s < STRUCTURES; s++) {
            long[] fixed = new long[MONTHS];
            Arrays.fill(fixed, COSTS);
            byte[][] tables = new byte[PAYMENTS][Lag.POINTS];
            long[] cents = new long[PAYMENTS];
            int[] funder = new int[PAYMENTS];
            int[] award = new int[PAYMENTS];
            long[] keys = new long[PAYMENTS];
            Arrays.fill(award, -1);
            for (int p = 0; p < PAYMENTS; p++) {
                int release = random.nextInt(MONTHS * 30);
                for (int i = 0; i < Lag.POINTS; i++) {
                    tables[p][i] = (byte) Math.min(MONTHS, (release + days[i]) / 30);
                }
                cents[p] = random.nextLong(500_000, 4_000_000);
                funder[p] = p * FUNDERS / PAYMENTS;
                keys[p] = random.nextLong();
            }
            long[] funderKeys = random.longs(FUNDERS).toArray();
            jobs.add(new CashKernel.Job(
                    OPENING, fixed, funderKeys, new long[0], new int[0], tables, cents, funder, award, keys));
        }
        return jobs;
    }

    /** Tables as bytes, then amounts as little-endian longs. */
    private static Path write(List<CashKernel.Job> jobs, Path folder) throws IOException {
        Path file = folder.resolve("tables.bin");
        ByteBuffer bytes = ByteBuffer.allocate(STRUCTURES * PAYMENTS * (Lag.POINTS + Long.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        jobs.forEach(job -> Arrays.stream(job.tables()).forEach(bytes::put));
        jobs.forEach(job -> Arrays.stream(job.cents()).forEach(bytes::putLong));
        Files.write(file, bytes.array());
        return file;
    }

    /** Processor seconds with the band and without, and the mean of the middle month's P50. */
    private static double[] numpy(String python, String program, Path tables, int runs) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                python,
                program,
                tables.toString(),
                Integer.toString(STRUCTURES),
                Integer.toString(PAYMENTS),
                Integer.toString(MONTHS),
                Integer.toString(runs),
                Long.toString(OPENING),
                Long.toString(COSTS));
        builder.environment().keySet().removeIf(name -> name.startsWith("OPENBLAS_"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("NumPy failed: " + answer);
        }
        return Arrays.stream(answer.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** One structure as one writes it first: a Money a payment, a list of Money a month. */
    private static long naive(CashKernel.Job job, int runs) {
        long start = cpu();
        SplittableRandom random = new SplittableRandom(1);
        List<List<Money>> balances = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            balances.add(new ArrayList<>());
        }
        Money costs = Money.ofMinor(CurrencyUnit.EUR, COSTS);
        List<Money> amounts = Arrays.stream(job.cents())
                .mapToObj(cents -> Money.ofMinor(CurrencyUnit.EUR, cents))
                .toList();
        Money nothing = Money.zero(CurrencyUnit.EUR);
        for (int run = 0; run < runs; run++) {
            Money[] flows = new Money[MONTHS + 1];
            Arrays.fill(flows, nothing);
            double[] funders = random.doubles(FUNDERS).toArray();
            for (int p = 0; p < PAYMENTS; p++) {
                double own = random.nextDouble();
                double number = random.nextBoolean() ? own : funders[job.funder()[p]];
                int month = job.tables()[p][(int) (number * Lag.POINTS)];
                flows[month] = flows[month].plus(amounts.get(p));
            }
            Money balance = Money.ofMinor(CurrencyUnit.EUR, OPENING);
            for (int month = 0; month < MONTHS; month++) {
                balance = balance.plus(flows[month]).plus(costs);
                balances.get(month).add(balance);
            }
        }
        Money sum = nothing;
        for (List<Money> month : balances) {
            Collections.sort(month);
            sum = sum.plus(month.get(runs / 10)).plus(month.get(runs / 2)).plus(month.get(runs * 9 / 10));
        }
        if (sum.isZero()) {
            throw new IllegalStateException("the naive loop lost its money");
        }
        return cpu() - start;
    }
}
