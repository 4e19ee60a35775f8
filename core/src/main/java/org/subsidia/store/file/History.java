package org.subsidia.store.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.store.internal.EditLine;
import org.subsidia.store.internal.SealedLine;

/**
 * All edits of a document that were ever saved, in a file that only grows: who changed what, when and why.
 *
 * <p>Each line carries the digest of the line before, so that nobody takes one out, changes or moves one unseen.
 */
public final class History {
    private static final int CHUNK = 1 << 16;

    private final List<HistoryEntry> entries;
    private final List<Finding> findings;

    private History(List<HistoryEntry> entries, List<Finding> findings) {
        this.entries = List.copyOf(entries);
        this.findings = List.copyOf(findings);
    }

    /**
     * The history of a document, with the edits that are not saved yet.
     *
     * @param document the document’s file
     * @return the history; lines that cannot be trusted are left out and named
     */
    public static Reading<History> of(Path document) {
        List<HistoryEntry> entries = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        try {
            Companion companion = Companion.of(document);
            if (Files.exists(companion.history())) {
                read(companion.history(), entries, findings);
            }
            if (Files.exists(companion.journal()) && Files.exists(document)) {
                unsaved(companion, entries, findings);
            }
        } catch (IOException e) {
            return Reading.refused(Finding.error(
                    Place.file(document.toString()),
                    "STORE-FILE-UNREADABLE",
                    document.toString(),
                    FileStore.reason(e)));
        }
        return Reading.of(new History(entries, findings), findings);
    }

    private static void read(Path file, List<HistoryEntry> entries, List<Finding> findings) throws IOException {
        Place place = Place.file(file.toString());
        String before = SealedLine.FIRST;
        try (LineInput in = LineInput.open(file)) {
            for (Optional<byte[]> bytes = in.next(); bytes.isPresent(); bytes = in.next()) {
                Place here = place.line(in.number());
                Optional<EditLine> edit = SealedLine.parse(bytes.get()).flatMap(EditLine::parse);
                if (edit.isEmpty() || !edit.get().line().follows(before)) {
                    boolean torn = !in.terminated() && !SealedLine.wasComplete(bytes.get());
                    findings.add(
                            torn
                                    ? Finding.info(here, "STORE-HISTORY-TORN", in.number())
                                    : Finding.error(here, "STORE-HISTORY-DAMAGED", in.number()));
                    before = edit.map(line -> line.line().sha256()).orElse(before);
                    continue;
                }
                before = edit.get().line().sha256();
                add(edit.get(), true, here, entries, findings);
            }
        }
    }

    private static void unsaved(Companion companion, List<HistoryEntry> entries, List<Finding> findings)
            throws IOException {
        JournalContent journal = JournalContent.read(companion.journal());
        Optional<Integer> saved =
                DocumentFormat.digestAtEnd(companion.document()).flatMap(journal::savedIn);
        long last = entries.isEmpty() ? 0 : entries.get(entries.size() - 1).number();
        findings.addAll(journal.findings());
        if (saved.isEmpty()) {
            return;
        }
        for (int i = 0; i < journal.edits().size(); i++) {
            EditLine edit = journal.edits().get(i);
            if (edit.number() > last) {
                Place place = Place.file(companion.journal().toString());
                add(edit, i < saved.get(), place, entries, findings);
            }
        }
    }

    private static void add(
            EditLine edit, boolean saved, Place place, List<HistoryEntry> entries, List<Finding> findings) {
        Reading<EditRecord> record = edit.record(place);
        findings.addAll(record.findings());
        record.value().ifPresent(value -> entries.add(new HistoryEntry(edit.number(), value, saved)));
    }

    /** {@return the edits, oldest first} */
    public List<HistoryEntry> entries() {
        return entries;
    }

    /** {@return lines that cannot be trusted} */
    public List<Finding> findings() {
        return findings;
    }

    /** The last line of a history: its number and digest, and how many bytes of the file are whole. */
    record Tail(long number, String sha256, long length) {
        static final Tail NONE = new Tail(0, SealedLine.FIRST, 0);
    }

    /** The end of a history; what a crash left half-written at its end does not count. Empty where the end is damaged. */
    static Optional<Tail> tail(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.of(Tail.NONE);
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long end = lineFeedBefore(in, in.length());
            if (end < 0) {
                return SealedLine.wasComplete(bytes(in, 0, in.length())) ? Optional.empty() : Optional.of(Tail.NONE);
            }
            if (SealedLine.wasComplete(bytes(in, end + 1, in.length()))) {
                return Optional.empty();
            }
            byte[] last = bytes(in, lineFeedBefore(in, end) + 1, end);
            return SealedLine.parse(last)
                    .flatMap(EditLine::parse)
                    .map(edit -> new Tail(edit.number(), edit.line().sha256(), end + 1));
        }
    }

    private static long lineFeedBefore(RandomAccessFile in, long position) throws IOException {
        for (long to = position; to > 0; to -= CHUNK) {
            long from = Math.max(0, to - CHUNK);
            byte[] chunk = bytes(in, from, to);
            for (int i = chunk.length - 1; i >= 0; i--) {
                if (chunk[i] == '\n') {
                    return from + i;
                }
            }
        }
        return -1;
    }

    private static byte[] bytes(RandomAccessFile in, long from, long to) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(to - from)];
        in.seek(from);
        in.readFully(bytes);
        return bytes;
    }

    /** Adds lines that the history does not have yet. A history whose end is damaged is put aside and a new one begun. */
    static void add(Disk disk, Companion companion, List<EditLine> edits) throws IOException {
        Path file = companion.history();
        Optional<Tail> found = tail(file);
        if (found.isEmpty()) {
            disk.replace(file, companion.aside(file));
        }
        Tail tail = found.orElse(Tail.NONE);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (EditLine edit : edits) {
            if (edit.number() > tail.number()) {
                lines.writeBytes(edit.line().bytes());
            }
        }
        if (lines.size() == 0) {
            return;
        }
        if (Files.exists(file)) {
            disk.write(file, tail.length(), lines.toByteArray());
        } else {
            FreshFile.put(disk, file, lines.toByteArray());
        }
    }

    /** Adds an edit that the document holds already. */
    static void add(Disk disk, Companion companion, EditRecord record) throws IOException {
        Tail tail = tail(companion.history()).orElse(Tail.NONE);
        add(disk, companion, List.of(EditLine.of(tail.number() + 1, record, tail.sha256())));
    }

    /** A copy of the history of a document with some edits more, as the history of another document. */
    static void copy(Disk disk, Companion from, List<EditLine> more, Companion to) throws IOException {
        Optional<Tail> tail = tail(from.history());
        long length = tail.map(Tail::length).orElse(0L);
        try (FreshFile<String> copy = FreshFile.write(disk, to.history(), out -> {
            if (length > 0) {
                try (var in = Files.newInputStream(from.history())) {
                    byte[] buffer = new byte[CHUNK];
                    long left = length;
                    while (left > 0) {
                        int count = in.readNBytes(buffer, 0, (int) Math.min(left, CHUNK));
                        if (count == 0) {
                            throw new IOException("shorter than it was: " + from.history());
                        }
                        out.write(buffer, 0, count);
                        left -= count;
                    }
                }
            }
            for (EditLine edit : more) {
                if (edit.number() > tail.orElse(Tail.NONE).number()) {
                    out.write(edit.line().bytes());
                }
            }
            return "";
        })) {
            copy.replace();
        }
    }
}
