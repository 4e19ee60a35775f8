package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.store.file.FileStore;

class CheckCommandTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void save() {
        StructureId cluster = new StructureId("grappe");
        FunderId region = new FunderId("region");
        Grant grant = Grant.builder(new GrantId("aide-2026"), cluster)
                .purpose("Animation")
                .state(GrantState.AWARDED)
                .fiscalYear(2026)
                .payer(region)
                .dates(GrantDates.builder()
                        .decision(LocalDate.of(2026, 1, 15))
                        .notification(LocalDate.of(2026, 2, 16))
                        .build())
                .addAmount(new StagedAmount(AmountStage.AWARDED, Money.parse("EUR 30000"), null, null))
                .build();
        file = folder.resolve("p.subsidia");
        Portfolio portfolio = Portfolio.of(List.of(
                Structure.builder(cluster, "Grappe du Val").siren("732829320").build(),
                Structure.builder(new StructureId("autre"), "Autre")
                        .siren("732 829 320")
                        .build(),
                Funder.builder(region, FunderLevel.REGION, "Région").build(),
                grant));
        FileStore.at(file).save(portfolio).get();
    }

    @Test
    void check_withErrors_listsThemAndEndsWith1() {
        ToolRun run = ToolRun.french("check", file, "--at", "2026-05-01");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("Contrôle du portefeuille", "G-CONV", "G-60J", "G-ID", "Projets de courrier");
        assertThat(run.out()).contains("Madame, Monsieur,");
        assertThat(run.err()).contains("aide-2026 (dates.convention)", "Demander la convention à Région");
        ToolRun english = ToolRun.english("check", file, "--at", "2026-05-01");
        assertThat(english.out()).contains("Check of the portfolio", "Dear Sir or Madam");
    }

    @Test
    void check_severity_leavesOutWhatIsLess() {
        ToolRun run = ToolRun.french("check", file, "--at", "2026-05-01", "--severity", "error", "-f", "csv");
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.code()).isEqualTo(1);
    }

    @Test
    void check_oneStructure_byIdOrSiren() {
        ToolRun other = ToolRun.french("check", file, "--at", "2026-05-01", "--structure", "autre");
        assertThat(other.code()).isZero();
        assertThat(other.out()).contains("G-ID").doesNotContain("G-CONV");
        assertThat(ToolRun.french("check", file, "--at", "2026-05-01", "--structure", "732829320")
                        .code())
                .isEqualTo(1);
        ToolRun none = ToolRun.french("check", file, "--structure", "x");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("pas de structure « x »", "grappe (Grappe du Val)");
    }

    @Test
    void check_json_carriesFindingsAndExplanations() {
        ToolRun run = ToolRun.english("check", file, "--at", "2026-05-01", "-f", "json");
        assertThat(run.out()).contains("CHECK-CONV-MISSING", "subsidy.convention.threshold", "CHECK-60J-LATE");
    }

    @Test
    void check_blamelessPortfolio_saysSoAndEndsWith0() {
        Path empty = folder.resolve("empty.subsidia");
        FileStore.at(empty).save(Portfolio.empty()).get();
        ToolRun run = ToolRun.french("check", empty);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Aucun constat");
    }

    @Test
    void check_withoutPortfolio_isWrongUsage() {
        ToolRun run = ToolRun.french("check");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("il manque le portefeuille");
    }
}
