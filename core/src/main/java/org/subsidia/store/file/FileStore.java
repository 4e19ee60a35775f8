package org.subsidia.store.file;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.PortfolioStore;
import org.subsidia.store.Saved;

/**
 * A portfolio in a file of its own, by custom with the ending {@code .subsidia}.
 *
 * <p>For programs that read or write a whole portfolio at once. Who edits one uses a {@link FileSession}, which keeps every
 * edit, its history and backups.
 */
public final class FileStore implements PortfolioStore {
    private final Path file;
    private final Disk disk;
    private final DocumentFormat format;

    private FileStore(Path file, Disk disk, DocumentFormat format) {
        this.file = file;
        this.disk = disk;
        this.format = format;
    }

    /**
     * The store in a file, which need not exist yet.
     *
     * @param file where
     * @return the store
     */
    public static FileStore at(Path file) {
        return at(file, Disk.REAL, DocumentFormat.CURRENT);
    }

    /** The store on a disk that may fail, in a format that may be another. */
    static FileStore at(Path file, Disk disk, DocumentFormat format) {
        return new FileStore(file.toAbsolutePath(), disk, format);
    }

    @Override
    public String name() {
        return file.toString();
    }

    /** {@return the file} */
    public Path path() {
        return file;
    }

    @Override
    public Reading<Portfolio> open() {
        return read().map(content -> content.document().portfolio());
    }

    /** A document with its bytes. */
    static final class Content {
        private final Document document;
        private final byte[] bytes;

        private Content(Document document, byte[] bytes) {
            this.document = document;
            this.bytes = bytes;
        }

        Document document() {
            return document;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    Reading<Content> read() {
        try {
            if (!Files.exists(file)) {
                return refused("STORE-FILE-ABSENT");
            }
            if (!Files.isRegularFile(file)) {
                return refused("STORE-FILE-NOT-FILE");
            }
            if (Files.size(file) > DocumentFormat.LARGEST) {
                return refused("STORE-FILE-LARGE", Files.size(file));
            }
            byte[] bytes = Files.readAllBytes(file);
            return format.read(bytes, name()).map(document -> new Content(document, bytes));
        } catch (IOException e) {
            return refused("STORE-FILE-UNREADABLE", reason(e));
        }
    }

    /** Refused while somebody edits the document in a {@link FileSession}. */
    @Override
    public Reading<Saved> save(Portfolio portfolio) {
        try {
            Companion companion = Companion.of(file);
            if (!Files.exists(companion.lock())) {
                return Reading.of(write(portfolio, companion.document()));
            }
            String user = System.getProperty("user.name", "");
            return WriterLock.holding(disk, companion, user, () -> Reading.of(write(portfolio, companion.document())));
        } catch (IOException e) {
            return Reading.refused(unwritable(name(), e));
        }
    }

    private Saved write(Portfolio portfolio, Path document) throws IOException {
        try (FreshFile<String> fresh = FreshFile.write(disk, document, out -> format.write(portfolio, out))) {
            fresh.replace();
            return new Saved(fresh.known(), fresh.bytes());
        }
    }

    private <T> Reading<T> refused(String code, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(name()));
        all.addAll(List.of(arguments));
        return Reading.refused(Finding.error(Place.file(name()), code, all.toArray()));
    }

    /** Why a document was not written. */
    static Finding unwritable(String name, IOException e) {
        return e instanceof AtomicMoveNotSupportedException
                ? Finding.error(Place.file(name), "STORE-FILE-NOT-ATOMIC", name)
                : Finding.error(Place.file(name), "STORE-FILE-UNWRITABLE", name, reason(e));
    }

    /** The system's words where it has some; else the kind of failure. */
    static String reason(IOException e) {
        String words = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return words == null || words.isBlank() ? e.getClass().getSimpleName() : words;
    }
}
