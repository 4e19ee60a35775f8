package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileStore;

class ExchangeVerbsTest {
    private static final Path SAMPLES = Path.of("../examples/data");
    private static final Path OPERATIONS = SAMPLES.resolve("operations-ue-2021-2027.xlsx");

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
                .contains("À confirmer", "PTCE L’Établi", "31/12/2025")
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
                SAMPLES.resolve("operations-ue-2014-2020.csv"),
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
}
