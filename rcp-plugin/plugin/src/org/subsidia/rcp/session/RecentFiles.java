package org.subsidia.rcp.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files opened or saved last, the latest first.
 *
 * @param files absolute, each once, at most {@value #MOST}
 */
public record RecentFiles(List<Path> files) {
    /** How many are remembered. */
    public static final int MOST = 8;

    /** Copies the list. */
    public RecentFiles {
        files = List.copyOf(files);
    }

    /**
     * Reads what {@link #toString} wrote; what is no path is left out.
     *
     * @param text one path a line
     * @return the files
     */
    public static RecentFiles parse(String text) {
        List<Path> files = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            try {
                files.add(Path.of(line));
            } catch (InvalidPathException e) {
                // written on another system: not a file here
            }
        });
        return new RecentFiles(files);
    }

    /**
     * These files with one on top.
     *
     * @param file opened or saved now
     * @return the files
     */
    public RecentFiles with(Path file) {
        List<Path> next = new ArrayList<>();
        next.add(file.toAbsolutePath().normalize());
        files.stream()
                .filter(other -> !other.equals(next.get(0)))
                .limit(MOST - 1L)
                .forEach(next::add);
        return new RecentFiles(next);
    }

    /**
     * These files without one.
     *
     * @param file gone
     * @return the files
     */
    public RecentFiles without(Path file) {
        return new RecentFiles(
                files.stream().filter(other -> !other.equals(file)).toList());
    }

    /** {@return one path a line} */
    @Override
    public String toString() {
        return String.join("\n", files.stream().map(Path::toString).toList());
    }
}
