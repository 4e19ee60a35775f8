package org.subsidia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.ClusterCast.CLUSTER;
import static org.subsidia.ClusterCast.ERDF_PROJECT;
import static org.subsidia.ClusterCast.FAIR;
import static org.subsidia.ClusterCast.HORIZON;
import static org.subsidia.ClusterCast.INVESTMENT;
import static org.subsidia.ClusterCast.LAST_YEAR;
import static org.subsidia.ClusterCast.OPERATING;
import static org.subsidia.ClusterCast.POLE;
import static org.subsidia.ClusterCast.YEARLY;
import static org.subsidia.ClusterDeeds.day;
import static org.subsidia.ClusterYear.euros;

import java.time.Month;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.subsidia.calendar.Certainty;
import org.subsidia.explain.Amounts;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.schedule.StepState;

/**
 * The year 2026 of one cluster: eight grants of six funders from call to balance, month by month, only through edits. The days
 * and amounts expected were counted by hand; the counting stands beside them.
 */
@TestMethodOrder(OrderAnnotation.class)
class AYearOfOneClusterTest {
    /** The Region gives 180 000 € in all, above 75 000 €: it will want certified accounts. True all year from March on. */
    private static final String CERTIFIED_ACCOUNTS = "CHECK-75K-OVER cluster";

    @Test
    @Order(1)
    void january_callIsOpenAndRequestsAreFiled_nothingIsDueAndNothingIsWrong() {
        ClusterYear year = ClusterYear.on("2026-01-31");

        assertThat(year.day("call-closes/call/ami-animation")).isEqualTo(day("2026-01-31"));
        assertThat(year.day("call-decision/call/ami-animation")).isEqualTo(day("2026-03-20"));
        assertThat(year.grant(OPERATING).state()).isEqualTo(GrantState.REQUESTED);
        // two months after the request of 12 January
        assertThat(year.day("admissibility/grant/etat-equipement")).isEqualTo(day("2026-03-12"));
        // 90 000 × 60 %, on the first day of the action: 1 February
        assertThat(year.due(HORIZON)).isEqualTo(euros(0));
        assertThat(ClusterYear.on("2026-02-01").due(HORIZON)).isEqualTo(euros(54_000));
        // the report on 2025: six months after 31 December 2025, a Tuesday
        assertThat(year.day("financial-report/grant/region-2025/2025")).isEqualTo(day("2026-06-30"));
        // the managing authority decided 100 000 on 30 January; signed on 16 February
        assertThat(year.alarms()).containsExactly("CHECK-CONV-MISSING feder-plateforme");
        assertThat(ClusterYear.on("2026-01-29").alarms()).isEmpty();
        assertThat(year.late()).isEmpty();
    }

    @Test
    @Order(2)
    void february_erdfConventionReleasesTheAdvance_départementStartsItsClock() {
        ClusterYear year = ClusterYear.on("2026-02-28");

        // signed on 16 February: 20 % of 100 000
        assertThat(year.step(ERDF_PROJECT, 1).releasedOn()).isEqualTo(day("2026-02-16"));
        assertThat(year.due(ERDF_PROJECT)).isEqualTo(euros(20_000));
        // 2 February + 60 days = Good Friday 3 April, a holiday in Moselle; then Saturday, Sunday, Easter Monday
        assertThat(year.day("payment/grant/moselle-salon")).isEqualTo(day("2026-04-07"));
        // tranche of 2026, n+3
        assertThat(year.day("decommitment/grant/feder-plateforme/2026")).isEqualTo(day("2029-12-31"));
        assertThat(year.received(HORIZON)).isEqualTo(euros(54_000));
        assertThat(year.due(HORIZON)).isEqualTo(euros(0));
        assertThat(year.alarms()).isEmpty();
    }

