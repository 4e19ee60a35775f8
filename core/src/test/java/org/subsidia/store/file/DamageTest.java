package org.subsidia.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.internal.EditLine;
import org.subsidia.store.internal.SealedLine;

/** Every byte of a journal, a history and a lock is flipped, and each is cut everywhere. */
class DamageTest {
    private static final int EDITS = 3;

    @TempDir
    Path folder;

    private Path file;
    private Companion companion;

    @BeforeEach
    void crash() throws IOException {
        file = folder.toRealPath().resolve("p.subsidia");
        companion = Companion.of(file);
        FileStore.at(file).save(Portfolio.empty()).get();
        FileSession session = FileSession.open(file, "Anne").get();
        for (int i = 0; i < EDITS; i++) {
            session.apply(FileSessionTest.structure(i), "raison " + i).get();
        }
        session.close();
    }

    /** All states that a damaged file may have: one byte changed, one byte gone, and the end gone. */
    private static List<byte[]> damages(byte[] whole) {
        List<byte[]> damages = new ArrayList<>();
        for (int i = 0; i < whole.length; i++) {
            for (int mask : new int[] {0x01, 0x20, 0xff, '\n' ^ whole[i]}) {
                byte[] flipped = whole.clone();
                flipped[i] ^= (byte) mask;
                if (flipped[i] != whole[i]) {
                    damages.add(flipped);
                }
            }
            byte[] hole = Arrays.copyOf(whole, whole.length - 1);
            System.arraycopy(whole, i + 1, hole, i, whole.length - 1 - i);
            damages.add(hole);
            damages.add(Arrays.copyOf(whole, i));
        }
        return damages;
    }

    @Test
    void journal_damagedAnywhere_givesTheEditsBefore_andSaysSo() throws IOException {
        byte[] whole = Files.readAllBytes(companion.journal());
        String document = FileStore.at(file).read().get().document().sha256();
        List<EditRecord> all = JournalContent.read(companion.journal()).records(0);
        assertThat(all).hasSize(EDITS);
        Set<String> codes = new TreeSet<>();
        for (byte[] damaged : damages(whole)) {
            Files.write(companion.journal(), damaged);
            JournalContent content = JournalContent.read(companion.journal());
            List<EditRecord> records = content.records(0);
            assertThat(records).isEqualTo(all.subList(0, records.size()));
            boolean onlyTheLastLineFeed = Arrays.equals(damaged, Arrays.copyOf(whole, whole.length - 1));
            boolean lineByLine = isPrefixOfLines(damaged, whole);
            if (onlyTheLastLineFeed) {
                assertThat(records).hasSize(EDITS);
            } else if (!lineByLine) {
                assertThat(content.findings()).isNotEmpty();
                assertThat(content.savedIn(document).isPresent() && records.size() == EDITS)
                        .isFalse();
            }
            content.findings().forEach(finding -> codes.add(finding.code()));
        }
        assertThat(codes).containsExactly("STORE-JOURNAL-DAMAGED", "STORE-JOURNAL-REST", "STORE-JOURNAL-TORN");
    }

    /** A journal that was cut exactly between two lines cannot know that it was longer. */
    private static boolean isPrefixOfLines(byte[] damaged, byte[] whole) {
        return damaged.length > 0
                && damaged.length < whole.length
                && Arrays.equals(damaged, Arrays.copyOf(whole, damaged.length))
                && (damaged[damaged.length - 1] == '\n' || whole[damaged.length] == '\n');
    }

