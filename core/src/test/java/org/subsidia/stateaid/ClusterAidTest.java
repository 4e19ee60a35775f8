package org.subsidia.stateaid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.stateaid.AidCase.S;
import static org.subsidia.stateaid.AidCase.day;
import static org.subsidia.stateaid.AidCase.eur;
import static org.subsidia.stateaid.AidCase.grant;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Confidence;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectCost;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.RegionStay;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Succession;

class ClusterAidTest {
    private static final List<Regime> ARTICLE_27 = List.of(new Regime(RegimeKind.GBER, "SA.58995", "art. 27", null));

    private static Grant operating(int year, String amount) {
        return grant("o" + year, S, year + "-02-01", amount)
                .regimes(ARTICLE_27)
                .spending(SpendingKind.OPERATING)
                .fiscalYear(year)
                .build();
    }

    private static BudgetLine cost(int year, BudgetKind kind, BudgetBasis basis, String amount) {
        return BudgetLine.builder(new BudgetLineId(year + "-" + kind + "-" + basis), S, year, kind, eur(amount))
                .basis(basis)
                .build();
    }

    private static AidCase years(int first, int last, String aid, String staff) {
        AidCase made = new AidCase();
        for (int year = first; year <= last; year++) {
            made.add(operating(year, aid)).add(cost(year, BudgetKind.STAFF, BudgetBasis.ACTUAL, staff));
        }
        return made;
    }

    private static ClusterPosition on(AidCase aid, String day) {
        ClusterPosition position = aid.cluster().on(day(day));
        position.verdicts().forEach(verdict -> {
            assertThat(verdict.explanation().check()).isEmpty();
            assertThat(verdict.conclusion().in(Locale.FRENCH)).doesNotContain("{");
            assertThat(verdict.conclusion().in(Locale.ENGLISH)).doesNotContain("{");
        });
        assertThat(position.room().check()).isEmpty();
        return position;
    }

    @Test
    void intensity_overTheWholePeriod_notYearByYear() {
        AidCase aid = new AidCase()
                .add(operating(2023, "80000"))
                .add(operating(2024, "20000"))
                .add(cost(2023, BudgetKind.STAFF, BudgetBasis.ACTUAL, "100000"))
                .add(cost(2024, BudgetKind.STAFF, BudgetBasis.ACTUAL, "100000"));
        ClusterPosition position = on(aid, "2025-01-01");
        assertThat(position.intensity().answer()).isEqualTo(AidAnswer.YES);
        assertThat(Amounts.of(position.room())).contains(eur("0"));
        assertThat(on(
                                aid.add(grant("more", S, "2024-03-01", "0.01")
                                        .regimes(ARTICLE_27)
                                        .fiscalYear(2024)
                                        .build()),
                                "2025-01-01")
                        .intensity()
                        .answer())
                .isEqualTo(AidAnswer.NO);
    }

    @Test
    void intensity_budget_actualBeforePlan_andOnlyEligibleKinds() {
        AidCase aid = new AidCase()
                .add(operating(2024, "60000"))
                .add(cost(2024, BudgetKind.STAFF, BudgetBasis.PLANNED, "300000"))
                .add(cost(2024, BudgetKind.STAFF, BudgetBasis.ACTUAL, "90000"))
                .add(cost(2024, BudgetKind.PREMISES, BudgetBasis.ACTUAL, "10000"))
                .add(cost(2024, BudgetKind.DEPRECIATION, BudgetBasis.ACTUAL, "900000"));
        assertThat(on(aid, "2025-01-01").intensity().answer()).isEqualTo(AidAnswer.NO);
        ClusterPosition stated = aid.cluster().withEligibleCosts(eur("120000")).on(day("2025-01-01"));
        assertThat(stated.intensity().answer()).isEqualTo(AidAnswer.YES);
        ClusterPosition half =
                aid.cluster().withEconomicShare(Fraction.of(1, 2)).on(day("2025-01-01"));
        assertThat(Amounts.of(half.room())).contains(eur("-35000"));
    }

