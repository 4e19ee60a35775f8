package org.subsidia.portfolio.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.ExplanationText;
import org.subsidia.finding.Finding;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.FundingKind;
import org.subsidia.portfolio.FundingLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantEvent;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.ReportKind;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.Trigger;

class ScheduleEngineTest {
    private static final LocalDate SIGNED = LocalDate.of(2026, 3, 10);
    private static final LocalDate INTERIM = LocalDate.of(2026, 9, 1);
    private static final LocalDate REPORTED = LocalDate.of(2027, 2, 15);
    private static final LocalDate LATER = LocalDate.of(2027, 6, 1);

    private static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    private static Grant.Builder grant(String award) {
        return Grant.builder(new GrantId("g"), new StructureId("s"))
                .state(GrantState.UNDER_CONVENTION)
                .settlement(Settlement.PRO_RATA)
                .rate(Fraction.percent(50))
                .addAmount(new StagedAmount(AmountStage.AWARDED, eur(award), LocalDate.of(2026, 1, 15), null));
    }

    private static ScheduleStep step(String name, StepRole role, Trigger trigger, Portion portion) {
        return new ScheduleStep(name, role, trigger, portion, null, false, null, null);
    }

    private static Trigger on(GrantEvent event) {
        return new Trigger.OnEvent(event, Period.ZERO);
    }

    private static Trigger on(ReportKind report) {
        return new Trigger.OnReport(report, Period.ZERO);
    }

    private static Portion share(long percent) {
        return new Portion.OfAward(Fraction.percent(percent));
    }

    private static Claim claim(
            String id, ClaimKind kind, LocalDate date, @Nullable String claimed, @Nullable String certified) {
        return new Claim(
                id,
                kind,
                date,
                claimed == null ? null : eur(claimed),
                certified == null ? null : date.plusMonths(1),
                certified == null ? null : eur(certified),
                List.of(),
                null);
    }

    private static Receipt receipt(String id, LocalDate date, String amount) {
        return new Receipt(id, date, eur(amount), null, null);
    }

    /** Half at signature, 30 % on the interim report, the rest on the final report. */
    private static List<ScheduleStep> half() {
        return List.of(
                step("advance", StepRole.ADVANCE, on(GrantEvent.CONVENTION), share(50)),
                step("interim", StepRole.INTERIM, on(ReportKind.INTERIM), share(30)),
                step("balance", StepRole.BALANCE, on(ReportKind.FINAL), new Portion.Remainder()));
    }

    private static PaymentSchedule run(Grant.Builder grant, LocalDate day) {
        PaymentSchedule schedule = ScheduleEngine.of(grant.build(), day);
        adds(schedule);
        return schedule;
    }

    /** Every figure adds up, and is written in both languages. */
    private static void adds(PaymentSchedule schedule) {
        Stream<Explanation> figures = Stream.concat(
                Stream.of(
                        schedule.award(),
                        schedule.ceiling(),
                        schedule.certified(),
                        schedule.entitlement(),
                        schedule.paid(),
                        schedule.balance(),
                        schedule.due(),
                        schedule.remaining()),
                schedule.steps().stream()
                        .flatMap(step -> Stream.of(step.worth(), step.expected(), step.paid(), step.due())));
        figures.forEach(figure -> {
            assertThat(figure.check()).as(figure.toString()).isEmpty();
            assertThat(ExplanationText.indented(figure, Locale.FRENCH)).isNotBlank();
            assertThat(ExplanationText.indented(figure, Locale.ENGLISH)).isNotBlank();
        });
    }

    private static List<StepState> states(PaymentSchedule schedule) {
        return schedule.steps().stream().map(StepStatus::state).toList();
    }

    private static List<String> worths(PaymentSchedule schedule) {
        return schedule.steps().stream()
                .map(step -> Amounts.of(step.worth()).map(Money::toString).orElse("?"))
                .toList();
    }

