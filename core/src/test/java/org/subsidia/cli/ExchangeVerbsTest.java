package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileStore;

class ExchangeVerbsTest {
    private static final Path SAMPLES = Path.of("../examples/data");
    private static final Path OPERATIONS = SAMPLES.resolve("exchange/operations-ue-2021-2027.xlsx");

    @TempDir
    private Path folder;

    private Path portfolio;

    @BeforeEach
    void copy() throws IOException {
        portfolio = Files.copy(SAMPLES.resolve("rives-arvenne.subsidia"), folder.resolve("p.subsidia"));
    }

    private Portfolio saved() {
        return FileStore.at(portfolio).open().get();
    }

    private static ToolRun done(Object... args) {
        ToolRun run = ToolRun.french(args);
        assertThat(run.code()).as("%s%n%s", run.out(), run.err()).isZero();
        return run;
    }

    @Test
    void importEuOperations_dryRunThenReviewThenAgain() throws IOException {
        int before = saved().grants().size();
        ToolRun tried =
                done("import", "eu-operations", OPERATIONS, "--into", portfolio, "--dry-run", "--at", "2026-09-30");
        assertThat(tried.out())
                .contains("À confirmer", "PTCE L’Établi", "31/12/2025", "(n+3)")
                .doesNotContain("Claire");
        assertThat(saved().grants()).hasSize(before);

        Path review = folder.resolve("review.csv");
        done(
                "import",
                "eu-operations",
                OPERATIONS,
                "--into",
                portfolio,
                "--format",
                "csv",
                "--table",
                "review",
                "--output",
                review);
        assertThat(saved().grants()).hasSize(before + 2);
        assertThat(review).content().startsWith("beneficiary,postcode,structure");

        done("import", "eu-operations", OPERATIONS, "--into", portfolio, "--matches", review);
        assertThat(saved().grants()).hasSize(before + 3);
        assertThat(saved().grantsOf(new StructureId("ptce-etabli")))
                .anySatisfy(grant -> assertThat(grant.reference()).isEqualTo("RDA0001203"));

        Portfolio all = saved();
        ToolRun again =
                done("import", "eu-operations", OPERATIONS, "--into", portfolio, "--matches", review, "--all-findings");
        assertThat(again.err()).contains("Rien à faire");
        assertThat(saved()).isEqualTo(all);
    }

    @Test
    void importEuOperations_listOf2014_isRecognised() {
        ToolRun run = done(
                "import",
                "eu-operations",
                SAMPLES.resolve("exchange/operations-ue-2014-2020.csv"),
                "--into",
                portfolio,
                "--format",
                "json");
        assertThat(run.out()).contains("2022-12-31");
    }

    @Test
    void importEuOperations_otherFile_endsWith2AndASentence() {
        ToolRun run =
                ToolRun.french("import", "eu-operations", SAMPLES.resolve("lys-brune-2023.csv"), "--into", portfolio);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("liste d’opérations").contains("→");
    }

    @Test
    void importEuOperations_badScore_endsWith2() {
        ToolRun run =
                ToolRun.english("import", "eu-operations", OPERATIONS, "--into", portfolio, "--accept-from", "101");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("0 to 100");
    }

    @Test
    void giving_outAndIn_knowsTheStructures() {
        Path json = folder.resolve("g.json");
        ToolRun out = done("export", "360giving", portfolio, "--publisher", "rives", "--output", json);
        assertThat(out.err()).contains("subventions écrites");
        Path csv = folder.resolve("g.csv");
        done("export", "360giving", portfolio, "--publisher", "rives", "--output", csv);
        assertThat(csv).content().startsWith("Identifier,Title,Description,Currency");
        ToolRun in = done("import", "360giving", json, "--into", folder.resolve("new.subsidia"), "--all");
        assertThat(in.out()).contains("Nouvelle");
        Portfolio read = FileStore.at(folder.resolve("new.subsidia")).open().get();
        assertThat(read.structures()).hasSize(6);
        ToolRun wrong = ToolRun.french(
                "export", "360giving", portfolio, "--publisher", "rives", "--output", folder.resolve("x.txt"));
        assertThat(wrong.code()).isEqualTo(2);
    }

