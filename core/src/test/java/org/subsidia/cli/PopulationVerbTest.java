package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationVerbTest {
    @TempDir
    private Path folder;

    @Test
    void generate_writesATable_thatSimulateAndSweepRead() {
        Path file = folder.resolve("nation.csv");
        ToolRun run = ToolRun.french(
                "population", "generate", "--poles", "25", "--clusters", "20", "--ptce", "10", "--output", file);
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("fictive", "25 pôles", "20 clusters", "10 PTCE", "sont supposés");
        ToolRun simulated = ToolRun.french("simulate", "line-deleted-2026", "--population", file, "--at", "2026-01-01");
        assertThat(simulated.code()).isZero();
        assertThat(simulated.err()).contains("fictive");
        assertThat(simulated.out()).contains("Auvergne-Rhône-Alpes");
        ToolRun swept = ToolRun.french(
                "sweep",
                "--population",
                file,
                "--reference",
                "2025",
                "--rate",
                "0,1",
                "--at",
                "2026-01-01",
                "--format",
                "csv");
        assertThat(swept.code()).isZero();
        assertThat(swept.err()).contains("fictive");
    }

    @Test
    void generate_sameSeed_sameBytes_alsoOnStandardOutput() throws Exception {
        Path file = folder.resolve("a.csv");
        String[] few = {"population", "generate", "--poles", "20", "--clusters", "5", "--ptce", "3"};
        ToolRun.french(with(few, "--seed", "7", "--output", file.toString()));
        ToolRun run = ToolRun.english(with(few, "--seed", "7"));
        assertThat(run.out())
                .isEqualTo(Files.readString(file))
                .startsWith("origine;structure;nom;")
                .contains("fictif;");
        assertThat(run.err()).contains("Made-up population: 20 pôles");
        assertThat(ToolRun.english(with(few, "--seed", "8")).out()).isNotEqualTo(run.out());
    }

    @Test
    void generate_withSources_tellsFactsFromAssumptions() {
        String[] few = {"population", "generate", "--poles", "1", "--clusters", "0", "--ptce", "0", "--sources"};
        assertThat(ToolRun.french((Object[]) few).err()).contains("Amdt_II-110", "CONFIRMED", "13 + 5 régions");
        assertThat(ToolRun.english((Object[]) few).err()).contains("13 + 5 regions", "assumption");
    }

    @Test
    void generate_badInput_isSaidInASentence() {
        assertThat(ToolRun.french("population").err()).contains("generate");
        assertThat(bad("--poles", "-1")).contains("au moins une structure");
        assertThat(bad("--clusters", "200000")).contains("pas plus de");
        assertThat(bad("--from-year", "2026")).contains("2026", "vient après");
        assertThat(bad("--from-year", "2017")).contains("2017", "2019", "--from-year");
        assertThat(bad("--seed", "x")).contains("--seed");
        assertThat(bad("--output", folder.resolve("no").resolve("f.csv").toString()))
                .contains("Impossible d’écrire");
    }

    private static String bad(String... more) {
        ToolRun run = ToolRun.french(with(new String[] {"population", "generate"}, more));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        return run.err();
    }

    private static Object[] with(String[] first, String... more) {
        Object[] all = new Object[first.length + more.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
