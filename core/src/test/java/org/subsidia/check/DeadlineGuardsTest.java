package org.subsidia.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.check.Case.day;
import static org.subsidia.check.Case.eur;
import static org.subsidia.check.Case.funder;
import static org.subsidia.check.Case.grant;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Severity;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantEvent;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Label;
import org.subsidia.portfolio.LabelKind;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Trigger;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.time.Span;

/** Reports, payments, labels, start of works, decommitment, publication: days against today. */
class DeadlineGuardsTest {

    private static Grant.Builder notified(String date) {
        return grant("a", "10000")
                .dates(GrantDates.builder()
                        .decision(day("2026-01-15"))
                        .notification(day(date))
                        .build());
    }

    private static List<Checked> payment(String today, Grant.Builder grant) {
        return new Case().on(today).add(grant).run(new PaymentDelayGuard());
    }

    @Test
    void payment_sixtyDaysAfterTheNotification_isLateTheDayAfter() {
        assertThat(payment("2026-04-17", notified("2026-02-16"))).isEmpty();
        List<Checked> late = payment("2026-04-18", notified("2026-02-16"));
        assertThat(Case.severity(late)).isEqualTo(Severity.WARNING);
        assertThat(late.get(0).finding().code()).isEqualTo("CHECK-60J-LATE");
        // 60 days from 4 March end on Sunday 3 May: Monday is in time
        assertThat(payment("2026-05-04", notified("2026-03-04"))).isEmpty();
        assertThat(payment("2026-05-05", notified("2026-03-04"))).hasSize(1);
    }

    @Test
    void payment_late_comesWithALetterInBothLanguages() {
        String letter = payment("2026-05-05", notified("2026-02-16").reference("ARR-2026-7"))
                .get(0)
                .draft()
                .orElseThrow()
                .in(Locale.FRENCH);
        assertThat(letter)
                .contains("Financeur REGION", "Grappe", "ARR-2026-7", "10\u202f000,00", "16/02/2026", "17/04/2026")
                .contains("loi 2000-321");
        assertThat(payment("2026-05-05", notified("2026-02-16"))
                        .get(0)
                        .draft()
                        .orElseThrow()
                        .in(Locale.ENGLISH))
                .contains("Dear Sir or Madam", "reference a");
    }

    @Test
    void payment_paidOrPartlyPaid_asksForTheRestOnly() {
        Receipt part = new Receipt("r", day("2026-03-01"), eur("4000"), null, null);
        List<Checked> late = payment("2026-05-05", notified("2026-02-16").addReceipt(part));
        assertThat(late.get(0).finding().message().in(Locale.ENGLISH)).contains("6,000");
        Receipt all = new Receipt("r", day("2026-03-01"), eur("10000"), null, null);
        assertThat(payment("2026-05-05", notified("2026-02-16").addReceipt(all)))
                .isEmpty();
    }

    @Test
    void payment_otherMoney_hasNoSuchDelay() {
        String today = "2026-06-01";
        assertThat(payment(today, notified("2026-02-16").nature(GrantNature.PUBLIC_CONTRACT)))
                .isEmpty();
        assertThat(payment(today, notified("2026-02-16").form(AidForm.IN_KIND))).isEmpty();
        assertThat(payment(today, notified("2026-02-16").payer(funder(FunderLevel.EU_DIRECT))))
                .isEmpty();
        assertThat(payment(today, notified("2026-02-16").origin(funder(FunderLevel.EU_SHARED))))
                .isEmpty();
        assertThat(payment(today, notified("2026-02-16").state(GrantState.CLOSED)))
                .isEmpty();
        assertThat(payment(today, grant("a", "10000"))).isEmpty();
        // the delay is law since 1 July 2021
        assertThat(payment(today, notified("2021-06-30"))).isEmpty();
    }

