package org.subsidia.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.check.Case.day;
import static org.subsidia.check.Case.eur;
import static org.subsidia.check.Case.funder;
import static org.subsidia.check.Case.grant;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Severity;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.FundingKind;
import org.subsidia.portfolio.FundingLine;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectCost;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;
import org.subsidia.portfolio.schedule.ScheduleTemplates;

/** From request to payment: what cannot be, or cannot be without a reason. */
class TransitionGuardsTest {
    private static final ProjectId P = new ProjectId("p");

    private static Claim claim(
            String date, @Nullable String claimed, @Nullable String certified, ExpenditureLine... lines) {
        return new Claim(
                "c1",
                ClaimKind.INTERIM,
                day(date),
                claimed == null ? null : eur(claimed),
                null,
                certified == null ? null : eur(certified),
                List.of(lines),
                null);
    }

    private static Receipt receipt(String id, String date, String amount) {
        return new Receipt(id, day(date), eur(amount), null, null);
    }

    private static List<String> codes(Guard guard, Grant.Builder grant) {
        return new Case().add(grant).codes(guard);
    }

    @Test
    void dates_inOrder_areFine_andOnOneDayToo() {
        GrantDates good = GrantDates.builder()
                .request(day("2025-10-01"))
                .decision(day("2026-01-15"))
                .notification(day("2026-01-15"))
                .convention(day("2026-02-01"))
                .start(day("2026-01-01"))
                .end(day("2026-12-31"))
                .lastClaim(day("2027-03-31"))
                .report(day("2027-06-30"))
                .build();
        Grant.Builder grant = grant("a", "1")
                .dates(good)
                .eligibility(DateWindow.of(day("2026-01-01"), day("2026-01-01")))
                .addReceipt(receipt("r", "2026-06-01", "1"));
        assertThat(codes(new DateOrderGuard(), grant)).isEmpty();
    }

    @Test
    void dates_reversed_areEachNamed() {
        GrantDates bad = GrantDates.builder()
                .request(day("2026-01-16"))
                .decision(day("2026-01-15"))
                .notification(day("2026-01-14"))
                .convention(day("2026-01-13"))
                .start(day("2026-05-02"))
                .end(day("2026-05-01"))
                .lastClaim(day("2026-04-30"))
                .report(day("2026-04-30"))
                .build();
        Claim claim =
                new Claim("c1", ClaimKind.FINAL, day("2026-03-02"), null, day("2026-03-01"), null, List.of(), null);
        List<Checked> found = new Case()
                .add(grant("a", "1")
                        .dates(bad)
                        .eligibility(DateWindow.of(day("2026-01-02"), day("2026-01-01")))
                        .paymentWindow(DateWindow.of(day("2026-01-02"), day("2026-01-01")))
                        .addClaim(claim))
                .run(new DateOrderGuard());
        assertThat(found.stream().map(checked -> checked.finding().place().field()))
                .containsExactly(
                        "dates.decision",
                        "dates.notification",
                        "dates.convention",
                        "dates.end",
                        "dates.lastClaim",
                        "dates.report",
                        "eligibility",
                        "paymentWindow",
                        "claims[c1].certifiedOn");
        assertThat(found.stream().filter(checked -> checked.severity() == Severity.WARNING))
                .hasSize(3);
        assertThat(found.get(0).finding().message().in(Locale.FRENCH))
                .contains("décision d’attribution", "15/01/2026", "16/01/2026");
    }

    @Test
    void dates_withoutDecision_compareRequestAndNotification() {
        GrantDates bad = GrantDates.builder()
                .request(day("2026-01-16"))
                .notification(day("2026-01-14"))
                .build();
        assertThat(new Case()
                        .add(grant("a", "1").dates(bad)).run(new DateOrderGuard()).stream()
                                .map(checked -> checked.finding().place().field()))
                .containsExactly("dates.notification");
    }

    @Test
    void dates_receiptsToCome_areOneInformation() {
        List<Checked> found = new Case()
                .add(grant("a", "9")
                        .addReceipt(receipt("r1", "2026-06-02", "1"))
                        .addReceipt(receipt("r2", "2026-07-02", "1")))
                .run(new DateOrderGuard());
        assertThat(Case.severity(found)).isEqualTo(Severity.INFO);
        assertThat(found.get(0).finding().message().in(Locale.FRENCH)).startsWith("2 versements");
    }

