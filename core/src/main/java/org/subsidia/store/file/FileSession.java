package org.subsidia.store.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.Saved;

/**
 * A document that is open for editing, by one process at a time.
 *
 * <p>Every edit is on the disk before {@link #apply} answers: after a crash the next session offers it again, and either
 * {@link #recover} or {@link #discard} says what becomes of it. Every save keeps the state before as a backup and adds the
 * edits to the history. Who opens a document that somebody else is editing may read it, and save it elsewhere.
 *
 * <p>Used by any number of threads, one at a time.
 */
public final class FileSession implements AutoCloseable {
    private static final Set<String> READ_ONLY =
            Set.of("STORE-LOCK-HELD", "STORE-LOCK-HELD-UNKNOWN", "STORE-LOCK-IMPOSSIBLE", "STORE-LOCK-WRITE-PROTECTED");

    private final SessionOptions options;
    private final Disk disk;
    private final DocumentFormat format;
    private final OpenedPortfolio opened;
    private Companion companion;
    private @Nullable WriterLock lock;
    private Journal journal;
    private boolean journalDamaged;
    private List<EditRecord> undecided;
    private Portfolio saved;
    private Portfolio current;
    private String document;
    private String attempted;
    private int unsaved;

    private FileSession(SessionOptions options, FileOpening opening) {
        this.options = options;
        this.disk = opening.disk();
        this.format = opening.format();
        this.opened = opening.opened();
        this.companion = opening.companion();
        this.lock = opening.lock();
        this.journal = opening.journal();
        this.journalDamaged = opening.journalDamaged();
        this.undecided = opened.recoverable();
        this.saved = opened.portfolio();
        this.current = opened.portfolio();
        this.document = opening.sha256();
        this.attempted = opening.sha256();
    }

    /**
     * Opens a document.
     *
     * @param file where it is
     * @param author who makes the edits, as the history will name them
     * @return the session, with what is worth knowing; or why the document cannot be read
     */
    public static Reading<FileSession> open(Path file, String author) {
        return open(file, SessionOptions.by(author));
    }

    /**
     * Opens a document.
     *
     * @param file where it is
     * @param options how
     * @return the session, with what is worth knowing; or why the document cannot be read
     */
    public static Reading<FileSession> open(Path file, SessionOptions options) {
        return open(file, options, Disk.REAL, DocumentFormat.CURRENT);
    }

    static Reading<FileSession> open(Path file, SessionOptions options, Disk disk, DocumentFormat format) {
        Reading<FileOpening> opening = FileOpening.of(file, options, disk, format);
        return opening.map(found -> new FileSession(options, found));
    }

    /**
     * Makes a document where there is none, and opens it.
     *
     * @param file where
     * @param portfolio what it holds; its records are the first entry of the history
     * @param options how
     * @return the session; or why there is no document
     */
    public static Reading<FileSession> create(Path file, Portfolio portfolio, SessionOptions options) {
        return create(file, portfolio, options, Disk.REAL);
    }

    static Reading<FileSession> create(Path file, Portfolio portfolio, SessionOptions options, Disk disk) {
        String name = file.toAbsolutePath().toString();
        if (Files.exists(file)) {
            return Reading.refused(Finding.error(Place.file(name), "STORE-FILE-EXISTS", name));
        }
        Reading<Saved> empty = FileStore.at(file, disk, DocumentFormat.CURRENT).save(Portfolio.empty());
        if (!empty.isRead()) {
            return Reading.refused(empty.findings());
        }
        Reading<FileSession> session = open(file, options, disk, DocumentFormat.CURRENT);
        if (session.isRead() && !portfolio.equals(Portfolio.empty())) {
            Reading<Portfolio> filled = session.get().replace(portfolio, null);
            Reading<Saved> written = filled.isRead() ? session.get().save() : Reading.refused(filled.findings());
            if (!written.isRead()) {
                session.get().close();
                return Reading.refused(written.findings());
            }
        }
        return session;
    }

    /** {@return the version of the format in which documents are saved} */
    public static int currentVersion() {
        return DocumentFormat.CURRENT.version();
    }

    /** {@return what was found when the document was opened} */
    public OpenedPortfolio opened() {
        return opened;
    }

    /** {@return the document’s file} */
    public synchronized Path file() {
        return companion.document();
    }

    /** {@return the current value} */
    public synchronized Portfolio portfolio() {
        return current;
    }