    @Test
    void of_nothingSigned_waitsForTheConventionAndSaysSo() {
        PaymentSchedule schedule = run(grant("40000").schedule(half()), LATER);
        assertThat(states(schedule)).containsOnly(StepState.WAITING);
        assertThat(schedule.dueAmount()).contains(eur("0"));
        assertThat(schedule.steps().get(0).missingFact().orElseThrow().in(Locale.FRENCH))
                .contains("signature de la convention");
        assertThat(schedule.steps().get(1).missingFact().orElseThrow().in(Locale.ENGLISH))
                .contains("interim report");
        assertThat(worths(schedule)).containsExactly("EUR 20000.00", "EUR 12000.00", "EUR 8000.00");
    }

    @Test
    void of_signedAndPartlyPaid_owesTheRestOfTheAdvance() {
        PaymentSchedule schedule = run(
                grant("40000")
                        .schedule(half())
                        .dates(GrantDates.builder().convention(SIGNED).build())
                        .addReceipt(receipt("r1", SIGNED.plusDays(20), "15000")),
                SIGNED.plusDays(30));
        assertThat(states(schedule)).containsExactly(StepState.PARTLY_PAID, StepState.WAITING, StepState.WAITING);
        assertThat(schedule.steps().get(0).release()).contains(SIGNED);
        assertThat(schedule.dueAmount()).contains(eur("5000"));
        assertThat(Amounts.of(schedule.remaining())).contains(eur("25000"));
    }

    @Test
    void of_releaseDay_isTheFirstDayThatCounts() {
        Grant.Builder grant = grant("40000")
                .schedule(half())
                .dates(GrantDates.builder().convention(SIGNED).build());
        assertThat(run(grant, SIGNED.minusDays(1)).dueAmount()).contains(eur("0"));
        assertThat(run(grant, SIGNED).dueAmount()).contains(eur("20000"));
    }

    @Test
    void of_costLowerThanPlanned_reducesTheBalance() {
        // 40,000 for 80,000 at 50 %; certified 72,500: final 36,250, paid 32,000, balance 4,250
        PaymentSchedule schedule = run(settled("30000", "42500"), LATER);
        assertThat(Amounts.of(schedule.certified())).contains(eur("72500"));
        assertThat(Amounts.of(schedule.entitlement())).contains(eur("36250"));
        assertThat(schedule.settled()).isTrue();
        assertThat(schedule.balanceAmount()).contains(eur("4250"));
        assertThat(schedule.dueAmount()).contains(eur("4250"));
        assertThat(states(schedule)).containsExactly(StepState.PAID, StepState.PAID, StepState.DUE);
    }

    @Test
    void of_costMuchLower_recoversWhatWasPaidTooMuch() {
        // certified 50,000: final 25,000, paid 32,000: 7,000 go back
        PaymentSchedule schedule = run(settled("30000", "20000"), LATER);
        assertThat(schedule.balanceAmount()).contains(eur("-7000"));
        assertThat(schedule.dueAmount()).contains(eur("-7000"));
        assertThat(schedule.steps().get(2).state()).isEqualTo(StepState.TO_RECOVER);
    }

    @Test
    void of_costHigher_staysAtTheMaximum() {
        PaymentSchedule schedule = run(settled("30000", "70000").maximum(eur("38000")), LATER);
        assertThat(Amounts.of(schedule.ceiling())).contains(eur("38000"));
        assertThat(Amounts.of(schedule.entitlement())).contains(eur("38000"));
        assertThat(schedule.dueAmount()).contains(eur("6000"));
    }

    @Test
    void of_reportWithoutCertifiedClaim_balanceWaitsForTheCost() {
        PaymentSchedule schedule = run(
                grant("40000")
                        .schedule(half())
                        .dates(GrantDates.builder()
                                .convention(SIGNED)
                                .reported(REPORTED)
                                .build()),
                LATER);
        StepStatus balance = schedule.steps().get(2);
        assertThat(balance.state()).isEqualTo(StepState.WAITING);
        assertThat(balance.release()).contains(REPORTED);
        assertThat(balance.missingFact().orElseThrow().code()).isEqualTo("SCHED-MISSING-FINALCLAIM");
        assertThat(Amounts.of(balance.worth())).contains(eur("8000"));
    }

