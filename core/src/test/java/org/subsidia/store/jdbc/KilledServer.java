package org.subsidia.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.subsidia.portfolio.Portfolio;

/**
 * Two programs write to one portfolio of PostgreSQL while the server is killed and restarted; afterwards the edits that were
 * acknowledged are sought in the audit trail.
 *
 * <p>As a program: {@code KilledServer SECONDS KILLS}, a minute and three kills by default.
 */
final class KilledServer {
    private static final int WRITERS = 2;

    private KilledServer() {}

    /**
     * What came of it.
     *
     * @param acknowledged edits that a writer was told are kept
     * @param found of these, in the audit trail afterwards
     * @param lost of these, not in the audit trail
     * @param twice edits of the audit trail that stand there more than once
     * @param unacknowledged edits of the audit trail that no writer was told of
     * @param refused edits that a writer was told were not made
     * @param kills how often the server was killed
     * @param findings what the verification of the audit trail found
     */
    record Count(
            int acknowledged,
            int found,
            int lost,
            int twice,
            int unacknowledged,
            int refused,
            int kills,
            int findings) {}

    public static void main(String[] args) throws Exception {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 60;
        int kills = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        PostgresServer server = SharedPostgres.start();
        try {
            System.out.println(run(server, seconds * 1000L, kills));
        } finally {
            SharedPostgres.end(server);
        }
    }

    static Count run(PostgresServer server, long millis, int kills) throws IOException, InterruptedException {
        DatabaseAddress address = server.address("shared");
        DatabaseStore.at(address, DatabaseOptions.by("test"), null)
                .create(Portfolio.empty())
                .get();
        List<Process> writers = new ArrayList<>();
        List<Path> logs = new ArrayList<>();
        for (int w = 0; w < WRITERS; w++) {
            Path log = server.folder().resolve("writer-" + w + ".log");
            logs.add(log);
            writers.add(writer(server, "w" + w, millis, log));
        }
        for (int k = 0; k < kills; k++) {
            // killed while the writers are known to write: some edits further than before
            int before = acknowledged(logs).size();
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis / (kills + 1));
            while (System.nanoTime() < end || acknowledged(logs).size() == before) {
                assertThat(writers).as("a writer still runs").anyMatch(Process::isAlive);
                writers.get(0).waitFor(20, TimeUnit.MILLISECONDS);
            }
            server.kill();
            server.run();
        }
        for (int w = 0; w < WRITERS; w++) {
            Process writer = writers.get(w);
            assertThat(writer.waitFor(millis + 120_000, TimeUnit.MILLISECONDS)).isTrue();
            assertThat(writer.exitValue()).as(Files.readString(logs.get(w))).isZero();
        }
        return count(address, logs, kills);
    }

    private static Process writer(PostgresServer server, String name, long millis, Path log) throws IOException {
        String java = ProcessHandle.current().info().command().orElse("java");
        ProcessBuilder builder = new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                SharedWriter.class.getName(),
                PostgresServer.url(server.port(), "shared", ""),
                name,
                Long.toString(millis));
        builder.environment().put(DatabaseAddress.USER, PostgresServer.OWNER);
        builder.environment().put(DatabaseAddress.PASSWORD, PostgresServer.PASSWORD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static List<String> acknowledged(List<Path> logs) throws IOException {
        return lines(logs, "ACKNOWLEDGED ");
    }

    private static List<String> lines(List<Path> logs, String start) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path log : logs) {
            Files.readString(log)
                    .lines()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static Count count(DatabaseAddress address, List<Path> logs, int kills) throws IOException {
        List<String> acknowledged = acknowledged(logs);
        Map<String, Integer> trail = new HashMap<>();
        for (AuditEntry entry : AuditTrail.since(address, 0).get()) {
            trail.merge(String.valueOf(entry.record().reason()), 1, Integer::sum);
        }
        int found = (int) acknowledged.stream().filter(trail::containsKey).count();
        int twice = (int) trail.values().stream().filter(times -> times > 1).count();
        int findings = AuditTrail.verify(address, List.of()).get().findings().size();
        int unacknowledged = trail.size() - found;
        int refused = lines(logs, "REFUSED ").size();
        return new Count(
                acknowledged.size(),
                found,
                acknowledged.size() - found,
                twice,
                unacknowledged,
                refused,
                kills,
                findings);
    }
}
