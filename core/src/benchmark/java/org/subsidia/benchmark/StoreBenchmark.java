package org.subsidia.benchmark;

import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileSession;
import org.subsidia.store.file.FileStore;

/**
 * How long it takes to open and save a portfolio of 400 structures with 12,000 grants, and one ten times that size, each in a
 * process that has just started, where nothing is compiled yet, and then again.
 *
 * <p>Promised for the first: opened in two seconds, saved in one; for the second, no more than ten times that. Ends with 1
 * where a promise is not kept.
 */
public final class StoreBenchmark {
    private static final int STRUCTURES = 400;
    private static final int GRANTS_EACH = 30;
    private static final int FUNDERS = 60;
    private static final double OPEN_SECONDS = 2;
    private static final double SAVE_SECONDS = 1;
    private static final int ROUNDS = 5;

    private StoreBenchmark() {}

    /**
     * Measures and prints.
     *
     * @param args a folder on the disk to measure, which is made and emptied
     * @throws Exception if the disk fails
     */
    public static void main(String[] args) throws Exception {
        if (args.length == 2) {
            System.exit(measure(Path.of(args[0]), Integer.parseInt(args[1])) ? 0 : 1);
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        clear(folder);
        boolean kept = true;
        for (int times : new int[] {1, 10}) {
            Path file = folder.resolve(times * STRUCTURES * GRANTS_EACH + "-grants.subsidia");
            FileStore.at(file).save(portfolio(times * STRUCTURES)).get();
            kept &= inNewProcess(file, times);
        }
        System.out.println(kept ? "promises kept" : "PROMISES NOT KEPT");
        clear(folder);
        System.exit(kept ? 0 : 1);
    }

    private static boolean inNewProcess(Path file, int times) throws Exception {
        return new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                StoreBenchmark.class.getName(),
                                file.toString(),
                                Integer.toString(times))
                        .inheritIO()
                        .start()
                        .waitFor()
                == 0;
    }

    /** Whether the first opening and the first save were as fast as promised. */
    private static boolean measure(Path file, int times) throws Exception {
        System.out.printf(Locale.ROOT, "%s: %,d bytes%n", file.getFileName(), Files.size(file));
        boolean kept = true;
        for (int round = 1; round <= ROUNDS; round++) {
            FileSession[] session = new FileSession[1];
            double open = seconds(
                    "open",
                    () -> session[0] = FileSession.open(file, "benchmark").get());
            Grant grant = session[0].portfolio().grants().get(7);
            Edit edit = Edit.put(grant.toBuilder().purpose("version " + round).build());
            seconds("edit", () -> session[0].apply(edit, "benchmark").get());
            double save = seconds("save", () -> session[0].save().get());
            session[0].close();
            seconds("read only", () -> FileStore.at(file).open().get());
            System.out.println();
            kept &= round > 1 || (open < OPEN_SECONDS * times && save < SAVE_SECONDS * times);
        }
        return kept;
    }

    private static double seconds(String what, Callable<?> work) throws Exception {
        ProcessHandle process = ProcessHandle.current();
        Duration before = process.info().totalCpuDuration().orElse(Duration.ZERO);
        double seconds = seconds(work);
        Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO).minus(before);
        System.out.printf(Locale.ROOT, "  %s %.3f s (processor %.2f s)", what, seconds, used.toMillis() / 1e3);
        return seconds;
    }

    private static double seconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(folder)) {
                    Files.delete(path);
                }
            }
        }
    }

    /** A portfolio with thirty grants a structure, each with amounts, a claim and two receipts. */
    static Portfolio portfolio(int structures) {
        SplittableRandom random = new SplittableRandom(structures);
        List<PortfolioRecord> records = new ArrayList<>();
        for (int f = 0; f < FUNDERS; f++) {
            records.add(Funder.builder(
                            new FunderId("financeur-" + f),
                            FunderLevel.values()[f % FunderLevel.values().length],
                            "Collectivité numéro " + f)
                    .build());
        }
        for (int s = 0; s < structures; s++) {
            StructureId structure = new StructureId("structure-" + s);
            records.add(Structure.builder(structure, "Cluster de l’innovation n° " + s)
                    .siret(String.format(Locale.ROOT, "%014d", random.nextLong(100_000_000_000_000L)))
                    .build());
            for (int g = 0; g < GRANTS_EACH; g++) {
                records.add(grant(structure, s + "-" + g, 2015 + g % 12, random));
            }
        }
        return Portfolio.of(records);
    }

    private static Grant grant(StructureId structure, String id, int year, SplittableRandom random) {
        Money awarded = Money.ofMinor(CurrencyUnit.EUR, random.nextLong(1_000_000, 50_000_000));
        Money half = awarded.dividedBy(2, RoundingMode.DOWN);
        LocalDate decided = LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        FunderId funder = new FunderId("financeur-" + random.nextInt(FUNDERS));
        return Grant.builder(new GrantId("subvention-" + id), structure)
                .purpose("Animation et ingénierie de projets collaboratifs, programme d’actions " + year)
                .payer(funder)
                .decisionMaker(funder)
                .reference(year + "-DEL-" + random.nextInt(100_000))
                .scheme("Soutien à l’animation des filières")
                .state(GrantState.AWARDED)
                .fiscalYear(year)
                .rate(Fraction.of(1, 2))
                .eligibleBase(awarded.multipliedBy(2))
                .eligibility(DateWindow.of(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 6, 30)))
                .addAmount(
                        new StagedAmount(AmountStage.REQUESTED, awarded.multipliedBy(2), decided.minusMonths(5), null))
                .addAmount(new StagedAmount(AmountStage.AWARDED, awarded, decided, "délibération"))
                .addClaim(new Claim(
                        "acompte",
                        ClaimKind.values()[0],
                        decided.plusMonths(3),
                        half,
                        decided.plusMonths(4),
                        half,
                        List.of(),
                        null))
                .addReceipt(
                        new Receipt("r1", decided.plusMonths(5), half, "acompte", "VIR " + random.nextInt(1_000_000)))
                .addReceipt(new Receipt("r2", decided.plusMonths(17), awarded.minus(half), null, null))
                .build();
    }
}
