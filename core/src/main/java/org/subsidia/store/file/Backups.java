package org.subsidia.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Former states of a document: a known-good copy, and those before each save. */
final class Backups {
    private final Disk disk;
    private final Companion companion;

    Backups(Disk disk, Companion companion) {
        this.disk = disk;
        this.companion = companion;
    }

    /** The known-good copy first, then the others, newest first. */
    List<Backup> list() throws IOException {
        List<Backup> backups = new ArrayList<>();
        if (Files.exists(companion.good())) {
            backups.add(backup(Backup.KNOWN_GOOD, companion.good()));
        }
        List<Integer> numbers = companion.backups();
        Collections.reverse(numbers);
        for (int number : numbers) {
            backups.add(backup(number, companion.backup(number)));
        }
        return backups;
    }

    private static Backup backup(int number, Path file) throws IOException {
        return new Backup(number, file, Files.getLastModifiedTime(file).toInstant(), Files.size(file));
    }

    /** Keeps a document that was read whole, unless it is the one kept last. */
    void keepGood(byte[] document, String sha256) throws IOException {
        Path good = companion.good();
        boolean same = Files.exists(good)
                && Files.size(good) == document.length
                && DocumentFormat.digestAtEnd(good).equals(Optional.of(sha256));
        if (!same) {
            FreshFile.put(disk, good, document);
        }
    }

    /** Keeps the document as it stands, before another takes its place; drops the oldest beyond the count. */
    void rotate(int count) throws IOException {
        if (count > 0) {
            keep();
        }
        List<Integer> numbers = companion.backups();
        for (int number : numbers.subList(0, Math.max(0, numbers.size() - count))) {
            disk.delete(companion.backup(number));
        }
    }

    /** Keeps the document as it stands, unless it is the one kept last. */
    void keep() throws IOException {
        Path document = companion.document();
        List<Integer> numbers = companion.backups();
        int last = numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
        if (!Files.exists(document) || (last > 0 && same(document, companion.backup(last)))) {
            return;
        }
        Path backup = companion.backup(last + 1);
        try {
            disk.link(document, backup);
        } catch (IOException | UnsupportedOperationException e) {
            try (FreshFile<Long> copy = FreshFile.write(disk, backup, out -> Files.copy(document, out))) {
                copy.replace();
            }
        }
    }

    private static boolean same(Path document, Path backup) throws IOException {
        return Files.size(document) == Files.size(backup) && Files.mismatch(document, backup) < 0;
    }
}