    @Test
    void of_fixedAward_owesAllWithoutCost() {
        PaymentSchedule schedule = run(
                grant("40000")
                        .settlement(Settlement.FIXED)
                        .schedule(half())
                        .dates(GrantDates.builder()
                                .convention(SIGNED)
                                .reported(REPORTED)
                                .build()),
                LATER);
        assertThat(Amounts.of(schedule.entitlement())).contains(eur("40000"));
        // the interim report was never filed: its part comes with the balance
        assertThat(schedule.dueAmount()).contains(eur("40000"));
        assertThat(worths(schedule)).containsExactly("EUR 20000.00", "EUR 12000.00", "EUR 20000.00");
    }

    @Test
    void of_deficitClause_takesOtherMoneyOff() {
        // certified 100,000, others 45,000, income 12,000: 43,000 are left, less than 50 % of the cost
        Grant grant = grant("60000")
                .settlement(Settlement.DEFICIT)
                .schedule(half())
                .dates(GrantDates.builder()
                        .convention(SIGNED)
                        .reported(REPORTED)
                        .build())
                .addClaim(claim("c", ClaimKind.FINAL, REPORTED, "100000", "100000"))
                .build();
        ScheduleFacts facts =
                ScheduleFacts.on(LATER).withOtherPublic(eur("45000")).withIncome(eur("12000"));
        PaymentSchedule schedule = ScheduleEngine.of(grant, facts);
        adds(schedule);
        assertThat(Amounts.of(schedule.entitlement())).contains(eur("43000"));
        PaymentSchedule covered = ScheduleEngine.of(grant, facts.withOtherPublic(eur("95000")));
        adds(covered);
        assertThat(Amounts.of(covered.entitlement())).contains(eur("0"));
        PaymentSchedule unknown = ScheduleEngine.of(grant, LATER);
        adds(unknown);
        assertThat(Amounts.of(unknown.entitlement())).isEmpty();
        assertThat(unknown.steps().get(2).state()).isEqualTo(StepState.UNKNOWN);
    }

    @Test
    void facts_ofPortfolio_areTheOtherGrantsAndTheIncome() {
        ProjectId id = new ProjectId("p");
        Project project = Project.builder(id, "P")
                .addFunding(new FundingLine(FundingKind.INCOME, "tickets", null, null, eur("3000"), null))
                .addFunding(new FundingLine(FundingKind.OWN, "own", null, null, eur("9000"), null))
                .build();
        Grant mine = grant("40000").project(id).build();
        Grant other = grant("25000").id(new GrantId("h")).project(id).build();
        Portfolio portfolio = Portfolio.of(List.of(project, mine, other));
        ScheduleFacts facts = ScheduleFacts.of(portfolio, mine, LATER);
        assertThat(facts.otherPublic()).isEqualTo(eur("25000"));
        assertThat(facts.income()).isEqualTo(eur("3000"));
        Grant hoped = Grant.builder(new GrantId("i"), new StructureId("s"))
                .project(id)
                .build();
        assertThat(ScheduleFacts.of(Portfolio.of(List.of(project, mine, hoped)), mine, LATER)
                        .otherPublic())
                .isNull();
        assertThat(ScheduleFacts.of(portfolio, grant("1").build(), LATER).income())
                .isNull();
        assertThat(ScheduleEngine.of(portfolio, mine, LATER).grant()).isEqualTo(mine.id());
    }

    @Test
    void of_thirds_addUpByTheLargestRemainder() {
        Portion third = new Portion.OfAward(Fraction.of(1, 3));
        PaymentSchedule schedule = run(
                grant("100.00")
                        .schedule(List.of(
                                step("a", StepRole.ADVANCE, on(GrantEvent.CONVENTION), third),
                                step("b", StepRole.INTERIM, on(GrantEvent.START), third),
                                step("c", StepRole.BALANCE, on(GrantEvent.END), third))),
                LATER);
        assertThat(worths(schedule)).containsExactly("EUR 33.34", "EUR 33.33", "EUR 33.33");
    }

