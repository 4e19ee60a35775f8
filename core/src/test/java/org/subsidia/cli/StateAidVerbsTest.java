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

class StateAidVerbsTest {
    private static final String PORTFOLIO = "../examples/data/rives-arvenne.subsidia";

    @TempDir
    private Path folder;

    private static ToolRun ask(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("stateaid", PORTFOLIO, "--structure", "cluster-numerique", "--at", "2026-06-15"));
        arguments.addAll(List.of(more));
        return ToolRun.french(arguments.toArray(String[]::new));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\u00a0\u202f]+", " ");
    }

    @Test
    void stateaid_theFinanceOfficersQuestion_saysNoUntilWhenAndHowMuchNow() {
        ToolRun run = ask("--amount", "90 000,00 €", "--explain");
        assertThat(run.code()).isZero();
        assertThat(plain(run.out()))
                .contains(
                        "Non : 90 000,00 € dépassent la marge du 15/06/2026",
                        "au plus 80 000,00 €",
                        "à partir du 02/07/2026",
                        "deminimis.ceiling.general",
                        "cluster-numerique-plateforme-2024",
                        "180 000,00");
        assertThat(run.err()).contains("deminimis.window.both-ends");
    }

    @Test
    void stateaid_amountThatFits_isYes() {
        assertThat(plain(ask("--amount", "80000").out())).contains("Oui : 80 000,00 € sont possibles");
    }

    @Test
    void stateaid_json_carriesAnswerTimelineAndExplanation() throws IOException {
        ToolRun run = ask("--amount", "90000", "--format", "json");
        assertThat(run.code()).isZero();
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.toString())
                .contains("\"id\":\"timeline\"", "2026-07-02", "80000.00", "\"wholeFrom\"", "deminimis.window.general");
    }

    @Test
    void stateaid_csvAndHtml_showTimelineAndChart() {
        ToolRun history = ask("--from", "2023-01-01", "--format", "csv", "--table", "timeline");
        assertThat(history.code()).as(history.err()).isZero();
        assertThat(history.out())
                .contains("2023-01-01,", "entre : Plateforme", "sort : Diagnostics", "plafond porté de");
        assertThat(ask("--from", "2031-01-01").err()).contains("AID-BAD-FROM");
        ToolRun csv = ask("--format", "csv", "--table", "timeline");
        assertThat(csv.out()).contains("2026-06-15,2026-07-01,300000.00,220000.00,80000.00");
        assertThat(ask("--format", "html").out()).contains("<svg", "Marge jour par jour");
    }

    @Test
    void stateaid_english_speaksEnglish() {
        ToolRun run = ToolRun.english(
                "stateaid", PORTFOLIO, "--structure", "cluster-numerique", "--at", "2026-06-15", "--amount", "90000");
        assertThat(plain(run.out())).contains("No:").contains("aided years");
    }

    @Test
    void stateaid_wrongInput_isRefusedWithASentence() {
        assertThat(ask("--amount", "beaucoup").err()).contains("--amount");
        assertThat(ask("--amount", "-5").code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ask("--amount", "5 USD").code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ask("--to", "2020-01-01").err()).contains("--to");
        assertThat(ask("--economic-share", "150 %").code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ask("--economic-share", "x").code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ask("--grant", "none").code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ToolRun.french("stateaid", PORTFOLIO, "--structure", "nobody")
                        .code())
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(ask("--economic-share", "60 %", "--zone", "c", "--road-freight")
                        .code())
                .isZero();
        assertThat(ask("--eligible-costs", "3000000", "--regulation", "sgei").code())
                .isZero();
    }

    @Test
    void exportRegister_hasExactlyTheColumnsOfTheRegister() throws IOException {
        Path file = folder.resolve("register.csv");
        ToolRun run = ToolRun.french("export", "register", PORTFOLIO, "--from", "2023-01-01", "-o", file.toString());
        assertThat(run.code()).isZero();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        assertThat(lines.get(0).replace("\uFEFF", ""))
                .isEqualTo(
                        "beneficiaryId,amount,awardDate,grantingAuthority,instrument,sector,aidNumber,payer,regulation,"
                                + "productSector");
        assertThat(lines).anySatisfy(line -> assertThat(line)
                .startsWith("99990044200016,120000.00,2024-05-10,Région Rives-d'Arvenne")
                .contains("94.99Z"));
        assertThat(run.err()).contains("numéro unique");
        ToolRun now = ToolRun.french("export", "register", PORTFOLIO, "-o", file.toString());
        assertThat(now.code()).isZero();
        assertThat(Files.readAllLines(file, StandardCharsets.UTF_8)).hasSize(1);
    }

    @Test
    void intensity_ofAnArticle_showsSharesAndAmountsBySize() {
        ToolRun run = ToolRun.french(
                "intensity",
                "art. 25",
                "--bonus",
                "collaboration",
                "--costs",
                "100000",
                "--at",
                "2026-06-15",
                "--format",
                "csv",
                "--table",
                "amounts");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("80000.00,75000.00,65000.00", "60000.00,50000.00,40000.00");
        assertThat(ToolRun.english("intensity", "--at", "2026-06-15").out()).contains("fairs (article 19)");
        assertThat(ToolRun.french("intensity", "99").code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ToolRun.french("intensity", "25", "--costs", "x").code()).isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void equivalent_ofLoanAndInstalments_isDiscounted() {
        ToolRun loan = ToolRun.french(
                "equivalent",
                "--loan",
                "100000",
                "--years",
                "2",
                "--rate",
                "1 %",
                "--reference-rate",
                "5 %",
                "--collateral",
                "50 %",
                "--at",
                "2026-06-15");
        assertThat(loan.code()).as(loan.err()).isZero();
        assertThat(plain(loan.out())).contains("5 623,58", "8 000,00");
        ToolRun parts = ToolRun.french(
                "equivalent", "--instalment", "2027-06-15=10000", "--reference-rate", "4%", "--at", "2026-06-15");
        assertThat(plain(parts.out())).contains("9 615,38");
    }

    @Test
    void equivalent_wrongInput_isRefusedWithASentence() {
        assertThat(ToolRun.french("equivalent").err()).contains("--instalment");
        assertThat(ToolRun.french("equivalent", "--loan", "1000").err()).contains("--years");
        assertThat(ToolRun.french("equivalent", "--instalment", "2027-06-15=1").err())
                .contains("--reference-rate");
        assertThat(ToolRun.french(
                                "equivalent",
                                "--instalment",
                                "2020-06-15=1",
                                "--reference-rate",
                                "4%",
                                "--at",
                                "2026-06-15")
                        .code())
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(ToolRun.french("equivalent", "--loan", "1", "--years", "99").code())
                .isEqualTo(ExitCode.UNUSABLE);
    }
}
