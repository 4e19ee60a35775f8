package org.subsidia.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the documents of scenarios that others extend. */
@FunctionalInterface
public interface ScenarioSource {

    /**
     * Opens the document of a scenario.
     *
     * @param id lower-case letters, digits and hyphens: never a path
     * @return its bytes, or null if there is none
     * @throws IOException if it is there and cannot be read
     */
    @Nullable
    InputStream open(String id) throws IOException;

    /**
     * Documents in the folder of another one, by the id that one extends; else those that come with the library.
     *
     * @param file the document that extends, which need not exist
     * @return their source
     */
    static ScenarioSource beside(Path file) {
        return id -> {
            for (String ending : List.of(".yaml", ".yml", ".json")) {
                Path other = file.toAbsolutePath().resolveSibling(id + ending);
                if (Files.isRegularFile(other)) {
                    return Files.newInputStream(other);
                }
            }
            return Presets.source().open(id);
        };
    }
}
