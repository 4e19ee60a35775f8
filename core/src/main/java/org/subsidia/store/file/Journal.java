package org.subsidia.store.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.store.internal.EditLine;
import org.subsidia.store.internal.SealedLine;

/** The journal of a document that is being edited. An edit that was appended without an exception is safe. */
final class Journal {
    private final Disk disk;
    private final Companion companion;
    private long next;
    private String seal;
    private long length;
    private boolean terminated = true;

    private Journal(Disk disk, Companion companion, long next, String seal, long length) {
        this.disk = disk;
        this.companion = companion;
        this.next = next;
        this.seal = seal;
        this.length = length;
    }

    /** For a document that is only read. */
    static Journal none(Disk disk, Companion companion) {
        return new Journal(disk, companion, 1, SealedLine.FIRST, 0);
    }

    /** No journal yet: the first edit makes one that goes on where the history ends. */
    static Journal fresh(Disk disk, Companion companion) throws IOException {
        Optional<History.Tail> tail = History.tail(companion.history());
        History.Tail end = tail.orElse(History.Tail.NONE);
        return new Journal(disk, companion, end.number() + 1, end.sha256(), 0);
    }

    /** Goes on behind the whole lines of a journal. */
    static Journal resume(Disk disk, Companion companion, JournalContent content) throws IOException {
        List<EditLine> edits = content.edits();
        long next = edits.isEmpty()
                ? fresh(disk, companion).next
                : edits.get(edits.size() - 1).number() + 1;
        Journal journal = new Journal(disk, companion, next, content.seal(), content.length());
        journal.terminated = content.terminated();
        return journal;
    }

    /** Adds an edit; afterwards it is on the disk. A failure leaves the journal as it was. */
    void append(EditRecord record, String document) throws IOException {
        EditLine edit = EditLine.of(next, record, seal);
        if (length == 0) {
            byte[] start = join(JournalContent.header(document, seal), edit.line());
            FreshFile.put(disk, companion.journal(), start);
            length = start.length;
        } else {
            write(edit.line());
        }
        seal = edit.line().sha256();
        next++;
    }

    /** Notes that the document with this digest, which holds all edits so far, is about to take its place. */
    void saving(String document) throws IOException {
        if (length > 0) {
            write(JournalContent.saving(document, seal));
        }
    }

    private void write(SealedLine line) throws IOException {
        byte[] bytes = line.bytes();
        if (!terminated) {
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.write('\n');
            both.writeBytes(bytes);
            bytes = both.toByteArray();
        }
        disk.write(companion.journal(), length, bytes);
        length += bytes.length;
        terminated = true;
    }

    private static byte[] join(SealedLine first, SealedLine second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(first.bytes());
        both.writeBytes(second.bytes());
        return both.toByteArray();
    }

    /** The edits that the journal holds, saved or not. */
    List<EditLine> edits() throws IOException {
        return length == 0
                ? List.of()
                : JournalContent.read(companion.journal()).edits();
    }

    /** After a save: the edits go to the history, the next edit starts a new journal. */
    void saved() throws IOException {
        if (length > 0) {
            History.add(disk, companion, edits());
            drop();
        }
    }

    /** Forgets the edits, which are safe elsewhere. */
    void drop() throws IOException {
        if (length > 0) {
            disk.delete(companion.journal());
            length = 0;
            terminated = true;
        }
    }

    /** Puts a journal where nobody takes it for the one to go on with; gives its new name. */
    static String putAside(Disk disk, Companion companion) throws IOException {
        var aside = companion.aside(companion.journal());
        if (Files.exists(companion.journal())) {
            disk.replace(companion.journal(), aside);
        }
        return aside.toString();
    }
}