    @Test
    void importStatePayments_chorusAndFonjep_thenNothingNew() {
        Path chorus = SAMPLES.resolve("exchange/chorus-2025.xlsx");
        Path fonjep = SAMPLES.resolve("exchange/fonjep-2025.xlsx");
        ToolRun first = done("import", "state-payments", chorus, "--into", portfolio, "--all-findings");
        assertThat(first.out())
                .contains("ptce-etabli", "numerique", "Feuille", "COMMUNE D ORMEVAL")
                .as("payments of the State have no day to cover them by")
                .doesNotContain("n+3");
        assertThat(first.err()).contains("engagement juridique", "Sommaire");
        ToolRun post = done("import", "state-payments", fonjep, "--into", portfolio);
        assertThat(post.err()).contains("annoncés");
        assertThat(post.out() + post.err()).doesNotContain("@");
        Portfolio all = saved();
        done("import", "state-payments", chorus, "--into", portfolio);
        done("import", "state-payments", fonjep, "--into", portfolio);
        assertThat(saved()).isEqualTo(all);
    }

    @Test
    void importStatePayments_strangers_areListedAndComeInByTheSameTable() throws IOException {
        Path chorus = SAMPLES.resolve("exchange/chorus-2025.xlsx");
        Path small = folder.resolve("petit.subsidia");
        done("new", small);
        ToolRun tried = done("import", "state-payments", chorus, "--into", small, "--dry-run");
        assertThat(tried.out()).contains("Bénéficiaires que le portefeuille n’a pas", "--matches");
        Path table = folder.resolve("strangers.csv");
        done(
                "import",
                "state-payments",
                chorus,
                "--into",
                small,
                "--dry-run",
                "--format",
                "csv",
                "--table",
                "strangers",
                "--output",
                table);
        List<String> lines = Files.readAllLines(table);
        assertThat(lines.get(0)).isEqualTo("beneficiary,postcode,number,structure,rows,sum");
        Files.write(
                table,
                lines.stream()
                        .map(line -> line.replaceFirst("^(([^,]*|\"[^\"]*\"),[^,]*,\\d*),,", "$1,+,"))
                        .toList());
        done("import", "state-payments", chorus, "--into", small, "--matches", table);
        Portfolio read = FileStore.at(small).open().get();
        assertThat(read.structures()).hasSize(lines.size() - 1);
        assertThat(read.grants()).isNotEmpty();
        Files.writeString(table, "beneficiary,structure\nAB,personne\n");
        ToolRun wrong = ToolRun.french("import", "state-payments", chorus, "--into", small, "--matches", table);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("personne", "un plus pour la créer");
    }

    @Test
    void importStatePayments_manyStrangers_areAllInATableAndTheLargestOnThePage() throws IOException {
        StringBuilder text = new StringBuilder(
                "N° EJ;N° poste EJ;Fournisseur payé (DP);;Branche;;Code taxe 1;Exercice comptable;N° DP;N° poste DP;"
                        + "Date de dernière opération sur la DP;Domaine fonctionnel;;Montant payé\n");
        for (int i = 1; i <= 150; i++) {
            text.append(i + ";1;9;Foyer no" + i + ";Z039;Associations;;2024;" + i + ";1;2024-03-02;0134-23;Pôles;" + i
                    + "\n");
        }
        Path many = Files.writeString(folder.resolve("many.csv"), text);
        ToolRun page = ToolRun.english("import", "state-payments", many, "--into", portfolio, "--dry-run");
        assertThat(page.out()).contains("150 beneficiaries", "Foyer no51 ").doesNotContain("Foyer no50 ");
        ToolRun csv = done(
                "import",
                "state-payments",
                many,
                "--into",
                portfolio,
                "--dry-run",
                "--format",
                "csv",
                "--table",
                "strangers");
        assertThat(csv.out().lines()).hasSize(151).contains("Foyer no150,,,,1,150.00", "Foyer no1,,,,1,1.00");
    }

