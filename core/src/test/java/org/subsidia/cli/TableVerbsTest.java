package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileStore;

class TableVerbsTest {
    private static final String GRANTS = """
            Financeur;Référence;Objet;Montant attribué;Date de décision
            Région Ponant;2024-17;Animation;50 000,00;15/03/2024
            Ville de Nivelle;D-88;Salon;3 000,00;02/04/2024
            """;

    @TempDir
    private Path folder;

    private Path portfolio;
    private Path table;

    @BeforeEach
    void files() throws IOException {
        portfolio = folder.resolve("p.subsidia");
        table = folder.resolve("suivi.csv");
        Files.writeString(table, GRANTS, StandardCharsets.UTF_8);
        save(Portfolio.of(
                List.of(Structure.builder(new StructureId("S1"), "Pôle Brume").build())));
    }

    private void save(Portfolio value) {
        assertThat(FileStore.at(portfolio).save(value).isRead()).isTrue();
    }

    private Portfolio saved() {
        return FileStore.at(portfolio).open().get();
    }

    @Test
    void importTable_dryRun_changesNothing() {
        ToolRun run = ToolRun.french("import", "table", table, "--into", portfolio, "--dry-run");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Nouvelle").contains("Région Ponant");
        assertThat(saved().grants()).isEmpty();
    }

    @Test
    void importTable_twice_savesOnce() {
        ToolRun first = ToolRun.french(
                "import", "table", table, "--into", portfolio, "--structure", "pôle brume", "--save-mapping");
        assertThat(first.code()).as(first.err()).isZero();
        Portfolio after = saved();
        assertThat(after.grants()).hasSize(2);
        Path mapping = folder.resolve("suivi.mapping.yaml");
        assertThat(first.err()).contains("suivi.mapping.yaml");
        assertThat(mapping).content().contains("decimalMark: comma", "dates: dayFirst", "structure.id");
        ToolRun again = ToolRun.french("import", "table", table, "--into", portfolio, "--format", "json");
        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("\"unchanged\"");
        assertThat(saved()).isEqualTo(after);
    }

    @Test
    void importTable_refusedRow_endsWith1AndImportsTheOthers() throws IOException {
        Files.writeString(table, GRANTS + "Région Ponant;X;Y;12 k€;01/01/2024\n", StandardCharsets.UTF_8);
        ToolRun run = ToolRun.french("import", "table", table, "--into", portfolio, "--kind", "grants");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("12 k€");
        assertThat(saved().grants()).hasSize(2);
    }

    @Test
    void importTable_newPortfolio_needsAStructure() {
        Path fresh = folder.resolve("new.subsidia");
        ToolRun lost = ToolRun.english("import", "table", table, "--into", fresh);
        assertThat(lost.code()).isEqualTo(2);
        assertThat(lost.err()).contains("--structure");
        assertThat(fresh).doesNotExist();
        ToolRun run = ToolRun.english("import", "table", table, "--into", fresh, "--structure", "Pôle Neuf");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(FileStore.at(fresh).open().get().structures()).hasSize(1);
    }

    @Test
    void importTable_wrongArguments_endWith2() throws IOException {
        assertThat(ToolRun.french("import", "table", table, "--into", portfolio, "--structure", "Z")
                        .err())
                .contains("CLI-NO-STRUCTURE");
        Path mapping = folder.resolve("m.yaml");
        Files.writeString(mapping, "version: 1\nkind: funders\ncolumns: []\n");
        ToolRun kind =
                ToolRun.french("import", "table", table, "--into", portfolio, "--mapping", mapping, "--kind", "grants");
        assertThat(kind.code()).isEqualTo(2);
        assertThat(kind.err()).contains("CLI-TABLE-KIND");
        Files.writeString(mapping, "version: 1\nkind: gifts\n");
        ToolRun broken = ToolRun.french("import", "table", table, "--into", portfolio, "--mapping", mapping);
        assertThat(broken.code()).isEqualTo(2);
        assertThat(broken.err()).contains("m.yaml:2").contains("gifts");
        Files.writeString(table, "Nom;SIREN\nBrume;732829320\n", StandardCharsets.UTF_8);
        ToolRun unsure = ToolRun.french("import", "table", table, "--into", portfolio);
        assertThat(unsure.code()).isEqualTo(2);
        assertThat(unsure.err()).contains("--kind");
        assertThat(ToolRun.french("import", "table", folder.resolve("none.csv"), "--into", portfolio)
                        .code())
                .isEqualTo(2);
    }