    @Test
    void of_worksByShareSpent_releasesStepsWithTheClaims() {
        List<ScheduleStep> works = List.of(
                step("start", StepRole.ADVANCE, on(GrantEvent.START), share(10)),
                step("20", StepRole.INTERIM, new Trigger.OnShareSpent(Fraction.percent(20)), share(10)),
                step("50", StepRole.INTERIM, new Trigger.OnShareSpent(Fraction.percent(50)), share(40)),
                step("end", StepRole.BALANCE, on(GrantEvent.END), new Portion.Remainder()));
        Grant.Builder grant = grant("100000")
                .eligibleBase(eur("200000"))
                .schedule(works)
                .dates(GrantDates.builder().start(SIGNED).build());
        PaymentSchedule started = run(grant, SIGNED);
        assertThat(started.dueAmount()).contains(eur("10000"));
        assertThat(started.steps().get(1).missingFact().orElseThrow().in(Locale.FRENCH))
                .contains("20 %");
        grant.addClaim(claim("c1", ClaimKind.INTERIM, INTERIM, "39999.99", null));
        assertThat(run(grant, INTERIM).dueAmount()).contains(eur("10000"));
        grant.addClaim(claim("c2", ClaimKind.INTERIM, INTERIM.plusMonths(1), "0.01", null));
        PaymentSchedule twenty = run(grant, INTERIM.plusMonths(1));
        assertThat(twenty.dueAmount()).contains(eur("20000"));
        assertThat(twenty.steps().get(1).release()).contains(INTERIM.plusMonths(1));
        grant.addClaim(claim("c3", ClaimKind.INTERIM, INTERIM.plusMonths(2), "60000", null));
        assertThat(run(grant, INTERIM.plusMonths(2)).dueAmount()).contains(eur("60000"));
        assertThat(run(grant.eligibleBase(null), LATER)
                        .steps()
                        .get(1)
                        .missingFact()
                        .orElseThrow()
                        .code())
                .isEqualTo("SCHED-MISSING-BASE");
    }

    @Test
    void of_certifiedExpenses_lessAdvanceUpToTheCap() {
        // European practice: 30 % in advance, deducted from interim payments of 50 % of certified cost, up to 80 %
        Grant.Builder grant = europe().addClaim(claim("c1", ClaimKind.INTERIM, INTERIM, "90000", "90000"));
        PaymentSchedule first = run(grant, INTERIM.plusMonths(2));
        // earned 45,000, advance of 30,000 deducted: 15,000
        assertThat(worths(first).subList(0, 2)).containsExactly("EUR 30000.00", "EUR 15000.00");
        grant.addClaim(claim("c2", ClaimKind.INTERIM, INTERIM.plusMonths(3), "95000", "95000"));
        PaymentSchedule second = run(grant, INTERIM.plusMonths(6));
        // earned 92,500 less 30,000 is 62,500; the cap of 80 % leaves 50,000
        assertThat(worths(second).get(1)).isEqualTo("EUR 50000.00");
        assertThat(second.dueAmount()).contains(eur("80000"));
        grant.addClaim(claim("c3", ClaimKind.FINAL, LATER.minusMonths(3), "15000", "15000"))
                .addReceipt(receipt("r", INTERIM.plusMonths(7), "80000"));
        PaymentSchedule last = run(grant, LATER);
        assertThat(Amounts.of(last.entitlement())).contains(eur("100000"));
        assertThat(states(last)).containsExactly(StepState.PAID, StepState.PAID, StepState.DUE);
        assertThat(last.dueAmount()).contains(eur("20000"));
    }

    @Test
    void of_paymentBelowTheMinimum_comesLater() {
        // minimum: 15,000 or 30 % of 100,000, the lower; advance 30,000
        Grant.Builder grant = europe().addClaim(claim("c1", ClaimKind.INTERIM, INTERIM, "89999.98", "89999.98"));
        PaymentSchedule below = run(grant, INTERIM.plusMonths(2));
        assertThat(Amounts.of(below.steps().get(1).worth())).contains(eur("14999.99"));
        assertThat(below.steps().get(1).state()).isEqualTo(StepState.BELOW_MINIMUM);
        assertThat(below.dueAmount()).contains(eur("30000"));
        grant.addClaim(claim("c2", ClaimKind.FINAL, INTERIM.plusMonths(5), "10000", "10000"));
        PaymentSchedule settled = run(grant, LATER);
        // earned 49,999.99 in all
        assertThat(settled.steps().get(1).state()).isEqualTo(StepState.DUE);
        assertThat(settled.dueAmount()).contains(eur("49999.99"));
    }

