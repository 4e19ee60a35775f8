package org.subsidia.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.check.Case.day;
import static org.subsidia.check.Case.eur;
import static org.subsidia.check.Case.funder;
import static org.subsidia.check.Case.grant;

import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Severity;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.BudgetBasis;
import org.subsidia.portfolio.BudgetKind;
import org.subsidia.portfolio.BudgetLine;
import org.subsidia.portfolio.BudgetLineId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StructureKind;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;

/** Convention, auditor, certified accounts, contracting authority: sums of a year against a threshold. */
class ThresholdGuardsTest {

    private static List<String> convention(Grant.Builder... grants) {
        Case portfolio = new Case();
        for (Grant.Builder grant : grants) {
            portfolio.add(grant);
        }
        return portfolio.codes(new ConventionGuard());
    }

    @Test
    void convention_atTheThreshold_isNotNeeded() {
        assertThat(convention(grant("a", "23000.00"))).isEmpty();
        assertThat(convention(grant("a", "23000.01"))).containsExactly("CHECK-CONV-MISSING");
    }

    @Test
    void convention_sumOfOneAuthorityAndYear_counts() {
        assertThat(convention(grant("a", "12000"), grant("b", "11000"))).isEmpty();
        assertThat(convention(grant("a", "12000"), grant("b", "11000.01"))).hasSize(2);
        assertThat(convention(grant("a", "12000"), grant("b", "12000").fiscalYear(2025)))
                .isEmpty();
        assertThat(convention(grant("a", "12000"), grant("b", "12000").decisionMaker(funder(FunderLevel.STATE))))
                .isEmpty();
        // in kind counts too
        assertThat(convention(grant("a", "12000"), grant("b", "12000").form(AidForm.IN_KIND)))
                .hasSize(2);
    }

    @Test
    void convention_thatExists_isEnough() {
        GrantDates signed = GrantDates.builder().convention(day("2026-02-01")).build();
        assertThat(convention(grant("a", "50000").dates(signed))).isEmpty();
        GrantDates coming = GrantDates.builder().convention(day("2026-07-01")).build();
        assertThat(convention(grant("a", "50000").dates(coming))).hasSize(1);
        assertThat(convention(grant("a", "50000").state(GrantState.UNDER_CONVENTION)))
                .isEmpty();
        assertThat(convention(grant("a", "50000")
                        .addAmount(new StagedAmount(AmountStage.CONVENTION, eur("50000"), null, null))))
                .isEmpty();
        // one of two has one: only the other is named
        List<Checked> found = new Case()
                .add(grant("a", "20000").dates(signed))
                .add(grant("b", "20000"))
                .run(new ConventionGuard());
        assertThat(found).hasSize(1);
        assertThat(found.get(0).finding().place().record()).isEqualTo("b");
        assertThat(found.get(0).finding().place().field()).isEqualTo("dates.convention");
        assertThat(found.get(0).finding().message().in(Locale.ENGLISH)).contains("40,000", "23,000", "2026");
    }

    @Test
    void convention_otherMoney_isNotBound() {
        assertThat(convention(grant("a", "50000").nature(GrantNature.PUBLIC_CONTRACT)))
                .isEmpty();
        assertThat(convention(grant("a", "50000").decisionMaker(funder(FunderLevel.EU_DIRECT))))
                .isEmpty();
        assertThat(convention(grant("a", "50000").decisionMaker(funder(FunderLevel.PRIVATE))))
                .isEmpty();
        assertThat(convention(grant("a", "50000").state(GrantState.REQUESTED))).isEmpty();
        assertThat(convention(grant("a", "50000").state(GrantState.CANCELLED))).isEmpty();
        assertThat(convention(grant("a", "50000").decisionMaker(null).payer(null)))
                .isEmpty();
        // the decree of 2001 is the first
        assertThat(convention(grant("a", "50000")
                        .fiscalYear(2000)
                        .dates(GrantDates.builder().decision(day("2000-01-01")).build())))
                .isEmpty();
    }

    @Test
    void convention_reducedAward_countsWhatIsLeft() {
        assertThat(convention(grant("a", "25000")
                        .addAmount(new StagedAmount(AmountStage.REDUCED, eur("2000"), day("2026-03-01"), "cost"))))
                .isEmpty();
    }

