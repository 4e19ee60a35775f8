package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastVerbTest {
    private static final Path PORTFOLIO = Path.of("../examples/data/rives-arvenne.subsidia");

    @TempDir
    private Path folder;

    private static ToolRun french(Object... more) {
        Object[] all = new Object[more.length + 6];
        System.arraycopy(
                new Object[] {"forecast", PORTFOLIO, "--structure", "pole-materiaux", "--at", "2026-09-30"},
                0,
                all,
                0,
                6);
        System.arraycopy(more, 0, all, 6, more.length);
        return ToolRun.french(all);
    }

    /** What was written, with ordinary spaces in amounts. */
    private static String plain(ToolRun run) {
        return run.out().replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    @Test
    void forecast_ofTheSample_isNarrowAndReadable_inBothLanguages() {
        ToolRun run = french("--runs", "500", "--stress", "late:region-rives-arvenne:3+less:*:10%");
        assertThat(run.code()).isZero();
        assertThat(plain(run))
                .contains(
                        "oût du crédit relais, dépassé dans 10 % des tirages",
                        "Prévision de trésorerie", "148 000,00", "4 706,65", "30/07/2027", "P10", "500 tirages")
                .contains("Région Rives-d'Arvenne verse 3 mois plus tard", "Ce que les chocs changent")
                .doesNotContain("CASH-", "prestations");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 130);
        ToolRun english = ToolRun.english(
                "forecast", PORTFOLIO, "--structure", "pole-materiaux", "--at", "2026-09-30", "--runs", "0");
        assertThat(english.code()).isZero();
        assertThat(english.out())
                .contains("Cash forecast", "First day below zero")
                .doesNotContain("P10", "CASH-");
    }

    @Test
    void json_carriesEveryLine_andItsReasons_theSameEveryTime() throws IOException {
        ToolRun run = french("--format", "json", "--runs", "300", "--quantiles", "5,95");
        assertThat(french("--format", "json", "--runs", "300", "--quantiles", "5,95")
                        .out())
                .isEqualTo(run.out());
        assertThat(french("--format", "json", "--runs", "300", "--quantiles", "5,95", "--seed", "2")
                        .out())
                .isNotEqualTo(run.out());
        JsonNode json = new ObjectMapper().readTree(run.out());
        assertThat(json.toString())
                .contains(
                        "\"p5\"",
                        "\"p95\"",
                        "\"belowZero\"",
                        "cashflow.award-probability",
                        "eu-funds.2021-2027.payment.lag-erdf");
    }

    @Test
    void csv_holdsLinesMonthsAndDays() {
        assertThat(french("--format", "csv", "--table", "lines", "--runs", "0").out())
                .startsWith("day,amount")
                .contains(",172800.00,", "pole-materiaux-feder-2023");
        assertThat(french("--format", "csv", "--runs", "0", "--months", "3")
                        .out()
                        .lines())
                .hasSize(4);
        assertThat(french("--format", "csv", "--table", "days", "--runs", "0", "--months", "1", "--daily")
                        .out()
                        .lines())
                .hasSize(2);
    }

    @Test
    void explainMonth_readsBackTheRunOfEachQuantile() throws IOException {
        ToolRun run = french("--explain-month", "2027-08");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(plain(run))
                .contains("Fin août 2027", "demande refusée", "trésorerie fin août 2027, P10 : 35 233,33 €")
                .contains("tirage n° ", "arrivé le", "délai observé de ce financeur", "intervalle à 95 %")
                .contains("probabilité de finir août 2027 à découvert", "erreur type")
                .doesNotContain("CASH-", "trésorerie fin sept. 2027");
        ToolRun json = french("--explain-month", "2027-08", "--runs", "200", "--format", "json");
        JsonNode tree = new ObjectMapper().readTree(json.out());
        assertThat(tree.toString())
                .contains("\"readBack\"", "\"draws\"", "\"observations\"", "besoin de financement, P10");
        assertThat(french("--explain-month", "2027-08", "--runs", "0").err()).contains("CASH-BAD-MONTH");
        assertThat(french("--explain-month", "août").code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(french("--runs", "200", "--format", "csv", "--table", "draws")
                        .out())
                .contains("subject,amount,state,probability,first");
    }

    @Test
    void explainMonth_withStress_tellsEachCasePaymentByPayment() throws IOException {
        Object[] asked = {
            "--runs", "200", "--explain-month", "2027-08", "--stress", "leave:region-rives-arvenne:2027-01-01"
        };
        ToolRun run = french(asked);
        assertThat(run.code()).as(run.err()).isZero();
        String text = plain(run).replaceAll("\\s+", " ");
        assertThat(text)
                .contains("Région Rives-d'Arvenne se retire le 01/01/2027 : trésorerie fin août 2027")
                .contains("trésorerie fin août 2027, sans choc", "ne vient plus (Région Rives-d'Arvenne se retire")
                .contains("sans choc : trésorerie fin août 2027, P10")
                .contains("Région Rives-d'Arvenne se retire le 01/01/2027 : trésorerie fin août 2027, P10");
        Object[] json = java.util.Arrays.copyOf(asked, asked.length + 2);
        json[asked.length] = "--format";
        json[asked.length + 1] = "json";
        JsonNode tree = new ObjectMapper().readTree(french(json).out());
        assertThat(tree.toString()).contains("\"effects\"", "\"expected\"", "\"change\"", "\"cause\"");
        ToolRun english = ToolRun.english(
                "forecast",
                PORTFOLIO,
                "--structure",
                "pole-materiaux",
                "--at",
                "2026-09-30",
                "--runs",
                "0",
                "--stress",
                "recover:pole-materiaux-feder-2023:20%:2027-03-31");
        assertThat(english.out().replaceAll("\\s+", " "))
                .contains("must be paid back on")
                .doesNotContain("CASH-");
    }

    @Test
    void stress_whoseEffectIsNotKnown_saysWhy() {
        ToolRun run = ToolRun.french(
                "forecast",
                PORTFOLIO,
                "--structure",
                "cluster-numerique",
                "--at",
                "2026-09-30",
                "--runs",
                "0",
                "--stress",
                "breach:cluster-numerique-cybersecurite-2026:2026-11-01");
        assertThat(plain(run)).contains("Ce qui ne peut pas être prévu", "ce qui serait à restituer");
        assertThat(plain(french("--runs", "0", "--stress", "breach:pole-materiaux-feder-2023:2027-01-01")))
                .contains("Aucun versement de la prévision ne change.");
    }

    @Test
    void html_showsTheBandAsAPicture_withWords() throws IOException {
        Path page = folder.resolve("f.html");
        assertThat(french("--format", "html", "--runs", "300", "--output", page).code())
                .isZero();
        assertThat(Files.readString(page)).contains("<svg", "P10 à P90", "point bas", "</desc>");
    }

    @ParameterizedTest
    @CsvSource({
        "--months, 0, CASH-BAD-MONTHS",
        "--runs, -1, CASH-BAD-RUNS",
        "--quantiles, 120, CASH-BAD-SHARE",
        "--quantiles, x, CASH-BAD-SHARE",
        "--rate, often, CASH-BAD-SHARE",
        "--probability, refused=1, CASH-BAD-STATE",
        "--stress, flood:x:1, CASH-STRESS-BAD",
        "--stress, late:nobody:3, CASH-STRESS-UNKNOWN",
        "--explain-month, 2026-08, CASH-BAD-MONTH",
        "--explain-month, 2030-01, CASH-BAD-MONTH",
        "--structure, nobody, CLI-NO-STRUCTURE"
    })
    void badInput_getsASentence(String option, String value, String code) {
        ToolRun run = option.equals("--structure")
                ? ToolRun.french("forecast", PORTFOLIO, option, value, "--at", "2026-09-30")
                : french(option, value);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains(code);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void options_changeWhatTheySay() {
        assertThat(french("--runs", "0", "--awarded-only").out()).doesNotContain("Programme d'actions 2027");
        assertThat(plain(french("--runs", "0", "--probability", "requested=100%", "--probability", "planned=100%")))
                .contains("120 250,00");
    }
}