    @Test
    void claim_beforeTheAward_isAnError() {
        assertThat(codes(new ClaimGuard(), grant("a", "1").addClaim(claim("2026-01-15", "1", null))))
                .isEmpty();
        assertThat(codes(new ClaimGuard(), grant("a", "1").addClaim(claim("2026-01-14", "1", null))))
                .containsExactly("CHECK-CLAIM-EARLY");
        Grant.Builder hoped = grant("a", "1").state(GrantState.REQUESTED).dates(GrantDates.NONE);
        assertThat(codes(new ClaimGuard(), hoped.addClaim(claim("2026-05-01", "1", null))))
                .containsExactly("CHECK-CLAIM-NOAWARD");
        Grant.Builder planned = grant("a", "1").state(GrantState.PLANNED).dates(GrantDates.NONE);
        assertThat(codes(new ClaimGuard(), planned.addClaim(claim("2026-12-01", "1", null))))
                .isEmpty();
        assertThat(codes(new ClaimGuard(), grant("a", "1").addReceipt(receipt("r", "2026-01-14", "1"))))
                .containsExactly("CHECK-CLAIM-RECEIPT");
        // no award date known: no verdict
        assertThat(codes(
                        new ClaimGuard(),
                        grant("a", "1").dates(GrantDates.NONE).addClaim(claim("2020-01-14", "1", null))))
                .isEmpty();
    }

    @Test
    void payment_aboveTheMaximum_isAnErrorFromTheFirstCent() {
        assertThat(codes(new OverpaymentGuard(), grant("a", "1000").addReceipt(receipt("r", "2026-05-01", "1000.00"))))
                .isEmpty();
        assertThat(codes(new OverpaymentGuard(), grant("a", "1000").addReceipt(receipt("r", "2026-05-01", "1000.01"))))
                .containsExactly("CHECK-PAID-OVER");
        assertThat(codes(
                        new OverpaymentGuard(),
                        grant("a", "1000").maximum(eur("900")).addReceipt(receipt("r", "2026-05-01", "950"))))
                .containsExactly("CHECK-PAID-OVER");
        // a repayment brings it back
        assertThat(codes(
                        new OverpaymentGuard(),
                        grant("a", "1000")
                                .addReceipt(receipt("r", "2026-05-01", "1200"))
                                .addReceipt(receipt("s", "2026-05-20", "-200"))))
                .isEmpty();
        assertThat(codes(
                        new OverpaymentGuard(),
                        grant("a", "1000")
                                .addReceipt(receipt("r", "2026-02-01", "1000"))
                                .addAmount(
                                        new StagedAmount(AmountStage.REDUCED, eur("100"), day("2026-04-01"), "cost"))))
                .containsExactly("CHECK-PAID-OVER");
    }

    @Test
    void payment_aboveTheSettledAmount_warnsOfTheRecovery() {
        Grant.Builder grant = grant("a", "40000")
                .rate(Fraction.percent(50))
                .settlement(Settlement.PRO_RATA)
                .schedule(ScheduleTemplates.find("80-20")
                        .orElseThrow()
                        .steps(grant("a", "40000").build(), Locale.FRENCH)
                        .get())
                .dates(GrantDates.builder()
                        .decision(day("2025-01-15"))
                        .convention(day("2025-02-15"))
                        .reported(day("2026-02-01"))
                        .build())
                .addReceipt(receipt("r", "2025-03-01", "32000"))
                .addClaim(new Claim(
                        "c",
                        ClaimKind.FINAL,
                        day("2026-02-01"),
                        eur("50000"),
                        day("2026-03-01"),
                        eur("50000"),
                        List.of(),
                        null));
        List<Checked> found = new Case().add(grant).run(new OverpaymentGuard());
        assertThat(found.get(0).finding().code()).isEqualTo("CHECK-PAID-RECOVERY");
        assertThat(found.get(0).finding().message().in(Locale.ENGLISH)).contains("7,000");
    }

    @Test
    void certified_aboveClaimed_isAnError() {
        ExpenditureLine line = new ExpenditureLine("staff", null, eur("10"), eur("10.01"), null, null);
        assertThat(codes(new CertifiedGuard(), grant("a", "1").addClaim(claim("2026-05-01", "10", "10"))))
                .isEmpty();
        assertThat(codes(new CertifiedGuard(), grant("a", "1").addClaim(claim("2026-05-01", "10", "10.01"))))
                .containsExactly("CHECK-CERT-OVER");
        List<Checked> found = new Case()
                .add(grant("a", "1").addClaim(claim("2026-05-01", null, null, line)))
                .run(new CertifiedGuard());
        assertThat(found.get(0).finding().place().field()).isEqualTo("claims[c1].lines[1].eligible");
        assertThat(codes(
                        new CertifiedGuard(),
                        grant("a", "1")
                                .addAmount(new StagedAmount(AmountStage.CLAIMED, eur("5"), null, null))
                                .addAmount(new StagedAmount(AmountStage.CERTIFIED, eur("6"), null, null))))
                .containsExactly("CHECK-CERT-OVER");
    }

