package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReportVerbTest {
    private static final Path PORTFOLIO = Path.of("../examples/data/rives-arvenne.subsidia");

    @Test
    void note_onATerminal_hasAuthoritiesAndTotal() {
        ToolRun run = ToolRun.french(
                "report",
                "note",
                PORTFOLIO,
                "--structure",
                "cluster-numerique",
                "--year",
                "2025",
                "--at",
                "2026-09-30");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().replaceAll("[\\u00a0\\u202f]", " "))
                .contains("Concours publics et subventions de l’exercice 2025", "Ormeval Agglomération", "258 800,00");
    }

    @Test
    void note_asCsv_isTheTableOfAuthorities() {
        ToolRun run = ToolRun.english(
                "report",
                "note",
                PORTFOLIO,
                "--structure",
                "cluster-numerique",
                "--year",
                "2025",
                "--at",
                "2026-09-30",
                "--format",
                "csv");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("authority,level,amount").contains("228800.00");
    }

    @Test
    void structure_withoutItsName_saysWhichOptionIsMissing() {
        ToolRun run = ToolRun.french("report", "structure", PORTFOLIO);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("--structure", "SIREN");
    }

    @Test
    void funder_thatIsNotThere_namesThoseThatAre() {
        ToolRun run = ToolRun.english("report", "funder", PORTFOLIO, "--funder", "nobody");
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("region-rives-arvenne");
    }

    @Test
    void report_ofAnUnknownKind_isWrongUsage() {
        ToolRun run = ToolRun.english("report", "poem", PORTFOLIO);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("structure").contains("risks");
    }
}
