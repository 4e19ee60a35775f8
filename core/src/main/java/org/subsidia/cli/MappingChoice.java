package org.subsidia.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.mapping.Mapping;
import org.subsidia.io.mapping.MappingFile;

/** The mapping of a table: the one that was named, else the one beside the table. */
final class MappingChoice {
    private MappingChoice() {}

    /** Empty: there is none, and the headers have to say what the columns are. */
    static Optional<Mapping> stored(@Nullable Path named, Path table, List<Finding> findings) {
        Path beside = MappingFile.beside(table);
        if (named == null && !Files.exists(beside)) {
            return Optional.empty();
        }
        Reading<Mapping> read = MappingFile.read(named == null ? beside : named);
        findings.addAll(read.findings());
        return Optional.of(read.value().orElseThrow(() -> new UnusableInput(read.findings())));
    }

    static void save(Console console, Mapping mapping, Path target) {
        try {
            MappingFile.save(mapping, target);
        } catch (IOException e) {
            throw new UnusableInput(List.of(Finding.error(
                    Place.file(target.toString()), "CLI-CANNOT-WRITE", target.toString(), ReportOutput.reason(e))));
        }
        FindingLines.print(console, Finding.info(Place.NOWHERE, "CLI-TABLE-SAVED", target.toString()));
    }
}
