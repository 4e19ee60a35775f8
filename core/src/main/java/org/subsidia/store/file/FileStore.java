package org.subsidia.store.file;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.PortfolioStore;
import org.subsidia.store.Saved;

/** A portfolio in a file of its own, by custom with the ending {@code .subsidia}. */
public final class FileStore implements PortfolioStore {
    private final Path file;
    private final Disk disk;

    private FileStore(Path file, Disk disk) {
        this.file = file;
        this.disk = disk;
    }

    /**
     * The store in a file, which need not exist yet.
     *
     * @param file where
     * @return the store
     */
    public static FileStore at(Path file) {
        return new FileStore(file.toAbsolutePath(), Disk.REAL);
    }

    /** The store on a disk that may fail. */
    static FileStore at(Path file, Disk disk) {
        return new FileStore(file.toAbsolutePath(), disk);
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
        try {
            if (!Files.exists(file)) {
                return refused("STORE-FILE-ABSENT");
            }
            if (!Files.isRegularFile(file)) {
                return refused("STORE-FILE-NOT-FILE");
            }
            if (Files.size(file) > FileDocument.LARGEST) {
                return refused("STORE-FILE-LARGE", Files.size(file));
            }
            return FileDocument.read(Files.readAllBytes(file), name());
        } catch (IOException e) {
            return refused("STORE-FILE-UNREADABLE", reason(e));
        }
    }

    @Override
    public Reading<Saved> save(Portfolio portfolio) {
        try {
            return Reading.of(new AtomicSave(disk).save(portfolio, target()));
        } catch (AtomicMoveNotSupportedException e) {
            return refused("STORE-FILE-NOT-ATOMIC");
        } catch (IOException e) {
            return refused("STORE-FILE-UNWRITABLE", reason(e));
        }
    }

    /** A link stays a link: what is replaced is the file behind it. */
    private Path target() throws IOException {
        return Files.exists(file) ? file.toRealPath() : file;
    }

    private <T> Reading<T> refused(String code, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = name();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Reading.refused(Finding.error(Place.file(name()), code, all));
    }

    /** The system's words where it has some; else the kind of failure. */
    private static String reason(IOException e) {
        String words = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return words == null || words.isBlank() ? e.getClass().getSimpleName() : words;
    }
}
