package org.subsidia.finding;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Why a file cannot be read at all, in the same words for every reader. */
public final class FileFindings {
    private FileFindings() {}

    /**
     * Whether there is a file to read.
     *
     * @param path any path
     * @return an error where it names nothing, a folder, or what never ends, such as a pipe; empty: a file
     */
    public static Optional<Finding> missing(Path path) {
        if (!Files.exists(path)) {
            return Optional.of(Finding.error(place(path), "TAB-FILE-MISSING", path.toString()));
        }
        if (Files.isDirectory(path)) {
            return Optional.of(Finding.error(place(path), "TAB-FILE-FOLDER", path.toString()));
        }
        return Files.isRegularFile(path)
                ? Optional.empty()
                : Optional.of(Finding.error(place(path), "TAB-FILE-SPECIAL", path.toString()));
    }

    /**
     * Why reading has failed.
     *
     * @param path the file
     * @param failure what the system says
     * @return an error: that there is no such file, else the words of the system
     */
    public static Finding unreadable(Path path, IOException failure) {
        return missing(path).orElseGet(() -> unreadable(place(path), failure));
    }

    /**
     * The same of a file that was there.
     *
     * @param place the file
     * @param failure what the system says
     * @return an error: that it may not be read, else the words of the system
     */
    public static Finding unreadable(Place place, IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return Finding.error(place, "TAB-FILE-DENIED", denied.getFile());
        }
        String reason = failure.getMessage();
        return Finding.error(
                place,
                "TAB-FILE-UNREADABLE",
                reason == null ? failure.getClass().getSimpleName() : reason);
    }

    /**
     * A file as a place of findings.
     *
     * @param path the file
     * @return its last name, without folders
     */
    public static Place place(Path path) {
        Path name = path.getFileName();
        return Place.file(name == null ? path.toString() : name.toString());
    }
}