    @Test
    void intensity_missingBudget_isUnknownUnlessWhatIsKnownSuffices() {
        AidCase aid = new AidCase()
                .add(operating(2023, "10000"))
                .add(operating(2024, "10000"))
                .add(cost(2024, BudgetKind.STAFF, BudgetBasis.ACTUAL, "30000"));
        ClusterPosition position = on(aid, "2025-01-01");
        assertThat(position.intensity().answer()).isEqualTo(AidAnswer.UNKNOWN);
        assertThat(position.intensity().missing().toString()).contains("budget of 2023");
        assertThat(position.room().value().isKnown()).isFalse();
        aid.add(cost(2024, BudgetKind.EXTERNAL, BudgetBasis.ACTUAL, "10000"));
        assertThat(on(aid, "2025-01-01").intensity().answer()).isEqualTo(AidAnswer.YES);
    }

    @Test
    void intensity_awardWithoutRegime_leavesTheAnswerOpen() {
        AidCase aid = years(2023, 2024, "10000", "30000").unknownRegime("2024-05-01", "20000");
        ClusterPosition position = on(aid, "2025-01-01");
        assertThat(position.intensity().answer()).isEqualTo(AidAnswer.UNKNOWN);
        assertThat(position.intensity().missing())
                .extracting(MissingFact::record)
                .containsExactly("g1");
    }

    @Test
    void years_tenAreAllowed_elevenAreNot() {
        assertThat(on(years(2015, 2024, "1", "10"), "2025-01-01").years().answer())
                .isEqualTo(AidAnswer.YES);
        ClusterPosition eleven = on(years(2015, 2025, "1", "10"), "2025-06-01");
        assertThat(eleven.years().answer()).isEqualTo(AidAnswer.NO);
        assertThat(eleven.lastYear()).isEqualTo(2024);
    }

    @Test
    void years_gaps_leaveTheAnswerOpen() {
        AidCase aid = years(2015, 2017, "1", "10").add(operating(2025, "1"));
        ClusterPosition position = on(aid, "2025-06-01");
        assertThat(position.years().answer()).isEqualTo(AidAnswer.UNKNOWN);
        assertThat(position.years().missing().toString()).contains("years without aid");
    }

    @Test
    void years_runOnThroughAMerger() {
        StructureId old = new StructureId("old");
        AidCase aid = years(2020, 2025, "1", "10")
                .add(Structure.builder(old, "Ancien pôle").build())
                .structure(s -> s.addSuccession(Succession.merger(old, day("2020-01-01"))));
        for (int year = 2015; year < 2020; year++) {
            aid.add(grant("old" + year, old, year + "-02-01", "1")
                    .regimes(ARTICLE_27)
                    .fiscalYear(year)
                    .build());
        }
        assertThat(on(aid, "2025-06-01").years().answer()).isEqualTo(AidAnswer.NO);
        assertThat(on(aid, "2024-06-01").years().answer()).isEqualTo(AidAnswer.YES);
    }

    @Test
    void ceiling_isThatOfTheDay() {
        AidCase aid = new AidCase().add(operating(2022, "8000000"));
        assertThat(on(aid, "2023-06-30").ceiling().answer()).isEqualTo(AidAnswer.NO);
        ClusterPosition later = on(aid, "2023-07-01");
        assertThat(later.ceiling().answer()).isEqualTo(AidAnswer.YES);
        assertThat(later.ceiling().explanation().doubtfulRules())
                .anyMatch(rule -> rule.confidence() == Confidence.UNVERIFIED);
    }

