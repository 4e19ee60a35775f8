package org.subsidia.cli;

import java.nio.file.Path;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.catalogue.CatalogueFile;

/**
 * The catalogue that a verb names; what is no catalogue ends the verb.
 *
 * @param catalogue what could be read
 * @param faulty whether some of the file was left out
 */
record CatalogueInput(Catalogue catalogue, boolean faulty) {

    static CatalogueInput read(Console console, Path file) {
        Reading<Catalogue> reading = CatalogueFile.read(file);
        Catalogue catalogue = reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
        boolean faulty = false;
        for (Finding finding : reading.findings()) {
            if (finding.severity() != Severity.INFO) {
                FindingLines.print(console, finding);
                faulty |= finding.severity() == Severity.ERROR;
            }
        }
        return new CatalogueInput(catalogue, faulty);
    }
}
