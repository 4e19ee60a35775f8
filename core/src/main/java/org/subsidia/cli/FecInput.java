package org.subsidia.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.io.fec.FecFile;

/** Opens the FEC that a verb names; what is something else ends the verb. */
final class FecInput {
    private FecInput() {}

    static List<FecFile> open(List<Path> paths) {
        List<FecFile> files = new ArrayList<>();
        List<Finding> refused = new ArrayList<>();
        for (Path path : paths) {
            Reading<FecFile> reading = FecFile.open(path);
            reading.value().ifPresentOrElse(files::add, () -> refused.addAll(reading.findings()));
        }
        if (!refused.isEmpty()) {
            throw new UnusableInput(refused);
        }
        return files;
    }
}
