package org.subsidia.io.scdl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.tabular.Limits;
import org.subsidia.io.tabular.TabularFormat;

class ScdlFileTest {
    @TempDir
    Path folder;

    private final List<ScdlRow> rows = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    @Test
    void rows_ofUnquotedDecimalCommas_arePutRightOrKeptOut() {
        ScdlFile file = Samples.open(Samples.COMMAS);
        ScdlSummary summary = file.rows(rows::add, findings::add);
        assertThat(file.charset().orElseThrow().name()).isEqualTo("windows-1252");
        assertThat(summary.read()).isEqualTo(3);
        assertThat(summary.refused()).isEqualTo(2);
        assertThat(summary.repaired()).isEqualTo(3);
        assertThat(summary.published()).isEqualTo(Money.parse("EUR 129217.00"));
        assertThat(summary.attributed()).isEqualTo(Money.parse("EUR 128591.75"));
        assertThat(errors()).containsExactly("4 SCDL-ROW-SHIFTED", "6 SCDL-ROW-SHORT");
        assertThat(rows.get(1).conditions().orElseThrow()).endsWith("soit 6 000 € en 2021.");
    }

    @Test
    void rows_belowTitles_areReadAndWhatIsNoSubsidyIsListed() {
        ScdlFile file = Samples.open(Samples.TITLES);
        assertThat(file.header().line()).isEqualTo(4);
        assertThat(file.firstDataLine()).isEqualTo(5);
        assertThat(file.findings())
                .extracting(Finding::code)
                .contains("SCDL-HDR-BELOW", "SCDL-HDR-AMBIGUOUS", "SCDL-HDR-UNKNOWN");
        ScdlSummary summary = file.rows(rows::add, findings::add);
        assertThat(errors())
                .containsExactly(
                        "11 SCDL-ROW-HEADER",
                        "16 SCDL-AMT-MISSING",
                        "17 SCDL-SHARE-RANGE",
                        "18 SCDL-ROW-NO-FUNDER",
                        "18 SCDL-ROW-TOTAL");
        assertThat(summary.read()).isEqualTo(9);
        assertThat(summary.refused()).isEqualTo(4);
        assertThat(summary.published()).isEqualTo(Money.parse("EUR 35200.00"));
        assertThat(summary.attributed()).isEqualTo(Money.parse("EUR 34700.00"));
        assertThat(codesOf(12)).containsExactly("SCDL-AMT-NEGATIVE");
        assertThat(codesOf(14)).containsExactly("SCDL-AMT-REVERSAL");
        assertThat(codesOf(15)).containsExactly("SCDL-ROW-DUPLICATE");
        assertThat(codesOf(9)).contains("SCDL-PERSON-NAME", "SCDL-DATE-TWO-DIGITS");
        assertThat(codesOf(10)).contains("SCDL-PERSON-NUMBER", "SCDL-PERSON-NAME");
        assertThat(findings.toString()).doesNotContain("006 084").doesNotContain("Jean");
        assertThat(rows.toString())
                .doesNotContain("006 084")
                .doesNotContain("Jean")
                .doesNotContain("Privé");
        assertThat(rows.get(0).purpose()).contains("Fonctionnement\n- général");
        assertThat(rows.get(1).beneficiary().id().orElseThrow().value()).isEqualTo("05210004700043");
        assertThat(rows.get(1).conventionDate()).contains(ScdlDate.ofYear(2021));
        assertThat(rows.get(2).conventionDate().orElseThrow()).hasToString("2021-06-28");
    }

    @Test
    void rows_ofTheExtendedProfile_keepItsCells() {
        ScdlFile file = Samples.open(Samples.EXTENDED);
        assertThat(file.version()).isEqualTo(ScdlVersion.DATA_SUBVENTION);
        ScdlSummary summary = file.rows(rows::add, findings::add);
        assertThat(summary.read()).isEqualTo(1);
        assertThat(errors()).contains("3 SCDL-ROW-NOT-GRANTED");
        ScdlRow row = rows.get(0);
        assertThat(row.extended())
                .containsEntry(ScdlColumn.EJ, "2104567890")
                .containsEntry(ScdlColumn.MONTANT_DEMANDE, "60000")
                .containsEntry(ScdlColumn.DISPOSITIF, "Animation");
        assertThat(row.decisionDate().orElseThrow()).hasToString("2024-01-15");
        assertThat(row.conventionDate().orElseThrow()).hasToString("2024-02-01");
    }

