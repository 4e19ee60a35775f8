package org.subsidia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConsumptionVerbTest {
    private static final Path PORTFOLIO = Path.of("../examples/data/rives-arvenne.subsidia");

    @Test
    void consumption_ofOneStructure_showsGrantsCategoriesAndBudget() {
        ToolRun run =
                ToolRun.french("consumption", PORTFOLIO, "--structure", "cluster-numerique", "--at", "2026-09-30");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Perdu à la fin", "Coûts indirects", "Charges de personnel")
                .contains("ni la règle du montant définitif");
    }

    @Test
    void consumption_ofOneGrant_losesWhatItsPaceDoesNotEarn() {
        ToolRun run = ToolRun.english(
                "consumption",
                PORTFOLIO,
                "--grant",
                "cluster-numerique-feder-2024",
                "--at",
                "2026-09-30",
                "--format",
                "csv",
                "--table",
                "losses");
        assertThat(run.code()).as(run.err()).isZero();
        // 160,000 of tranches less 60 % of 66,000 certified and 85,000 claimed: 69,400;
        // 155,000 in 822 of 1,095 days: 206,478.10 at the end; 60 % of it is 116,113.14 short of 240,000
        assertThat(run.out()).contains("206478.10", "116113.14", "2028-12-31", "69400.00");
    }

    @Test
    void consumption_inJsonAndHtml_carriesExplanations() {
        for (String format : new String[] {"json", "html"}) {
            ToolRun run = ToolRun.french("consumption", PORTFOLIO, "--at", "2026-09-30", "--format", format);
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).contains("cluster-numerique-feder-2024", "coût dépensé");
        }
    }

    @Test
    void consumption_ofAStructure_tellsWhatFundersMayClaimBack() {
        ToolRun run = ToolRun.french("consumption", PORTFOLIO, "--structure", "pole-materiaux", "--at", "2026-11-27");
        assertThat(run.out()).contains("À rendre aux financeurs, clôture 2026", "ni ligne annuelle « dépensé »");
        ToolRun none = ToolRun.french(
                "consumption", PORTFOLIO, "--structure", "cluster-bois", "--year", "2025", "--at", "2026-11-27");
        assertThat(none.out()).contains("clôture 2025", "Rien n’est à rendre");
        ToolRun all = ToolRun.french("consumption", PORTFOLIO, "--at", "2026-11-27");
        assertThat(all.out()).as("of one structure only").doesNotContain("À rendre");
    }

    @Test
    void consumption_ofAnUnknownGrant_namesThoseThatThereAre() {
        ToolRun run = ToolRun.french("consumption", PORTFOLIO, "--grant", "rien");
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("Aucune subvention", "cluster-bois-region-2019");
    }
}