    @Test
    void convention_yearLines_splitAnAwardForSeveralYears() {
        Grant.Builder three = grant("a", "60000")
                .addYearLine(new YearLine(YearLineKind.INCOME, 2026, eur("20000")))
                .addYearLine(new YearLine(YearLineKind.INCOME, 2027, eur("20000")))
                .addYearLine(new YearLine(YearLineKind.INCOME, 2028, eur("20000")));
        assertThat(convention(three)).isEmpty();
        assertThat(convention(three, grant("b", "3000.01"))).hasSize(2);
    }

    private static List<Checked> auditor(Grant.Builder... grants) {
        Case portfolio = new Case();
        for (Grant.Builder grant : grants) {
            portfolio.add(grant);
        }
        return portfolio.run(new AuditorGuard());
    }

    @Test
    void auditor_aboveTheThreshold_isAnErrorFromTheFirstCent() {
        assertThat(auditor(grant("a", "122399.99"))).isEmpty();
        assertThat(auditor(grant("a", "122400.00")).get(0).finding().code()).isEqualTo("CHECK-CAC-NEAR");
        assertThat(Case.severity(auditor(grant("a", "153000.00")))).isEqualTo(Severity.INFO);
        List<Checked> over =
                auditor(grant("a", "100000"), grant("b", "53000.01").payer(funder(FunderLevel.STATE)));
        assertThat(Case.severity(over)).isEqualTo(Severity.ERROR);
        assertThat(over.get(0).finding().message().in(Locale.FRENCH)).contains("L612-4", "153");
    }

    @Test
    void auditor_countsCashOfFrenchAuthoritiesOnly() {
        Grant.Builder base = grant("a", "140000");
        assertThat(auditor(base, grant("b", "50000").form(AidForm.IN_KIND))
                        .get(0)
                        .finding()
                        .code())
                .isEqualTo("CHECK-CAC-NEAR");
        assertThat(auditor(base, grant("b", "50000").payer(funder(FunderLevel.EU_DIRECT)))
                        .get(0)
                        .severity())
                .isEqualTo(Severity.INFO);
        assertThat(auditor(base, grant("b", "50000").nature(GrantNature.CONCOURS_PUBLIC))
                        .get(0)
                        .severity())
                .isEqualTo(Severity.INFO);
        // European money paid by the Region counts, as far as is known: the doubtful rule is named
        List<Checked> shared = auditor(base, grant("b", "50000").origin(funder(FunderLevel.EU_SHARED)));
        assertThat(Case.severity(shared)).isEqualTo(Severity.ERROR);
        assertThat(shared.get(0).explanation().doubtfulRules().get(0).id())
                .isEqualTo("subsidy.auditor.eu-shared-included");
    }

    @Test
    void auditor_unknownFunderOrMixedForm_givesNoFalseVerdict() {
        Grant.Builder base = grant("a", "140000");
        List<Checked> unknown = auditor(
                base, grant("b", "50000").payer(funder(FunderLevel.UNKNOWN)).decisionMaker(null));
        assertThat(Case.severity(unknown)).isEqualTo(Severity.INFO);
        assertThat(unknown.get(0).finding().code()).isEqualTo("CHECK-CAC-UNDECIDED");
        assertThat(auditor(base, grant("b", "50000").form(AidForm.CASH_AND_IN_KIND))
                        .get(0)
                        .finding()
                        .code())
                .isEqualTo("CHECK-CAC-UNDECIDED");
    }

    @Test
    void auditor_oldYearsCompaniesAndThoseWhoHaveOne_areLeftAlone() {
        Grant.Builder old = grant("a", "200000").fiscalYear(2024);
        assertThat(auditor(old)).isEmpty();
        assertThat(auditor(grant("a", "200000").fiscalYear(2025))).hasSize(1);
        assertThat(new Case()
                        .structure(s -> s.kind(StructureKind.SCIC))
                        .add(grant("a", "200000"))
                        .run(new AuditorGuard()))
                .isEmpty();
        assertThat(new Case()
                        .with(GuardOptions.USUAL.withAuditor(Set.of(Case.S)))
                        .add(grant("a", "200000"))
                        .run(new AuditorGuard()))
                .isEmpty();
    }

