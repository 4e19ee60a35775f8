package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferVerbsTest {
    private static final Path POPULATION = Path.of("../examples/data/population/exemple.csv");
    private static final Path PORTFOLIO = Path.of("../examples/data/rives-arvenne.subsidia");

    @TempDir
    private Path folder;

    @Test
    void simulate_halfTransfer_isSevenAndAHalfOfEighteen() {
        ToolRun run = ToolRun.english("simulate", "half-transfer", "--at", "2026-06-01");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("7,500,000.00", "18,000,000.00", "-58.3%");
        assertThat(run.err()).contains("opening cash");
        assertThat(ToolRun.french("simulate", "half-transfer", "--at", "2026-06-01")
                        .out())
                .contains("hypothèse", "58,3");
    }

    @Test
    void simulate_lineDeleted_saysWhoClosesWhenAndWhatToVote() throws IOException {
        ToolRun run = ToolRun.french(
                "simulate", "line-deleted-2026", "--population", POPULATION, "--at", "2026-01-01", "--format", "json");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("fictive");
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(run.out()).contains("\"toVote\"", "\"cashGone\"", "2026-04", "\"detail\"", "\"verdicts\"");
        assertThat(report.toString()).contains("P03");
    }

    @Test
    void simulate_json_carriesWhereEachFigureComesFrom() throws IOException {
        ToolRun run = ToolRun.english(
                "simulate",
                "cut-2025-2026",
                "--portfolio",
                PORTFOLIO,
                "--compare",
                "line-deleted-2026",
                "--at",
                "2026-01-01",
                "--format",
                "json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("CLI-WHY");
        JsonNode trees = new ObjectMapper().readTree(run.out()).findValue("trees");
        List<String> codes = new ArrayList<>();
        trees.forEach(tree -> codes.add(tree.get("code").asText()));
        assertThat(codes)
                .contains(
                        "XFER-TOTAL-GAP",
                        "XFER-LEVEL-GAP",
                        "XFER-REGION-TO-VOTE",
                        "XFER-FLOW",
                        "XFER-GAP-OF",
                        "XFER-CASH-END",
                        "XFER-QUANTILE-GAP",
                        "XFER-GINI-AFTER",
                        "XFER-EFFECT-WHOLE",
                        "XFER-BAR-WIDTH",
                        "XFER-DRAW-GAP",
                        "XFER-IN-SCENARIO");
        assertThat(run.out().length()).as("no megabytes").isLessThan(4_000_000);
    }

    @Test
    void simulate_page_saysAtItsEndWhereItsFiguresComeFrom_andATerminalOnlyWhenAsked() {
        String page = portfolio("html");
        int annex = page.indexOf("<section id=\"explanations\"");
        assertThat(annex).isGreaterThan(page.indexOf("<section id=\"detail\""));
        assertThat(page.substring(annex))
                .contains(
                        "dernière année",
                        "ce que les mesures changent en 2026, structure par structure",
                        "Taux de compensation (2025)",
                        "ce que les mesures changent à Pôle Matériaux d'Arvenne en 2026")
                .doesNotContain("vote-2025.rate");
        assertThat(portfolio("text")).doesNotContain("structure par structure :");
    }

    private static String portfolio(String format) {
        return ToolRun.french(
                        "simulate", "cut-2025-2026", "--portfolio", PORTFOLIO, "--at", "2026-01-01", "--format", format)
                .out();
    }

    @Test
    void simulate_jsonOfManyStructures_leavesTreesOut_saysSo_andGivesThemWhenAsked() throws IOException {
        StringBuilder rows = new StringBuilder("origine;structure;nom;region;poste;niveau;annee;montant\n");
        for (int i = 0; i < 60; i++) {
            rows.append("fictif;S").append(i).append(";Structure ").append(i).append(";84;subvention;État;2019;");
            rows.append(1000 + i).append('\n');
        }
        Path many = Files.writeString(folder.resolve("many.csv"), rows, StandardCharsets.UTF_8);
        ToolRun run = ToolRun.english(
                "simulate", "half-transfer", "--population", many, "--at", "2026-01-01", "--format", "json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("for 60 structures", "--explain");
        assertThat(run.out()).doesNotContain("XFER-TOTAL-GAP");
        ToolRun asked = ToolRun.english(
                "simulate",
                "half-transfer",
                "--population",
                many,
                "--at",
                "2026-01-01",
                "--format",
                "json",
                "--explain");
        assertThat(asked.out()).contains("XFER-TOTAL-GAP", "XFER-EFFECT-WHOLE");
        assertThat(asked.out()).doesNotContain("for 60 structures");
    }

    @Test
    void simulate_why_readsBackToTheLine() {
        ToolRun run = ToolRun.french(
                "simulate", "half-transfer", "--set", "rate.rate=60 %", "--why", "ensemble:2023", "--at", "2026-01-01");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("ligne de 2017", "moyenne de 3 ans", "taux de compensation");
    }

    @Test
    void simulate_onThePortfolio_withOthersBeside_inEveryFormat() {
        for (String format : new String[] {"text", "json", "csv", "html"}) {
            ToolRun run = ToolRun.french(
                    "simulate",
                    "line-deleted-2026",
                    "--portfolio",
                    PORTFOLIO,
                    "--compare",
                    "replay-2024-2026",
                    "--format",
                    format,
                    "--at",
                    "2026-01-01");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).isNotBlank();
        }
    }

    @Test
    void simulate_ownFileExtendingAPreset_statesItsDifferences() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                "id: mine\nextends: half-transfer\nmeasures:\n- {id: rate, rate: 75 %}\n",
                StandardCharsets.UTF_8);
        ToolRun run = ToolRun.english("simulate", file, "--at", "2026-01-01");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("This scenario extends: half-transfer", "11,250,000.00");
    }

    @Test
    void simulate_badInput_endsInASentence() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.yaml"),
                "id: bad\nextends: half-transfer\nmeasures:\n- {id: rate, rate: 7}\n",
                StandardCharsets.UTF_8);
        ToolRun run = ToolRun.french("simulate", file);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("bad.yaml:4:20");
        assertThat(ToolRun.french("simulate", "no-such").code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ToolRun.french("simulate", "no-such").err()).contains("half-transfer");
        assertThat(ToolRun.french("simulate", "merger").err()).contains("--population");
        assertThat(ToolRun.french("simulate", "half-transfer", "--set", "rate.rat=1")
                        .err())
                .contains("rate.rate");
        assertThat(ToolRun.french("simulate", "half-transfer", "--why", "ensemble:1999")
                        .code())
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(ToolRun.french("simulate", "half-transfer", "--why", "ensemble")
                        .code())
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(ToolRun.french("simulate", "half-transfer", "--population", file)
                        .code())
                .isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void seek_findsTheRateAndShowsTheProof() {
        ToolRun run = ToolRun.english(
                "seek",
                "line-deleted-2026",
                "--population",
                POPULATION,
                "--number",
                "region.fill",
                "--months",
                "12",
                "--target",
                "75 %",
                "--at",
                "2026-01-01");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(
                        "Smallest value: Share of the loss that the Regions fill (region.fill)",
                        "Proof: one step less");
        ToolRun fees = ToolRun.french(
                "seek",
                "private-majority",
                "--population",
                POPULATION,
                "--number",
                "fees.increase",
                "--private-share",
                "50 %",
                "--at",
                "2026-01-01");
        assertThat(fees.code()).isZero();
        assertThat(ToolRun.french("seek", "half-transfer", "--number", "x.y").code())
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(ToolRun.french("seek", "half-transfer", "--number", "rate.rate", "--target", "2")
                        .code())
                .isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void simulate_withOthersBeside_drawsTheirPaths() {
        ToolRun run = ToolRun.french(
                "simulate",
                "announced-path",
                "--portfolio",
                PORTFOLIO,
                "--compare",
                "cut-2025-2026",
                "--at",
                "2026-01-01",
                "--format",
                "html");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Argent public selon le scénario", "Argent public de 2 scénarios");
    }

    @Test
    void seek_whereAValueTriedCannotBeRun_saysWhyNot() {
        ToolRun run = ToolRun.french(
                "seek", "notre-legal", "--number", "base.years", "--population", POPULATION, "--at", "2026-01-01");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("ligne").doesNotContain("Exception");
    }

    @Test
    void simulate_ratios_haveLevelsConcentrationAndMeans_andCashIsDrawn() {
        String csv = simulated("csv", "--table", "ratios");
        assertThat(csv).contains("P01,R8,État,", "P01,R8,Région,", "P01,R9,", "P01,R11,");
        String html = simulated("html");
        assertThat(html).contains("Trésorerie : Pôle Aciers de Rives");
    }

    private static String simulated(String format, String... more) {
        List<Object> all = new ArrayList<>(List.of(
                "simulate", "line-deleted-2026", "--population", POPULATION, "--at", "2026-01-01", "--format", format));
        all.addAll(List.of(more));
        return ToolRun.french(all.toArray()).out();
    }
}
