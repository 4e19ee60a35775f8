package org.subsidia.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.Portfolio;

/** A program that holds an embedded database is killed, again and again, between and within its writes. */
class KilledWriterTest {
    private static final int KILLS = 4;
    private static final int EDITS = 12;

    @TempDir
    private Path folder;

    @Test
    void h2_killedMidWrite_keepsWhatWasAcknowledged_once() throws Exception {
        DatabaseAddress address = H2.address(folder, "p");
        DatabaseStore.at(address, DatabaseOptions.by("Anne"), null)
                .create(Portfolio.empty())
                .get();
        List<String> acknowledged = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(untilKilled("w" + kill, EDITS + kill));
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLS * EDITS);
        List<String> kept = AuditTrail.since(address, 0).get().stream()
                .map(entry -> String.valueOf(entry.record().reason()))
                .toList();
        assertThat(kept).doesNotHaveDuplicates().containsAll(acknowledged);
        // of each life at most the one edit that was under way may be kept unheard
        assertThat(kept.size() - acknowledged.size()).isBetween(0, KILLS);
        AuditTrail.Verified verified = AuditTrail.verify(address, List.of()).get();
        assertThat(verified.findings()).isEmpty();
        assertThat(DatabaseStore.at(address, DatabaseOptions.by("Anne"), null)
                        .open()
                        .isRead())
                .isTrue();
    }

    /** What a writer was told before it was killed with SIGKILL, in the middle of whatever it did then. */
    private List<String> untilKilled(String writer, int edits) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SharedWriter.class.getName(),
                        "jdbc:h2:" + folder.resolve("team") + "#p",
                        writer,
                        "600000")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                assertThat(line).startsWith("ACKNOWLEDGED ");
                told.add(line.substring("ACKNOWLEDGED ".length()));
                if (told.size() == edits) {
                    // what it still says until it is dead was acknowledged too
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        assertThat(told).hasSizeGreaterThanOrEqualTo(edits);
        return told;
    }
}
