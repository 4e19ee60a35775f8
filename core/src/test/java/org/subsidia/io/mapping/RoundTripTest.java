package org.subsidia.io.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Message;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.report.CsvRenderer;
import org.subsidia.report.PortfolioTables;
import org.subsidia.report.Table;
import org.subsidia.report.XlsxRenderer;

/** What is exported is guessed, imported, and the same. */
class RoundTripTest {
    @TempDir
    private Path folder;

    private interface Format {
        void write(Table table, Locale locale, Path file) throws IOException;
    }

    private static Format csv(CsvRenderer.Options options) {
        return (table, locale, file) -> {
            StringBuilder text = new StringBuilder();
            CsvRenderer.write(table, locale, options, text);
            Files.writeString(file, text, StandardCharsets.UTF_8);
        };
    }

    private static Format xlsx() {
        return (table, locale, file) -> {
            try (OutputStream out = Files.newOutputStream(file)) {
                XlsxRenderer.write(
                        List.of(table), Message.of("MAP-VERBATIM", "test"), LocalDate.of(2024, 6, 27), locale, out);
            }
        };
    }

    private static List<Format> formats() {
        return List.of(csv(CsvRenderer.Options.PROGRAM), csv(CsvRenderer.Options.SPREADSHEET), xlsx());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void export_ofEverything_imports_asTheSame(long seed) throws IOException {
        Portfolio portfolio = new TablePortfolio(seed).portfolio();
        for (Format format : formats()) {
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                Portfolio copy = Portfolio.empty();
                for (TableKind kind : List.of(
                        TableKind.STRUCTURES,
                        TableKind.FUNDERS,
                        TableKind.GRANTS,
                        TableKind.RECEIPTS,
                        TableKind.YEARS,
                        TableKind.BUDGET)) {
                    String name = "seed " + seed + ' ' + kind + ' ' + locale;
                    ImportPreview same = preview(kind, portfolio, portfolio, format, locale);
                    assertThat(same.rows())
                            .as(name)
                            .hasSizeGreaterThanOrEqualTo(same.rows().isEmpty() ? 0 : 1);
                    assertThat(same.rows().stream()
                                    .filter(row -> row.kind() != RowOutcome.Kind.UNCHANGED
                                            && row.kind() != RowOutcome.Kind.SKIPPED))
                            .as(name)
                            .isEmpty();
                    assertThat(same.changesNothing()).as(name).isTrue();
                    copy = copy.apply(
                            preview(kind, portfolio, copy, format, locale).edit());
                }
                assertThat(withoutProvenance(copy)).as("seed " + seed).isEqualTo(portfolio);
            }
        }
    }

    private ImportPreview preview(TableKind kind, Portfolio from, Portfolio into, Format format, Locale locale)
            throws IOException {
        Path file = folder.resolve("export");
        format.write(PortfolioTables.of(kind, from), locale, file);
        TabularFile tabular = TabularFile.open(file, Limits.standard()).get();
        Mapping mapping = MappingGuess.of(tabular, Optional.of(kind)).mapping().orElseThrow();
        TableRows rows = TableRows.read(tabular, mapping.sheet()).get();
        return TableImport.preview(rows, mapping, into);
    }

    private static Portfolio withoutProvenance(Portfolio portfolio) {
        Portfolio plain = portfolio;
        for (Grant grant : portfolio.grants()) {
            plain = plain.apply(Edit.put(grant.toBuilder().provenance(List.of()).build()));
        }
        return plain;
    }
}
