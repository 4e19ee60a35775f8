package org.subsidia.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.RandomPortfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;

class FileSessionTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final SessionOptions OPTIONS =
            SessionOptions.by("Anne").withClock(Clock.fixed(NOON, ZoneOffset.UTC));
    private static final Portfolio SMALL = Portfolio.empty().apply(structure(0)).apply(structure(1));

    @TempDir
    Path folder;

    private Path file;
    private Companion companion;

    @BeforeEach
    void save() throws IOException {
        file = folder.toRealPath().resolve("p.subsidia");
        companion = Companion.of(file);
        FileStore.at(file).save(SMALL).get();
    }

    static Edit structure(int number) {
        return Edit.put(Structure.builder(new StructureId("s" + number), "Pôle " + number)
                .build());
    }

    private FileSession open() {
        return FileSession.open(file, OPTIONS).get();
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    private Portfolio onDisk() {
        return FileStore.at(file).open().get();
    }

    @Test
    void apply_thenSave_isInTheFileAndInTheHistory() {
        try (FileSession session = open()) {
            assertThat(session.opened().findings()).isEmpty();
            assertThat(session.isDirty()).isFalse();
            Portfolio next = session.apply(structure(2), "arrivée").get();

            assertThat(next).isEqualTo(SMALL.apply(structure(2)));
            assertThat(session.isDirty()).isTrue();
            assertThat(onDisk()).isEqualTo(SMALL);
            assertThat(History.of(file).get().entries())
                    .containsExactly(new HistoryEntry(1, new EditRecord(structure(2), "Anne", NOON, "arrivée"), false));

            assertThat(session.save().get().bytes()).isPositive();
            assertThat(session.isDirty()).isFalse();
            assertThat(onDisk()).isEqualTo(next);
            assertThat(companion.journal()).doesNotExist();
            session.apply(Edit.remove(new StructureId("s0")), null).get();
            session.save().get();
            assertThat(History.of(file).get().entries())
                    .containsExactly(
                            new HistoryEntry(1, new EditRecord(structure(2), "Anne", NOON, "arrivée"), true),
                            new HistoryEntry(
                                    2, new EditRecord(Edit.remove(new StructureId("s0")), "Anne", NOON, null), true));
        }
        assertThat(companion.owner()).doesNotExist();
    }

    @Test
    void open_afterACrash_offersTheEdits_whichCanBeRecovered() {
        RandomPortfolio random = new RandomPortfolio(11);
        Portfolio expected = SMALL;
        List<Edit> edits = Stream.generate(() -> random.edit(2)).limit(20).toList();
        FileSession crashed = open();
        for (Edit edit : edits) {
            expected = crashed.apply(edit, null).get();
        }
        crashed.close();

        try (FileSession session = open()) {
            assertThat(codes(session.opened().findings())).containsExactly("STORE-JOURNAL-RECOVERABLE");
            assertThat(session.portfolio()).isEqualTo(SMALL);
            assertThat(session.recoverable()).extracting(EditRecord::edit).isEqualTo(edits);
            assertThat(codes(session.apply(structure(5), null).findings())).containsExactly("STORE-JOURNAL-PENDING");
            assertThat(codes(session.save().findings())).containsExactly("STORE-JOURNAL-PENDING");
            assertThat(codes(session.saveAs(folder.resolve("q")).findings())).containsExactly("STORE-JOURNAL-PENDING");

            assertThat(session.recover().get()).isEqualTo(expected);
            expected = session.apply(structure(6), null).get();
        }
        try (FileSession session = open()) {
            assertThat(session.recoverable()).hasSize(21);
            assertThat(session.recover().get()).isEqualTo(expected);
            session.save().get();
        }
        assertThat(onDisk()).isEqualTo(expected);
        assertThat(History.of(file).get().entries())
                .extracting(HistoryEntry::number)
                .containsExactlyElementsOf(
                        Stream.iterate(1L, n -> n + 1).limit(21).toList());
        assertThat(History.of(file).get().findings()).isEmpty();
    }

    @Test
    void discard_goesBackToWhatWasSaved_andKeepsTheJournalAside() throws IOException {
        FileSession crashed = open();
        crashed.apply(structure(2), null).get();
        crashed.close();
        try (FileSession session = open()) {
            Reading<Portfolio> back = session.discard();
            assertThat(back.get()).isEqualTo(SMALL);
            assertThat(codes(back.findings())).containsExactly("STORE-JOURNAL-ASIDE");
            session.apply(structure(3), null).get();
            assertThat(session.discard().get()).isEqualTo(SMALL);
            session.apply(structure(4), null).get();
            session.save().get();
            assertThat(codes(session.discard().findings())).isEmpty();
        }
        assertThat(onDisk()).isEqualTo(SMALL.apply(structure(4)));
        assertThat(Files.readString(companion.folder().resolve("journal-aside-1")))
                .contains("Pôle 2");
        assertThat(Files.readString(companion.folder().resolve("journal-aside-2")))
                .contains("Pôle 3");
        assertThat(History.of(file).get().entries()).hasSize(1);
    }

    @Test
    void open_twice_theSecondOnlyReads_andSaysWhoWrites() {
        try (FileSession first = open();
                FileSession second = FileSession.open(file, "Bernard").get()) {
            assertThat(first.isReadOnly()).isFalse();
            assertThat(second.isReadOnly()).isTrue();
            assertThat(second.opened().readOnly()).isTrue();
            assertThat(second.opened().writer().orElseThrow())
                    .satisfies(who -> assertThat(who.name()).isEqualTo("Anne"))
                    .satisfies(who -> assertThat(who.process())
                            .isEqualTo(ProcessHandle.current().pid()));
            assertThat(second.opened().findings()).singleElement().satisfies(held -> {
                assertThat(held.code()).isEqualTo("STORE-LOCK-HELD");
                assertThat(held.severity()).isEqualTo(Severity.WARNING);
                assertThat(held.message().in(java.util.Locale.FRENCH)).contains("Anne");
            });
            assertThat(codes(second.apply(structure(2), null).findings())).containsExactly("STORE-LOCK-HELD");
            assertThat(codes(second.save().findings())).containsExactly("STORE-LOCK-HELD");
            assertThat(codes(second.discard().findings())).containsExactly("STORE-LOCK-HELD");
            assertThat(codes(second.saveAs(file).findings())).containsExactly("STORE-LOCK-HELD");
            assertThat(codes(FileStore.at(file).save(SMALL).findings())).containsExactly("STORE-LOCK-HELD");
        }
        try (FileSession third = open()) {
            assertThat(third.isReadOnly()).isFalse();
        }
        assertThat(FileStore.at(file).save(SMALL).isRead()).isTrue();
    }

    @Test
    void apply_afterClose_isRefused() {
        FileSession session = open();
        session.close();
        session.close();
        assertThat(codes(session.apply(structure(2), null).findings())).containsExactly("STORE-LOCK-NONE");
    }

    @Test
    void saveAs_takesTheHistoryAlong_andLeavesTheFormerFileAsItWas() throws IOException {
        Path other = folder.toRealPath().resolve("q.subsidia");
        FileStore.at(other).save(Portfolio.empty()).get();
        try (FileSession session = open()) {
            session.apply(structure(2), null).get();
            session.save().get();
            session.apply(structure(3), null).get();
            session.saveAs(other).get();
            assertThat(session.file()).isEqualTo(other);
            session.apply(structure(4), null).get();
            session.save().get();
            assertThat(companion.owner()).doesNotExist();
        }
        assertThat(onDisk()).isEqualTo(SMALL.apply(structure(2)));
        assertThat(companion.journal()).doesNotExist();
        assertThat(FileStore.at(other).open().get())
                .isEqualTo(onDisk().apply(structure(3)).apply(structure(4)));
        assertThat(History.of(other).get().entries())
                .extracting(entry -> entry.record().edit())
                .containsExactly(structure(2), structure(3), structure(4));
        assertThat(History.of(other).findings()).isEmpty();
        assertThat(Restore.list(other).get()).hasSize(2);
    }

    @Test
    void saveAs_ofAReadOnlySession_opensTheOtherFileForWriting() throws IOException {
        Path other = folder.toRealPath().resolve("q.subsidia");
        try (FileSession first = open();
                FileSession second = open()) {
            first.apply(structure(2), null).get();
            second.saveAs(other).get();
            assertThat(second.isReadOnly()).isFalse();
            second.apply(structure(3), null).get();
            assertThat(codes(second.saveAs(file).findings())).containsExactly("STORE-LOCK-HELD");
            second.save().get();
            first.save().get();
        }
        assertThat(onDisk()).isEqualTo(SMALL.apply(structure(2)));
        assertThat(FileStore.at(other).open().get()).isEqualTo(SMALL.apply(structure(3)));
    }

    @Test
    void save_whenAnotherProgramChangedTheFile_isRefused_saveAsKeepsBoth() throws IOException {
        Portfolio theirs = SMALL.apply(structure(7));
        try (FileSession session = open()) {
            session.apply(structure(2), null).get();
            Path elsewhere = folder.resolve("elsewhere");
            FileStore.at(elsewhere).save(theirs).get();
            Files.write(file, Files.readAllBytes(elsewhere));

            assertThat(codes(session.save().findings())).containsExactly("STORE-FILE-CHANGED");
            assertThat(onDisk()).isEqualTo(theirs);
            session.saveAs(file).get();
        }
        assertThat(onDisk()).isEqualTo(SMALL.apply(structure(2)));
        Backup last = Restore.list(file).get().get(1);
        assertThat(FileStore.at(last.file()).open().get()).isEqualTo(theirs);
    }

    @Test
    void save_keepsSoManyBackups_theOldestGoes() throws IOException {
        try (FileSession session =
                FileSession.open(file, OPTIONS.withBackups(3)).get()) {
            for (int i = 2; i < 8; i++) {
                session.apply(structure(i), null).get();
                session.save().get();
                session.save().get();
            }
        }
        List<Backup> backups = Restore.list(file).get();
        assertThat(backups).extracting(Backup::number).containsExactly(0, 7, 6, 5);
        assertThat(FileStore.at(backups.get(0).file()).open().get()).isEqualTo(SMALL);
        assertThat(FileStore.at(backups.get(1).file()).open().get()).isEqualTo(onDisk());
        assertThat(FileStore.at(backups.get(3).file()).open().get().structures())
                .hasSize(6);
    }

    @Test
    void open_journalOfAnotherState_isPutAside_notLost() throws IOException {
        FileSession crashed = open();
        crashed.apply(structure(2), null).get();
        crashed.close();
        FileStore.at(file).save(SMALL.apply(structure(9))).get();
        try (FileSession session = open()) {
            assertThat(codes(session.opened().findings())).containsExactly("STORE-JOURNAL-FOREIGN");
            assertThat(session.recoverable()).isEmpty();
        }
        assertThat(Files.readString(companion.folder().resolve("journal-aside-1")))
                .contains("Pôle 2");
    }

    @Test
    void restore_ofTheKnownGoodCopy_bringsBackWhatWasDamaged_withUnsavedEdits() throws IOException {
        FileSession crashed = open();
        crashed.apply(structure(2), null).get();
        crashed.close();
        byte[] damaged = Files.readAllBytes(file);
        damaged[damaged.length / 2] ^= 1;
        Files.write(file, damaged);

        Reading<FileSession> refused = FileSession.open(file, OPTIONS);
        assertThat(codes(refused.findings())).containsExactly("STORE-FILE-DAMAGED", "STORE-BACKUP-THERE");
        assertThat(companion.owner()).doesNotExist();

        Restore.from(file, Backup.KNOWN_GOOD, "Anne", "abîmé").get();
        try (FileSession session = open()) {
            assertThat(session.portfolio()).isEqualTo(SMALL);
            assertThat(session.recover().get()).isEqualTo(SMALL.apply(structure(2)));
        }
        Backup replaced = Restore.list(file).get().get(1);
        assertThat(Files.readAllBytes(replaced.file())).isEqualTo(damaged);
    }

    @Test
    void restore_ofABackup_isAnEntryOfTheHistory() throws IOException {
        try (FileSession session = open()) {
            session.apply(structure(2), null).get();
            session.save().get();
            assertThat(codes(Restore.from(file, 1, "Anne", null).findings())).containsExactly("STORE-LOCK-HELD");
        }
        assertThat(codes(Restore.from(file, 7, "Anne", null).findings())).containsExactly("STORE-BACKUP-NONE");
        Restore.from(file, 1, "Bernard", "erreur de saisie").get();
        assertThat(onDisk()).isEqualTo(SMALL);
        assertThat(History.of(file).findings()).isEmpty();
        assertThat(History.of(file).get().entries())
                .last()
                .satisfies(entry -> assertThat(entry.record().author()).isEqualTo("Bernard"))
                .satisfies(entry -> assertThat(entry.record().edit())
                        .isEqualTo(Edit.batch("", List.of(Edit.remove(new StructureId("s2"))))));
        Restore.from(file, 2, "Bernard", null).get();
        assertThat(onDisk()).isEqualTo(SMALL.apply(structure(2)));
    }

    @Test
    void restore_ofADamagedBackup_isRefused() throws IOException {
        try (FileSession session = open()) {
            session.apply(structure(2), null).get();
            session.save().get();
        }
        Files.write(companion.backup(1), new byte[] {1, 2, 3});
        assertThat(codes(Restore.from(file, 1, "Anne", null).findings())).containsExactly("STORE-FILE-FOREIGN");
        assertThat(onDisk()).isEqualTo(SMALL.apply(structure(2)));
    }

    @Test
    void create_makesTheDocument_whoseRecordsAreTheFirstEntry() throws IOException {
        Path fresh = folder.resolve("new.subsidia");
        try (FileSession session = FileSession.create(fresh, SMALL, OPTIONS).get()) {
            assertThat(session.isDirty()).isFalse();
            assertThat(session.portfolio()).isEqualTo(SMALL);
        }
        assertThat(FileStore.at(fresh).open().get()).isEqualTo(SMALL);
        assertThat(History.of(fresh).get().entries()).hasSize(1);
        assertThat(codes(FileSession.create(fresh, SMALL, OPTIONS).findings())).containsExactly("STORE-FILE-EXISTS");
        assertThat(codes(FileSession.create(folder.resolve("no/new"), SMALL, OPTIONS)
                        .findings()))
                .containsExactly("STORE-FILE-UNWRITABLE");
        FileSession.create(folder.resolve("empty"), Portfolio.empty(), OPTIONS)
                .get()
                .close();
        assertThat(History.of(folder.resolve("empty")).get().entries()).isEmpty();
    }

    @Test
    void open_removesWhatKilledProcessesLeft_andNothingElse() throws IOException {
        Files.createDirectories(companion.folder());
        String uuid = ".01234567-89ab-cdef-0123-456789abcdef.tmp";
        List<Path> left = List.of(
                file.resolveSibling(".p.subsidia" + uuid),
                companion.folder().resolve(".journal" + uuid),
                companion.folder().resolve(".history" + uuid),
                companion.folder().resolve(".good.subsidia" + uuid),
                companion.folder().resolve(".backup-3.subsidia" + uuid));
        List<Path> other = List.of(
                file.resolveSibling(".q.subsidia" + uuid),
                file.resolveSibling(".p.subsidia.tmp"),
                file.resolveSibling("p.subsidia" + uuid));
        for (Path path : Stream.concat(left.stream(), other.stream()).toList()) {
            Files.writeString(path, "half");
        }
        open().close();
        assertThat(left).allSatisfy(path -> assertThat(path).doesNotExist());
        assertThat(other).allSatisfy(path -> assertThat(path).exists());
    }

    @Test
    void open_absentFile_isRefused_andLeavesNothing() throws IOException {
        assertThat(codes(FileSession.open(folder.resolve("no"), OPTIONS).findings()))
                .containsExactly("STORE-FILE-ABSENT");
        assertThat(codes(FileSession.open(folder, OPTIONS).findings())).containsExactly("STORE-FILE-NOT-FILE");
        assertThat(folder.resolve(".no.d")).doesNotExist();
    }

    @Test
    void replace_journalsTheDifference() {
        SplittableRandom seeds = new SplittableRandom(5);
        for (int i = 0; i < 20; i++) {
            Portfolio before = new RandomPortfolio(seeds.nextInt(4)).portfolio(3, 5);
            Portfolio after = new RandomPortfolio(seeds.nextInt(4)).portfolio(4, 4);
            assertThat(before.apply(before.editTo(after))).isEqualTo(after);
        }
        assertThat(SMALL.editTo(SMALL)).isEqualTo(Edit.nothing());
        try (FileSession session = open()) {
            assertThat(session.replace(SMALL, null).get()).isEqualTo(SMALL);
            assertThat(session.isDirty()).isFalse();
            session.replace(SMALL.apply(structure(2)), "import").get();
            assertThat(session.isDirty()).isTrue();
        }
        assertThat(History.of(file).get().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.record().edit()).isEqualTo(Edit.batch("", List.of(structure(2)))));
    }
}