    private static Grant.Builder spent(@Nullable LocalDate paid, @Nullable Money eligible) {
        ExpenditureLine line = new ExpenditureLine("travel", paid, eur("500"), eligible, null, "F-1");
        return grant("a", "1000")
                .eligibility(DateWindow.of(day("2026-01-01"), day("2026-12-31")))
                .addClaim(claim("2026-05-01", null, null, line));
    }

    @Test
    void expense_outsideTheWindow_isAnErrorAndCanBeTakenOut() {
        assertThat(codes(new EligibilityWindowGuard(), spent(day("2026-01-01"), null)))
                .isEmpty();
        assertThat(codes(new EligibilityWindowGuard(), spent(day("2026-12-31"), null)))
                .isEmpty();
        assertThat(codes(new EligibilityWindowGuard(), spent(null, null))).isEmpty();
        assertThat(codes(new EligibilityWindowGuard(), spent(day("2027-01-01"), eur("0"))))
                .isEmpty();
        assertThat(codes(new EligibilityWindowGuard(), spent(day("2027-01-01"), eur("400"))))
                .containsExactly("CHECK-ELIG-OUTSIDE");
        Case portfolio = new Case().add(spent(day("2025-12-31"), null));
        Checked found = portfolio.run(new EligibilityWindowGuard()).get(0);
        assertThat(found.finding().place().field()).isEqualTo("claims[c1].lines[1].paid");
        Portfolio after =
                portfolio.portfolio().apply(found.quickFix().orElseThrow().edit());
        ExpenditureLine line = after.grant(new GrantId("a"))
                .orElseThrow()
                .claims()
                .get(0)
                .lines()
                .get(0);
        assertThat(line.eligible()).isEqualTo(eur("0"));
        assertThat(line.rejection()).isEqualTo("hors période d’éligibilité");
        assertThat(line.document()).isEqualTo("F-1");
    }

    @Test
    void expense_openWindow_isWrittenAsOpen() {
        Grant.Builder from = spent(day("2025-12-31"), null).eligibility(DateWindow.from(day("2026-01-01")));
        assertThat(new Case()
                        .add(from)
                        .run(new EligibilityWindowGuard())
                        .get(0)
                        .finding()
                        .message()
                        .in(Locale.FRENCH))
                .contains("à partir du 01/01/2026");
        Grant.Builder to = spent(day("2026-12-31"), null).eligibility(new DateWindow(null, day("2026-01-01")));
        assertThat(new Case()
                        .add(to)
                        .run(new EligibilityWindowGuard())
                        .get(0)
                        .finding()
                        .message()
                        .in(Locale.ENGLISH))
                .contains("until 1 Jan 2026");
        assertThat(EligibilityWindowGuard.window(new DateWindow(null, null)).in(Locale.ENGLISH))
                .isEqualTo("without limit");
    }

    private static Grant.Builder lines(Object... yearKindAmount) {
        Grant.Builder grant = grant("a", "1000");
        for (int i = 0; i < yearKindAmount.length; i += 3) {
            grant.addYearLine(
                    new YearLine((YearLineKind) yearKindAmount[i + 1], (Integer) yearKindAmount[i], eur((String)
                            yearKindAmount[i + 2])));
        }
        return grant;
    }