    @Test
    void open_withADamagedJournal_neverFails_andKeepsIt() throws IOException {
        byte[] document = Files.readAllBytes(file);
        byte[] whole = Files.readAllBytes(companion.journal());
        List<byte[]> damages = damages(whole);
        for (int i = 0; i < damages.size(); i += 101) {
            Files.write(file, document);
            Files.write(companion.journal(), damages.get(i));
            try (FileSession session = FileSession.open(file, "Anne").get()) {
                assertThat(session.isReadOnly()).isFalse();
                int count = session.recoverable().size();
                boolean damaged = session.opened().findings().stream()
                        .anyMatch(finding -> finding.code().equals("STORE-JOURNAL-DAMAGED"));
                Portfolio recovered = session.recover().get();
                assertThat(recovered.structures()).hasSize(count);
                Portfolio next =
                        session.apply(FileSessionTest.structure(9), null).get();
                session.save().get();
                assertThat(FileStore.at(file).open().get()).isEqualTo(next);
                if (damaged) {
                    byte[] kept = damages.get(i);
                    assertThat(entries())
                            .filteredOn(path -> path.toString().contains("-aside-"))
                            .anySatisfy(
                                    path -> assertThat(Files.readAllBytes(path)).isEqualTo(kept));
                }
            }
            for (Path path : entries()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void history_damagedAnywhere_isNamed_andTheNextSaveGoesOn() throws IOException {
        try (FileSession session = FileSession.open(file, "Anne").get()) {
            session.recover().get();
            session.save().get();
        }
        byte[] whole = Files.readAllBytes(companion.history());
        List<HistoryEntry> all = History.of(file).get().entries();
        assertThat(all).hasSize(EDITS);
        Set<String> codes = new TreeSet<>();
        for (byte[] damaged : damages(whole)) {
            Files.write(companion.history(), damaged);
            History history = History.of(file).get();
            assertThat(all).containsAll(history.entries());
            if (!isPrefixOfLines(damaged, whole) && damaged.length > 0) {
                assertThat(history.findings()).isNotEmpty();
            }
            history.findings().forEach(finding -> codes.add(finding.code()));
            assertThat(History.tail(companion.history())
                            .map(History.Tail::number)
                            .orElse(0L))
                    .isBetween(0L, (long) EDITS);
        }
        assertThat(codes).containsExactly("STORE-HISTORY-DAMAGED", "STORE-HISTORY-TORN");

        byte[] end = whole.clone();
        end[end.length - 3] ^= 1;
        for (byte[] damaged : List.of(end, Arrays.copyOf(whole, whole.length - 1))) {
            Files.write(companion.history(), damaged);
            try (FileSession session = FileSession.open(file, "Anne").get()) {
                session.apply(FileSessionTest.structure(8), null).get();
                session.save().get();
            }
            assertThat(companion.folder().resolve("history-aside-1")).hasBinaryContent(damaged);
            assertThat(History.of(file).get().entries()).hasSize(1);
            Files.delete(companion.folder().resolve("history-aside-1"));
        }
    }

    @Test
    void lock_damagedAnywhere_isTakenOver() throws IOException {
        LockOwner owner = new LockOwner("Élodie \"E\"", "poste-7", 4711, java.time.Instant.EPOCH);
        byte[] whole = owner.bytes();
        assertThat(LockOwner.read(whole)).contains(owner);
        List<byte[]> damages = damages(whole);
        for (byte[] damaged : damages) {
            assertThat(LockOwner.read(damaged)).isEmpty();
        }
        for (int i = 0; i < damages.size(); i += 97) {
            Files.write(companion.owner(), damages.get(i));
            try (FileSession session = FileSession.open(file, "Anne").get()) {
                assertThat(session.isReadOnly()).isFalse();
                assertThat(session.opened().findings())
                        .extracting(Finding::code)
                        .contains("STORE-LOCK-STALE-UNKNOWN");
            }
        }
    }

    @Test
    void journal_ofANewerVersion_isPutAside_andSaysSo() throws IOException {
        String header = Files.readAllLines(companion.journal()).get(0);
        String newer = header.substring(0, header.indexOf(",\"sha256\"")).replace("\"version\":1", "\"version\":2");
        Files.write(companion.journal(), SealedLine.of(newer, SealedLine.FIRST).bytes());
        try (FileSession session = FileSession.open(file, "Anne").get()) {
            assertThat(session.opened().findings())
                    .extracting(Finding::code)
                    .containsExactly("STORE-JOURNAL-NEWER", "STORE-JOURNAL-ASIDE");
        }
    }

    @Test
    void journal_withARecordOfANewerVersion_givesTheEditsBefore() throws IOException {
        JournalContent content = JournalContent.read(companion.journal());
        SealedLine strange = SealedLine.of("{\"edit\":4,\"record\":{\"author\":1}", content.seal());
        Disk.REAL.write(companion.journal(), content.length(), strange.bytes());
        try (FileSession session = FileSession.open(file, "Anne").get()) {
            assertThat(session.recoverable()).hasSize(EDITS);
            assertThat(session.opened().findings())
                    .filteredOn(finding -> finding.severity() == Severity.ERROR)
                    .isNotEmpty();
            session.recover().get();
            session.save().get();
            assertThat(companion.folder().resolve("journal-aside-1")).exists();
        }
        SealedLine other = SealedLine.of("{\"other\":4", content.seal());
        assertThat(EditLine.parse(other)).isEqualTo(Optional.empty());
        assertThat(Edit.nothing().inverse(Portfolio.empty())).isEqualTo(Edit.nothing());
    }

    private List<Path> entries() throws IOException {
        try (var entries = Files.list(companion.folder())) {
            return entries.toList();
        }
    }
}