    @Test
    void importDataSubvention_requestsWithTheirStates_thenNothingNew() {
        Path file = SAMPLES.resolve("exchange/data-subvention.csv");
        ToolRun first = done("import", "data-subvention", file, "--into", portfolio);
        assertThat(first.out().replaceAll("[\u00a0\u202f]", " "))
                .contains("ptce-etabli", "cluster-numerique", "27 500,50");
        assertThat(saved().grantsOf(new StructureId("cluster-numerique")))
                .extracting(grant -> grant.state().name())
                .contains("REQUESTED", "REFUSED");
        Portfolio all = saved();
        ToolRun again = done("import", "data-subvention", file, "--into", portfolio, "--all-findings");
        assertThat(again.err()).contains("contient déjà ce fichier");
        assertThat(saved()).isEqualTo(all);
        ToolRun wrong = ToolRun.french("import", "data-subvention", OPERATIONS, "--into", portfolio);
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("data.subvention").contains("→");
    }

    @Test
    void importCordis_withProjects_takesTheNetAmountAndRefusesShiftedRows() {
        ToolRun run = ToolRun.english(
                "import",
                "cordis",
                SAMPLES.resolve("exchange/cordis-organization.csv"),
                "--projects",
                SAMPLES.resolve("exchange/cordis-project.csv"),
                "--into",
                portfolio);
        assertThat(run.code()).as(run.err()).isEqualTo(1);
        assertThat(run.out()).contains("162,500.25").contains("shifted");
        assertThat(saved().grantsOf(new StructureId("pole-materiaux"))).anySatisfy(grant -> assertThat(grant.purpose())
                .isEqualTo("MATERNET : A network of materials clusters"));
    }

    @Test
    void importCatalogue_aidFiles_bringCallsAndSchemes() {
        int calls = saved().calls().size();
        int programmes = saved().programmes().size();
        done("import", "catalogue", SAMPLES.resolve("exchange/aides-territoires.json"), "--into", portfolio);
        done(
                "import",
                "catalogue",
                SAMPLES.resolve("exchange/dispositifs-aide.csv"),
                "--into",
                portfolio,
                "--for",
                "DEP-01");
        assertThat(saved().calls()).hasSize(calls + 2);
        assertThat(saved().programmes()).hasSize(programmes + 1);
        ToolRun bad = ToolRun.french(
                "import",
                "catalogue",
                SAMPLES.resolve("exchange/dispositifs-aide.csv"),
                "--into",
                portfolio,
                "--for",
                "Lune");
        assertThat(bad.code()).isEqualTo(2);
    }

    @Test
    void exportTransparency_aboveTheThreshold_hasTheColumnsOfTheRegister() {
        StructureId pole = new StructureId("pole-materiaux");
        Grant above = Grant.builder(new GrantId("above"), pole)
                .state(GrantState.AWARDED)
                .regimes(List.of(new Regime(RegimeKind.GBER, "SA.111723", "27", Money.parse("EUR 100000.01"))))
                .amounts(List.of(new StagedAmount(AmountStage.AWARDED, Money.parse("EUR 120000.00"), null, null)))
                .dates(GrantDates.builder().decision(LocalDate.of(2025, 2, 3)).build())
                .build();
        Grant at = above.toBuilder()
                .id(new GrantId("at"))
                .regimes(List.of(new Regime(RegimeKind.GBER, null, "27", Money.parse("EUR 100000.00"))))
                .build();
        Portfolio with = saved().apply(Edit.batch("", List.of(Edit.put(above), Edit.put(at))));
        assertThat(FileStore.at(portfolio).save(with).isRead()).isTrue();
        Path csv = folder.resolve("tam.csv");
        ToolRun run = done("export", "transparency", portfolio, "--structure", "pole-materiaux", "--output", csv);
        assertThat(csv)
                .content()
                .startsWith("aidMeasure,beneficiaryName,beneficiaryId")
                .contains("SA.111723", "2025-02-03", "2025-08-03", "100000.01")
                .doesNotContain("100000.00");
        assertThat(run.err()).contains("above", "NUTS");
    }

    @Test
    void exportScdl_ofAPortfolio_writesWhatTheSchemaAllows() {
        Path csv = folder.resolve("scdl.csv");
        ToolRun run = ToolRun.french("export", "scdl", portfolio, "--output", csv);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("pole-materiaux-gouvernance-2019 (idAttribuant)", "lignes");
        assertThat(csv)
                .content()
                .startsWith("nomAttribuant,idAttribuant,dateConvention")
                .contains("99990011100017");
        ToolRun checked = ToolRun.french("check", "scdl", csv);
        assertThat(checked.code()).as(checked.out()).isZero();
    }
}
