package org.subsidia.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Severity;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectCost;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StagedAmount;

class StateAidGuardsTest {
    private static Grant.Builder deMinimis(String id, String day, String amount) {
        return Case.grant(id, amount)
                .regimes(List.of(new Regime(RegimeKind.DE_MINIMIS, null, null, null)))
                .dates(GrantDates.builder().decision(Case.day(day)).build());
    }

    private static Grant.Builder cluster(int year, String amount) {
        return Case.grant("c" + year, amount)
                .regimes(List.of(new Regime(RegimeKind.GBER, null, "27", null)))
                .spending(SpendingKind.OPERATING)
                .fiscalYear(year)
                .dates(GrantDates.builder().decision(Case.day(year + "-02-01")).build());
    }

    private static BudgetLine staff(int year, String amount) {
        return BudgetLine.builder(new BudgetLineId("b" + year), Case.S, year, BudgetKind.STAFF, Case.eur(amount))
                .basis(BudgetBasis.ACTUAL)
                .build();
    }

    @Test
    void deMinimis_awardAboveTheHeadroomOfItsDay_isAnError() {
        Case broken = new Case().add(deMinimis("a", "2024-01-10", "250000")).add(deMinimis("b", "2025-01-10", "60000"));
        assertThat(broken.codes(new DeMinimisGuard())).containsExactly("CHECK-DM-AWARDED");
        Case fine = new Case()
                .add(deMinimis("a", "2024-01-10", "250000"))
                .add(deMinimis("b", "2025-01-10", "50000"))
                .add(deMinimis("c", "2027-01-11", "250000"));
        assertThat(fine.codes(new DeMinimisGuard())).isEmpty();
    }

    @Test
    void deMinimis_requestAboveTheHeadroomOfToday_isAWarningWithTheDay() {
        Case asked = new Case()
                .on("2026-06-15")
                .add(deMinimis("a", "2023-07-01", "100000"))
                .add(deMinimis("b", "2024-05-10", "120000"))
                .add(deMinimis("c", "2026-06-15", "90000")
                        .state(GrantState.REQUESTED)
                        .dates(GrantDates.NONE)
                        .amounts(List.of(new StagedAmount(AmountStage.REQUESTED, Case.eur("90000"), null, null))));
        List<Checked> found = asked.run(new DeMinimisGuard());
        assertThat(Case.severity(found)).isEqualTo(Severity.WARNING);
        assertThat(found.get(0).finding().message().arguments()).contains(Case.day("2026-07-02"), Case.eur("80000"));
    }

    @Test
    void deMinimis_missingRegimes_areNotJudged() {
        Case open = new Case()
                .add(deMinimis("a", "2024-01-10", "200000"))
                .add(Case.grant("b", "150000")
                        .dates(GrantDates.builder()
                                .decision(Case.day("2025-01-10"))
                                .build()))
                .add(deMinimis("c", "2026-01-10", "90000"));
        assertThat(open.codes(new DeMinimisGuard())).isEmpty();
    }

    @Test
    void article27_eachLimit_hasItsGuard() {
        Case half = new Case().add(cluster(2024, "60000")).add(staff(2024, "100000"));
        assertThat(half.codes(ClusterGuard.intensity())).containsExactly("CHECK-27-BROKEN");
        assertThat(half.codes(ClusterGuard.years())).isEmpty();
        assertThat(half.codes(ClusterGuard.ceiling())).isEmpty();
        Case long27 = new Case();
        for (int year = 2015; year <= 2025; year++) {
            long27.add(cluster(year, "1000")).add(staff(year, "100000"));
        }
        assertThat(long27.codes(ClusterGuard.years())).containsExactly("CHECK-27-BROKEN");
        assertThat(long27.codes(ClusterGuard.intensity())).isEmpty();
        Case large = new Case().add(cluster(2024, "10000000.01")).add(staff(2024, "30000000"));
        assertThat(large.codes(ClusterGuard.ceiling())).containsExactly("CHECK-27-BROKEN");
        assertThat(new Case().add(Case.grant("g", "60000")).codes(ClusterGuard.intensity()))
                .isEmpty();
    }

    @Test
    void cumulation_aboveTheHighestIntensity_isAnError() {
        ProjectId id = new ProjectId("p");
        Project project = Project.builder(id, "Essais")
                .addCost(new ProjectCost("essais", Case.eur("1000"), null, null))
                .build();
        List<Regime> training = List.of(new Regime(RegimeKind.GBER, null, "31", null));
        Case broken = new Case()
                .add(project)
                .add(Case.grant("a", "600").project(id).regimes(training))
                .add(Case.grant("b", "200").project(id).regimes(training));
        assertThat(broken.codes(new CumulationGuard())).containsExactly("CHECK-CUM-BROKEN");
        Case fine =
                new Case().add(project).add(Case.grant("a", "600").project(id).regimes(training));
        assertThat(fine.codes(new CumulationGuard())).isEmpty();
    }
}