    @Test
    void payment_termsInWords_givesNoVerdict() {
        List<Checked> found = payment("2026-05-05", notified("2026-02-16").paymentTerms("en deux fois"));
        assertThat(Case.severity(found)).isEqualTo(Severity.INFO);
        assertThat(found.get(0).finding().code()).isEqualTo("CHECK-60J-TERMS");
    }

    private static ScheduleStep step(Trigger trigger, Portion portion) {
        return new ScheduleStep("étape", StepRole.INTERIM, trigger, portion, null, false, null, null);
    }

    @Test
    void payment_schedule_overridesTheDelayLineByLine() {
        Trigger convention = new Trigger.OnEvent(GrantEvent.CONVENTION, Period.ZERO);
        Grant.Builder grant = grant("a", "10000")
                .settlement(Settlement.FIXED)
                .dates(GrantDates.builder()
                        .decision(day("2026-01-15"))
                        .notification(day("2026-01-20"))
                        .convention(day("2026-03-02"))
                        .build())
                .schedule(List.of(
                        step(convention, new Portion.OfAward(Fraction.percent(40))),
                        step(new Trigger.OnDate(day("2026-09-30")), new Portion.OfAward(Fraction.percent(60)))));
        // 60 days from 2 March end on Friday 1 May: Monday 4 May
        assertThat(payment("2026-05-04", grant)).isEmpty();
        List<Checked> first = payment("2026-05-05", grant);
        assertThat(first).hasSize(1);
        assertThat(first.get(0).finding().code()).isEqualTo("CHECK-60J-STEP");
        assertThat(first.get(0).finding().message().in(Locale.ENGLISH)).contains("4,000");
        assertThat(payment("2026-09-30", grant)).hasSize(1);
        assertThat(payment("2026-10-01", grant)).hasSize(2);
        assertThat(payment("2026-10-01", grant).get(1).finding().message().in(Locale.ENGLISH))
                .contains("date set by the agreement");
    }

    @Test
    void payment_stepOnCost_waitsForTheCertification() {
        Trigger start = new Trigger.OnEvent(GrantEvent.START, Period.ZERO);
        Claim claim = new Claim(
                "c",
                ClaimKind.INTERIM,
                day("2026-02-01"),
                eur("8000"),
                day("2026-03-02"),
                eur("8000"),
                List.of(),
                null);
        Grant.Builder grant = grant("a", "10000")
                .rate(Fraction.percent(50))
                .settlement(Settlement.PRO_RATA)
                .dates(GrantDates.builder()
                        .decision(day("2026-01-15"))
                        .start(day("2026-01-20"))
                        .build())
                .schedule(List.of(step(start, new Portion.OfCertified())));
        assertThat(payment("2026-05-05", grant)).isEmpty();
        assertThat(payment("2026-05-04", grant.addClaim(claim))).isEmpty();
        assertThat(payment("2026-05-05", grant)).hasSize(1);
    }

    private static List<Checked> report(String today, Grant.Builder grant) {
        return new Case().on(today).add(grant).run(new ReportGuard());
    }

    @Test
    void report_sixMonthsAfterTheYear_isLateTheDayAfter() {
        Grant.Builder grant = grant("a", "10000").fiscalYear(2025);
        List<Checked> last = report("2026-06-30", grant);
        assertThat(Case.severity(last)).isEqualTo(Severity.WARNING);
        List<Checked> late = report("2026-07-01", grant);
        assertThat(Case.severity(late)).isEqualTo(Severity.ERROR);
        assertThat(late.get(0).finding().message().in(Locale.FRENCH)).contains("30/06/2026", "1 jour");
        assertThat(late.get(0).finding().place().field()).isEqualTo("dates.reported");
    }

    @Test
    void report_accountingYearInSummer_isCountedFromItsEnd() {
        // year ended on 31 August 2026; 28 February 2027 is a Sunday: Monday 1 March
        Case august =
                new Case().structure(s -> s.fiscalYearEnd(MonthDay.of(8, 31))).add(grant("a", "10000"));
        assertThat(Case.severity(august.on("2027-03-01").run(new ReportGuard())))
                .isEqualTo(Severity.WARNING);
        assertThat(Case.severity(august.on("2027-03-02").run(new ReportGuard())))
                .isEqualTo(Severity.ERROR);
    }

