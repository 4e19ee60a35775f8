package org.subsidia.io.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.accounts.FunderWords;
import org.subsidia.cashflow.reconcile.PayerTable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.bank.BankFile;
import org.subsidia.io.catalogue.CatalogueFile;
import org.subsidia.io.cordis.CordisImport;
import org.subsidia.io.datasubvention.DataSubvention;
import org.subsidia.io.euoperations.EuOperations;
import org.subsidia.io.fec.FecIntake;
import org.subsidia.io.fec.FecIntakeOptions;
import org.subsidia.io.mapping.MappingFile;
import org.subsidia.io.mapping.TableRows;
import org.subsidia.io.scdl.ScdlFile;
import org.subsidia.io.scdl.ScdlOptions;
import org.subsidia.io.statepayments.StatePayments;
import org.subsidia.io.tabular.TabularFile;
import org.subsidia.io.threesixtygiving.GivingImport;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;

/** What is no file of a format at all: every reader says what it is and what to do, and none fails. */
class HostileFilesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final Portfolio INTO = Portfolio.empty();

    @TempDir
    private Path folder;

    private static Map<String, Function<Path, Reading<?>>> readers() {
        MatchOptions options = MatchOptions.standard();
        Map<String, Function<Path, Reading<?>>> readers = new LinkedHashMap<>();
        readers.put(
                "euOperations",
                file -> EuOperations.prepare(
                        file, INTO, options, LawBase.standard().at(DAY)));
        readers.put("cordis", file -> CordisImport.prepare(file, null, INTO, options, DAY));
        readers.put("dataSubvention", file -> DataSubvention.prepare(file, INTO, options, DAY));
        readers.put("statePayments", file -> StatePayments.prepare(file, INTO, options, DAY));
        readers.put("giving", file -> GivingImport.prepare(file, INTO, options, DAY));
        readers.put("scdl", file -> ScdlFile.open(file, ScdlOptions.standard()));
        readers.put("catalogue", CatalogueFile::read);
        readers.put("bank", file -> BankFile.read(file, Optional.empty()));
        readers.put("table", file -> TabularFile.open(file, TableRows.limits()));
        readers.put("fec", file -> FecIntake.prepare(file, INTO, FecIntakeOptions.usual(LawBase.standard(), DAY)));
        readers.put("decisions", file -> MatchDecision.read(file, INTO));
        readers.put("funders", file -> FunderWords.standard().with(file));
        readers.put("payers", PayerTable::read);
        readers.put("mapping", MappingFile::read);
        return readers;
    }

    private static List<Finding> refused(String reader, Path file) {
        Reading<?> reading = readers().get(reader).apply(file);
        assertThat(reading.isRead()).as("%s of %s", reader, file).isFalse();
        List<Finding> errors = reading.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        assertThat(errors).as("%s of %s", reader, file).isNotEmpty();
        for (Finding error : errors) {
            assertThat(error.place().file()).as("%s of %s", reader, file).contains(String.valueOf(file.getFileName()));
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                assertThat(error.message().in(locale))
                        .as("%s of %s", reader, file)
                        .isNotBlank()
                        .doesNotContain("Exception", error.code());
                assertThat(error.advice(locale)).as("%s: %s", reader, error).isPresent();
            }
        }
        return errors;
    }

    @Test
    void missingFile_isNamedByEveryReader() {
        for (String reader : readers().keySet()) {
            assertThat(refused(reader, folder.resolve("absent.csv")))
                    .as(reader)
                    .extracting(Finding::code)
                    .containsExactly("TAB-FILE-MISSING");
        }
    }

    @Test
    void folder_isNamedByEveryReader() {
        for (String reader : readers().keySet()) {
            assertThat(refused(reader, folder))
                    .as(reader)
                    .extracting(Finding::code)
                    .containsExactly("TAB-FILE-FOLDER");
        }
    }

    @Test
    void fileThatMayNotBeRead_isNamedByEveryReader() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.csv"), "a;b\n1;2\n");
        Files.setPosixFilePermissions(file, Set.of());
        assumeFalse(Files.isReadable(file), "whoever runs this may read everything");
        for (String reader : readers().keySet()) {
            assertThat(refused(reader, file))
                    .as(reader)
                    .extracting(Finding::code)
                    .containsExactly("TAB-FILE-DENIED");
        }
    }

    @Test
    void whatNeverEnds_isRefusedByEveryReader() {
        Path zeros = Path.of("/dev/zero");
        assumeTrue(Files.exists(zeros), "only some systems have it");
        for (String reader : readers().keySet()) {
            assertThat(refused(reader, zeros))
                    .as(reader)
                    .extracting(Finding::code)
                    .containsExactly("TAB-FILE-SPECIAL");
        }
    }

    @Test
    void emptyFileOrPictureOrArchive_isRefusedByEveryReaderWithAdvice() throws IOException {
        Path empty = Files.createFile(folder.resolve("vide.csv"));
        Path blank = Files.writeString(folder.resolve("blanc.txt"), "\n\n\n");
        Path picture = Files.write(
                folder.resolve("photo.png"),
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, '\r', 'I', 'H', 'D', 'R'});
        Path archive =
                Files.write(folder.resolve("archive.xlsx"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3});
        for (String reader : readers().keySet()) {
            for (Path file : List.of(empty, blank, picture, archive)) {
                refused(reader, file);
            }
        }
    }
}
