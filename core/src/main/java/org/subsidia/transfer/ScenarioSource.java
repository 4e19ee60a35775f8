package org.subsidia.transfer;

import java.io.IOException;
import java.io.InputStream;
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
}
