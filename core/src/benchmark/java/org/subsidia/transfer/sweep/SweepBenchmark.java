package org.subsidia.transfer.sweep;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.money.Allocation;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Recipient;

/**
 * A sweep by the library on one and two threads, by NumPy and by a naive loop over decimals, on the same made-up population:
 * {@code SweepBenchmark SWEEP.PY PYTHON FOLDER ROUNDS [STRUCTURES POINTS]}. The naive loop runs one point and is scaled to all.
 */
public final class SweepBenchmark {
    private static final int YEARS = 10;
    /** Structures of the sweep whose memory is looked at. */
    private static final int FEWER = 20_000;

    private static final String[] REGIONS = {
        "11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94", "01", "02", "03", "04", "06"
    };

    private SweepBenchmark() {}

    /**
     * Measures and prints.
     *
     * @param args as above
     * @throws Exception if a file cannot be written or NumPy fails
     */
    public static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args[3]);
        int structures = args.length > 4 ? Integer.parseInt(args[4]) : 100_000;
        int points = args.length > 5 ? Integer.parseInt(args[5]) : 1_000;
        Sweep sweep =
                Sweep.of(population(structures), FunderLevel.STATE, 2025, YEARS).get();
        SweepSpace space = SweepSpace.sample(
                        Map.of(
                                "baseYears", "1,2,3",
                                "rate", "0.5..1.2",
                                "growth", "0.001..0.03",
                                "cap", "none,900000000",
                                "key", "historic,members"),
                        points,
                        42)
                .get();
        System.out.printf(
                Locale.ROOT, "%,d structures x %d years x %,d points, best of %d%n", structures, YEARS, points, rounds);
        double one = Double.MAX_VALUE;
        double busy = Double.MAX_VALUE;
        double two = Double.MAX_VALUE;
        double numpy = Double.MAX_VALUE;
        long checksum =
                timed(sweep, SweepSpace.sample(Map.of("key", "members"), 20, 1).get(), 1).checksum;
        for (int round = 0; round < rounds; round++) {
            Timed first = timed(sweep, space, 1);
            Timed second = timed(sweep, space, 2);
            checksum = first.checksum;
            one = Math.min(one, first.seconds);
            busy = Math.min(busy, first.processor);
            two = Math.min(two, second.seconds);
            numpy = Math.min(numpy, numpy(args, sweep, space, checksum));
        }
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        SweepResult naive = new NaiveSweep(sweep).run(space.point(0));
        double decimals = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9 * points;
        if (!naive.equals(sweep.worker().run(space.point(0)))) {
            throw new IllegalStateException("the naive loop does not agree");
        }
        System.out.printf(
                Locale.ROOT,
                "one thread %.2f s (%.2f s of the processor), two threads %.2f s, NumPy %.2f s of the processor%n",
                one,
                busy,
                two,
                numpy);
        System.out.printf(Locale.ROOT, "naive decimals %.0f s: one point measured, scaled to all%n", decimals);
        ratio("NumPy over one thread", numpy / busy, 2);
        ratio("one thread over two", one / two, 1.6);
        ratio("naive decimals over one thread", decimals / busy, 100);
        memory();
    }

    /** What lives on the heap while sweeps of more and more points run: no more for many points than for few. */
    private static void memory() {
        Sweep sweep =
                Sweep.of(population(FEWER), FunderLevel.STATE, 2025, YEARS).get();
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int points : new int[] {100, 1_000, 4_000}) {
            SweepSpace space = SweepSpace.sample(
                            Map.of("rate", "0.5..1.2", "growth", "0.001..0.03", "key", "historic,members"), points, 42)
                    .get();
            SweepSummary summary = new SweepSummary();
            long[] peak = {0};
            sweep.run(space, 2, result -> {
                summary.add(result);
                if (result.point().number() % (points / 10) == points / 20) {
                    System.gc();
                    peak[0] = Math.max(
                            peak[0],
                            ManagementFactory.getMemoryMXBean()
                                    .getHeapMemoryUsage()
                                    .getUsed());
                }
            });
            System.out.printf(
                    Locale.ROOT,
                    "live heap of %,d structures x %,d points: at most %.1f MiB, looked at 10 times%n",
                    FEWER,
                    points,
                    peak[0] / 1024.0 / 1024);
            least = Math.min(least, peak[0]);
            most = Math.max(most, peak[0]);
        }
        System.out.printf(
                Locale.ROOT,
                "%-40s%8.2f  <= %.1f  %s%n",
                "live heap, most points over fewest",
                (double) most / least,
                1.1,
                most <= least * 1.1 ? "kept" : "MISSED");
    }

    private record Timed(double seconds, double processor, long checksum) {}

    private static void ratio(String what, double value, double target) {
        System.out.printf(
                Locale.ROOT, "%-40s%8.2f  >= %.1f  %s%n", what, value, target, value >= target ? "kept" : "MISSED");
    }

    private static Timed timed(Sweep sweep, SweepSpace space, int threads) {
        AtomicLong checksum = new AtomicLong();
        long busy = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long start = System.nanoTime();
        sweep.run(space, threads, result -> {
            long sum = result.losers();
            for (Money quantile : result.quantiles().values()) {
                sum += quantile.getAmountMinorLong();
            }
            checksum.addAndGet(sum);
        });
        double seconds = (System.nanoTime() - start) / 1e9;
        double processor = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - busy) / 1e9;
        return new Timed(seconds, processor, checksum.get());
    }

    private static double numpy(String[] args, Sweep sweep, SweepSpace space, long checksum)
            throws IOException, InterruptedException {
        SweepFrame frame = sweep.frame;
        List<Columns> keys = List.of(frame.key("historic"), frame.key("members"));
        List<long[]> columns = new ArrayList<>();
        keys.forEach(key -> columns.add(key.weights()));
        keys.forEach(key -> columns.add(key.sums()));
        columns.add(longs(frame.starts()));
        columns.add(longs(frame.structures()));
        columns.add(frame.before());
        long[] chosen = new long[(int) space.size()];
        for (int point = 0; point < chosen.length; point++) {
            columns.add(envelopes(sweep, space.point(point)));
            chosen[point] = space.point(point).key().equals("historic") ? 0 : 1;
        }
        columns.add(chosen);
        Path folder = Files.createDirectories(Path.of(args[2]));
        Path file = folder.resolve("sweep.bin");
        ByteBuffer bytes = ByteBuffer.allocate(
                        columns.stream().mapToInt(each -> each.length).sum() * Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        for (long[] column : columns) {
            for (long value : column) {
                bytes.putLong(value);
            }
        }
        Files.write(file, bytes.array());
        ProcessBuilder builder = new ProcessBuilder(
                args[1],
                args[0],
                file.toString(),
                "2",
                String.valueOf(frame.structures().length),
                String.valueOf(frame.regions()),
                String.valueOf(sweep.structures()),
                String.valueOf(space.size()),
                String.valueOf(YEARS));
        // where they are set they are for machines with an old library, and slow a new one
        builder.environment().keySet().removeAll(List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("NumPy failed: it needs Debian's python3-numpy");
        }
        Files.delete(file);
        String[] parts = answer.split(" ", -1);
        if (Long.parseLong(parts[1]) != checksum) {
            throw new IllegalStateException("NumPy says " + answer + ", the library " + checksum);
        }
        return Double.parseDouble(parts[0]);
    }

    /** What each Region has for its structures, year by year: a few numbers, which NumPy is given. */
    private static long[] envelopes(Sweep sweep, SweepPoint point) {
        long base = sweep.worker().base(point.baseYears());
        long[] weights = sweep.frame.key(point.regionKey()).regionWeights();
        long cap = point.limit().map(Money::getAmountMinorLong).orElse(Long.MAX_VALUE);
        long[] envelopes = new long[YEARS * weights.length];
        Fraction factor = point.rate();
        for (int year = 0; year < YEARS; year++) {
            long[] parts = Allocation.split(factor.times(base, RoundingMode.HALF_UP), weights);
            for (int r = 0; r < parts.length; r++) {
                envelopes[year * parts.length + r] = Math.min(cap, parts[r]);
            }
            factor = factor.times(Fraction.ONE.plus(point.growth()));
        }
        return envelopes;
    }

    private static long[] longs(int[] numbers) {
        long[] longs = new long[numbers.length];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = numbers[i];
        }
        return longs;
    }

    private static Population population(int structures) {
        Random random = new Random(42);
        List<Recipient> recipients = new ArrayList<>();
        for (int i = 0; i < structures; i++) {
            Recipient.Builder builder = Recipient.builder(String.format(Locale.ROOT, "S%07d", i), "S" + i)
                    .region(REGIONS[random.nextInt(REGIONS.length)], Fraction.ONE)
                    .key("members", Fraction.of(1 + random.nextInt(400)));
            if (i % 20 == 0) {
                builder.region(REGIONS[random.nextInt(REGIONS.length)], Fraction.of(1, 2));
            }
            for (int year = 2023; year <= 2025; year++) {
                builder.received(
                        FunderLevel.STATE, year, Money.ofMinor(CurrencyUnit.EUR, 100_000 + random.nextInt(40_000_000)));
            }
            recipients.add(builder.build());
        }
        return new Population("", true, recipients);
    }
}