    @Test
    void yearLines_paymentCredits_stayWithinCommitments() {
        YearLineKind ae = YearLineKind.AE;
        YearLineKind cp = YearLineKind.CP;
        assertThat(codes(new YearLinesGuard(), lines(2026, ae, "1000", 2026, cp, "400", 2027, cp, "600")))
                .isEmpty();
        List<Checked> over = new Case()
                .add(lines(2026, ae, "1000", 2026, cp, "400", 2027, cp, "600.01"))
                .run(new YearLinesGuard());
        assertThat(Case.severity(over)).isEqualTo(Severity.ERROR);
        assertThat(over.get(0).finding().code()).isEqualTo("CHECK-CP-OVER");
        List<Checked> early = new Case()
                .add(lines(2026, ae, "300", 2027, ae, "700", 2026, cp, "400", 2027, cp, "600"))
                .run(new YearLinesGuard());
        assertThat(Case.severity(early)).isEqualTo(Severity.WARNING);
        assertThat(early.get(0).finding().code()).isEqualTo("CHECK-CP-EARLY");
        assertThat(codes(new YearLinesGuard(), lines(2026, ae, "1000.01"))).containsExactly("CHECK-CP-AWARD");
        assertThat(codes(new YearLinesGuard(), lines(2026, cp, "900"))).isEmpty();
    }

    private static Project.Builder project(String cost, String... funding) {
        Project.Builder project =
                Project.builder(P, "Filière bois").addCost(new ProjectCost("all", eur(cost), null, null));
        for (String amount : funding) {
            project.addFunding(new FundingLine(FundingKind.PUBLIC, "Région", null, null, eur(amount), null));
        }
        return project;
    }

    @Test
    void fundingPlan_balances_toACent() {
        assertThat(new Case().add(project("100", "60", "39.99").build()).codes(new FundingPlanGuard()))
                .isEmpty();
        assertThat(new Case().add(project("100", "60", "39.98").build()).codes(new FundingPlanGuard()))
                .containsExactly("CHECK-PLAN-SHORT");
        assertThat(new Case().add(project("100", "60", "40.02").build()).codes(new FundingPlanGuard()))
                .containsExactly("CHECK-PLAN-OVER");
        assertThat(new Case().add(project("100").build()).codes(new FundingPlanGuard()))
                .isEmpty();
    }

    private static Grant.Builder amounts(Object... stageAmountDateReason) {
        Grant.Builder grant = Grant.builder(new GrantId("a"), Case.S);
        for (int i = 0; i < stageAmountDateReason.length; i += 4) {
            String date = (String) stageAmountDateReason[i + 2];
            grant.addAmount(new StagedAmount(
                    (AmountStage) stageAmountDateReason[i],
                    eur((String) stageAmountDateReason[i + 1]),
                    date == null ? null : day(date),
                    (String) stageAmountDateReason[i + 3]));
        }
        return grant;
    }

    @Test
    void amounts_thatGrow_needAReason() {
        AmountStage asked = AmountStage.REQUESTED;
        AmountStage awarded = AmountStage.AWARDED;
        assertThat(codes(new GrowthGuard(), amounts(asked, "100", null, null, awarded, "80", null, null)))
                .isEmpty();
        assertThat(codes(new GrowthGuard(), amounts(asked, "80", null, null, awarded, "100", null, null)))
                .containsExactly("CHECK-GROW-UP");
        assertThat(codes(new GrowthGuard(), amounts(asked, "80", null, null, awarded, "100", null, "bonus")))
                .isEmpty();
        assertThat(codes(
                        new GrowthGuard(),
                        amounts(awarded, "100", "2026-03-01", null, awarded, "90", "2026-01-01", "first")))
                .containsExactly("CHECK-GROW-UP");
        List<Checked> fallen = new Case()
                .add(amounts(awarded, "100", "2026-01-01", null, awarded, "90", "2026-03-01", null))
                .run(new GrowthGuard());
        assertThat(Case.severity(fallen)).isEqualTo(Severity.INFO);
        assertThat(codes(
                        new GrowthGuard(),
                        amounts(awarded, "100", null, null, AmountStage.CONVENTION, "100.01", null, null)))
                .containsExactly("CHECK-GROW-UP");
    }

    @Test
    void currencies_mixed_areAnError() {
        assertThat(codes(new CurrencyGuard(), grant("a", "1"))).isEmpty();
        assertThat(codes(new CurrencyGuard(), grant("a", "1").maximum(Money.parse("USD 1"))))
                .containsExactly("CHECK-CUR-MIXED");
        Project mixed = project("100")
                .addFunding(new FundingLine(FundingKind.OWN, "x", null, null, Money.parse("CHF 1"), null))
                .build();
        assertThat(new Case().add(mixed).codes(new CurrencyGuard())).containsExactly("CHECK-CUR-MIXED");
    }

