package org.subsidia.rcp.preference;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Platform;

/**
 * The language of the product. The framework wants it when it starts, before any preference is read: the start scripts take it
 * from a file {@value #FILE} in the folder of the workbench's own data.
 */
enum Language {
    /** That of the system. */
    SYSTEM(""),
    FRENCH("fr"),
    ENGLISH("en");

    private static final String FILE = "language";

    private final String code;

    Language(String code) {
        this.code = code;
    }

    private static Path file() {
        return new File(Platform.getInstanceLocation().getURL().getFile())
                .toPath()
                .resolve(FILE);
    }

    /** What the next start will speak. */
    static Language chosen() {
        try {
            String code = Files.exists(file()) ? Files.readString(file()).strip() : "";
            for (Language one : values()) {
                if (one.code.equals(code)) {
                    return one;
                }
            }
        } catch (IOException e) {
            ILog.of(Language.class).warn("language not read", e);
        }
        return SYSTEM;
    }

    /** Remembers it for the next start. */
    void choose() {
        try {
            if (this == SYSTEM) {
                Files.deleteIfExists(file());
            } else {
                Files.createDirectories(file().getParent());
                Files.writeString(file(), code + "\n");
            }
        } catch (IOException e) {
            ILog.of(Language.class).warn("language not remembered", e);
        }
    }
}
