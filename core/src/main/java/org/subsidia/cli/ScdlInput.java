package org.subsidia.cli;

import java.nio.file.Path;
import org.subsidia.finding.Reading;
import org.subsidia.io.scdl.ScdlFile;
import org.subsidia.io.scdl.ScdlOptions;

/** Opens the published file that a verb names; what is something else ends the verb. What was found stays with the file. */
final class ScdlInput {
    private ScdlInput() {}

    static ScdlFile open(Path file) {
        Reading<ScdlFile> reading = ScdlFile.open(file, ScdlOptions.standard());
        return reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
    }
}
