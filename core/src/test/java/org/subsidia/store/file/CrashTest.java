package org.subsidia.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.Portfolio;

/** Kills processes while they edit and save, and looks whether what they acknowledged is there. */
class CrashTest {
    private static final int WRITERS = 2;
    private static final int KILLS_EACH = 105;
    private static final int KILLS_AT_START = 8;
    private static final long SEED = Long.getLong("subsidia.seed", 20260131);

    @TempDir
    Path folder;

    @Test
    void killedProcesses_loseNothingAcknowledged() throws Exception {
        Path sample = folder.resolve("sample");
        FileStore.at(sample).save(CrashWriter.after(3)).get();
        Child child =
                Child.archived(Files.createDirectory(folder.resolve("jars")), LockHolder.class, sample.toString());
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<long[]>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                writers.add(threads.submit(
                        () -> killOften(child, folder.resolve("p" + writer + ".subsidia"), SEED + writer)));
            }
            for (Future<long[]> writer : writers) {
                long[] done = writer.get(5, TimeUnit.MINUTES);
                assertThat(done[0]).as("edits, seed " + SEED).isGreaterThan(KILLS_EACH);
                assertThat(done[1]).as("kills with edits to recover").isGreaterThan(KILLS_EACH / 4);
                assertThat(done[2]).as("kills during a save").isGreaterThan(KILLS_EACH / 20);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Gives how many edits there were, and how often edits were to be recovered, and a save was cut off. */
    private static long[] killOften(Child child, Path file, long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        FileStore.at(file).save(Portfolio.empty()).get();
        long known = 0;
        long journals = 0;
        long saves = 0;
        for (int kill = 0; kill < KILLS_EACH; kill++) {
            long acknowledged =
                    Math.max(known, runAndKill(child, file, random, kill % (KILLS_EACH / KILLS_AT_START) == 1));
            String when = "kill " + kill + " of seed " + seed;

            saves += isSaveCutOff(file) ? 1 : 0;
            Portfolio saved = FileStore.at(file).open().get();
            assertThat(saved).as(when).isEqualTo(CrashWriter.after(CrashWriter.last(saved)));
            try (FileSession session = FileSession.open(file, "parent").get()) {
                assertThat(session.isReadOnly()).as(when).isFalse();
                assertThat(session.opened().findings())
                        .as(when)
                        .extracting(finding -> finding.code())
                        .isSubsetOf("STORE-LOCK-STALE", "STORE-JOURNAL-RECOVERABLE", "STORE-JOURNAL-TORN");
                journals += session.recoverable().isEmpty() ? 0 : 1;
                Portfolio recovered = session.recover().get();
                long last = CrashWriter.last(recovered);
                assertThat(last).as(when).isBetween(acknowledged, acknowledged + 1);
                assertThat(recovered).as(when).isEqualTo(CrashWriter.after(last));
                if (random.nextInt(3) == 0) {
                    session.save().get();
                }
                known = last;
            }
            assertThat(left(file)).as(when).isEmpty();
        }
        History history = History.of(file).get();
        assertThat(history.findings()).isEmpty();
        assertThat(history.entries())
                .hasSize((int) known)
                .allSatisfy(entry -> assertThat(entry.record().edit()).isEqualTo(CrashWriter.edit(entry.number())));
        return new long[] {known, journals, saves};
    }

    /** Gives the number of the last edit that the process acknowledged. */
    private static long runAndKill(Child child, Path file, SplittableRandom random, boolean early) throws Exception {
        Process process = child.run(CrashWriter.class, file.toString(), Long.toString(random.nextLong()));
        long last = 0;
        try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
            if (early) {
                Thread.sleep(random.nextInt(200, 600));
            } else {
                last = Long.parseLong(lines.readLine());
                Thread.sleep(random.nextInt(50), random.nextInt(1_000_000));
            }
            process.toHandle()
                    .destroyForcibly(); // unlike the method of the process itself, leaves the stream to be read
            process.waitFor();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = Long.parseLong(line);
            }
        }
        return last;
    }

    private static boolean isSaveCutOff(Path file) throws IOException {
        Path journal = Companion.of(file).journal();
        return left(file).stream()
                        .anyMatch(path -> path.getFileName().toString().startsWith(".p"))
                || (Files.exists(journal) && Files.readString(journal).contains("{\"saving\":"));
    }

    private static List<Path> left(Path file) throws IOException {
        try (Stream<Path> beside = Files.list(file.getParent());
                Stream<Path> inside = Files.list(Companion.of(file).folder())) {
            String name = "." + file.getFileName();
            return Stream.concat(
                            beside.filter(path -> path.getFileName().toString().startsWith(name)), inside)
                    .filter(path -> path.toString().endsWith(".tmp"))
                    .toList();
        }
    }
}