    @Test
    @Order(3)
    void march_awardsAboveTheThresholdWithoutConvention_areFoundAndMended() {
        // the State decided 60 000 on 9 March, more than 23 000; signed on 23 March
        assertThat(ClusterYear.on("2026-03-08").alarms()).isEmpty();
        assertThat(ClusterYear.on("2026-03-22").alarms())
                .contains("CHECK-CONV-MISSING etat-equipement", "CHECK-CONV-MISSING region-animation");
        assertThat(ClusterYear.on("2026-03-19").alarms()).containsExactly("CHECK-CONV-MISSING etat-equipement");
        assertThat(ClusterYear.on("2026-03-18")
                        .alarm("CHECK-CONV-MISSING")
                        .finding()
                        .message()
                        .in(Locale.ENGLISH))
                .contains("Préfecture de région Grand Est", "60,000", "23,000", "2026");

        ClusterYear year = ClusterYear.on("2026-03-31");
        assertThat(year.alarms()).containsExactly("CHECK-CONV-MISSING region-animation", CERTIFIED_ACCOUNTS);
        // two years after the notification of 11 March 2026: Saturday 11 March 2028, so Monday
        assertThat(year.day("investment-start/grant/etat-equipement")).isEqualTo(day("2028-03-13"));
        // four years after the start of 30 March 2026: Saturday 30 March 2030, so Monday
        assertThat(year.day("investment-completion/grant/etat-equipement")).isEqualTo(day("2030-04-01"));
        // twelve months after the end of 30 September 2026, a Thursday
        assertThat(year.day("investment-balance/grant/etat-equipement")).isEqualTo(day("2027-09-30"));
        // 26 March + 60 days = Whit Monday 25 May, so Tuesday
        assertThat(year.day("payment/grant/metropole-annuelle")).isEqualTo(day("2026-05-26"));
        assertThat(Amounts.of(year.schedule(YEARLY).remaining())).contains(euros(20_000));
        // 30 % of 60 000 at the start; 30 March + 60 days = Friday 29 May
        assertThat(year.due(INVESTMENT)).isEqualTo(euros(18_000));
        assertThat(year.day("payment/grant/etat-equipement/step:avance")).isEqualTo(day("2026-05-29"));
        assertThat(year.received(ERDF_PROJECT)).isEqualTo(euros(20_000));
    }

    @Test
    @Order(4)
    void april_départementDoesNotPayInSixtyDays_regionSigns() {
        assertThat(ClusterYear.on("2026-04-07").alarms()).doesNotContain("CHECK-60J-LATE moselle-salon");
        ClusterYear late = ClusterYear.on("2026-04-08");
        assertThat(late.alarms())
                .containsExactly(
                        "CHECK-CONV-MISSING region-animation", CERTIFIED_ACCOUNTS, "CHECK-60J-LATE moselle-salon");
        assertThat(late.late()).containsExactly("payment/grant/moselle-salon");
        assertThat(late.alarm("CHECK-60J-LATE").finding().message().in(Locale.ENGLISH))
                .contains("15,000", "Moselle", "2 Feb 2026", "7 Apr 2026");
        assertThat(late.alarm("CHECK-60J-LATE").draft().orElseThrow().in(Locale.FRENCH))
                .contains("Pôle Moselle Énergies", "Département de la Moselle", "Salon de l’hydrogène");

        ClusterYear year = ClusterYear.on("2026-04-23");
        assertThat(year.alarms()).containsExactly(CERTIFIED_ACCOUNTS, "CHECK-60J-LATE moselle-salon");
        // 50 % of 120 000 at the signature; 10 April + 60 days = Tuesday 9 June
        assertThat(year.due(OPERATING)).isEqualTo(euros(60_000));
        assertThat(year.day("payment/grant/region-animation/step:avance")).isEqualTo(day("2026-06-09"));
        assertThat(year.day("interim-report/grant/region-animation/Bilan intermédiaire"))
                .isEqualTo(day("2026-09-30"));
        // 30 June less 60 days is 1 May
        assertThat(ClusterYear.on("2026-04-30").alarms())
                .containsExactly(
                        "CHECK-CONV-MISSING pole-transfere", CERTIFIED_ACCOUNTS, "CHECK-60J-LATE moselle-salon");
    }

