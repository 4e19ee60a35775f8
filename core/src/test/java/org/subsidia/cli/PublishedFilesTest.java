package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.file.FileStore;

/** The verbs that read published subsidies: funding, import, check, export. */
class PublishedFilesTest {
    private static final String HEADER = "nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,"
            + "idBeneficiaire,objet,montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,notificationUE,"
            + "pourcentageSubvention\n";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void twoGrantsOneShared() throws IOException {
        file = write(
                "subventions.csv",
                HEADER
                        + row("2023-05-02", "Cluster Bois", "99990033500012", "100000.00", "0.4")
                        + row("2024-05-02", "Pôle Matériaux", "99990011100017", "20000.00", "1"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static String row(String date, String name, String siret, String amount, String share) {
        return "Région Rives,23999901400016," + date + ",R1," + name + "," + siret + ",Animation," + amount
                + ",aide en numéraire,unique," + date + ",,non," + share + "\n";
    }

    private static JsonNode json(ToolRun run) throws IOException {
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void funding_json_carriesBothAmountsExactly() throws IOException {
        ToolRun run = ToolRun.english("funding", file, "--format", "json", "--at", "2026-01-01");
        assertThat(run.code()).as(run.err()).isZero();
        String text = json(run).toString();
        assertThat(text).contains("\"60000.00\"", "\"120000.00\"");
    }

    @Test
    void funding_csvOfOneTable_sumsByBeneficiary() {
        ToolRun run =
                ToolRun.english("funding", file, "--by", "beneficiary", "--format", "csv", "--table", "beneficiary");
        assertThat(run.out().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("99990033500012") && line.contains("40000.00"));
    }

    @Test
    void funding_structure_countsOnlyItsGrants() {
        ToolRun bySiren = ToolRun.english(
                "funding", file, "--structure", "999 900 335", "--format", "csv", "--table", "beneficiary");
        assertThat(bySiren.out().lines()).hasSize(2);
        assertThat(ToolRun.english("funding", file, "--structure", "123").code())
                .isEqualTo(2);
        assertThat(ToolRun.english("funding", file, "--structure", "W991000011").err())
                .contains("W991000011");
    }

    @Test
    void funding_wrongNumbersTableOrDimension_endWith2() {
        assertThat(ToolRun.french("funding", file, "--top", "0").err()).contains("positif : 0");
        assertThat(ToolRun.french("funding", file, "--by", "planet").code()).isEqualTo(2);
        assertThat(ToolRun.english("funding", file, "--format", "csv", "--table", "x")
                        .err())
                .contains("no table “x”");
    }

    @Test
    void funding_oneFileUnreadable_addsUpTheOthersAndEndsWith1() throws IOException {
        Path page = write("page.csv", "<!DOCTYPE html><html><body>404</body></html>");
        ToolRun run = ToolRun.english("funding", file, page);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("60,000.00\u00a0€");
        assertThat(run.err()).contains("page.csv");
    }

    @Test
    void funding_nothingReadable_saysWhyAndEndsWith2() throws IOException {
        Path page = write("page.csv", "<!DOCTYPE html><html><body>404</body></html>");
        ToolRun run = ToolRun.french("funding", page, folder.resolve("absent.csv"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("page.csv", "absent.csv").doesNotContain("\tat ");
    }

    @Test
    void funding_output_writesTheFileOrSaysWhyNot() {
        Path page = folder.resolve("page.html");
        assertThat(ToolRun.french("funding", file, "-f", "html", "-o", page).out())
                .isEmpty();
        assertThat(page)
                .content(StandardCharsets.UTF_8)
                .contains("<svg", "Pôle Matériaux")
                .doesNotContain("<script");
        ToolRun run = ToolRun.french("funding", file, "-o", folder.resolve("no").resolve("page.html"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Impossible d’écrire");
    }

    @Test
    void importScdl_makesRecordsOnceAndSaysSoTheSecondTime() {
        Path portfolio = folder.resolve("p.subsidia");
        assertThat(ToolRun.french("import", "scdl", file, "--into", portfolio).code())
                .isZero();
        Portfolio imported = FileStore.at(portfolio).open().get();
        assertThat(imported.grants()).hasSize(2);
        assertThat(imported.structures()).hasSize(2);
        assertThat(imported.funders()).hasSize(1);
        ToolRun again = ToolRun.french("import", "scdl", file, "--into", portfolio);
        assertThat(again.out()).contains("inchangées");
        assertThat(FileStore.at(portfolio).open().get()).isEqualTo(imported);
    }

    @Test
    void importScdl_dryRunOrOtherBeneficiary_leavesTheRestAlone() {
        Path portfolio = folder.resolve("p.subsidia");
        ToolRun.french("import", "scdl", file, "--into", portfolio, "--dry-run");
        assertThat(portfolio).doesNotExist();
        ToolRun.french("import", "scdl", file, "--into", portfolio, "--beneficiary", "99990033500012");
        assertThat(FileStore.at(portfolio).open().get().grants()).hasSize(1);
        ToolRun wrong = ToolRun.english("import", "scdl", file, "--into", portfolio, "--beneficiary", "99990033500013");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("99990033500013");
    }

    @Test
    void importScdl_refusedRow_isListedAndEndsWith1() throws IOException {
        Path dirty = write(
                "dirty.csv",
                HEADER
                        + row("2023-05-02", "Cluster Bois", "99990033500012", "12.345", "1")
                        + row("2023-05-03", "Cluster Bois", "99990033500012", "5000", "1"));
        ToolRun run = ToolRun.english("import", "scdl", dirty, "--into", folder.resolve("p.subsidia"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("12.345", "Rows refused");
        assertThat(run.err()).contains("dirty.csv:2:8 (montant): error", "[MONEY-AMOUNT-AMBIGUOUS]");
    }

    @Test
    void checkScdl_saysWhetherTheFileCanBePublished() throws IOException {
        assertThat(ToolRun.french("check", "scdl", file).out()).contains("peut être publié");
        Path dirty = write("dirty.csv", HEADER.replace("montant,", "") + "x\n");
        assertThat(ToolRun.french("check", "scdl", dirty).code()).isNotZero();
        Path spoilt = write("spoilt.csv", HEADER + row("2023-05-02", "Cluster Bois", "9E+13", "à préciser", "1"));
        ToolRun run = ToolRun.english("check", "scdl", spoilt, "--format", "json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(json(run).toString()).contains("MONEY-AMOUNT-TEXT", "ID-EXPONENT");
    }

    @Test
    void exportScdl_writesWhatItReadsBackWithTheSameTotals() {
        Path clean = folder.resolve("clean.csv");
        ToolRun run = ToolRun.english("export", "scdl", file, "-o", clean);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("2 rows written");
        assertThat(ToolRun.english("funding", clean, "-f", "csv", "--table", "beneficiary")
                        .out())
                .isEqualTo(ToolRun.english("funding", file, "-f", "csv", "--table", "beneficiary")
                        .out());
        assertThat(ToolRun.english(
                                "export",
                                "scdl",
                                file,
                                "-o",
                                folder.resolve("no").resolve("x"))
                        .code())
                .isEqualTo(2);
    }

    @Test
    void show_portfolio_showsItsFundingByLevel() {
        Path portfolio = folder.resolve("p.subsidia");
        ToolRun.french("import", "scdl", file, "--into", portfolio);
        ToolRun run = ToolRun.french("show", portfolio, "--at", "2026-01-01");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("60\u202f000,00\u00a0€", "01/01/2026");
        assertThat(ToolRun.french("show", file).code()).isEqualTo(2);
        assertThat(ToolRun.french("show", folder.resolve("absent")).err()).contains("absent");
    }
}
