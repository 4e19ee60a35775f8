package org.subsidia.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.Saved;

/** Lets every step that writes fail in turn, alone or with all that follow, and looks whether anything is lost. */
class FaultTest {
    @TempDir
    Path folder;

    /** A disk whose step of this number fails, having done half of its work; then all steps fail, or none. */
    private static final class Faulty implements Disk {
        private final int failing;
        private final boolean forEver;
        private int steps;

        Faulty(int failing, boolean forEver) {
            this.failing = failing;
            this.forEver = forEver;
        }

        private boolean fails() {
            steps++;
            return steps == failing || (forEver && steps > failing);
        }

        private void step() throws IOException {
            if (fails()) {
                throw new IOException("step " + steps);
            }
        }

        @Override
        public OutputStream create(Path file) throws IOException {
            step();
            return new FilterOutputStream(Disk.super.create(file)) {
                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    if (fails()) {
                        out.write(bytes, from, count / 2);
                        throw new IOException("step " + steps);
                    }
                    out.write(bytes, from, count);
                }

                @Override
                public void close() throws IOException {
                    super.close();
                    step();
                }
            };
        }

        @Override
        public void write(Path file, long from, byte[] bytes) throws IOException {
            if (fails()) {
                if (steps % 3 > 0) {
                    Disk.super.write(
                            file, from, Arrays.copyOf(bytes, steps % 3 == 1 ? bytes.length / 2 : bytes.length));
                }
                throw new IOException("step " + steps);
            }
            Disk.super.write(file, from, bytes);
        }

        @Override
        public void replace(Path with, Path target) throws IOException {
            boolean fails = fails();
            if (!fails || steps % 2 == 0) {
                Disk.super.replace(with, target);
            }
            if (fails) {
                throw new IOException("step " + steps);
            }
        }

        @Override
        public void link(Path file, Path second) throws IOException {
            step();
            Disk.super.link(file, second);
        }

        @Override
        public void delete(Path file) throws IOException {
            step();
            Disk.super.delete(file);
        }

        @Override
        public void createDirectory(Path directory) throws IOException {
            step();
            Disk.super.createDirectory(directory);
        }
    }

    /** What a user who goes on in spite of everything was told is done. */
    private static final class User {
        private final FileSession session;
        private Portfolio acknowledged = Portfolio.empty();

        User(FileSession session) {
            this.session = session;
        }

        void edit(int number) {
            Reading<Portfolio> done = session.apply(FileSessionTest.structure(number), null);
            if (done.isRead()) {
                acknowledged = acknowledged.apply(FileSessionTest.structure(number));
                assertThat(done.get()).isEqualTo(acknowledged);
            }
        }

        void save(Path file) {
            if (session.save().isRead()) {
                assertThat(FileStore.at(file).open().get()).isEqualTo(acknowledged);
            }
        }
    }

    @Test
    void anyStepFails_nothingAcknowledgedIsLost() throws IOException {
        for (boolean forEver : new boolean[] {false, true}) {
            int failing = 0;
            Faulty disk;
            do {
                failing++;
                disk = new Faulty(failing, forEver);
                Path file = folder.resolve(forEver + "" + failing + ".subsidia");
                FileStore.at(file).save(Portfolio.empty()).get();
                Portfolio acknowledged = use(file, disk);
                look(file, acknowledged, true, failing);
            } while (disk.steps >= failing);
            assertThat(failing).isGreaterThan(50);
        }
    }

    private static Portfolio use(Path file, Disk disk) {
        Reading<FileSession> opened =
                FileSession.open(file, SessionOptions.by("x").withBackups(2), disk, DocumentFormat.CURRENT);
        if (!opened.isRead()) {
            return Portfolio.empty();
        }
        User user = new User(opened.get());
        user.edit(1);
        user.edit(2);
        user.save(file);
        user.edit(3);
        user.save(file);
        user.edit(4);
        user.save(file);
        user.edit(5);
        user.edit(6);
        opened.get().close();
        return user.acknowledged;
    }

    private static void look(Path file, Portfolio acknowledged, boolean historyKept, int failing) throws IOException {
        String when = "step " + failing;
        try (FileSession session = FileSession.open(file, "y").get()) {
            assertThat(session.isReadOnly()).as(when).isFalse();
            Portfolio recovered = session.recover().get();
            boolean oneMore = Stream.of(1, 2, 3, 4, 5, 6)
                    .map(FileSessionTest::structure)
                    .anyMatch(edit -> acknowledged.apply(edit).equals(recovered));
            assertThat(oneMore || recovered.equals(acknowledged)).as(when).isTrue();
            session.apply(Edit.nothing(), null).get();
            session.save().get();
            assertThat(FileStore.at(file).open().get()).as(when).isEqualTo(recovered);
            if (!historyKept) {
                return;
            }
            History history = History.of(file).get();
            assertThat(history.findings()).as(when).isEmpty();
            Portfolio replayed = Portfolio.empty();
            for (HistoryEntry entry : history.entries()) {
                replayed = replayed.apply(entry.record().edit());
            }
            assertThat(replayed).as(when).isEqualTo(recovered);
        }
        try (Stream<Path> left = Files.walk(file.getParent())) {
            String name = "." + file.getFileName();
            assertThat(left.filter(path -> path.toString().contains(name)))
                    .as(when)
                    .noneMatch(path -> path.toString().endsWith(".tmp"));
        }
    }

    @Test
    void saveAs_anyStepFails_oneOfTheFilesHasEverything() throws IOException {
        int failing = 0;
        Faulty disk;
        do {
            failing++;
            disk = new Faulty(failing, false);
            Path file = folder.resolve("a" + failing + ".subsidia");
            Path other = folder.resolve("b" + failing + ".subsidia");
            FileStore.at(file).save(Portfolio.empty()).get();
            FileStore.at(other).save(Portfolio.empty()).get();
            Reading<FileSession> opened = FileSession.open(file, SessionOptions.by("x"), disk, DocumentFormat.CURRENT);
            if (opened.isRead()) {
                User user = new User(opened.get());
                user.edit(1);
                Reading<Saved> moved = opened.get().saveAs(other);
                boolean historyKept = moved.findings().stream()
                        .noneMatch(finding -> finding.code().equals("STORE-HISTORY-LEFT"));
                user.edit(2);
                opened.get().close();
                look(moved.isRead() ? other : file, user.acknowledged, historyKept, failing);
            }
        } while (disk.steps >= failing);
        assertThat(failing).isGreaterThan(25);
    }

    @Test
    void restore_anyStepFails_theDocumentIsTheOldOrTheNewOne() throws IOException {
        int failing = 0;
        Faulty disk;
        do {
            failing++;
            disk = new Faulty(failing, failing % 2 == 0);
            Path file = folder.resolve("r" + failing + ".subsidia");
            FileStore.at(file).save(Portfolio.empty()).get();
            Portfolio full;
            try (FileSession session = FileSession.open(file, "x").get()) {
                full = session.apply(FileSessionTest.structure(1), null).get();
                session.save().get();
            }
            Reading<Portfolio> restored = Restore.from(file, 1, "x", null, disk);
            Portfolio now = FileStore.at(file).open().get();
            assertThat(now).isIn(full, Portfolio.empty());
            if (restored.isRead()) {
                assertThat(now).isEqualTo(Portfolio.empty());
            }
        } while (disk.steps >= failing);
    }
}