    private static Grant.Builder europe() {
        return grant("100000")
                .eligibleBase(eur("200000"))
                .dates(GrantDates.builder()
                        .convention(SIGNED)
                        .start(SIGNED)
                        .lastClaim(LATER.minusMonths(1))
                        .build())
                .schedule(List.of(
                        step("advance", StepRole.ADVANCE, on(GrantEvent.CONVENTION), share(30)),
                        new ScheduleStep(
                                "interim",
                                StepRole.INTERIM,
                                new Trigger.OnShareSpent(Fraction.ZERO),
                                new Portion.OfCertified(),
                                Fraction.percent(80),
                                true,
                                eur("15000"),
                                Fraction.percent(30)),
                        step("balance", StepRole.BALANCE, on(GrantEvent.LAST_CLAIM), new Portion.Remainder())));
    }

    @Test
    void expected_ofTheWholePlan_isTheAward() {
        PaymentSchedule schedule = run(europe(), SIGNED);
        List<String> expected = schedule.steps().stream()
                .map(step -> Amounts.of(step.expected()).orElseThrow().toString())
                .toList();
        assertThat(expected).containsExactly("EUR 30000.00", "EUR 50000.00", "EUR 20000.00");
    }

    @Test
    void of_twoCertifiedSteps_shareTheEarnedAmount() {
        ScheduleStep one = new ScheduleStep(
                "one",
                StepRole.INTERIM,
                on(GrantEvent.START),
                new Portion.OfCertified(),
                Fraction.percent(50),
                false,
                null,
                null);
        ScheduleStep two = new ScheduleStep(
                "two",
                StepRole.INTERIM,
                on(GrantEvent.START),
                new Portion.OfCertified(),
                Fraction.percent(80),
                false,
                null,
                null);
        PaymentSchedule schedule = run(
                grant("100000")
                        .dates(GrantDates.builder().start(SIGNED).build())
                        .schedule(List.of(one, two))
                        .addClaim(claim("c", ClaimKind.INTERIM, INTERIM, "200000", "200000")),
                LATER);
        assertThat(worths(schedule)).containsExactly("EUR 50000.00", "EUR 30000.00");
    }

    @Test
    void of_dateAndFixedAmount_needNothingElse() {
        PaymentSchedule schedule = run(
                grant("10000")
                        .schedule(List.of(
                                step(
                                        "march",
                                        StepRole.ADVANCE,
                                        new Trigger.OnDate(LocalDate.of(2026, 3, 31)),
                                        new Portion.Amount(eur("7500"))),
                                step(
                                        "more",
                                        StepRole.INTERIM,
                                        new Trigger.OnDate(LocalDate.of(2026, 9, 30)),
                                        new Portion.Amount(eur("7500"))))),
                LATER);
        assertThat(worths(schedule)).containsExactly("EUR 7500.00", "EUR 2500.00");
    }

    @Test
    void of_reportsThatNobodyDates_comeFromTheFacts() {
        Grant grant = grant("10000")
                .schedule(List.of(step("rest", StepRole.INTERIM, on(ReportKind.ACCOUNTS), share(100))))
                .build();
        assertThat(ScheduleEngine.of(grant, LATER).dueAmount()).contains(eur("0"));
        ScheduleFacts facts = ScheduleFacts.on(LATER).withReport(ReportKind.ACCOUNTS, LATER.minusDays(1));
        assertThat(ScheduleEngine.of(grant, facts).dueAmount()).contains(eur("10000"));
    }

    @Test
    void of_noAward_isUnknownThroughout() {
        Grant grant = Grant.builder(new GrantId("g"), new StructureId("s"))
                .schedule(half())
                .dates(GrantDates.builder().convention(SIGNED).build())
                .build();
        PaymentSchedule schedule = ScheduleEngine.of(grant, LATER);
        adds(schedule);
        assertThat(schedule.dueAmount()).isEmpty();
        assertThat(schedule.steps().get(0).state()).isEqualTo(StepState.UNKNOWN);
        assertThat(schedule.due().value().isKnown()).isFalse();
    }

