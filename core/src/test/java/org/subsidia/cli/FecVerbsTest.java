package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FecVerbsTest {
    private static final String HEADER =
            "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|"
                    + "CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise\n";
    private static final String FIRST =
            "AN|A nouveaux|1|20250101|512|Banque|||P1|20250101|Reprise|10,00|0,00|||20250101||\n";
    private static final String SECOND =
            "AN|A nouveaux|1|20250101|102|Fonds|||P1|20250101|Reprise|0,00|10,00|||20250101||\n";

    private static final Path SAMPLE = Path.of("../examples/data/999900335FEC20251231.txt");
    private static final Path PORTFOLIO = Path.of("../examples/data/rives-arvenne.subsidia");

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("999900111FEC20251231.txt"), text, StandardCharsets.UTF_8);
    }

    @Test
    void fecCheck_ofAGoodFile_endsWithNothingToDo() throws IOException {
        Path good = file(HEADER + FIRST + SECOND);
        ToolRun french = ToolRun.french("fec", "check", good, "--at", "2026-09-30");
        assertThat(french.code()).isZero();
        assertThat(french.out()).contains("est conforme").contains("2021");
        assertThat(french.err()).isEmpty();
        ToolRun json = ToolRun.english("fec", "check", good, "--at", "2026-09-30", "--format", "json");
        assertThat(json.out()).contains("\"fecVerdict\"").contains("\"debit\"");
        assertThat(ToolRun.english("fec", "check", good, "--at", "2026-09-30", "--format", "html")
                        .out())
                .contains("is conform");
    }

    @Test
    void fecCheck_ofABadFile_namesLineAndColumnAndExitsWithOne() throws IOException {
        Path bad = file(HEADER + FIRST.replace("10,00", "10.00") + SECOND);
        ToolRun run = ToolRun.french("fec", "check", bad, "--at", "2026-09-30");
        assertThat(run.code()).isEqualTo(ExitCode.DATA_ERRORS);
        assertThat(run.out()).contains("n’est pas conforme");
        assertThat(run.err()).contains("999900111FEC20251231.txt:2:12 (Debit)").contains("virgule");
        ToolRun csv =
                ToolRun.english("fec", "check", bad, "--at", "2026-09-30", "--format", "csv", "--table", "points");
        assertThat(csv.out()).contains("FEC-AMOUNT-POINT").contains(",2,12,");
    }

    /** In the sample an advance of 350 is not opened, and the bank opens with 350 more; the result went to the reserves. */
    @Test
    void fecCheck_ofTwoYears_comparesClosingAndOpening() throws IOException {
        Path before = SAMPLE.resolveSibling("999900335FEC20241231.txt");
        ToolRun run = ToolRun.french("fec", "check", SAMPLE, before, "--at", "2026-09-30");
        assertThat(run.code()).isEqualTo(ExitCode.DATA_ERRORS);
        assertThat(run.out()).contains("en écart", "467000", "pas repris");
        assertThat(run.err()).contains("999900335FEC20251231.txt:2: ").contains("ACC-CARRIED-DIFFERENT");
        ToolRun csv = ToolRun.english(
                "fec", "check", before, SAMPLE, "--at", "2026-09-30", "--format", "csv", "--table", "carried");
        assertThat(csv.out().lines())
                .hasSize(4)
                .anySatisfy(line -> assertThat(line).contains("106800", "-25280.00,-32200.00,-6920.00", "result"))
                .anySatisfy(line -> assertThat(line)
                        .contains("467000", "350.00,0.00,-350.00", "not opened,999900335FEC20241231.txt"))
                .anySatisfy(line -> assertThat(line)
                        .contains("512000", "40850.00,41200.00,350.00", "another balance,999900335FEC20251231.txt,2"));
        Path later = Files.copy(SAMPLE, folder.resolve("999900335FEC20271231.txt"));
        ToolRun gap = ToolRun.english("fec", "check", later, SAMPLE, "--at", "2026-09-30");
        assertThat(gap.out()).contains("a year is missing").doesNotContain("opens with all");
        Path stranger = Files.copy(before, folder.resolve("123456789FEC20241231.txt"));
        assertThat(ToolRun.english("fec", "check", stranger, SAMPLE, "--at", "2026-09-30")
                        .out())
                .doesNotContain("Opening balances against");
    }

    @Test
    void fecCheck_ofAnotherFile_endsInASentence() throws IOException {
        ToolRun run = ToolRun.french("fec", "check", file("bonjour\n"), "--at", "2026-09-30");
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("FEC-HEADER-NONE").doesNotContain("Exception");
        assertThat(ToolRun.french("fec").code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(ToolRun.french("fec", "check", folder.resolve("no")).code()).isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void fecGrants_ofTheSample_showsRollForwardsAndWhatIsUnresolved() {
        ToolRun run =
                ToolRun.french("fec", "grants", SAMPLE, "--portfolio", PORTFOLIO, "--at", "2026-09-30", "--explain");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("cluster-bois-region-2025")
                .contains("22 320,00")
                .contains("Lignes non rattachées")
                .contains("Ce que les financeurs peuvent réclamer", "Rien n’est à rendre");
        assertThat(run.err()).contains("ACC-UNRESOLVED-LINE").contains("FSE+");
        ToolRun csv = ToolRun.english(
                "fec",
                "grants",
                SAMPLE,
                "--portfolio",
                PORTFOLIO,
                "--at",
                "2026-09-30",
                "--format",
                "csv",
                "--table",
                "income",
                "--split",
                "prorata");
        assertThat(csv.out()).contains("cluster-bois-region-2025,101600.00,102100.00,-500.00");
        ToolRun alone = ToolRun.english("fec", "grants", SAMPLE, "--at", "2026-09-30", "--format", "json");
        assertThat(alone.code()).isZero();
        assertThat(alone.out())
                .contains("\"fecGrants\"")
                .contains("\"rollForward\"")
                .doesNotContain("\"debts\"");
    }

    @Test
    void fecRatios_ofTheSample_showsWhatTheyAreMadeOf() {
        ToolRun run =
                ToolRun.french("fec", "ratios", SAMPLE, "--portfolio", PORTFOLIO, "--at", "2026-09-30", "--explain");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("281 800,00").contains("R1").contains("R5");
        ToolRun html = ToolRun.english("fec", "ratios", SAMPLE, "--at", "2026-09-30", "--format", "html");
        assertThat(html.out()).contains("R1").contains("<svg");
    }

    @Test
    void fecGrants_withBadOptions_endsInASentence() throws IOException {
        Path funders = Files.writeString(folder.resolve("f.yaml"), "- {level: X, words: [a]}", StandardCharsets.UTF_8);
        ToolRun bad = ToolRun.french("fec", "grants", SAMPLE, "--funders", funders);
        assertThat(bad.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(bad.err()).contains("ACC-WORDS-FORM");
        ToolRun none = ToolRun.french("fec", "grants", SAMPLE, "--portfolio", PORTFOLIO, "--structure", "nobody");
        assertThat(none.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(none.err()).contains("nobody");
        assertThat(ToolRun.french("fec", "ratios", SAMPLE, "--days", "-1").code())
                .isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void check_withAFec_warnsOfSubsidiesThatNoGrantExplains() throws IOException {
        ToolRun run = ToolRun.french(
                "check", PORTFOLIO, "--fec", SAMPLE, "--at", "2026-09-30", "--structure", "cluster-bois");
        assertThat(run.out()).contains("G-FEC");
        assertThat(run.err()).contains("CHECK-FEC-UNMATCHED").doesNotContain("CHECK-FEC-CONFORM");
        String text = Files.readString(SAMPLE, java.nio.charset.Charset.forName("ISO-8859-15"));
        Path bad = Files.writeString(
                folder.resolve("999900335FEC20251231.txt"),
                text.replaceFirst("4400,00", "4400.01"),
                StandardCharsets.UTF_8);
        assertThat(ToolRun.english("check", PORTFOLIO, "--fec", bad, "--at", "2026-09-30")
                        .err())
                .contains("CHECK-FEC-CONFORM")
                .contains("CHECK-FEC-BALANCE");
        Path stranger = Files.copy(SAMPLE, folder.resolve("123456789FEC20251231.txt"));
        assertThat(ToolRun.french("check", PORTFOLIO, "--fec", stranger).err()).contains("CLI-FEC-NO-STRUCTURE");
    }
}
