package org.subsidia.store.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden folder beside a document, {@code .NAME.d}, with all that keeps it safe.
 *
 * @param document the document itself, no link
 * @param folder the folder, which need not exist yet
 */
record Companion(Path document, Path folder) {
    private static final Pattern BACKUP = Pattern.compile("backup-(\\d{1,9})\\.subsidia");

    /** The companion of a document; a link stands for the file behind it. */
    static Companion of(Path file) throws IOException {
        Path document =
                Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
        return new Companion(document, document.resolveSibling("." + document.getFileName() + ".d"));
    }

    /** Edits that are not saved yet. */
    Path journal() {
        return folder.resolve("journal");
    }

    /** Edits that are saved, all that there ever were. */
    Path history() {
        return folder.resolve("history");
    }

    /** What the system locks; always empty. */
    Path lock() {
        return folder.resolve("lock");
    }

    /** Who holds the lock. */
    Path owner() {
        return folder.resolve("owner");
    }

    /** The document as it was read whole the last time. */
    Path good() {
        return folder.resolve("good.subsidia");
    }

    Path backup(int number) {
        return folder.resolve("backup-" + number + ".subsidia");
    }

    /** The numbers of the backups, oldest first. */
    List<Integer> backups() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "backup-*.subsidia")) {
                for (Path file : files) {
                    Matcher name = BACKUP.matcher(String.valueOf(file.getFileName()));
                    if (name.matches()) {
                        numbers.add(Integer.valueOf(name.group(1)));
                    }
                }
            }
        }
        numbers.sort(null);
        return numbers;
    }

    /** A name for a journal or history that is put aside; no file has it yet. */
    Path aside(Path file) {
        for (int number = 1; ; number++) {
            Path aside = folder.resolve(file.getFileName() + "-aside-" + number);
            if (!Files.exists(aside)) {
                return aside;
            }
        }
    }

    /** Removes what killed processes left half-written. Only who holds the lock may. */
    void clean(Disk disk) throws IOException {
        Path directory = folder.getParent();
        if (directory != null) {
            clean(disk, directory, List.of(FreshFile.namesBeside(document)));
        }
        clean(
                disk,
                folder,
                List.of(journal(), history(), owner(), good()).stream()
                        .map(FreshFile::namesBeside)
                        .toList());
        clean(disk, folder, List.of(Pattern.compile("\\.backup-\\d+\\.subsidia\\.[-0-9a-f]{36}\\.tmp")));
    }

    private static void clean(Disk disk, Path directory, List<Pattern> names) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ".*.tmp")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (names.stream().anyMatch(pattern -> pattern.matcher(name).matches())) {
                    disk.delete(file);
                }
            }
        }
    }
}