    @Test
    @Order(5)
    void may_reportIsDueSoon_poleLineIsSigned_erdfClaimIsFiled() {
        assertThat(ClusterYear.on("2026-05-01").alarms())
                .contains("CHECK-60J-LATE moselle-salon", "CHECK-CRF-SOON region-2025");
        // Moselle paid on the 4th, 27 days late
        assertThat(ClusterYear.on("2026-05-04").alarms())
                .containsExactly("CHECK-CONV-MISSING pole-transfere", CERTIFIED_ACCOUNTS, "CHECK-CRF-SOON region-2025");
        assertThat(ClusterYear.on("2026-05-15").alarms())
                .containsExactly(CERTIFIED_ACCOUNTS, "CHECK-CRF-SOON region-2025");

        ClusterYear year = ClusterYear.on("2026-05-31");
        assertThat(year.alarms()).containsExactly(CERTIFIED_ACCOUNTS);
        assertThat(year.event("payment/grant/moselle-salon").done()).isEqualTo(day("2026-05-04"));
        assertThat(year.event("payment/grant/metropole-annuelle").done()).isEqualTo(day("2026-05-22"));
        assertThat(year.event("financial-report/grant/region-2025/2025").done()).isEqualTo(day("2026-05-28"));
        // 15 May + 60 days = 14 July, so Wednesday 15 July; 80 % of 60 000
        assertThat(year.day("payment/grant/pole-transfere/step:avance")).isEqualTo(day("2026-07-15"));
        assertThat(year.due(POLE)).isEqualTo(euros(48_000));
        // 20 May + 80 days = Saturday 8 August, so Monday
        assertThat(year.day("payment/grant/feder-plateforme/claim:acompte-1")).isEqualTo(day("2026-08-10"));
        // nothing of it is certified yet
        assertThat(year.due(ERDF_PROJECT)).isEqualTo(euros(0));
    }

    @Test
    @Order(6)
    void june_erdfInterimClaimIsCertified_advanceIsDeducted() {
        // 30 000 € of expenses × 50 % = 15 000, reached; 88 000 × 50 % = 44 000; less the advance of 20 000
        ClusterYear year = ClusterYear.on("2026-06-30");
        assertThat(year.step(ERDF_PROJECT, 2).step().minimum()).isEqualTo(euros(15_000));
        assertThat(year.due(ERDF_PROJECT)).isEqualTo(euros(24_000));
        assertThat(year.received(OPERATING)).isEqualTo(euros(60_000));
        assertThat(year.due(OPERATING)).isEqualTo(euros(0));
        assertThat(year.alarms()).containsExactly(CERTIFIED_ACCOUNTS);
        assertThat(year.late()).isEmpty();
    }

    @Test
    @Order(7)
    void july_actualCostOf2025WasLower_regionTakesMoneyBack() {
        ClusterYear year = ClusterYear.on("2026-07-31");

        // 72 500 × 40 % = 29 000, less 32 000 received
        assertThat(year.finalAmount(LAST_YEAR)).isEqualTo(euros(29_000));
        assertThat(year.schedule(LAST_YEAR).balanceAmount()).contains(euros(-3_000));
        assertThat(year.step(LAST_YEAR, 2).state()).isEqualTo(StepState.TO_RECOVER);
        assertThat(year.due(LAST_YEAR)).isEqualTo(euros(-3_000));
        assertThat(year.alarms()).containsExactly(CERTIFIED_ACCOUNTS, "CHECK-PAID-RECOVERY region-2025");
        // State: 100 000 × 40 % = 40 000, less the advance of 18 000; cap 80 % of 60 000 = 48 000
        assertThat(year.due(INVESTMENT)).isEqualTo(euros(22_000));
        assertThat(year.received(POLE)).isEqualTo(euros(48_000));
        assertThat(year.received(ERDF_PROJECT)).isEqualTo(euros(44_000));
        assertThat(year.late()).isEmpty();
    }

    @Test
    @Order(8)
    void august_recoveryIsPaid_horizonReportsOnItsFirstPeriod() {
        ClusterYear year = ClusterYear.on("2026-08-31");

        assertThat(year.received(LAST_YEAR)).isEqualTo(euros(29_000));
        assertThat(year.due(LAST_YEAR)).isEqualTo(euros(0));
        assertThat(year.grant(LAST_YEAR).state()).isEqualTo(GrantState.CLOSED);
        assertThat(year.event("interim-report/grant/horizon-csa/Rapport intermédiaire")
                        .done())
                .isEqualTo(day("2026-08-28"));
        assertThat(year.step(HORIZON, 2).releasedOn()).isEqualTo(day("2026-08-28"));
        assertThat(year.due(HORIZON)).isEqualTo(euros(0));
        assertThat(year.alarms()).containsExactly(CERTIFIED_ACCOUNTS);
    }

