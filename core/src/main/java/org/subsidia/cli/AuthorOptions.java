package org.subsidia.cli;

import org.jspecify.annotations.Nullable;
import org.subsidia.store.file.SessionOptions;
import picocli.CommandLine.Option;

/** {@code --author} and {@code --reason}: what the history will say of an edit. */
final class AuthorOptions {
    @Option(names = "--author", paramLabel = "NAME", descriptionKey = "author")
    private @Nullable String author;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "reason")
    private @Nullable String reason;

    String author() {
        return author != null ? author : user();
    }

    @Nullable
    String reason() {
        return reason;
    }

    SessionOptions session() {
        return SessionOptions.by(author());
    }

    /** Who runs the program, as the system knows them. */
    static String user() {
        return System.getProperty("user.name", "");
    }
}
