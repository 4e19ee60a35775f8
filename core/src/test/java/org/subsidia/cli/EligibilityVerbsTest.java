package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EligibilityVerbsTest {
    private static final Path EXAMPLES = Path.of("src/main/resources/org/subsidia/eligibility/examples");
    private static final Path REGION = EXAMPLES.resolve("region-soutien-clusters.yaml");
    private static final Path PORTFOLIO = Path.of("../examples/data/rives-arvenne.subsidia");

    @TempDir
    private Path folder;

    private Path changed(String before, String after) throws IOException {
        String text = Files.readString(REGION, StandardCharsets.UTF_8);
        assertThat(text).contains(before);
        return Files.writeString(folder.resolve("changed.yaml"), text.replace(before, after), StandardCharsets.UTF_8);
    }

    @Test
    void rulesCheck_goodAndBad() throws IOException {
        ToolRun good = ToolRun.french("rules", "check", REGION.toString());
        assertThat(good.code()).isZero();
        assertThat(good.out()).contains("region-soutien-clusters");
        ToolRun bad = ToolRun.french(
                "rules",
                "check",
                changed("structure.members", "structure.member").toString());
        assertThat(bad.code()).isEqualTo(ExitCode.DATA_ERRORS);
        assertThat(bad.err()).contains("structure.member").contains("changed.yaml:");
    }

    @Test
    void rulesTest_passesAndFails() throws IOException {
        assertThat(ToolRun.french("rules", "test").code()).isZero();
        ToolRun good = ToolRun.french(
                "rules",
                "test",
                EXAMPLES.resolve("region-soutien-clusters.cases.yaml").toString());
        assertThat(good.code()).isZero();
        Path strict = changed("date - law:deminimis.window.general", "date - 4 years");
        Files.copy(EXAMPLES.resolve("region-soutien-clusters.cases.yaml"), folder.resolve("changed.cases.yaml"));
        ToolRun bad = ToolRun.french("rules", "test", strict.toString());
        assertThat(bad.code()).isEqualTo(ExitCode.DATA_ERRORS);
        assertThat(bad.err()).contains("changed.cases.yaml:");
        assertThat(ToolRun.french("rules", "test", "no-such.yaml").code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ToolRun.french("rules").code()).isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void rulesDiff_saysWhatChanged() throws IOException {
        ToolRun run = ToolRun.french(
                "rules",
                "diff",
                REGION.toString(),
                changed("atLeast: 20\n", "atLeast: 30\n").toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("membres");
    }

    @Test
    void eligibility_ofTheFinanceOfficersQuestion_saysHowMuchAndUntilWhen() {
        ToolRun run = ToolRun.french(
                "eligibility",
                PORTFOLIO.toString(),
                "--structure",
                "cluster-bois",
                "--at",
                "2026-06-15",
                "--explain",
                "--rules",
                REGION.toString(),
                "--fact",
                "structure.aid.deminimis=2023-07-01 100000 EUR; 2024-05-10 120000 EUR",
                "--fact",
                "request.amount=90000",
                "--fact",
                "structure.seat=REG-84",
                "--fact",
                "region.srdeii-priority=true",
                "--fact",
                "structure.members=50",
                "--fact",
                "structure.created=2010-01-01",
                "--fact",
                "project.eligible-cost=200000",
                "--fact",
                "project.own-funding=100000",
                "--fact",
                "project.private-funding=0",
                "--fact",
                "structure.reports-delivered=true",
                "--fact",
                "structure.republican-commitment=2024-01-01");
        assertThat(run.code()).isZero();
        String text = run.out().replaceAll("[\\s\u00a0\u202f]+", " ");
        assertThat(text)
                .contains("demander au plus 80 000,00 €", "attendre le 02/07/2026", "deminimis.ceiling.general");
    }

    @Test
    void eligibility_wrongInput_isRefused() {
        String file = PORTFOLIO.toString();
        assertThat(ToolRun.french("eligibility", file, "--structure", "nobody").code())
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(ToolRun.french("eligibility", file, "--structure", "cluster-bois", "--call", "none")
                        .code())
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(ToolRun.french("eligibility", file, "--structure", "cluster-bois", "--project", "none")
                        .code())
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(ToolRun.french("eligibility", file, "--structure", "cluster-bois", "--grant", "none")
                        .code())
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(ToolRun.french("eligibility", file, "--structure", "cluster-bois", "--fact", "request.amont=1")
                        .err())
                .contains("request.amount");
        assertThat(ToolRun.french("eligibility", file, "--structure", "cluster-bois", "--fact", "request.amount=much")
                        .code())
                .isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void eligibility_withoutMore_ranksAllExamples() {
        ToolRun run = ToolRun.french(
                "eligibility",
                PORTFOLIO.toString(),
                "--structure",
                "cluster-bois",
                "--all",
                "--at",
                "2026-06-15",
                "--format",
                "json");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("cper-action-cluster", "horizon-europe-csa");
        assertThat(ToolRun.french(
                                "eligibility",
                                PORTFOLIO.toString(),
                                "--structure",
                                "cluster-bois",
                                "--call",
                                "eu-horizon-europe-csa")
                        .code())
                .isZero();
    }
}