    @Test
    void investment_bonusByArea() {
        AidCase aid = new AidCase()
                .add(grant("i", S, "2024-02-01", "54000")
                        .regimes(ARTICLE_27)
                        .spending(SpendingKind.INVESTMENT)
                        .eligibleBase(eur("100000"))
                        .build());
        assertThat(on(aid, "2025-01-01").investments().get(0).answer()).isEqualTo(AidAnswer.UNKNOWN);
        assertThat(aid.cluster()
                        .withZone(RegionalZone.C)
                        .on(day("2025-01-01"))
                        .investments()
                        .get(0)
                        .answer())
                .isEqualTo(AidAnswer.YES);
        assertThat(aid.cluster()
                        .withZone(RegionalZone.NONE)
                        .on(day("2025-01-01"))
                        .investments()
                        .get(0)
                        .answer())
                .isEqualTo(AidAnswer.NO);
        aid.structure(s -> s.addRegion(new RegionStay("04", DateWindow.from(day("2016-01-01")))));
        assertThat(on(aid, "2025-01-01").investments().get(0).answer()).isEqualTo(AidAnswer.YES);
    }

    @Test
    void noAid_isSaidSo() {
        ClusterPosition position = on(new AidCase(), "2025-01-01");
        assertThat(position.intensity().answer()).isEqualTo(AidAnswer.YES);
        assertThat(position.lastYear()).isNull();
        assertThat(new AidCase().cluster().isAided()).isFalse();
    }

    @Test
    void cumulation_aboveTheHighestIntensity_isBroken() {
        ProjectId id = new ProjectId("p");
        Project project = Project.builder(id, "Essais")
                .addCost(new ProjectCost("essais", eur("100000"), eur("100000"), null))
                .build();
        Regime research = new Regime(RegimeKind.GBER, null, "25", null);
        Regime training = new Regime(RegimeKind.GBER, null, "31", null);
        AidCase aid = new AidCase()
                .add(project)
                .add(grant("a", S, "2024-02-01", "45000")
                        .project(id)
                        .regimes(List.of(training))
                        .build())
                .add(grant("b", S, "2024-03-01", "30000")
                        .project(id)
                        .regimes(List.of(AidCase.regime(RegimeKind.DE_MINIMIS)))
                        .build());
        AidVerdict verdict = cumulation(aid, project);
        assertThat(verdict.answer()).isEqualTo(AidAnswer.NO);
        assertThat(verdict.conclusion().in(Locale.ENGLISH)).contains("75,000.00", "70,000.00");
        AidCase unclear = new AidCase()
                .add(project)
                .add(grant("a", S, "2024-02-01", "60000")
                        .project(id)
                        .regimes(List.of(research))
                        .build());
        assertThat(cumulation(unclear, project).answer()).isEqualTo(AidAnswer.UNKNOWN);
        AidCase low = new AidCase()
                .add(project)
                .add(grant("a", S, "2024-02-01", "25000")
                        .project(id)
                        .regimes(List.of(research))
                        .build());
        assertThat(cumulation(low, project).answer()).isEqualTo(AidAnswer.YES);
        AidCase tooMuch = new AidCase()
                .add(project)
                .add(grant("a", S, "2024-02-01", "100000.01").project(id).build());
        assertThat(cumulation(tooMuch, project).answer()).isEqualTo(AidAnswer.NO);
        assertThat(cumulation(new AidCase(), Project.builder(id, "Sans coût").build())
                        .answer())
                .isEqualTo(AidAnswer.UNKNOWN);
    }

    private static AidVerdict cumulation(AidCase aid, Project project) {
        AidVerdict verdict = Cumulation.of(
                project, AidAwards.of(aid.portfolio()), LawBase.standard().at(day("2025-01-01")));
        assertThat(verdict.explanation().check()).isEmpty();
        return verdict;
    }

    @Test
    void transparency_strictlyAboveTheThresholdOfTheDay() {
        AidCase aid = new AidCase()
                .add(operating(2022, "500000.01"))
                .add(operating(2023, "500000"))
                .add(operating(2024, "100000.01"))
                .add(operating(2025, "100000"));
        List<Transparency.Duty> duties = Transparency.of(AidAwards.of(aid.portfolio()), S, LawBase.standard());
        assertThat(duties).extracting(duty -> duty.due()).containsExactly(day("2022-08-01"), day("2024-08-01"));
        duties.forEach(duty -> assertThat(duty.explanation().check()).isEmpty());
        assertThat(Set.copyOf(duties)).hasSize(2);
    }
}
