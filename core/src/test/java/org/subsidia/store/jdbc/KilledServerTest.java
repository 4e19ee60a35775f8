package org.subsidia.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Portfolio;

/** The server dies, or its disk is full: what was acknowledged is there afterwards, once. */
class KilledServerTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void writers_whoseServerIsKilledAndRestarted_loseNothing_andMakeNothingTwice() throws Exception {
        PostgresServer server = SharedPostgres.start();
        try {
            KilledServer.Count count = KilledServer.run(server, 4_000, 1);

            assertThat(count.acknowledged()).isPositive();
            assertThat(count)
                    .isEqualTo(new KilledServer.Count(count.acknowledged(), count.acknowledged(), 0, 0, 0, 0, 1, 0));
        } finally {
            SharedPostgres.end(server);
        }
    }

    @Test
    void apply_onAFullDisk_isRefusedWithItsSentence_andNothingIsLost() throws Exception {
        SharedPostgres.needPrograms();
        Path folder = Files.createTempDirectory("subsidia-small-disk");
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=96m,mode=0777", "tmpfs", folder.toString()),
                "a small disk can only be made by root: the test of a full disk is skipped");
        try {
            onSmallDisk(folder);
        } finally {
            run("umount", folder.toString());
            Files.deleteIfExists(folder);
        }
    }

    private static void onSmallDisk(Path folder) throws Exception {
        PostgresServer server = PostgresServer.start(folder.resolve("cluster"));
        Path balloon = folder.resolve("balloon");
        try {
            DatabaseAddress address = server.address("p");
            DatabaseStore.at(address, DatabaseOptions.by("Anne"), null)
                    .create(Portfolio.empty())
                    .get();
            DatabaseOptions options = DatabaseOptions.by("Anne").withPatience(Duration.ofSeconds(1));
            int accepted = 0;
            try (DatabaseSession session =
                    DatabaseSession.open(address, options).get()) {
                assertThat(session.apply(DatabaseSessionContract.put("a", "x".repeat(MEGABYTE)), null))
                        .isInstanceOf(Outcome.Accepted.class);
                accepted++;
                fill(balloon);
                Outcome outcome;
                do {
                    outcome = session.apply(DatabaseSessionContract.put("a" + accepted, noise(accepted)), null);
                    accepted += outcome instanceof Outcome.Accepted ? 1 : 0;
                } while (outcome instanceof Outcome.Accepted);
                if (outcome instanceof Outcome.Refused refused) {
                    assertThat(refused.findings())
                            .extracting(Finding::code)
                            .containsAnyOf("STORE-DB-FULL", "STORE-DB-UNREACHABLE");
                }
                Files.delete(balloon);
                restartIfDown(server, address);
                while (outcome instanceof Outcome.Unsure) {
                    outcome = session.settle();
                    accepted += outcome instanceof Outcome.Accepted ? 1 : 0;
                }
                assertThat(session.apply(DatabaseSessionContract.put("z", "après"), null))
                        .isInstanceOf(Outcome.Accepted.class);
                accepted++;
            }
            AuditTrail.Verified verified = AuditTrail.verify(address, List.of()).get();
            assertThat(verified.findings()).isEmpty();
            assertThat(verified.edits()).isEqualTo(accepted);
        } finally {
            Files.deleteIfExists(balloon);
            SharedPostgres.end(server);
        }
    }

    /** A panic on the log's disk ends the whole server. */
    private static void restartIfDown(PostgresServer server, DatabaseAddress address) throws IOException {
        if (!DatabaseStore.portfolios(address).isRead() && !server.isRunning()) {
            server.run();
        }
    }

    /** Text that does not compress. */
    private static String noise(int seed) {
        StringBuilder text = new StringBuilder();
        new Random(seed).ints(MEGABYTE / 4, 'a', 'z').forEach(letter -> text.append((char) letter));
        return text.toString();
    }

    private static void fill(Path balloon) throws IOException {
        byte[] zeros = new byte[4096];
        try (OutputStream out = Files.newOutputStream(balloon)) {
            while (Files.getFileStore(balloon).getUsableSpace() > 0) {
                out.write(zeros);
            }
        } catch (IOException full) {
            assertThat(balloon).exists();
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