    @Test
    void report_warnings_areTheUsersChoice() {
        Grant.Builder grant = grant("a", "10000").fiscalYear(2025);
        assertThat(report("2026-04-30", grant)).isEmpty();
        assertThat(report("2026-05-01", grant)).hasSize(1);
        Case none = new Case()
                .on("2026-06-30")
                .with(GuardOptions.USUAL.withReportWarnings(List.of()))
                .add(grant);
        assertThat(none.run(new ReportGuard())).isEmpty();
    }

    @Test
    void report_filedOrNotOwed_isFine() {
        Grant.Builder grant = grant("a", "10000").fiscalYear(2025);
        GrantDates filed = GrantDates.builder().reported(day("2026-05-01")).build();
        assertThat(report("2026-07-01", grant.dates(filed))).isEmpty();
        assertThat(report("2026-07-01", grant("a", "1").fiscalYear(2025).state(GrantState.REQUESTED)))
                .isEmpty();
        assertThat(report("2026-07-01", grant("a", "1").fiscalYear(2025).decisionMaker(funder(FunderLevel.PRIVATE))))
                .isEmpty();
        assertThat(report("2026-07-01", grant("a", "1").fiscalYear(2025).state(GrantState.CLOSED)))
                .isEmpty();
    }

    @Test
    void report_dayOfTheConvention_goesBeforeTheLegalOne() {
        Grant.Builder grant = grant("a", "10000")
                .fiscalYear(2025)
                .dates(GrantDates.builder().report(day("2026-03-31")).build());
        List<Checked> late = report("2026-04-01", grant);
        assertThat(Case.severity(late)).isEqualTo(Severity.ERROR);
        assertThat(late.get(0).finding().message().in(Locale.ENGLISH)).contains("set by the agreement");
    }

    private static Label label(String end, String extended, Boolean met) {
        return new Label(
                LabelKind.POLE, "V", day("2023-01-01"), day(end), extended == null ? null : day(extended), met);
    }

    @Test
    void label_endingInLessThanAYear_isAWarning() {
        Case portfolio = new Case().on("2026-06-01").structure(s -> s.addLabel(label("2027-06-01", null, null)));
        assertThat(portfolio.codes(new LabelGuard())).isEmpty();
        assertThat(portfolio.on("2026-06-02").codes(new LabelGuard())).containsExactly("CHECK-LBL-ENDS");
        assertThat(portfolio.on("2027-06-01").codes(new LabelGuard())).hasSize(1);
        assertThat(portfolio.on("2027-06-02").codes(new LabelGuard())).isEmpty();
        assertThat(portfolio
                        .on("2027-01-01")
                        .with(GuardOptions.USUAL.withLabelWarning(Span.months(3)))
                        .codes(new LabelGuard()))
                .isEmpty();
    }

    @Test
    void label_followedByAnother_isFine() {
        Label next = new Label(LabelKind.POLE, "VI", day("2027-01-01"), day("2030-12-31"), null, null);
        Case portfolio = new Case()
                .structure(s -> s.addLabel(label("2026-12-31", null, null)).addLabel(next));
        assertThat(portfolio.codes(new LabelGuard())).isEmpty();
    }

    @Test
    void label_extendable_offersToRecordTheCondition() {
        Case portfolio = new Case().structure(s -> s.addLabel(label("2026-12-31", "2028-12-31", null)));
        List<Checked> found = portfolio.run(new LabelGuard());
        assertThat(found.get(0).finding().code()).isEqualTo("CHECK-LBL-EXTENDABLE");
        GuardContext after = GuardContext.of(
                portfolio
                        .portfolio()
                        .apply(found.get(0).quickFix().orElseThrow().edit()),
                LawBase.standard(),
                day("2026-06-01"));
        assertThat(new LabelGuard().check(after)).isEmpty();
        assertThat(new Case()
                        .structure(s -> s.addLabel(label("2026-12-31", "2028-12-31", false)))
                        .codes(new LabelGuard()))
                .containsExactly("CHECK-LBL-ENDS");
    }