    @Test
    void of_clauseUnknown_namesWhatItAssumes() {
        assertThat(run(grant("1000").settlement(null), LATER).findings().stream()
                        .map(Finding::code))
                .containsExactly("SCHED-SETTLEMENT-ASSUMED");
        assertThat(run(grant("1000").settlement(null), LATER).settlement()).isEqualTo(Settlement.PRO_RATA);
        assertThat(run(grant("1000").settlement(null).rate(null), LATER).settlement())
                .isEqualTo(Settlement.FIXED);
    }

    @Test
    void of_sharesOverTheWholeOrPaidOverTheCeiling_areFindings() {
        PaymentSchedule schedule = run(
                grant("1000")
                        .schedule(List.of(
                                step("a", StepRole.ADVANCE, on(GrantEvent.CONVENTION), share(70)),
                                step("b", StepRole.INTERIM, on(GrantEvent.CONVENTION), share(70))))
                        .dates(GrantDates.builder().convention(SIGNED).build())
                        .addReceipt(receipt("r", LATER, "1000.01")),
                LATER);
        assertThat(schedule.findings().stream().map(Finding::code))
                .containsExactly("SCHED-SHARES-OVER", "SCHED-PAID-OVER");
        assertThat(worths(schedule)).containsExactly("EUR 700.00", "EUR 300.00");
    }

    @Test
    void of_mixedCurrencies_isUnknownNotWrong() {
        Money dollars = Money.of(CurrencyUnit.USD, 5);
        PaymentSchedule schedule = ScheduleEngine.of(
                settled("30000", "20000")
                        .addReceipt(new Receipt("x", SIGNED, dollars, null, null))
                        .build(),
                LATER);
        adds(schedule);
        assertThat(schedule.balanceAmount()).isEmpty();
        assertThat(schedule.balance().value().toString()).contains("EUR", "USD");
    }

    @Test
    void award_reducedAndDecommitted_countsTheGreaterOnce() {
        Grant.Builder grant = grant("50000")
                .addAmount(new StagedAmount(AmountStage.REDUCED, eur("8000"), INTERIM, "cost"))
                .addAmount(new StagedAmount(AmountStage.DECOMMITTED, eur("9000"), INTERIM, "cost"));
        assertThat(Award.amount(grant.build(), INTERIM)).contains(eur("41000"));
        assertThat(Award.amount(grant.build(), INTERIM.minusDays(1))).contains(eur("50000"));
        assertThat(Award.of(grant.build(), LATER).check()).isEmpty();
        // restated on the day of the reduction or later: the award itself says it all
        grant.addAmount(new StagedAmount(AmountStage.AWARDED, eur("42000"), INTERIM, "cost"));
        assertThat(Award.amount(grant.build(), LATER)).contains(eur("42000"));
    }

    @Test
    void award_onlyInTheConvention_isThatAmount() {
        Grant grant = Grant.builder(new GrantId("g"), new StructureId("s"))
                .addAmount(new StagedAmount(AmountStage.CONVENTION, eur("12"), null, null))
                .build();
        assertThat(Award.amount(grant, LATER)).contains(eur("12"));
    }

    @Test
    void of_standingsWithoutClaims_areTaken() {
        Grant.Builder grant = grant("40000")
                .addAmount(new StagedAmount(AmountStage.CERTIFIED, eur("30000"), REPORTED, null))
                .addAmount(new StagedAmount(AmountStage.PAID, eur("20000"), REPORTED, null));
        PaymentSchedule schedule = run(grant, LATER);
        // what the funder certified of the grant, not of its cost: no rate is laid on it again
        assertThat(Amounts.of(schedule.entitlement())).contains(eur("30000"));
        assertThat(schedule.balanceAmount()).contains(eur("10000"));
    }

