package org.subsidia.cli;

import java.nio.file.Path;
import org.subsidia.finding.Reading;
import org.subsidia.io.scdl.ScdlFile;
import org.subsidia.io.scdl.ScdlOptions;

/** Opens the published file that a verb names; what is something else ends the verb. */
final class ScdlInput {
    private ScdlInput() {}

    static ScdlFile open(Console console, Path file) {
        Reading<ScdlFile> reading = ScdlFile.open(file, ScdlOptions.standard());
        ScdlFile opened = reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
        reading.findings().forEach(finding -> FindingLines.print(console, finding));
        return opened;
    }
}
