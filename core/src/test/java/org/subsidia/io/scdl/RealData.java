package org.subsidia.io.scdl;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assumptions;

/** Published files that are not part of the project; the tests that read them are skipped where they are not at hand. */
final class RealData {
    private RealData() {}

    static Path file(String name) {
        String root = System.getenv("SUBSIDIA_REAL_DATA");
        Assumptions.assumeThat(root)
                .as("SUBSIDIA_REAL_DATA names the folder of real files")
                .isNotNull();
        Path path = Path.of(root).resolve("scdl").resolve(name);
        Assumptions.assumeThat(Files.exists(path)).as("%s exists", path).isTrue();
        return path;
    }
}
