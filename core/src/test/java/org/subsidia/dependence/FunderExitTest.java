package org.subsidia.dependence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Value;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.CashBalance;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Trigger;

/** A town pays 30,000 of the match of a project of which the Union pays 60 %. */
class FunderExitTest {
    private static final LocalDate AT = LocalDate.of(2026, 6, 15);
    private static final StructureId S = new StructureId("s");
    private static final ProjectId PROJECT = new ProjectId("p");
    private static final FunderId TOWN = new FunderId("ville");
    private static final FunderId UNION = new FunderId("feder");
    private static final Party LEAVING = new Party("ville", "Ville", FunderLevel.COMMUNE);

    private final List<PortfolioRecord> records = new ArrayList<>();

    private static Money euros(long amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }

    @BeforeEach
    void world() {
        records.add(Funder.builder(TOWN, FunderLevel.COMMUNE, "Ville").build());
        records.add(Funder.builder(UNION, FunderLevel.EU_SHARED, "FEDER").build());
        records.add(Project.builder(PROJECT, "Projet").lead(S).build());
        records.add(Structure.builder(S, "Cluster")
                .addCashBalance(new CashBalance(AT, euros(20_000), "relevé"))
                .build());
        records.add(BudgetLine.builder(new BudgetLineId("c"), S, 2026, BudgetKind.STAFF, euros(36_000))
                .build());
        records.add(grant("town", TOWN, 30_000, "2027-03-01").build());
        records.add(grant("other", TOWN, 5_000, "2026-11-02").project(null).build());
    }

    private static Grant.Builder grant(String id, FunderId funder, long award, String due) {
        return Grant.builder(new GrantId(id), S)
                .purpose("Aide " + id)
                .payer(funder)
                .decisionMaker(funder)
                .origin(funder)
                .project(PROJECT)
                .spending(SpendingKind.OPERATING)
                .state(GrantState.UNDER_CONVENTION)
                .settlement(Settlement.FIXED)
                .maximum(euros(award))
                .dates(GrantDates.builder()
                        .notification(LocalDate.of(2026, 1, 15))
                        .convention(LocalDate.of(2026, 2, 2))
                        .start(LocalDate.of(2026, 1, 1))
                        .end(LocalDate.of(2026, 12, 31))
                        .build())
                .amounts(List.of(new StagedAmount(AmountStage.AWARDED, euros(award), LocalDate.of(2026, 1, 10), null)))
                .schedule(List.of(new ScheduleStep(
                        "versement",
                        StepRole.INTERIM,
                        new Trigger.OnDate(LocalDate.parse(due)),
                        new Portion.Amount(euros(award)),
                        null,
                        false,
                        null,
                        null)));
    }

    private void union(@Nullable Fraction rate, long award) {
        records.add(grant("union", UNION, award, "2027-05-03").rate(rate).build());
    }

    private FunderExit exit() {
        return exit(AT);
    }

    private FunderExit exit(LocalDate from) {
        List<FunderExit> exits =
                FunderExit.of(Portfolio.of(records), S, LawBase.standard(), AT, from, List.of(LEAVING, Party.UNKNOWN));
        assertThat(exits).hasSize(1);
        FunderExit exit = exits.get(0);
        for (Explanation figure : List.of(exit.lost(), exit.lostOfUnion(), exit.dry(), exit.dryAnyway(), exit.need())) {
            assertThat(figure.check()).isEmpty();
        }
        return exit;
    }

    private static Money inflow(FunderExit exit, String grant) {
        return exit.without().lines().stream()
                .filter(line -> line.grant() != null && line.grant().value().equals(grant))
                .map(line -> line.money())
                .reduce(euros(0), Money::plus);
    }