    @Test
    void open_workbookWithACoverSheet_findsTheTable() throws IOException {
        Path path = folder.resolve("classeur.xlsx");
        try (OutputStream out = Files.newOutputStream(path);
                Workbook workbook = new Workbook(out, "Test", "1.0")) {
            Worksheet cover = workbook.newWorksheet("Présentation");
            cover.value(0, 0, "Subventions");
            cover.range(0, 0, 3, 5).merge();
            Worksheet sheet = workbook.newWorksheet("Données");
            sheet.value(0, 0, "Subventions versées");
            sheet.range(0, 0, 0, 5).merge();
            String[] names = {
                "Nom de l'attribuant", "Nom du bénéficiaire", "SIRET", "Montant (en euros)", "Date de la convention"
            };
            for (int i = 0; i < names.length; i++) {
                sheet.value(3, i, names[i]);
            }
            sheet.value(4, 0, "Région");
            sheet.value(4, 1, "Grappe");
            sheet.value(4, 2, Long.parseLong(Samples.GRAPPE));
            sheet.value(4, 3, 1234.567);
            sheet.value(4, 4, 44941);
            sheet.style(4, 4).format("dd/mm/yyyy").set();
        }
        ScdlFile file = ScdlFile.open(path, ScdlOptions.standard()).get();
        assertThat(file.format()).isEqualTo(TabularFormat.XLSX);
        assertThat(file.sheet()).isEqualTo("Données");
        ScdlSummary summary = file.rows(rows::add, findings::add);
        assertThat(summary.published()).isEqualTo(Money.parse("EUR 1234.57"));
        assertThat(rows.get(0).conventionDate().orElseThrow()).hasToString("2023-01-15");
        assertThat(rows.get(0).beneficiary().id().orElseThrow().value()).isEqualTo(Samples.GRAPPE);
    }