    private static Grant.Builder works(String start, RegimeKind... regimes) {
        Grant.Builder grant = grant("a", "10000")
                .dates(GrantDates.builder()
                        .request(day("2025-10-01"))
                        .worksStart(day(start))
                        .build());
        for (RegimeKind regime : regimes) {
            grant.addRegime(new Regime(regime, null, null, null));
        }
        return grant;
    }

    private static List<Checked> incentive(Grant.Builder grant) {
        return new Case().add(grant).run(new IncentiveGuard());
    }

    @Test
    void incentive_worksBeforeTheRequest_areAnErrorWhereTheRuleHolds() {
        assertThat(incentive(works("2025-10-01", RegimeKind.GBER))).isEmpty();
        assertThat(Case.severity(incentive(works("2025-09-30", RegimeKind.GBER))))
                .isEqualTo(Severity.ERROR);
        assertThat(incentive(works("2025-09-30", RegimeKind.DE_MINIMIS))).isEmpty();
        assertThat(incentive(works("2025-09-30", RegimeKind.NO_AID))).isEmpty();
        assertThat(incentive(works("2025-09-30", RegimeKind.GBER).state(GrantState.REFUSED)))
                .isEmpty();
    }

    @Test
    void incentive_unknownRegime_isADoubtOnly() {
        List<Checked> found = incentive(works("2025-09-30"));
        assertThat(Case.severity(found)).isEqualTo(Severity.WARNING);
        assertThat(found.get(0).finding().code()).isEqualTo("CHECK-INC-DOUBT");
    }

    @Test
    void incentive_investmentOfTheState_followsItsDecree() {
        List<Checked> found = incentive(works("2025-09-30", RegimeKind.DE_MINIMIS)
                .spending(SpendingKind.INVESTMENT)
                .decisionMaker(funder(FunderLevel.STATE)));
        assertThat(Case.severity(found)).isEqualTo(Severity.ERROR);
        assertThat(found.get(0).finding().message().in(Locale.FRENCH)).contains("2018-514");
    }

    private static final ProgrammeId ERDF = new ProgrammeId("erdf");

    private static Case europe(String today, Grant.Builder grant) {
        return new Case()
                .on(today)
                .add(Programme.builder(ERDF, ProgrammeKind.EU_FUND, "FEDER")
                        .code("2021FR16FFPR001")
                        .build())
                .add(grant.programme(ERDF).state(GrantState.UNDER_CONVENTION));
    }

    private static Grant.Builder tranche(int year) {
        return grant("a", "60000")
                .rate(Fraction.percent(60))
                .addYearLine(new YearLine(YearLineKind.AE, year, eur("60000")));
    }

    @Test
    void decommitment_unclaimedTranche_isAWarningBeforeTheLastUsefulDay() {
        // tranche 2023: 31 December 2026; 80 days before: 12 October; six months before that: 12 April
        assertThat(europe("2026-04-11", tranche(2023)).codes(new DecommitmentGuard()))
                .isEmpty();
        assertThat(europe("2026-04-12", tranche(2023)).codes(new DecommitmentGuard()))
                .containsExactly("CHECK-N3-SOON");
        assertThat(europe("2026-10-12", tranche(2023)).codes(new DecommitmentGuard()))
                .containsExactly("CHECK-N3-SOON");
        assertThat(europe("2026-10-13", tranche(2023)).codes(new DecommitmentGuard()))
                .containsExactly("CHECK-N3-LATE");
        assertThat(europe("2026-04-12", tranche(2023))
                        .with(GuardOptions.USUAL.withClaimWarning(Span.months(1)))
                        .codes(new DecommitmentGuard()))
                .isEmpty();
    }