    private static Grant.Builder settled(String interim, String last) {
        return grant("40000")
                .eligibleBase(eur("80000"))
                .schedule(half())
                .dates(GrantDates.builder()
                        .convention(SIGNED)
                        .reported(REPORTED)
                        .build())
                .addClaim(claim("c1", ClaimKind.INTERIM, INTERIM, interim, interim))
                .addClaim(claim("c2", ClaimKind.FINAL, REPORTED, last, last))
                .addReceipt(receipt("r1", SIGNED.plusDays(30), "20000"))
                .addReceipt(receipt("r2", INTERIM.plusDays(30), "12000"));
    }

    /** Whatever happens: figures add up, a settled schedule owes what the entitlement leaves, steps never pass the ceiling. */
    @Test
    void of_randomGrants_keepTheInvariants() {
        long seed = 20260801;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            Grant grant = random(random);
            PaymentSchedule schedule = ScheduleEngine.of(grant, LATER);
            String where = "seed " + seed + ", case " + i;
            adds(schedule);
            Money ceiling = Amounts.of(schedule.ceiling()).orElseThrow();
            Money paid = Amounts.of(schedule.paid()).orElseThrow();
            Money expected =
                    sum(schedule.steps().stream().map(StepStatus::expected).toList());
            assertThat(expected).as(where).isEqualTo(ceiling);
            StepStatus last = schedule.steps().get(schedule.steps().size() - 1);
            boolean released = last.release().isPresent() && schedule.settled();
            if (released) {
                Money entitlement = Amounts.of(schedule.entitlement()).orElseThrow();
                assertThat(schedule.dueAmount()).as(where).contains(entitlement.minus(paid));
            } else {
                Money most = paid.isGreaterThan(ceiling) ? paid : ceiling;
                Money all = paid.plus(schedule.dueAmount().orElseThrow());
                assertThat(all.isGreaterThan(most)).as(where).isFalse();
            }
        }
    }

    private static Money sum(List<Explanation> figures) {
        return figures.stream()
                .map(figure -> Amounts.of(figure).orElseThrow())
                .reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
    }

    private static Grant random(SplittableRandom random) {
        List<ScheduleStep> steps = new ArrayList<>();
        int parts = 1 + random.nextInt(3);
        for (int p = 0; p < parts; p++) {
            Portion portion =
                    switch (random.nextInt(3)) {
                        case 0 -> new Portion.OfAward(Fraction.of(random.nextInt(4), 3L * parts));
                        case 1 -> new Portion.Amount(Money.ofMinor(CurrencyUnit.EUR, random.nextLong(3_000_000)));
                        default -> new Portion.OfCertified();
                    };
            steps.add(new ScheduleStep(
                    "step " + p,
                    p == 0 ? StepRole.ADVANCE : StepRole.INTERIM,
                    random.nextBoolean() ? on(GrantEvent.CONVENTION) : on(ReportKind.INTERIM),
                    portion,
                    random.nextBoolean() ? Fraction.percent(50 + random.nextInt(50)) : null,
                    random.nextBoolean(),
                    random.nextBoolean() ? eur("1000") : null,
                    null));
        }
        steps.add(step("balance", StepRole.BALANCE, on(ReportKind.FINAL), new Portion.Remainder()));
        Grant.Builder grant = grant(Money.ofMinor(CurrencyUnit.EUR, 1 + random.nextLong(10_000_000))
                        .getAmount()
                        .toPlainString())
                .rate(Fraction.of(1 + random.nextInt(9), 10))
                .schedule(steps)
                .dates(GrantDates.builder()
                        .convention(SIGNED)
                        .reported(random.nextBoolean() ? REPORTED : null)
                        .build());
        for (int c = random.nextInt(3); c > 0; c--) {
            String cost = Money.ofMinor(CurrencyUnit.EUR, random.nextLong(8_000_000))
                    .getAmount()
                    .toPlainString();
            grant.addClaim(claim("c" + c, c == 1 ? ClaimKind.FINAL : ClaimKind.INTERIM, INTERIM, cost, cost));
        }
        for (int r = random.nextInt(3); r > 0; r--) {
            grant.addReceipt(receipt(
                    "r" + r,
                    INTERIM,
                    Money.ofMinor(CurrencyUnit.EUR, random.nextLong(3_000_000))
                            .getAmount()
                            .toPlainString()));
        }
        return grant.build();
    }
}
