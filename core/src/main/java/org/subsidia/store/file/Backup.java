package org.subsidia.store.file;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A former state of a document.
 *
 * @param number names it; 0 is the copy made when the document was last opened whole
 * @param file where it is kept
 * @param instant when it was saved
 * @param bytes its size
 */
public record Backup(int number, Path file, Instant instant, long bytes) {
    /** The number of the copy made when the document was last opened whole. */
    public static final int KNOWN_GOOD = 0;
}
