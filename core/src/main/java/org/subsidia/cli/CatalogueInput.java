package org.subsidia.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.catalogue.CatalogueFile;
import org.subsidia.territory.TerritoryCode;

/**
 * The catalogue that a verb names; what is no catalogue ends the verb.
 *
 * @param catalogue what could be read
 * @param faulty whether some of the file was left out
 */
record CatalogueInput(Catalogue catalogue, boolean faulty) {

    static CatalogueInput read(Console console, Path file) {
        return of(console, CatalogueFile.read(file));
    }

    /** Only what is for a place on a day. */
    static CatalogueInput read(Console console, Path file, @Nullable TerritoryCode place, LocalDate day) {
        return of(console, CatalogueFile.read(file, place, day));
    }

    private static CatalogueInput of(Console console, Reading<Catalogue> reading) {
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