    /** {@return whether nothing can be saved to this file} */
    public synchronized boolean isReadOnly() {
        return lock == null;
    }

    /** {@return whether the current value is another than the one saved last} */
    public synchronized boolean isDirty() {
        return unsaved > 0 && !current.equals(saved);
    }

    /** {@return edits of a former session that are neither recovered nor discarded yet} */
    public synchronized List<EditRecord> recoverable() {
        return undecided;
    }

    /**
     * Makes an edit. When this answers with a portfolio the edit is on the disk.
     *
     * @param edit the change
     * @param reason why; null: not said
     * @return the portfolio after it; or why it was not made
     */
    public synchronized Reading<Portfolio> apply(Edit edit, @Nullable String reason) {
        Optional<Finding> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return Reading.refused(obstacle.get());
        }
        EditRecord record = new EditRecord(
                edit, options.author(), options.clock().instant().truncatedTo(ChronoUnit.MILLIS), reason);
        try {
            Portfolio next = current.apply(edit);
            journal.append(record, document);
            current = next;
            unsaved++;
            return Reading.of(current);
        } catch (IOException e) {
            return Reading.refused(finding("STORE-JOURNAL-UNWRITABLE", name(), FileStore.reason(e)));
        } catch (UncheckedIOException e) {
            return Reading.refused(finding("STORE-EDIT-UNWRITABLE", unwritten(e)));
        }
    }

    /**
     * Makes the edit that leads to another portfolio; none where it is the same.
     *
     * @param portfolio the other one
     * @param reason why; null: not said
     * @return the other portfolio; or why the edit was not made
     */
    public synchronized Reading<Portfolio> replace(Portfolio portfolio, @Nullable String reason) {
        Edit edit = current.editTo(portfolio);
        Reading<Portfolio> applied = edit.equals(Edit.nothing()) ? Reading.of(current) : apply(edit, reason);
        if (applied.isRead()) {
            current = portfolio;
        }
        return applied.map(same -> current);
    }

    /**
     * Makes the edits of a former session again that were never saved.
     *
     * @return the portfolio with them
     */
    public synchronized Reading<Portfolio> recover() {
        try {
            if (journalDamaged) {
                Path copy = companion.aside(companion.journal());
                FreshFile.put(disk, copy, Files.readAllBytes(companion.journal()));
                journalDamaged = false;
            }
        } catch (IOException e) {
            return Reading.refused(finding("STORE-JOURNAL-UNWRITABLE", name(), FileStore.reason(e)));
        }
        for (EditRecord record : undecided) {
            current = current.apply(record.edit());
            unsaved++;
        }
        undecided = List.of();
        return Reading.of(current);
    }

    /**
     * Goes back to what was saved last: edits that are not saved are put aside in a file of their own.
     *
     * @return the portfolio as it was saved last; or why nothing was put aside
     */
    public synchronized Reading<Portfolio> discard() {
        if (lock == null) {
            return Reading.refused(readOnly());
        }
        List<Finding> findings = new ArrayList<>();
        try {
            if (Files.exists(companion.journal())) {
                String aside = Journal.putAside(disk, companion);
                findings.add(Finding.info(Place.file(name()), "STORE-JOURNAL-ASIDE", aside));
            }
            journal = Journal.fresh(disk, companion);
        } catch (IOException e) {
            return Reading.refused(finding("STORE-JOURNAL-UNWRITABLE", name(), FileStore.reason(e)));
        }
        journalDamaged = false;
        undecided = List.of();
        unsaved = 0;
        current = saved;
        return Reading.of(current, findings);
    }

    /**
     * Saves the current value.
     *
     * @return what was saved; or why nothing was
     */
    public synchronized Reading<Saved> save() {
        Optional<Finding> obstacle = obstacle().or(this::changedByOthers);
        return obstacle.isPresent() ? Reading.refused(obstacle.get()) : write();
    }

    private Reading<Saved> write() {
        List<Finding> findings = new ArrayList<>();
        Saved done;
        try (FreshFile<String> fresh = FreshFile.write(disk, companion.document(), out -> format.write(current, out))) {
            done = new Saved(fresh.known(), fresh.bytes());
            keepBackup(companion, findings);
            journal.saving(fresh.known());
            attempted = fresh.known();
            fresh.replace();
        } catch (IOException e) {
            return Reading.refused(FileStore.unwritable(name(), e));
        }
        document = done.version();
        saved = current;
        unsaved = 0;
        try {
            journal.saved();
        } catch (IOException e) {
            findings.add(Finding.warning(Place.file(name()), "STORE-HISTORY-LATER", FileStore.reason(e)));
        }
        return Reading.of(done, findings);
    }

    private void keepBackup(Companion of, List<Finding> findings) {
        try {
            new Backups(disk, of).rotate(options.backups());
        } catch (IOException e) {
            findings.add(Finding.warning(Place.file(name()), "STORE-BACKUP-FAILED", FileStore.reason(e)));
        }
    }

    /**
     * Saves to another file, or over this one whoever changed it, and goes on with that file.
     *
     * @param file where; what stands there becomes a backup
     * @return what was saved; or why nothing was
     */
    public synchronized Reading<Saved> saveAs(Path file) {
        if (!undecided.isEmpty()) {
            return Reading.refused(pending());
        }
        try {
            Companion other = Companion.of(file);
            if (!other.equals(companion)) {
                return moveTo(other);
            }
            return lock == null ? Reading.refused(readOnly()) : write();
        } catch (IOException e) {
            return Reading.refused(FileStore.unwritable(file.toString(), e));
        }
    }

    private Reading<Saved> moveTo(Companion other) throws IOException {
        Reading<WriterLock> taken =
                WriterLock.acquire(disk, other, LockOwner.here(options.author()), options.takeOver());
        if (!taken.isRead()) {
            return Reading.refused(taken.findings());
        }
        List<Finding> findings = new ArrayList<>(taken.findings());
        boolean done = false;
        try (FreshFile<String> fresh = FreshFile.write(disk, other.document(), out -> format.write(current, out))) {
            keepBackup(other, findings);
            fresh.replace();
            done = true;
            leaveFor(other, findings);
            lock = taken.get();
            document = fresh.known();
            attempted = document;
            saved = current;
            unsaved = 0;
            return Reading.of(new Saved(fresh.known(), fresh.bytes()), findings);
        } finally {
            if (!done) {
                taken.get().close();
            }
        }
    }

    /** Takes the history along and lets go of the former file, whose unsaved edits are now saved in the other one. */
    private void leaveFor(Companion other, List<Finding> findings) {
        Journal former = journal;
        Companion from = companion;
        companion = other;
        journal = Journal.none(disk, other);
        try {
            for (Path old : List.of(other.journal(), other.history())) {
                if (Files.exists(old)) {
                    disk.replace(old, other.aside(old));
                }
            }
            History.copy(disk, from, former.edits(), other);
            journal = Journal.fresh(disk, other);
            if (lock != null) {
                former.drop();
            }
        } catch (IOException e) {
            findings.add(Finding.warning(
                    Place.file(name()), "STORE-HISTORY-LEFT", from.history().toString(), FileStore.reason(e)));
        }
        close();
    }

    /** Lets others write. Edits that are neither saved nor discarded are offered to the next session. */
    @Override
    public synchronized void close() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    private static String unwritten(UncheckedIOException e) {
        return e.getCause() instanceof JsonProcessingException json ? json.getOriginalMessage() : e.toString();
    }

    private Optional<Finding> obstacle() {
        if (lock == null) {
            return Optional.of(readOnly());
        }
        return undecided.isEmpty() ? Optional.empty() : Optional.of(pending());
    }

    private Finding readOnly() {
        return opened.findings().stream()
                .filter(finding -> opened.readOnly() && READ_ONLY.contains(finding.code()))
                .map(finding -> new Finding(Severity.ERROR, finding.place(), finding.message()))
                .findFirst()
                .orElseGet(() -> finding("STORE-LOCK-NONE", name()));
    }

    private Finding pending() {
        return finding("STORE-JOURNAL-PENDING", undecided.size(), name());
    }

    /** Somebody without a lock, such as another program or a synchronised folder, put another document there. */
    private Optional<Finding> changedByOthers() {
        try {
            if (!Files.exists(companion.document())) {
                return Optional.empty();
            }
            Optional<String> there = DocumentFormat.digestAtEnd(companion.document());
            boolean ours = there.equals(Optional.of(document)) || there.equals(Optional.of(attempted));
            return ours ? Optional.empty() : Optional.of(finding("STORE-FILE-CHANGED", name()));
        } catch (IOException e) {
            return Optional.of(FileStore.unwritable(name(), e));
        }
    }

    private String name() {
        return companion.document().toString();
    }

    private Finding finding(String code, Object... arguments) {
        return Finding.error(Place.file(name()), code, arguments);
    }
}