    @Test
    @Order(9)
    void september_interimReport_releasesThirtyPercent_horizonIsCapped() {
        ClusterYear year = ClusterYear.on("2026-09-30");

        // 30 % of 120 000; 15 September + 60 days = Saturday 14 November, so Monday
        assertThat(year.due(OPERATING)).isEqualTo(euros(36_000));
        assertThat(year.day("payment/grant/region-animation/step:acompte")).isEqualTo(day("2026-11-16"));
        // 60 000 certified, but 90 % of 90 000 = 81 000, less the pre-financing of 54 000
        assertThat(year.due(HORIZON)).isEqualTo(euros(27_000));
        // 21 September + 80 days = Thursday 10 December
        assertThat(year.day("payment/grant/feder-plateforme/claim:acompte-2")).isEqualTo(day("2026-12-10"));
        assertThat(year.received(INVESTMENT)).isEqualTo(euros(40_000));
        assertThat(year.alarms()).containsExactly(CERTIFIED_ACCOUNTS);
        assertThat(year.late()).isEmpty();
    }

    @Test
    @Order(10)
    void october_erdfReachesItsCap_stateInvestmentIsSettled() {
        ClusterYear year = ClusterYear.on("2026-10-31");

        // (88 000 + 92 000) × 50 % = 90 000, but 80 % of 100 000 = 80 000; less 44 000 received
        assertThat(year.due(ERDF_PROJECT)).isEqualTo(euros(36_000));
        // (100 000 + 48 000) × 40 % = 59 200, less 40 000; the balance waits for the last claim, which is filed
        assertThat(year.finalAmount(INVESTMENT)).isEqualTo(euros(59_200));
        assertThat(year.step(INVESTMENT, 3).releasedOn()).isEqualTo(day("2026-10-12"));
        assertThat(year.due(INVESTMENT)).isEqualTo(euros(19_200));
        // 12 October + 60 days = Friday 11 December
        assertThat(year.day("payment/grant/etat-equipement/step:solde")).isEqualTo(day("2026-12-11"));
        assertThat(year.received(HORIZON)).isEqualTo(euros(81_000));
        // the conventions want reports by 30 November and 15 December: 60 days before are 1 and 16 October
        assertThat(ClusterYear.on("2026-10-15").alarms())
                .containsExactly(CERTIFIED_ACCOUNTS, "CHECK-CRF-SOON pole-transfere");
        assertThat(year.alarms())
                .containsExactly(
                        CERTIFIED_ACCOUNTS, "CHECK-CRF-SOON pole-transfere", "CHECK-CRF-SOON region-animation");
    }

    @Test
    @Order(11)
    void november_lastErdfClaimIsLate_andShowsAnExpenseOutsideTheWindow() {
        assertThat(ClusterYear.on("2026-11-16").late()).isEmpty();
        assertThat(ClusterYear.on("2026-11-17").late())
                .containsExactly("claim/grant/feder-plateforme/step:solde", "final-claim/grant/feder-plateforme");
        ClusterYear filed = ClusterYear.on("2026-11-20");
        assertThat(filed.event("final-claim/grant/feder-plateforme").date()).isEqualTo(day("2026-11-16"));
        assertThat(filed.event("final-claim/grant/feder-plateforme").done()).isEqualTo(day("2026-11-20"));
        assertThat(filed.late()).isEmpty();
        // the fair was paid on 5 November, five days after the window
        assertThat(filed.alarms()).contains("CHECK-ELIG-OUTSIDE feder-plateforme");
        assertThat(filed.step(ERDF_PROJECT, 3).releasedOn()).isEqualTo(day("2026-11-20"));

        ClusterYear year = ClusterYear.on("2026-11-30");
        Grant erdf = year.grant(ERDF_PROJECT);
        assertThat(erdf.claims().get(2).lines().get(1).eligible()).isEqualTo(euros(0));
        assertThat(erdf.claims().get(2).lines().get(1).rejection()).isNotBlank();
        // the expense is rejected and the pole line reported; the Region waits for its report until 15 December
        assertThat(year.alarms()).containsExactly(CERTIFIED_ACCOUNTS, "CHECK-CRF-SOON region-animation");
        // 20 November + 80 days = Monday 8 February
        assertThat(year.day("payment/grant/feder-plateforme/claim:solde")).isEqualTo(day("2027-02-08"));
        // 26 November + 60 days = Monday 25 January; 20 % of 60 000
        assertThat(year.day("payment/grant/pole-transfere/step:solde")).isEqualTo(day("2027-01-25"));
        assertThat(year.due(POLE)).isEqualTo(euros(12_000));
        assertThat(year.received(OPERATING)).isEqualTo(euros(96_000));
    }