    @Test
    void decommitment_lastTranches_endIn2029() {
        for (int year : List.of(2026, 2027)) {
            Checked found = europe("2029-09-01", tranche(year))
                    .run(new DecommitmentGuard())
                    .get(0);
            assertThat(found.finding().message().in(Locale.FRENCH)).contains("31/12/2029");
        }
        // the tranche of 2021 was spread over later years: it has no day of its own
        assertThat(europe("2025-12-01", tranche(2021)).codes(new DecommitmentGuard()))
                .isEmpty();
    }

    @Test
    void decommitment_claimed_isCountedAtTheRate() {
        Claim claim = new Claim("c", ClaimKind.INTERIM, day("2026-02-01"), eur("90000"), null, null, List.of(), null);
        Checked found = europe("2026-06-01", tranche(2023).addClaim(claim))
                .run(new DecommitmentGuard())
                .get(0);
        // 60 % of 90,000 is 54,000
        assertThat(found.finding().message().in(Locale.ENGLISH)).contains("6,000");
        Claim rest = new Claim("d", ClaimKind.INTERIM, day("2026-02-01"), eur("10000"), null, null, List.of(), null);
        assertThat(europe("2026-06-01", tranche(2023).addClaim(claim).addClaim(rest))
                        .codes(new DecommitmentGuard()))
                .isEmpty();
    }

    @Test
    void decommitment_withoutRateOrPeriod_givesNoVerdict() {
        assertThat(europe("2026-06-01", tranche(2023).rate(null)).codes(new DecommitmentGuard()))
                .containsExactly("CHECK-N3-NORATE");
        assertThat(europe("2026-06-01", tranche(2023).rate(null).eligibleBase(eur("100000")))
                        .codes(new DecommitmentGuard()))
                .containsExactly("CHECK-N3-SOON");
        assertThat(new Case().on("2026-06-01").add(tranche(2023)).codes(new DecommitmentGuard()))
                .isEmpty();
        Case other = new Case()
                .on("2026-06-01")
                .add(Programme.builder(ERDF, ProgrammeKind.EU_FUND, "FEDER")
                        .period(DateWindow.from(LocalDate.of(2014, 1, 1)))
                        .build())
                .add(tranche(2023).programme(ERDF));
        assertThat(other.codes(new DecommitmentGuard())).isEmpty();
        // without yearly lines, the award of the year of its decision
        Grant.Builder whole = grant("a", "60000")
                .rate(Fraction.percent(60))
                .dates(GrantDates.builder().decision(day("2023-05-05")).build());
        assertThat(europe("2026-06-01", whole).codes(new DecommitmentGuard())).containsExactly("CHECK-N3-SOON");
    }

    @Test
    void publication_notFoundThreeMonthsAfterSignature_isAnInformation() {
        Grant.Builder grant = grant("a", "30000")
                .dates(GrantDates.builder().convention(day("2026-01-31")).build());
        PublicationGuard guard = new PublicationGuard();
        Case portfolio = new Case().add(grant);
        PublishedGrants none = (g, funder, structure) -> PublishedGrants.Answer.NOT_FOUND;
        assertThat(portfolio.on("2026-05-01").codes(guard)).isEmpty();
        assertThat(Case.run(guard, portfolio.on("2026-04-30").context().with(none)))
                .isEmpty();
        assertThat(Case.severity(
                        Case.run(guard, portfolio.on("2026-05-01").context().with(none))))
                .isEqualTo(Severity.INFO);
        PublishedGrants notRead = (g, funder, structure) -> PublishedGrants.Answer.NOT_COVERED;
        assertThat(Case.run(guard, portfolio.context().with(notRead))).isEmpty();
        GrantDates before = GrantDates.builder().convention(day("2017-07-31")).build();
        assertThat(Case.run(guard, new Case().add(grant.dates(before)).context().with(none)))
                .isEmpty();
    }
}
