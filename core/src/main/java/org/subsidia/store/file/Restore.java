package org.subsidia.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.Portfolio;

/** Brings back a former state of a document. What it replaces, whole or damaged, is kept as a backup. */
public final class Restore {
    private Restore() {}

    /**
     * The states that can be brought back.
     *
     * @param document the document’s file
     * @return the known-good copy first, then the backups, newest first
     */
    public static Reading<List<Backup>> list(Path document) {
        try {
            return Reading.of(new Backups(Disk.REAL, Companion.of(document)).list());
        } catch (IOException e) {
            return Reading.refused(unreadable(document, e));
        }
    }

    /**
     * Brings back a state. Unsaved edits that continue it are offered when the document is opened next.
     *
     * @param document the document’s file; need not exist any more
     * @param number of which backup
     * @param author who does it, as the history will name them
     * @param reason why; null: not said
     * @return the portfolio as it is now; or why nothing was changed
     */
    public static Reading<Portfolio> from(Path document, int number, String author, @Nullable String reason) {
        return from(document, number, author, reason, Disk.REAL);
    }

    static Reading<Portfolio> from(Path document, int number, String author, @Nullable String reason, Disk disk) {
        try {
            Companion companion = Companion.of(document);
            Optional<Backup> backup = new Backups(disk, companion)
                    .list().stream()
                            .filter(candidate -> candidate.number() == number)
                            .findFirst();
            if (backup.isEmpty()) {
                String name = companion.document().toString();
                return Reading.refused(Finding.error(Place.file(name), "STORE-BACKUP-NONE", number, name));
            }
            return WriterLock.holding(disk, companion, author, () -> {
                Reading<FileStore.Content> content =
                        FileStore.at(backup.get().file()).read();
                return content.isRead()
                        ? Reading.of(put(disk, companion, content.get(), author, reason))
                        : Reading.refused(content.findings());
            });
        } catch (IOException e) {
            return Reading.refused(FileStore.unwritable(document.toString(), e));
        }
    }

    private static Portfolio put(
            Disk disk, Companion companion, FileStore.Content backup, String author, @Nullable String reason)
            throws IOException {
        Portfolio restored = backup.document().portfolio();
        Optional<Portfolio> before = FileStore.at(companion.document()).open().value();
        boolean continued = Files.exists(companion.journal())
                && JournalContent.read(companion.journal())
                        .savedIn(backup.document().sha256())
                        .isPresent();
        new Backups(disk, companion).keep();
        FreshFile.put(disk, companion.document(), backup.bytes());
        if (!continued) {
            if (Files.exists(companion.journal())) {
                Journal.putAside(disk, companion);
            }
            Edit edit = before.map(now -> now.editTo(restored)).orElse(Edit.nothing());
            Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            History.add(disk, companion, new EditRecord(edit, author, now, reason));
        }
        return restored;
    }

    private static Finding unreadable(Path document, IOException e) {
        String name = document.toString();
        return Finding.error(Place.file(name), "STORE-FILE-UNREADABLE", name, FileStore.reason(e));
    }
}
