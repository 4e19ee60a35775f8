package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileStore;

class CofinancingVerbTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void save() {
        file = folder.resolve("alpha.subsidia");
        StructureId alpha = new StructureId("alpha");
        FunderId region = new FunderId("region");
        ProgrammeId feder = new ProgrammeId("feder");
        FileStore.at(file)
                .save(Portfolio.of(List.of(
                        Structure.builder(alpha, "Pôle Alpha")
                                .siren("732829320")
                                .build(),
                        Funder.builder(region, FunderLevel.REGION, "Région").build(),
                        Programme.builder(feder, ProgrammeKind.EU_FUND, "FEDER")
                                .fund("FEDER")
                                .period(DateWindow.of(LocalDate.of(2021, 1, 1), LocalDate.of(2029, 12, 31)))
                                .build(),
                        Grant.builder(new GrantId("g1"), alpha)
                                .purpose("Plateforme")
                                .payer(region)
                                .programme(feder)
                                .state(GrantState.UNDER_CONVENTION)
                                .eligibleBase(Money.parse("EUR 150000"))
                                .dates(GrantDates.builder()
                                        .decision(LocalDate.of(2023, 6, 27))
                                        .build())
                                .addAmount(new StagedAmount(
                                        AmountStage.AWARDED, Money.parse("EUR 90000"), LocalDate.of(2023, 6, 27), null))
                                .build())));
    }

    private ToolRun run(String... options) {
        Object[] args = new Object[options.length + 4];
        args[0] = "cofinancing";
        args[1] = file;
        args[2] = "--at";
        args[3] = "2026-06-15";
        System.arraycopy(options, 0, args, 4, options.length);
        return ToolRun.french(args);
    }

    /** Spaces of numbers and ends of lines are plain spaces. */
    private static String plain(ToolRun run) {
        return run.out().replaceAll("[\\s\u00a0\u202f]+", " ");
    }

    @Test
    void cofinancing_placeNotGiven_isUndecidedAndSaysWhy() {
        ToolRun run = run();
        assertThat(run.code()).isZero();
        assertThat(plain(run)).contains("Le lieu du projet décide", "40,00 %", "85,00 %");
    }

    @ParameterizedTest
    @CsvSource({"FRK1, respectée", "FRK2, non respectée", "DEP-63, respectée", "REG-84, non respectée"})
    void cofinancing_placeGiven_decides(String place, String answer) {
        ToolRun run = run("--location", place, "--structure", "732829320", "--format", "csv");
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().filter(line -> line.contains("Taux de l’Union")))
                .singleElement()
                .asString()
                .contains("," + answer + ",");
    }

    @ParameterizedTest
    @CsvSource({"text", "json", "html"})
    void cofinancing_costsToCompare_areInEveryFormat(String format) {
        ToolRun run = run("--direct-staff", "60000", "--other-direct", "40 000,00", "--format", format);
        assertThat(run.code()).isZero();
        assertThat(plain(run)).contains("F15 + S20").containsAnyOf("84 000,00", "84000");
    }

    @Test
    void cofinancing_hourlyRate_isTheStaff() {
        ToolRun run = run(
                "--yearly-cost", "43000", "--hours", "1000", "--other-direct", "0", "--format", "json", "--explain");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("25000.00", "1720");
    }

    @Test
    void cofinancing_english_hasNoFrench() {
        ToolRun run = ToolRun.english("cofinancing", file, "--at", "2026-06-15", "--grant", "g1");
        assertThat(plain(run)).contains("The place of the project decides").doesNotContain("Taux");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--location|Lyon|COFI-SITE-BAD",
                "--structure|nobody|CLI-NO-STRUCTURE",
                "--grant|none|CLI-NO-GRANT",
                "--spending|50000|CLI-SPENDING-GRANT",
                "--breach|2026-10-01|CLI-SPENDING-GRANT",
                "--direct-staff|60000|CLI-COSTS-HALF",
                "--other-direct|60000|CLI-COSTS-HALF",
            })
    void cofinancing_badOption_isRefusedWithASentence(String option, String value, String code) {
        ToolRun run = run(option, value);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"-1", "beaucoup", "1e999", "99999999999999999999999"})
    void cofinancing_badAmount_isRefusedWithASentence(String amount) {
        ToolRun run = run("--direct-staff", amount, "--other-direct", "1");
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("CLI-BAD-AMOUNT");
    }

    @Test
    void cofinancing_spending_saysWhatAClaimBrings() {
        ToolRun run = run("--grant", "g1", "--spending", "50000");
        assertThat(run.code()).isZero();
        // 60 % of 50,000 €
        assertThat(plain(run)).contains("versement attendu si tout est certifié 30 000,00 €", "guide du");
    }

    @Test
    void cofinancing_breachWithoutPeriod_saysWhichFactIsMissing() {
        ToolRun run = run("--grant", "g1", "--breach", "2026-05-01");
        assertThat(run.code()).isZero();
        assertThat(plain(run)).contains("à restituer", "n’est pas datée");
    }

    private ToolRun decommitment(String... options) {
        Object[] args = new Object[options.length + 4];
        args[0] = "decommitment";
        args[1] = file;
        args[2] = "--at";
        args[3] = "2026-06-15";
        System.arraycopy(options, 0, args, 4, options.length);
        return ToolRun.french(args);
    }

    @ParameterizedTest
    @CsvSource({"text", "json", "csv", "html"})
    void decommitment_unclaimedTranche_isInEveryFormat(String format) {
        ToolRun run = decommitment("--format", format, "--structure", "alpha");
        assertThat(run.code()).isZero();
        assertThat(plain(run)).containsAnyOf("90 000,00", "90000");
        assertThat(plain(run)).containsAnyOf("12/10/2026", "2026-10-12");
    }

    @Test
    void decommitment_programme_givesTheLossAndTheShare() {
        ToolRun run =
                decommitment("--committed", "2023=1000000", "--sent", "2026-03-31=400000", "--prefinanced", "100000");
        assertThat(run.code()).isZero();
        // 1,000,000 − 100,000 − 400,000; 500,000 over 900,000 of the 90,000 still to be paid
        assertThat(plain(run)).contains("500 000,00", "50 000,00 €");
    }

    @Test
    void decommitment_noMonths_hasNothingAtRiskYet() {
        assertThat(plain(decommitment("--months", "1"))).contains("exposé au dégagement d’ici au 15/07/2026 0,00 €");
    }

    @ParameterizedTest
    @CsvSource({
        "--months, -1",
        "--months, 601",
        "--committed, 2023=beaucoup",
        "--committed, hier=5",
        "--sent, 2026=5",
        "--sent, 2026-01-01=5"
    })
    void decommitment_badOption_isRefusedWithASentence(String option, String value) {
        ToolRun run = decommitment(option, value);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).isNotBlank().doesNotContain("Exception");
    }
}