    @Test
    void auditor_accountingYear_isThatOfTheStructure() {
        // decided in October 2025, in the year that ends in August 2026
        Grant.Builder autumn = grant("a", "100000")
                .fiscalYear(null)
                .dates(GrantDates.builder().decision(day("2025-10-01")).build());
        List<Checked> found = new Case()
                .structure(s -> s.fiscalYearEnd(MonthDay.of(8, 31)))
                .add(autumn)
                .add(grant("b", "60000"))
                .run(new AuditorGuard());
        assertThat(Case.severity(found)).isEqualTo(Severity.ERROR);
        assertThat(auditor(autumn, grant("b", "60000"))).isEmpty();
    }

    private static BudgetLine line(String id, int year, BudgetKind kind, BudgetBasis basis, String amount) {
        return BudgetLine.builder(new BudgetLineId(id), Case.S, year, kind, eur(amount))
                .basis(basis)
                .build();
    }

    @Test
    void certifiedAccounts_aboveTheThreshold_isAWarning() {
        assertThat(new Case().add(grant("a", "75000.00")).codes(new CertifiedAccountsGuard()))
                .isEmpty();
        assertThat(new Case().add(grant("a", "75000.01")).codes(new CertifiedAccountsGuard()))
                .containsExactly("CHECK-75K-OVER");
        assertThat(new Case()
                        .add(grant("a", "80000").decisionMaker(funder(FunderLevel.STATE)))
                        .codes(new CertifiedAccountsGuard()))
                .isEmpty();
        assertThat(new Case().add(grant("a", "80000").fiscalYear(2023)).codes(new CertifiedAccountsGuard()))
                .isEmpty();
    }

    @Test
    void certifiedAccounts_aboveHalfOfTheProducts_isAWarning() {
        Case half = new Case()
                .add(grant("a", "30000"))
                .add(line("p", 2026, BudgetKind.FEE_PRIVATE, BudgetBasis.PLANNED, "60000"));
        assertThat(half.codes(new CertifiedAccountsGuard())).isEmpty();
        Case over = new Case()
                .add(grant("a", "30000.01"))
                .add(line("p", 2026, BudgetKind.FEE_PRIVATE, BudgetBasis.PLANNED, "60000"));
        assertThat(over.codes(new CertifiedAccountsGuard())).containsExactly("CHECK-75K-SHARE");
        // actual figures are better than planned ones
        over.add(line("r", 2026, BudgetKind.FEE_PRIVATE, BudgetBasis.ACTUAL, "70000"));
        assertThat(over.codes(new CertifiedAccountsGuard())).isEmpty();
    }

    @Test
    void contractingAuthority_majorityWithoutCounterpart_isAWarning() {
        Case even = new Case()
                .add(line("a", 2026, BudgetKind.SUBSIDY, BudgetBasis.PLANNED, "50000"))
                .add(line("b", 2026, BudgetKind.SERVICE_TO_PUBLIC, BudgetBasis.PLANNED, "50000"));
        assertThat(even.codes(new ContractingAuthorityGuard())).isEmpty();
        even.add(line("c", 2026, BudgetKind.FEE_PUBLIC_WITHOUT_COUNTERPART, BudgetBasis.PLANNED, "0.02"));
        List<Checked> found = even.run(new ContractingAuthorityGuard());
        assertThat(Case.severity(found)).isEqualTo(Severity.WARNING);
        assertThat(found.get(0).finding().message().in(Locale.FRENCH)).contains("L1211-1");
    }

    @Test
    void contractingAuthority_otherLines_doNotCount() {
        assertThat(new Case()
                        .add(line("a", 2026, BudgetKind.SUBSIDY, BudgetBasis.ACTUAL, "50000"))
                        .codes(new ContractingAuthorityGuard()))
                .isEmpty();
        assertThat(new Case()
                        .add(line("a", 2025, BudgetKind.SUBSIDY, BudgetBasis.PLANNED, "50000"))
                        .codes(new ContractingAuthorityGuard()))
                .isEmpty();
        BudgetLine gift = line("a", 2026, BudgetKind.SUBSIDY, BudgetBasis.PLANNED, "50000").toBuilder()
                .funder(funder(FunderLevel.PRIVATE))
                .build();
        assertThat(new Case().add(gift).codes(new ContractingAuthorityGuard())).isEmpty();
        assertThat(new Case()
                        .add(line("a", 2026, BudgetKind.DEDICATED_FUNDS, BudgetBasis.PLANNED, "50000"))
                        .codes(new ContractingAuthorityGuard()))
                .isEmpty();
    }
}
