package org.subsidia.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.check.Case.eur;
import static org.subsidia.check.Case.grant;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.portfolio.CostOption;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectCost;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;

class CofinancingGuardsTest {
    private static final ProgrammeId FEDER = new ProgrammeId("feder");
    private static final ProjectId P = new ProjectId("p");

    @ParameterizedTest
    @CsvSource({"40000.00, 0", "40000.01, 1"})
    void publicMoney_ofAProject_isAtMostItsEligibleCost(String second, int findings) {
        Case portfolio = new Case()
                .add(Project.builder(P, "Halle")
                        .addCost(new ProjectCost("travaux", eur("120000"), eur("100000"), null))
                        .build())
                .add(grant("a", "60000").project(P))
                .add(grant("b", second).project(P));
        assertThat(portfolio.codes(new PublicMoneyGuard())).hasSize(findings);
    }

    @Test
    void publicMoney_ofALoneGrant_isAtMostItsBase() {
        assertThat(new Case()
                        .add(grant("a", "60000").eligibleBase(eur("50000")))
                        .codes(new PublicMoneyGuard()))
                .containsExactly("CHECK-CUM-OVER");
        assertThat(new Case().add(grant("a", "60000")).codes(new PublicMoneyGuard()))
                .isEmpty();
    }

    private static List<String> options(Grant.Builder grant, CostOption... options) {
        return new Case()
                .add(Programme.builder(FEDER, ProgrammeKind.EU_FUND, "FEDER")
                        .code("2021FR16FFPR001")
                        .build())
                .add(grant.programme(FEDER).costOptions(List.of(options)))
                .codes(new CostOptionGuard());
    }

    private static Grant.Builder small(RegimeKind kind) {
        return grant("a", "60000").eligibleBase(eur("200000")).regimes(List.of(new Regime(kind, null, null, null)));
    }

    @Test
    void costOptions_coveringTheSameCosts_areAnError() {
        assertThat(options(small(RegimeKind.NO_AID), CostOption.F40, CostOption.F7))
                .containsExactly("CHECK-SCO-TOGETHER");
        assertThat(options(small(RegimeKind.NO_AID), CostOption.S20, CostOption.F15))
                .isEmpty();
    }

    @Test
    void costOptions_noneUpToTheThreshold_isAWarningUnlessStateAid() {
        assertThat(options(small(RegimeKind.NO_AID), CostOption.REAL_COSTS)).containsExactly("CHECK-SCO-NONE");
        assertThat(options(small(RegimeKind.DE_MINIMIS), CostOption.REAL_COSTS)).containsExactly("CHECK-SCO-NONE");
        assertThat(options(small(RegimeKind.GBER), CostOption.REAL_COSTS)).isEmpty();
        assertThat(options(small(RegimeKind.NO_AID).eligibleBase(eur("200000.01")), CostOption.REAL_COSTS))
                .isEmpty();
    }

    @Test
    void costOptions_notRecorded_areAnInformation() {
        assertThat(options(small(RegimeKind.NO_AID))).containsExactly("CHECK-SCO-UNKNOWN");
        assertThat(options(grant("a", "60000").eligibleBase(eur("100000")), CostOption.REAL_COSTS))
                .containsExactly("CHECK-SCO-UNKNOWN");
    }
}