    @Test
    void open_offset_leadsToTheFirstRecord() throws IOException {
        byte[] bytes = Files.readAllBytes(Samples.path(Samples.COMMAS));
        ScdlFile file = Samples.open(Samples.COMMAS);
        int offset = (int) file.firstDataOffset().orElseThrow();
        assertThat(new String(bytes, offset, 6, file.charset().orElseThrow())).isEqualTo("Région");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b\n1;2\n", "nom;type\nx;y\n", "Subventions\n"})
    void open_otherTables_areRefusedWithOneSentence(String text) throws IOException {
        Reading<ScdlFile> file = open(text);
        assertThat(file.isRead()).isFalse();
        assertThat(file.findings()).extracting(Finding::code).contains("SCDL-HDR-NONE");
    }

    @Test
    void open_whatIsNoTable_keepsTheSentenceOfTheTable() throws IOException {
        assertThat(open("").findings()).extracting(Finding::code).containsExactly("TAB-KIND-EMPTY");
    }

    @Test
    void open_headerAlone_warns() throws IOException {
        ScdlFile file = open("nomAttribuant;nomBeneficiaire;montant\n").get();
        assertThat(file.firstDataLine()).isZero();
        assertThat(file.findings()).extracting(Finding::code).contains("SCDL-FILE-NO-ROWS");
        assertThat(file.rows(rows::add, findings::add).rows()).isZero();
    }

    @Test
    void open_separatorThatTheHeaderKnowsBetter_isTaken() throws IOException {
        StringBuilder text = new StringBuilder("nomAttribuant|nomBeneficiaire|montant\n");
        for (int i = 0; i < 9; i++) {
            text.append("Région|a, b, c, d, e, f, g|12\n");
        }
        ScdlFile file = open(text.toString()).get();
        assertThat(file.dialect().orElseThrow().separator()).isEqualTo('|');
        assertThat(file.findings()).extracting(Finding::code).contains("SCDL-HDR-SEPARATOR");
        assertThat(file.rows(rows::add, findings::add).read()).isEqualTo(9);
    }

    @Test
    void rows_thatCannotBeCut_countAsRefused() throws IOException {
        ScdlFile file = open("nomAttribuant;nomBeneficiaire;montant\nRégion;\"Club;12\nRégion;Cercle;13\n")
                .get();
        ScdlSummary summary = file.rows(rows::add, findings::add);
        assertThat(summary.read()).isEqualTo(1);
        assertThat(summary.refused()).isEqualTo(1);
        assertThat(errors()).containsExactly("2 TAB-QUOTE-UNCLOSED");
    }

    @Test
    void rows_beyondTheLimit_areNotComplete() throws IOException {
        Path path = Files.writeString(folder.resolve("x.csv"), "nomBeneficiaire;montant;objet\na;1;x\nb;2;y\nc;3;z\n");
        ScdlOptions options =
                ScdlOptions.standard().withLimits(Limits.standard().withMaxRows(3));
        ScdlSummary summary = ScdlFile.open(path, options).get().rows(rows::add, findings::add);
        assertThat(summary.complete()).isFalse();
        assertThat(summary.read()).isEqualTo(2);
    }

    @Test
    void rows_beyondTheMemory_sayThatDuplicatesAreNoLongerLookedFor() throws IOException {
        Path path = Files.writeString(folder.resolve("x.csv"), "nomBeneficiaire;montant;objet\na;1;x\nb;2;y\nb;2;y\n");
        ScdlOptions options = ScdlOptions.standard().withRemembered(1);
        ScdlSummary summary = ScdlFile.open(path, options).get().rows(rows::add, findings::add);
        assertThat(summary.count("SCDL-ROW-MANY")).isEqualTo(1);
        assertThat(summary.count("SCDL-ROW-DUPLICATE")).isZero();
        assertThatThrownBy(() -> options.withRemembered(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void summary_examples_areBounded() throws IOException {
        ScdlFile file =
                open("nomBeneficiaire;montant;objet\n" + "a;0;x\n".repeat(50)).get();
        ScdlSummary summary = file.rows(rows::add, findings::add);
        assertThat(summary.count("SCDL-AMT-ZERO")).isEqualTo(50);
        assertThat(summary.findings()).allMatch(count -> count.examples().size() <= 5);
    }

    @Test
    void quality_ofASoundFile_isPublishable() throws IOException {
        String text = String.join(
                        ",",
                        ScdlColumn.standard().stream().map(ScdlColumn::header).toList())
                + "\nRégion," + Samples.FUNDER + ",2023-02-01,,Grappe," + Samples.GRAPPE
                + ",,Salon,500.00,aide en numéraire,unique,2023-03-01,,non,1,\n";
        ScdlQuality quality = ScdlQuality.of(open(text).get());
        assertThat(quality.publishable()).isTrue();
        assertThat(quality.points()).allMatch(point -> point.importance() == ScdlQuality.Importance.NONE);
    }

    @Test
    void quality_ofADirtyFile_saysWhatToDoFirst() {
        ScdlQuality quality = ScdlQuality.of(Samples.open(Samples.TITLES));
        assertThat(quality.publishable()).isFalse();
        assertThat(quality.points().get(0).importance()).isEqualTo(ScdlQuality.Importance.MUST);
        assertThat(quality.points()).extracting(ScdlQuality.Point::importance).isSorted();
        ScdlQuality.Point dates = quality.points().stream()
                .filter(point -> point.code().equals("SCDL-DATE-YEAR"))
                .findFirst()
                .orElseThrow();
        assertThat(dates.importance()).isEqualTo(ScdlQuality.Importance.SHOULD);
        assertThat(dates.share()).isEqualByComparingTo("0.0769");
        assertThat(dates.sentence(Locale.FRENCH)).contains("2021");
        assertThat(dates.advice(Locale.FRENCH).orElseThrow()).contains("AAAA-MM-JJ");
        ScdlQuality.Point bare =
                new ScdlQuality.Point("SCDL-X", ScdlQuality.Importance.NONE, 1, dates.share(), List.of());
        assertThat(bare.sentence(Locale.FRENCH)).isEqualTo("SCDL-X");
        assertThat(bare.advice(Locale.FRENCH)).isEmpty();
    }

    private Reading<ScdlFile> open(String text) throws IOException {
        Path path = Files.writeString(Files.createTempFile(folder, "essai", ".csv"), text);
        return ScdlFile.open(path, ScdlOptions.standard());
    }

    private List<String> errors() {
        return findings.stream()
                .filter(f -> f.severity() == Severity.ERROR)
                .map(f -> f.place().line() + " " + f.code())
                .sorted()
                .toList();
    }

    private List<String> codesOf(long line) {
        return findings.stream()
                .filter(f -> f.place().line() == line)
                .map(Finding::code)
                .toList();
    }
}
