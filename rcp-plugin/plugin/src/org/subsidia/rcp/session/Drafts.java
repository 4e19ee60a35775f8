package org.subsidia.rcp.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ILog;
import org.subsidia.finding.Reading;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.file.FileSession;
import org.subsidia.store.file.SessionOptions;

/**
 * Portfolios that have no file yet: each has its journal in a file of the workbench's own, so that what was typed survives a
 * crash. A draft goes when its portfolio is saved, or closed without being wanted.
 */
public final class Drafts {
    private static final String ENDING = ".subsidia";

    private final Path folder;

    /**
     * The drafts of a folder.
     *
     * @param folder where; made when the first draft is
     */
    public Drafts(Path folder) {
        this.folder = folder;
    }

    /**
     * Begins a draft.
     *
     * @param options how
     * @return the draft, empty; or empty where none can be written, which the log tells
     */
    public Optional<FileSession> begin(SessionOptions options) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            ILog.of(Drafts.class).warn("no draft", e);
            return Optional.empty();
        }
        Reading<FileSession> draft =
                FileSession.create(folder.resolve(UUID.randomUUID() + ENDING), Portfolio.empty(), options);
        if (!draft.isRead()) {
            ILog.of(Drafts.class).warn(draft.findings().get(0).toString());
        }
        return draft.value();
    }

    /**
     * The drafts that a crash left, the latest first, open. One that is open in another workbench is not among them, and one
     * that holds nothing is deleted.
     *
     * @param options how
     * @return the drafts, which the caller closes
     */
    public List<FileSession> left(SessionOptions options) {
        List<FileSession> left = new ArrayList<>();
        for (Path file : files()) {
            FileSession draft = FileSession.open(file, options).value().orElse(null);
            if (draft == null) {
                continue;
            }
            if (!draft.isReadOnly() && !draft.recoverable().isEmpty()) {
                left.add(draft);
                continue;
            }
            boolean empty = !draft.isReadOnly();
            draft.close();
            if (empty) {
                delete(file);
            }
        }
        left.sort(Comparator.comparing((FileSession draft) ->
                        draft.recoverable().get(draft.recoverable().size() - 1).instant())
                .reversed());
        return left;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            ILog.of(Drafts.class).warn("drafts not looked for", e);
            return List.of();
        }
    }

    /** Deletes a draft that is not open, with its journal. */
    static void delete(Path file) {
        try {
            Path companion = file.resolveSibling("." + file.getFileName() + ".d");
            if (Files.isDirectory(companion)) {
                try (Stream<Path> inside = Files.list(companion)) {
                    for (Path each : inside.toList()) {
                        Files.deleteIfExists(each);
                    }
                }
                Files.deleteIfExists(companion);
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            ILog.of(Drafts.class).warn("draft not deleted: " + file, e);
        }
    }
}
