package org.subsidia.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;

/**
 * Whether a document and all that keeps it safe is whole. Nothing is changed.
 *
 * @param portfolio what the document holds, if it is whole
 * @param version the version of its format; 0 where it is not whole
 * @param current the version that this library writes
 * @param sha256 the digest that it ends with; empty where it is not whole
 * @param bytes its size
 * @param unsaved how many edits stand in the journal and are not saved
 * @param saved how many edits stand in the history
 * @param backups the copies that can be read
 * @param writer who has it open for writing, or had when the program ended
 * @param findings what is wrong or worth knowing
 */
public record Verification(
        Optional<Portfolio> portfolio,
        int version,
        int current,
        String sha256,
        long bytes,
        int unsaved,
        int saved,
        List<Backup> backups,
        Optional<LockOwner> writer,
        List<Finding> findings) {

    /** Copies the lists. */
    public Verification {
        backups = List.copyOf(backups);
        findings = List.copyOf(findings);
    }

    /**
     * Verifies a document: its checksum and records, its references, journal, history and backups.
     *
     * @param document the document’s file
     * @return what was found
     */
    public static Verification of(Path document) {
        List<Finding> findings = new ArrayList<>();
        Reading<FileStore.Content> content = FileStore.at(document).read();
        findings.addAll(content.findings());
        Optional<Document> whole = content.value().map(FileStore.Content::document);
        whole.ifPresent(value -> findings.addAll(value.portfolio().check()));
        List<HistoryEntry> history = List.of();
        List<Backup> backups = List.of();
        Optional<LockOwner> writer = Optional.empty();
        long bytes = 0;
        try {
            Companion companion = Companion.of(document);
            Reading<History> edits = History.of(document);
            findings.addAll(edits.findings());
            history = edits.value().map(History::entries).orElse(List.of());
            backups = whole(Restore.list(document), findings);
            writer = WriterLock.owner(companion);
            bytes = Files.isRegularFile(document) ? Files.size(document) : 0;
        } catch (IOException e) {
            String name = document.toString();
            findings.add(Finding.error(Place.file(name), "STORE-FILE-UNREADABLE", name, FileStore.reason(e)));
        }
        int saved = (int) history.stream().filter(HistoryEntry::saved).count();
        int unsaved = history.size() - saved;
        if (unsaved > 0) {
            String name = document.toString();
            findings.add(Finding.info(Place.file(name), "STORE-JOURNAL-UNSAVED", unsaved));
        }
        return new Verification(
                whole.map(Document::portfolio),
                whole.map(Document::version).orElse(0),
                DocumentFormat.CURRENT.version(),
                whole.map(Document::sha256).orElse(""),
                bytes,
                unsaved,
                saved,
                backups,
                writer,
                findings);
    }

    private static List<Backup> whole(Reading<List<Backup>> all, List<Finding> findings) {
        findings.addAll(all.findings());
        List<Backup> whole = new ArrayList<>();
        for (Backup backup : all.value().orElse(List.of())) {
            if (FileStore.at(backup.file()).open().isRead()) {
                whole.add(backup);
            } else {
                Place place = Place.file(backup.file().toString());
                findings.add(Finding.warning(place, "STORE-BACKUP-DAMAGED", backup.number()));
            }
        }
        return whole;
    }
}