    @Test
    @Order(12)
    void december_balancesArePaid_whatIsLeftIsReportsAndPapers() {
        ClusterYear certified = ClusterYear.on("2026-12-14");
        // (88 000 + 92 000 + 19 000) × 50 % = 99 500, less 80 000
        assertThat(certified.finalAmount(ERDF_PROJECT)).isEqualTo(euros(99_500));
        assertThat(certified.due(ERDF_PROJECT)).isEqualTo(euros(19_500));
        // 60 000 + 33 000 = 93 000, at most 90 000, less 81 000
        assertThat(certified.finalAmount(HORIZON)).isEqualTo(euros(90_000));
        assertThat(certified.due(HORIZON)).isEqualTo(euros(9_000));
        // 120 000 − 60 000 − 36 000; 7 December + 60 days = Friday 5 February
        assertThat(certified.due(OPERATING)).isEqualTo(euros(24_000));
        assertThat(certified.day("payment/grant/region-animation/step:solde")).isEqualTo(day("2027-02-05"));

        ClusterYear year = ClusterYear.on("2026-12-31");
        Map<String, Money> received = new TreeMap<>();
        year.portfolio().grants().forEach(grant -> received.put(grant.id().value(), year.received(grant.id())));
        assertThat(received)
                .containsOnly(
                        Map.entry(OPERATING.value(), euros(120_000)),
                        Map.entry(POLE.value(), euros(60_000)),
                        Map.entry(ERDF_PROJECT.value(), euros(99_500)),
                        Map.entry(YEARLY.value(), euros(20_000)),
                        Map.entry(INVESTMENT.value(), euros(59_200)),
                        Map.entry(FAIR.value(), euros(15_000)),
                        Map.entry(HORIZON.value(), euros(90_000)),
                        Map.entry(LAST_YEAR.value(), euros(29_000)));
        assertThat(year.portfolio().grants())
                .allSatisfy(grant -> assertThat(year.due(grant.id())).isEqualTo(euros(0)));
        assertThat(cashByMonth(year.portfolio()))
                .isEqualTo(new TreeMap<>(Map.of(
                        Month.FEBRUARY, euros(54_000),
                        Month.MARCH, euros(20_000),
                        Month.MAY, euros(53_000), // 15 000 + 20 000 + 18 000
                        Month.JUNE, euros(60_000),
                        Month.JULY, euros(72_000), // 48 000 + 24 000
                        Month.AUGUST, euros(-3_000),
                        Month.SEPTEMBER, euros(22_000),
                        Month.OCTOBER, euros(27_000),
                        Month.NOVEMBER, euros(36_000),
                        // 36 000 + 19 200 + 12 000 + 19 500 + 9 000 + 24 000
                        Month.DECEMBER, euros(119_700))));
        // six months after 31 December 2026, a Wednesday
        assertThat(year.day("financial-report/grant/metropole-annuelle/2026")).isEqualTo(day("2027-06-30"));
        assertThat(year.day("financial-report/grant/moselle-salon/2026")).isEqualTo(day("2027-06-30"));
        // five years from 31 December of the last payment
        assertThat(year.day("retention-end/grant/feder-plateforme")).isEqualTo(day("2031-12-31"));
        assertThat(year.event("retention-end/grant/feder-plateforme").certainty())
                .isEqualTo(Certainty.FIXED);
        assertThat(year.alarms()).containsExactly(CERTIFIED_ACCOUNTS);
        assertThat(year.late()).isEmpty();
    }

    private static Map<Month, Money> cashByMonth(Portfolio portfolio) {
        Map<Month, Money> cash = new TreeMap<>();
        for (Grant grant : portfolio.grantsOf(CLUSTER)) {
            for (Receipt receipt : grant.receipts()) {
                if (receipt.date().getYear() == 2026) {
                    cash.merge(receipt.date().getMonth(), receipt.amount(), Money::plus);
                }
            }
        }
        return cash;
    }
}
