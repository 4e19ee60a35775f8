package org.subsidia.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Portfolio;

class WriterLockTest {
    @TempDir
    Path folder;

    private Path file;
    private Companion companion;

    @BeforeEach
    void save() throws IOException {
        file = folder.toRealPath().resolve("p.subsidia");
        companion = Companion.of(file);
        FileStore.at(file).save(Portfolio.empty()).get();
    }

    private List<String> findings(SessionOptions options, boolean readOnly) {
        try (FileSession session = FileSession.open(file, options).get()) {
            assertThat(session.isReadOnly()).isEqualTo(readOnly);
            return session.opened().findings().stream().map(Finding::code).toList();
        }
    }

    @Test
    void twoProcesses_oneWrites_theOtherReads_untilItEnds() throws Exception {
        SessionOptions anne = SessionOptions.by("Anne");
        Process holder = Child.start(LockHolder.class, file.toString());
        try (BufferedReader lines = holder.inputReader(StandardCharsets.US_ASCII)) {
            assertThat(lines.readLine()).isEqualTo("writes");
            assertThat(findings(anne, true)).containsExactly("STORE-LOCK-HELD");
            assertThat(findings(anne.takingOver(), true)).containsExactly("STORE-LOCK-HELD");
            try (FileSession session = FileSession.open(file, anne).get()) {
                LockOwner writer = session.opened().writer().orElseThrow();
                assertThat(writer.name()).isEqualTo("Bernard");
                assertThat(writer.process()).isEqualTo(holder.pid());
                assertThat(writer.runsHere()).isTrue();
            }
            assertThat(FileStore.at(file).save(Portfolio.empty()).isRead()).isFalse();
            holder.getOutputStream().close();
            assertThat(lines.readLine()).isEqualTo("closed");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(findings(anne, false)).isEmpty();

        try (FileSession session = FileSession.open(file, anne).get()) {
            Process second = Child.start(LockHolder.class, file.toString());
            try (BufferedReader lines = second.inputReader(StandardCharsets.US_ASCII)) {
                assertThat(lines.readLine()).isEqualTo("reads");
            } finally {
                second.destroyForcibly().waitFor();
            }
            assertThat(session.apply(FileSessionTest.structure(1), null).isRead())
                    .isTrue();
        }
    }

    @Test
    void killedProcess_leavesALockThatIsTakenOver() throws Exception {
        Process holder = Child.start(LockHolder.class, file.toString());
        try (BufferedReader lines = holder.inputReader(StandardCharsets.US_ASCII)) {
            assertThat(lines.readLine()).isEqualTo("writes");
            holder.destroyForcibly().waitFor();
        }
        assertThat(companion.owner()).exists();
        assertThat(LockOwner.read(Files.readAllBytes(companion.owner()))
                        .orElseThrow()
                        .runsHere())
                .isFalse();
        assertThat(findings(SessionOptions.by("Anne"), false)).containsExactly("STORE-LOCK-STALE");
        assertThat(findings(SessionOptions.by("Anne"), false)).isEmpty();
    }

    @Test
    void lockOfAnotherComputer_isRespected_unlessTheUserSaysOtherwise() throws IOException {
        Files.createDirectories(companion.folder());
        Files.write(
                companion.owner(),
                new LockOwner("Chloé", "un-autre-poste", 1, Instant.parse("2026-01-01T08:00:00Z")).bytes());
        assertThat(findings(SessionOptions.by("Anne"), true)).containsExactly("STORE-LOCK-HELD");
        assertThat(findings(SessionOptions.by("Anne").takingOver(), false)).containsExactly("STORE-LOCK-STALE");
        assertThat(findings(SessionOptions.by("Anne"), false)).isEmpty();
    }

    @Test
    void processWithTheSameNumber_thatStartedLater_isAnotherOne() {
        LockOwner here = LockOwner.here("Anne");
        assertThat(here.runsHere()).isTrue();
        assertThat(new LockOwner(
                                "Anne",
                                here.host(),
                                here.process(),
                                here.since().minusSeconds(60))
                        .runsHere())
                .isFalse();
        assertThat(LockOwner.read(here.bytes())).contains(here);
        assertThat(LockOwner.read("{\"sha256\":\"\"}\n".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void open_whereNothingCanBeWrittenBesides_onlyReads() throws IOException {
        Files.writeString(companion.folder(), "a file where the folder should be");
        assertThat(findings(SessionOptions.by("Anne"), true)).containsExactly("STORE-LOCK-IMPOSSIBLE");
        assertThat(FileStore.at(file).save(Portfolio.empty()).isRead()).isTrue();
    }

    @Test
    void open_writeProtectedFile_onlyReads() throws IOException {
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        Assumptions.assumeFalse(Files.isWritable(file), "this user may write everything");
        assertThat(findings(SessionOptions.by("Anne"), true)).containsExactly("STORE-LOCK-WRITE-PROTECTED");
    }
}