    @Test
    void shares_ofOneGrant_fitItsMaximum() {
        assertThat(codes(new CofundingGuard(), grant("a", "1").rate(Fraction.of(101, 100))))
                .containsExactly("CHECK-SHARE-RATE");
        Grant.Builder grant = grant("a", "1").rate(Fraction.percent(60)).eligibleBase(eur("1000"));
        assertThat(codes(new CofundingGuard(), grant.maximum(eur("600.01")))).isEmpty();
        assertThat(codes(new CofundingGuard(), grant.maximum(eur("600.02")))).containsExactly("CHECK-SHARE-MAXIMUM");
    }

    @Test
    void shares_ofCofunders_makeAtMostTheWhole() {
        Grant.Builder sixty =
                grant("a", "60").project(P).rate(Fraction.percent(60)).eligibleBase(eur("100"));
        Grant.Builder forty =
                grant("b", "40").project(P).rate(Fraction.percent(40)).eligibleBase(eur("100"));
        Case whole = new Case().add(project("100").build()).add(sixty).add(forty);
        assertThat(whole.codes(new CofundingGuard())).isEmpty();
        Case over = new Case().add(project("100").build()).add(sixty).add(forty.rate(Fraction.of(4001, 10000)));
        assertThat(over.codes(new CofundingGuard())).containsExactly("CHECK-SHARE-SUM");
        Case otherBase = new Case().add(project("100").build()).add(sixty).add(forty.eligibleBase(eur("50")));
        assertThat(otherBase.codes(new CofundingGuard())).isEmpty();
    }

    @Test
    void shares_planAndAward_areBroughtTogether() {
        FundingLine line = new FundingLine(FundingKind.PUBLIC, "Région", null, new GrantId("a"), eur("50"), true);
        Case portfolio = new Case()
                .add(project("100").addFunding(line).build())
                .add(grant("a", "60").project(P));
        Checked found = portfolio.run(new CofundingGuard()).get(0);
        assertThat(found.finding().code()).isEqualTo("CHECK-SHARE-LINE");
        Portfolio after =
                portfolio.portfolio().apply(found.quickFix().orElseThrow().edit());
        assertThat(after.project(P).orElseThrow().funding().get(0).amount()).isEqualTo(eur("60"));
    }

    @Test
    void identifiers_wrongOrBadlyWritten_areNamedAndRepaired() {
        Case good = new Case().structure(s -> s.siren("732829320").siret("73282932000074"));
        assertThat(good.codes(new IdentifierGuard())).isEmpty();
        Case bad = new Case().structure(s -> s.siren("732829321"));
        assertThat(bad.codes(new IdentifierGuard())).containsExactly("CHECK-ID-BAD");
        Case spaced = new Case().structure(s -> s.siret("732 829 320 00074"));
        Checked found = spaced.run(new IdentifierGuard()).get(0);
        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        Structure repaired = spaced.portfolio()
                .apply(found.quickFix().orElseThrow().edit())
                .structure(Case.S)
                .orElseThrow();
        assertThat(repaired.siret()).isEqualTo("73282932000074");
        Case rna = new Case().structure(s -> s.rna("X123"));
        assertThat(rna.run(new IdentifierGuard()).get(0).finding().place().field())
                .isEqualTo("rna");
    }

    @Test
    void identifiers_thatDoNotBelongTogether_areAnError() {
        Case pair = new Case().structure(s -> s.siren("356000000").siret("73282932000074"));
        assertThat(pair.codes(new IdentifierGuard())).containsExactly("CHECK-ID-PAIR");
        Funder funder = Funder.builder(funder(FunderLevel.STATE), FunderLevel.STATE, "État")
                .siren("1")
                .build();
        Case ofFunder = new Case().add(funder);
        assertThat(ofFunder.codes(new IdentifierGuard())).containsExactly("CHECK-ID-BAD");
        // one structure alone: its funders are not its business
        assertThat(new IdentifierGuard().check(ofFunder.context().only(Case.S))).isEmpty();
    }

    @Test
    void funder_ofUnknownLevel_isSaidOnce() {
        Case portfolio = new Case()
                .add(grant("a", "1").payer(funder(FunderLevel.UNKNOWN)))
                .add(grant("b", "1").decisionMaker(funder(FunderLevel.UNKNOWN)));
        List<Checked> found = portfolio.run(new FunderLevelGuard());
        assertThat(Case.severity(found)).isEqualTo(Severity.INFO);
        assertThat(found.get(0).finding().message().in(Locale.FRENCH)).contains("2 subventions");
        assertThat(new FunderLevelGuard().check(portfolio.context().only(new StructureId("other"))))
                .isEmpty();
    }
}