    @Test
    void exportTable_csvAndXlsx_importAsUnchanged() {
        ToolRun.french("import", "table", table, "--into", portfolio);
        Portfolio before = saved();
        for (String name : List.of("out.csv", "out.xlsx")) {
            Path out = folder.resolve(name);
            ToolRun export = ToolRun.french("export", "table", portfolio, "--kind", "grants", "--output", out);
            assertThat(export.code()).as(export.err()).isZero();
            assertThat(export.err()).contains("2 lignes");
            ToolRun back = ToolRun.french("import", "table", out, "--into", portfolio, "--format", "csv");
            assertThat(back.code()).as(back.err()).isZero();
            assertThat(back.out()).contains("Subventions,0,0,2,");
            assertThat(saved()).isEqualTo(before);
        }
    }

    @Test
    void years_ofGrants_leaveAndComeBackByTheirGrantsId() throws IOException {
        Path sample = Files.copy(Path.of("../examples/data/rives-arvenne.subsidia"), folder.resolve("sample.subsidia"));
        Path out = folder.resolve("years.csv");
        ToolRun export = ToolRun.french("export", "table", sample, "--kind", "years", "--output", out);
        assertThat(export.code()).as(export.err()).isZero();
        assertThat(Files.readString(out)).contains("cluster-bois-region-2025", "102100.00");
        ToolRun back = ToolRun.french("import", "table", out, "--into", sample, "--dry-run", "--format", "csv");
        assertThat(back.code()).as(back.err()).isZero();
        assertThat(back.out()).contains("Parts annuelles des subventions,0,0,6,");
        Path more = Files.writeString(
                folder.resolve("more.csv"),
                "Identifiant de la subvention;Exercice;Nature;Montant\n"
                        + "cluster-bois-region-2025;2025;Dépensé;100 000,00\ncluster-bois-region-2025;2026;Dépensé;12 000,00\n"
                        + "personne;2026;Dépensé;1,00\n");
        ToolRun run = ToolRun.english("import", "table", more, "--into", sample, "--format", "csv");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("Yearly parts of grants,1,1,0,0,1");
        assertThat(run.err()).contains("more.csv:4");
    }

    @Test
    void exportTable_wrongEndingOrPlace_endsWith2() {
        ToolRun ending = ToolRun.french("export", "table", portfolio, "--kind", "funders", "--output", "x.ods");
        assertThat(ending.code()).isEqualTo(2);
        assertThat(ending.err()).contains("CLI-TABLE-ENDING");
        ToolRun place = ToolRun.french(
                "export", "table", portfolio, "--kind", "funders", "--output", folder.resolve("no/x.csv"));
        assertThat(place.code()).isEqualTo(2);
        assertThat(place.err()).contains("CLI-CANNOT-WRITE");
    }

    @Test
    void anyReport_asWorkbook_needsAFile() {
        Path out = folder.resolve("show.xlsx");
        ToolRun empty = ToolRun.french("show", portfolio, "--format", "xlsx", "--output", out);
        assertThat(empty.code()).isEqualTo(2);
        assertThat(empty.err()).contains("CLI-NO-TABLES");
        ToolRun.french("import", "table", table, "--into", portfolio);
        assertThat(ToolRun.french("show", portfolio, "--format", "xlsx").err()).contains("CLI-XLSX-OUTPUT");
        ToolRun run = ToolRun.french("show", portfolio, "--format", "xlsx", "--output", out);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(out).isNotEmptyFile();
    }
}
