package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DependenceVerbTest {
    private static final Path PORTFOLIO = Path.of("../examples/data/rives-arvenne.subsidia");

    @TempDir
    private Path folder;

    private static ToolRun run(boolean french, String... options) {
        List<Object> all = new ArrayList<>(List.of("dependence", PORTFOLIO, "--at", "2026-06-15"));
        all.addAll(List.of(options));
        return french ? ToolRun.french(all.toArray()) : ToolRun.english(all.toArray());
    }

    @Test
    void dependence_ofOneStructure_labelsEveryYearByItsBasis() {
        ToolRun run = run(true, "--structure", "cluster-bois", "--years", "2025-2027");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("2025 réalisé", "2026 budget", "2027 prévision")
                .contains("aucune subvention n’est encore attribuée pour 2027")
                .contains("complément à 100 % de R1");
    }

    @Test
    void dependence_ofOneYear_hasItsMeanAndTrendAllTheSame() {
        ToolRun run = run(
                true, "--structure", "cluster-numerique", "--years", "2025", "--format", "csv", "--table", "ratios");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("ratio,y2025,mean\r\n").doesNotContain("R1,unknown");
        assertThat(run.out()
                        .lines()
                        .filter(line -> line.startsWith("R1,"))
                        .findFirst()
                        .orElseThrow())
                .doesNotContain("unknown");
    }

    @Test
    void dependence_ofTheFullCluster_computesEveryRatioOfAYearThatIsOver() {
        ToolRun run = run(
                false, "--structure", "cluster-numerique", "--years", "2025", "--format", "csv", "--table", "ratios");
        assertThat(run.out().lines()).hasSize(11);
        assertThat(run.out()).doesNotContain("unknown");
    }

    @Test
    void dependence_inJson_carriesTheExactShareAndItsExplanation() {
        ToolRun run = run(false, "--structure", "cluster-numerique", "--ratio", "R5", "--format", "json");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"y2026\"", "\"bridge\"", "\"explanations\"", "dependence.t1.public-share");
    }

    @Test
    void dependence_inHtml_drawsTheBridgeAndTheLevels() {
        ToolRun run = run(true, "--structure", "cluster-numerique", "--format", "html", "--by", "payer");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("<svg").contains("De R1 à R5").contains("Argent public par niveau (R8), payeur");
    }

    @Test
    void dependence_withABridgeOfTwoYears_addsUpFromOneToTheOther() {
        ToolRun run = run(
                true,
                "--structure",
                "cluster-numerique",
                "--bridge",
                "R5@2021:R5@2025",
                "--format",
                "csv",
                "--table",
                "bridge");
        assertThat(run.code()).as(run.err()).isZero();
        List<String> lines = run.out().lines().skip(1).toList();
        BigDecimal sum = new BigDecimal(cells(lines.get(0))[1]);
        for (String line : lines.subList(1, lines.size())) {
            assertThat(line).contains(" → ");
            sum = sum.add(new BigDecimal(cells(line)[1]));
        }
        // each share in the table is rounded
        assertThat(sum)
                .isCloseTo(new BigDecimal(cells(lines.get(lines.size() - 1))[2]), within(new BigDecimal("0.00001")));
        ToolRun html = run(true, "--structure", "cluster-numerique", "--bridge", "r1@2024:r5", "--format", "html");
        assertThat(html.out()).contains("De R1 2024 à R5 2026").contains("<svg");
        ToolRun unknown = run(true, "--structure", "cluster-numerique", "--bridge", "R1@1900:R5");
        assertThat(unknown.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(unknown.err()).contains("1900", "2026");
    }

    @Test
    void dependence_monthByMonth_saysWhenTheCashRunsOutWithoutEachFunder() {
        ToolRun run = run(false, "--structure", "cluster-numerique", "--format", "csv", "--table", "exits");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().findFirst()).contains("funder,exitLost,exitUnion,dryAnyway,dry,need");
        assertThat(run.out()).contains("Région Rives-d'Arvenne,").contains("Ormeval Agglomération,");
        // nothing of the Union has a match in this portfolio
        assertThat(run.out().lines().skip(1)).hasSize(3).allSatisfy(line -> assertThat(line)
                .contains(".00,0.00,20"));
        ToolRun cash =
                run(false, "--structure", "cluster-numerique", "--ratio", "R7", "--format", "csv", "--table", "ratios");
        assertThat(cash.out()).doesNotContain("unknown");
    }

    private static String[] cells(String line) {
        String[] parts = line.split("\"");
        String last = parts[parts.length - 1];
        return last.split(",", -1);
    }

    @Test
    void dependence_ofAFunderThatLeaves_showsGapAndRunway() {
        ToolRun run = run(
                true,
                "--structure",
                "cluster-bois",
                "--leaves",
                "region-rives-arvenne",
                "--cash",
                "47000",
                "--format",
                "csv",
                "--table",
                "losses");
        assertThat(run.code()).as(run.err()).isZero();
        // 275 600 of products, 2 400 of them carried from the machine, less 252 000 of costs less 115 200 of the Region
        // are −91 600; 47 000 of cash last 6.2 months
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out()).contains("115200.00", "-91600.00", "91600.00", "6.2");
    }

    @Test
    void dependence_ofAFunderThatLeaves_tellsTheCashMonthByMonth() {
        ToolRun run = run(
                true,
                "--structure",
                "cluster-bois",
                "--leaves",
                "region-rives-arvenne",
                "--leaves-on",
                "2027-01-01",
                "--format",
                "csv",
                "--table",
                "exitMonths");
        assertThat(run.code()).as(run.err()).isZero();
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0)).isEqualTo("month,balance,balanceWithout,change,in,inWithout");
        assertThat(lines).hasSize(25);
        assertThat(lines.get(1).split(",")[3]).isEqualTo("0.00");
        assertThat(lines.get(24).split(",")[3]).startsWith("-");
        ToolRun text = run(
                true, "--structure", "cluster-bois", "--leaves", "region-rives-arvenne", "--leaves-on", "2027-01-01");
        assertThat(text.out().replaceAll("\\s+", " "))
                .contains(
                        "Trésorerie mois par mois si Région Rives-d'Arvenne se retire le 01/01/2027", "ne vient plus");
        assertThat(run(true, "--structure", "cluster-bois", "--leaves-on", "demain")
                        .code())
                .isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void dependence_ofAllStructures_hasTheirDistribution() {
        ToolRun run = run(true, "--format", "csv", "--table", "distribution");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines().count()).isEqualTo(11);
    }

    @ParameterizedTest
    @CsvSource({
        "--years, 2027-2023, 2023-2027",
        "--years, hier, 2023-2027",
        "--bridge, R1:R99, R12",
        "--bridge, R1, R12",
        "--bridge, R1@24:R5, R12",
        "--target, 150 %, 1/2",
        "--cash, beaucoup, beaucoup",
        "--leaves, personne, personne"
    })
    void dependence_badOption_saysWhatToWrite(String option, String value, String advice) {
        ToolRun run = run(true, "--structure", "cluster-bois", option, value);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains(advice).doesNotContain("Exception");
    }

    @Test
    void dependence_ofAnEmptyPortfolio_saysSo() throws IOException {
        Path empty = folder.resolve("vide.subsidia");
        assertThat(ToolRun.french("new", empty).code()).isZero();
        ToolRun run = ToolRun.french("dependence", empty);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("n’a pas de structure");
    }
}
