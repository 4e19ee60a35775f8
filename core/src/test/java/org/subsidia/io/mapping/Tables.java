package org.subsidia.io.mapping;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.io.tabular.TabularRow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.StructureKind;

/** Small tables and portfolios, all fictitious. */
final class Tables {
    static final String SIREN = "732829320";
    static final String SIRET = "73282932000074";

    private Tables() {}

    /** Rows as {@code a;b;c}, the first on line 1. */
    static TableRows of(String... lines) {
        List<TabularRow> rows = new java.util.ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            rows.add(new TabularRow(i + 1L, Arrays.asList(lines[i].split(";", -1))));
        }
        return new TableRows(Place.file("test.csv"), "", rows);
    }

    static TabularFile file(Path folder, String name, String content) throws java.io.IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content, StandardCharsets.UTF_8);
        return TabularFile.open(file, Limits.standard()).get();
    }

    /** One structure, one Region. */
    static Portfolio portfolio() {
        return Portfolio.of(List.of(
                Structure.builder(new StructureId("S1"), "Pôle Brume")
                        .kind(StructureKind.POLE_COMPETITIVITE)
                        .siren(SIREN)
                        .build(),
                Funder.builder(new FunderId("F1"), FunderLevel.REGION, "Région Ponant")
                        .build()));
    }

    /** The guessed mapping, which must be of this kind. */
    static Mapping guess(TableRows table, TableKind kind) {
        return MappingGuess.of(table, Optional.of(kind)).mapping().orElseThrow();
    }

    static ImportPreview preview(TableRows table, TableKind kind, Portfolio portfolio) {
        return TableImport.preview(table, guess(table, kind), portfolio);
    }

    static List<RowOutcome.Kind> kinds(ImportPreview preview) {
        return preview.rows().stream().map(RowOutcome::kind).toList();
    }

    static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }
}