    @Test
    void exit_ofTheMatch_takesTheUnionsPartWithIt() {
        union(Fraction.percent(60), 90_000);
        FunderExit exit = exit();
        assertThat(Amounts.of(exit.lost())).contains(euros(35_000));
        // 30,000 of match called for 30,000 × 60 / 40 = 45,000; the other grant of the town is for something else
        assertThat(Amounts.of(exit.lostOfUnion())).contains(euros(45_000));
        assertThat(inflow(exit, "union")).isEqualTo(euros(45_000));
        assertThat(inflow(exit, "town")).isEqualTo(euros(0));
    }

    @Test
    void exit_takesNoMoreThanIsToCome() {
        union(Fraction.percent(60), 40_000);
        FunderExit exit = exit();
        assertThat(Amounts.of(exit.lostOfUnion())).contains(euros(40_000));
        assertThat(inflow(exit, "union")).isEqualTo(euros(0));
    }

    @Test
    void exit_rateFromTheEligibleCost_orElseUnknown() {
        records.add(grant("union", UNION, 60_000, "2027-05-03")
                .eligibleBase(euros(120_000))
                .build());
        assertThat(Amounts.of(exit().lostOfUnion())).contains(euros(30_000));
        records.remove(records.size() - 1);
        union(null, 60_000);
        FunderExit blind = exit();
        assertThat(((Value.Unknown) blind.dry().value()).reason().in(Locale.FRENCH))
                .contains("taux de cofinancement");
        assertThat(blind.need().value().isKnown()).isFalse();
    }

    /** 3,000 of staff a month from 20,000: overdrawn at the end of December; with the town's 5,000 of November, later. */
    @Test
    void dry_isTheFirstOverdrawnDay() {
        FunderExit exit = exit();
        assertThat(exit.matches()).isEmpty();
        LocalDate without = exit.without().runwayEnd().orElseThrow();
        assertThat(exit.dry().value()).isEqualTo(new Value.Day(without));
        assertThat(without).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(exit.base().runwayEnd().orElseThrow()).isAfter(without);
        assertThat(exit.dry().children().get(0).label().in(Locale.FRENCH)).contains("déc. 2026");
    }

    @Test
    void months_tellTheCashWithoutIt_paymentByPayment() {
        union(Fraction.percent(60), 90_000);
        FunderExit exit = exit();
        boolean changed = false;
        for (int m = 0; m < exit.base().byMonth().size(); m++) {
            Money was = exit.base().byMonth().get(m).balance().orElseThrow();
            Money is = exit.without().byMonth().get(m).balance().orElseThrow();
            assertThat(Amounts.of(exit.closing(m))).contains(is);
            assertThat(Amounts.of(exit.change(m))).contains(is.minus(was));
            assertThat(exit.closing(m).check()).isEmpty();
            assertThat(exit.change(m).check()).isEmpty();
            changed |= !is.equals(was);
        }
        assertThat(changed).isTrue();
        assertThat(exit.change(23).children()).hasSize(3);
        assertThat(exit.change(23).label().in(Locale.FRENCH)).contains("Ville").doesNotContain("DEP-");
    }

    @Test
    void exit_onALaterDay_leavesWhatFallsDueBefore() {
        FunderExit exit = exit(LocalDate.of(2027, 1, 1));
        assertThat(exit.from()).isEqualTo("2027-01-01");
        assertThat(Amounts.of(exit.lost())).contains(euros(30_000));
        assertThat(inflow(exit, "other")).isEqualTo(euros(5_000));
    }

    @Test
    void months_ofAnUnknownMatch_areUnknown() {
        union(null, 60_000);
        FunderExit exit = exit();
        assertThat(exit.closing(20).value().isKnown()).isFalse();
        assertThat(exit.change(20).value().isKnown()).isFalse();
    }

    @Test
    void dry_withoutAKnownBalance_saysSo() {
        records.removeIf(record -> record instanceof Structure);
        records.add(Structure.builder(S, "Cluster").build());
        assertThat(exit().dry().value().isKnown()).isFalse();
        assertThat(exit().need().value().isKnown()).isFalse();
    }
}
