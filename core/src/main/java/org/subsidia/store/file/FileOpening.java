package org.subsidia.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.store.internal.EditLine;

/** The steps by which a session begins: lock, document, what a crash left behind, journal, known-good copy. */
final class FileOpening {
    private final SessionOptions options;
    private final Disk disk;
    private final DocumentFormat format;
    private final Companion companion;
    private final List<Finding> findings = new ArrayList<>();
    private @Nullable WriterLock lock;
    private Journal journal;
    private boolean journalDamaged;
    private List<EditRecord> recoverable = List.of();
    private String sha256 = "";
    private @Nullable OpenedPortfolio opened;

    private FileOpening(SessionOptions options, Disk disk, DocumentFormat format, Companion companion) {
        this.options = options;
        this.disk = disk;
        this.format = format;
        this.companion = companion;
        this.journal = Journal.none(disk, companion);
    }

    static Reading<FileOpening> of(Path file, SessionOptions options, Disk disk, DocumentFormat format) {
        if (!Files.isRegularFile(file)) {
            return Reading.refused(FileStore.at(file, disk, format).read().findings());
        }
        try {
            FileOpening opening = new FileOpening(options, disk, format, Companion.of(file));
            return opening.open();
        } catch (IOException e) {
            String name = file.toString();
            return Reading.refused(Finding.error(Place.file(name), "STORE-FILE-UNREADABLE", name, FileStore.reason(e)));
        }
    }

    private Reading<FileOpening> open() throws IOException {
        takeLock();
        boolean done = false;
        try {
            Path file = companion.document();
            Reading<FileStore.Content> content =
                    FileStore.at(file, disk, format).read();
            if (!content.isRead()) {
                List<Finding> all = new ArrayList<>(content.findings());
                int copies = new Backups(disk, companion).list().size();
                if (copies > 0) {
                    all.add(Finding.info(place(), "STORE-BACKUP-THERE", copies, file.toString()));
                }
                return Reading.refused(all);
            }
            Document document = content.get().document();
            findings.addAll(content.findings());
            sha256 = document.sha256();
            if (document.version() < format.version()) {
                findings.add(Finding.info(place(), "STORE-FILE-OLDER", document.version(), format.version()));
            }
            if (lock != null) {
                prepare(content.get(), lock);
            }
            opened = new OpenedPortfolio(
                    document.portfolio(), document.version(), recoverable, lock == null, writer(), findings);
            done = true;
            return Reading.of(this, findings);
        } finally {
            if (!done && lock != null) {
                lock.close();
            }
        }
    }

    private void takeLock() {
        if (!Files.isWritable(companion.document())) {
            findings.add(Finding.warning(
                    place(), "STORE-LOCK-WRITE-PROTECTED", companion.document().toString()));
            return;
        }
        Reading<WriterLock> taken =
                WriterLock.acquire(disk, companion, LockOwner.here(options.author()), options.takeOver());
        lock = taken.value().orElse(null);
        for (Finding finding : taken.findings()) {
            findings.add(
                    finding.severity() == Severity.ERROR
                            ? new Finding(Severity.WARNING, finding.place(), finding.message())
                            : finding);
        }
    }

    private Optional<LockOwner> writer() {
        return lock != null ? Optional.empty() : WriterLock.owner(companion);
    }

    /** What only the one who writes may do. */
    private void prepare(FileStore.Content content, WriterLock held) throws IOException {
        try {
            companion.clean(disk);
            journal = Journal.fresh(disk, companion);
            readJournal();
        } catch (IOException e) {
            findings.add(Finding.warning(
                    place(), "STORE-LOCK-IMPOSSIBLE", companion.document().toString(), FileStore.reason(e)));
            journal = Journal.none(disk, companion);
            lock = null;
            held.close();
            return;
        }
        try {
            new Backups(disk, companion).keepGood(content.bytes(), sha256);
        } catch (IOException e) {
            findings.add(Finding.warning(place(), "STORE-BACKUP-FAILED", FileStore.reason(e)));
        }
    }

    private void readJournal() throws IOException {
        if (!Files.exists(companion.journal())) {
            return;
        }
        JournalContent content = JournalContent.read(companion.journal());
        Optional<Integer> saved = content.savedIn(sha256);
        recoverable = saved.isPresent() ? content.records(saved.get()) : List.of();
        findings.addAll(content.findings());
        if (saved.isPresent()) {
            keepSaved(content.edits().subList(0, saved.get()));
        }
        if (saved.isEmpty() || (content.damaged() && recoverable.isEmpty())) {
            String aside = Journal.putAside(disk, companion);
            findings.add(
                    saved.isEmpty() && !content.edits().isEmpty()
                            ? Finding.warning(
                                    place(),
                                    "STORE-JOURNAL-FOREIGN",
                                    content.edits().size(),
                                    aside)
                            : Finding.info(place(), "STORE-JOURNAL-ASIDE", aside));
            return;
        }
        journalDamaged = content.damaged();
        journal = Journal.resume(disk, companion, content);
        if (recoverable.isEmpty()) {
            journal.saved();
        } else {
            findings.add(Finding.warning(
                    place(),
                    "STORE-JOURNAL-RECOVERABLE",
                    recoverable.size(),
                    companion.document().toString()));
        }
    }

    /** A crash came after the save and before its edits were in the history. */
    private void keepSaved(List<EditLine> edits) throws IOException {
        if (!edits.isEmpty()) {
            History.add(disk, companion, edits);
        }
    }

    private Place place() {
        return Place.file(companion.document().toString());
    }

    Disk disk() {
        return disk;
    }

    DocumentFormat format() {
        return format;
    }

    Companion companion() {
        return companion;
    }

    @Nullable
    WriterLock lock() {
        return lock;
    }

    Journal journal() {
        return journal;
    }

    boolean journalDamaged() {
        return journalDamaged;
    }

    String sha256() {
        return sha256;
    }

    OpenedPortfolio opened() {
        if (opened == null) {
            throw new IllegalStateException("not opened");
        }
        return opened;
    }
}
