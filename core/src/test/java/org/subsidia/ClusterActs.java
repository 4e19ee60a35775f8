package org.subsidia;

import static org.subsidia.ClusterCast.CALL;
import static org.subsidia.ClusterCast.COMMISSION;
import static org.subsidia.ClusterCast.ERDF;
import static org.subsidia.ClusterCast.ERDF_PROGRAMME;
import static org.subsidia.ClusterCast.ERDF_PROJECT;
import static org.subsidia.ClusterCast.FAIR;
import static org.subsidia.ClusterCast.HORIZON;
import static org.subsidia.ClusterCast.INVESTMENT;
import static org.subsidia.ClusterCast.LAST_YEAR;
import static org.subsidia.ClusterCast.METROPOLE;
import static org.subsidia.ClusterCast.MOSELLE;
import static org.subsidia.ClusterCast.OPERATING;
import static org.subsidia.ClusterCast.POLE;
import static org.subsidia.ClusterCast.POLE_LINE;
import static org.subsidia.ClusterCast.REGION;
import static org.subsidia.ClusterCast.STATE;
import static org.subsidia.ClusterCast.YEARLY;
import static org.subsidia.ClusterDeeds.acquired;
import static org.subsidia.ClusterDeeds.awarded;
import static org.subsidia.ClusterDeeds.certified;
import static org.subsidia.ClusterDeeds.change;
import static org.subsidia.ClusterDeeds.claim;
import static org.subsidia.ClusterDeeds.closed;
import static org.subsidia.ClusterDeeds.dated;
import static org.subsidia.ClusterDeeds.day;
import static org.subsidia.ClusterDeeds.notified;
import static org.subsidia.ClusterDeeds.paid;
import static org.subsidia.ClusterDeeds.reported;
import static org.subsidia.ClusterDeeds.requested;
import static org.subsidia.ClusterDeeds.signed;
import static org.subsidia.ClusterDeeds.step;
import static org.subsidia.ClusterDeeds.steps;
import static org.subsidia.ClusterYear.euros;

import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.subsidia.ClusterYear.Act;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AgreedDeadline;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.ExpenditureLine;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantEvent;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.ReportKind;
import org.subsidia.portfolio.Settlement;
import org.subsidia.portfolio.SpendingKind;
import org.subsidia.portfolio.StagedAmount;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Trigger;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;

/** What people did in 2026, grant by grant, each act one edit. */
final class ClusterActs {
    /** All acts in the order of their days. */
    static final List<Act> ALL = all();

    private ClusterActs() {}

    private static List<Act> all() {
        List<Act> acts = new ArrayList<>();
        acts.add(new Act(day("2026-01-02"), "arrivée", portfolio -> ClusterCast.arrival()));
        operating(acts);
        pole(acts);
        erdf(acts);
        yearly(acts);
        investment(acts);
        fair(acts);
        horizon(acts);
        lastYear(acts);
        acts.sort(Comparator.comparing(Act::day));
        return List.copyOf(acts);
    }

    private static void operating(List<Act> acts) {
        acts.add(requested("2026-01-15", OPERATING, "Animation 2026", REGION, REGION, grant -> grant.call(CALL)
                .fiscalYear(2026)
                .spending(SpendingKind.OPERATING)
                .settlement(Settlement.FIXED)));
        acts.add(awarded("2026-03-20", OPERATING, 120_000));
        acts.add(notified("2026-03-27", OPERATING));
        acts.add(signed(
                "2026-04-10",
                OPERATING,
                "50-30-20",
                Fraction.ZERO,
                grant -> dated(
                        grant.addDeadline(new AgreedDeadline("Bilan intermédiaire", day("2026-09-30"), null)),
                        dates -> dates.report(day("2026-12-15")))));
        acts.add(paid("2026-06-05", OPERATING, 60_000, null));
        acts.add(claim("2026-09-15", OPERATING, "acompte", ClaimKind.INTERIM, 80_000));
        acts.add(change(
                "2026-09-15",
                OPERATING,
                "bilan intermédiaire",
                grant -> grant.deadlines(
                        List.of(new AgreedDeadline("Bilan intermédiaire", day("2026-09-30"), day("2026-09-15"))))));
        acts.add(paid("2026-11-12", OPERATING, 36_000, "acompte"));
        acts.add(reported("2026-12-07", OPERATING));
        acts.add(claim("2026-12-07", OPERATING, "solde", ClaimKind.FINAL, 121_500));
        acts.add(paid("2026-12-22", OPERATING, 24_000, null));
        acts.add(closed("2026-12-23", OPERATING));
    }

    private static void pole(List<Act> acts) {
        acts.add(requested("2026-02-27", POLE, "Gouvernance du pôle 2026", REGION, REGION, grant -> grant.origin(STATE)
                .programme(POLE_LINE)
                .fiscalYear(2026)
                .settlement(Settlement.FIXED)));
        acts.add(awarded("2026-04-24", POLE, 60_000));
        acts.add(notified("2026-05-04", POLE));
        acts.add(signed(
                "2026-05-15",
                POLE,
                "80-20",
                Fraction.ZERO,
                grant -> dated(grant, dates -> dates.report(day("2026-11-30")))));
        acts.add(paid("2026-07-10", POLE, 48_000, null));
        acts.add(reported("2026-11-26", POLE));
        acts.add(claim("2026-11-26", POLE, "solde", ClaimKind.FINAL, 61_000));
        acts.add(paid("2026-12-15", POLE, 12_000, null));
        acts.add(closed("2026-12-23", POLE));
    }

    private static void erdf(List<Act> acts) {
        acts.add(requested("2026-01-05", ERDF_PROJECT, "Plateforme hydrogène", ERDF, REGION, grant -> grant.origin(ERDF)
                .programme(ERDF_PROGRAMME)
                .rate(Fraction.of(1, 2))
                .eligibleBase(euros(200_000))
                .maximum(euros(100_000))
                .settlement(Settlement.PRO_RATA)
                .eligibility(DateWindow.of(day("2026-01-01"), day("2026-10-31")))
                .addYearLine(new YearLine(YearLineKind.AE, 2026, euros(100_000)))));
        acts.add(awarded("2026-01-30", ERDF_PROJECT, 100_000));
        acts.add(notified("2026-02-04", ERDF_PROJECT));
        acts.add(signed(
                "2026-02-16",
                ERDF_PROJECT,
                "erdf-2021-2027",
                Fraction.of(1, 5),
                grant -> dated(grant, dates -> dates.start(day("2026-01-05"))
                        .end(day("2026-10-31"))
                        .lastClaim(day("2026-11-16")))));
        acts.add(paid("2026-03-13", ERDF_PROJECT, 20_000, null));
        acts.add(claim("2026-05-20", ERDF_PROJECT, "acompte-1", ClaimKind.INTERIM, 90_000));
        acts.add(certified("2026-06-19", ERDF_PROJECT, "acompte-1", 88_000));
        acts.add(paid("2026-07-27", ERDF_PROJECT, 24_000, "acompte-1"));
        acts.add(claim("2026-09-21", ERDF_PROJECT, "acompte-2", ClaimKind.INTERIM, 92_000));
        acts.add(certified("2026-10-23", ERDF_PROJECT, "acompte-2", 92_000));
        acts.add(paid("2026-12-04", ERDF_PROJECT, 36_000, "acompte-2"));
        acts.add(change(
                "2026-11-20",
                ERDF_PROJECT,
                "solde demandé",
                grant -> grant.addClaim(new Claim(
                        "solde",
                        ClaimKind.FINAL,
                        day("2026-11-20"),
                        euros(25_000),
                        null,
                        null,
                        List.of(
                                new ExpenditureLine("Personnel", day("2026-10-20"), euros(19_000), null, null, null),
                                new ExpenditureLine("Salon", day("2026-11-05"), euros(6_000), null, null, null)),
                        null))));
        // the fair was paid after the last eligible day: the guard's own fix takes it out
        acts.add(
                new Act(day("2026-11-23"), "dépense rejetée", portfolio -> new ClusterYear(day("2026-11-23"), portfolio)
                        .alarm("CHECK-ELIG-OUTSIDE")
                        .quickFix()
                        .orElseThrow()
                        .edit()));
        acts.add(certified("2026-12-11", ERDF_PROJECT, "solde", 19_000));
        acts.add(acquired("2026-12-11", ERDF_PROJECT, 99_500));
        acts.add(paid("2026-12-18", ERDF_PROJECT, 19_500, "solde"));
        acts.add(closed("2026-12-23", ERDF_PROJECT));
    }

    private static void yearly(List<Act> acts) {
        acts.add(requested(
                "2026-01-20",
                YEARLY,
                "Cotisation d’animation 2026",
                METROPOLE,
                METROPOLE,
                grant -> grant.fiscalYear(2026)));
        acts.add(awarded("2026-03-19", YEARLY, 20_000));
        acts.add(notified("2026-03-26", YEARLY));
        acts.add(paid("2026-05-22", YEARLY, 20_000, null));
    }

    private static void investment(List<Act> acts) {
        acts.add(requested("2026-01-12", INVESTMENT, "Banc d’essai", STATE, STATE, grant -> grant.fiscalYear(2026)
                .spending(SpendingKind.INVESTMENT)
                .rate(Fraction.of(2, 5))
                .eligibleBase(euros(150_000))
                .maximum(euros(60_000))
                .settlement(Settlement.PRO_RATA)));
        acts.add(awarded("2026-03-09", INVESTMENT, 60_000));
        acts.add(notified("2026-03-11", INVESTMENT));
        acts.add(signed("2026-03-23", INVESTMENT, "state-investment", Fraction.of(3, 10), grant -> grant));
        acts.add(change(
                "2026-03-30",
                INVESTMENT,
                "démarrage",
                grant -> dated(grant, dates -> dates.start(day("2026-03-30"))
                        .worksStart(day("2026-03-30"))
                        .end(day("2026-09-30")))));
        acts.add(paid("2026-05-27", INVESTMENT, 18_000, null));
        acts.add(claim("2026-07-06", INVESTMENT, "acompte", ClaimKind.INTERIM, 100_000));
        acts.add(certified("2026-07-20", INVESTMENT, "acompte", 100_000));
        acts.add(paid("2026-09-11", INVESTMENT, 22_000, "acompte"));
        acts.add(claim("2026-10-12", INVESTMENT, "solde", ClaimKind.FINAL, 50_000));
        acts.add(certified("2026-10-26", INVESTMENT, "solde", 48_000));
        acts.add(acquired("2026-10-26", INVESTMENT, 59_200));
        acts.add(paid("2026-12-09", INVESTMENT, 19_200, "solde"));
        acts.add(closed("2026-12-23", INVESTMENT));
    }

    private static void fair(List<Act> acts) {
        acts.add(requested(
                "2026-01-05", FAIR, "Salon de l’hydrogène", MOSELLE, MOSELLE, grant -> grant.fiscalYear(2026)));
        acts.add(awarded("2026-01-23", FAIR, 15_000));
        acts.add(notified("2026-02-02", FAIR));
        acts.add(paid("2026-05-04", FAIR, 15_000, null));
    }

    private static void horizon(List<Act> acts) {
        acts.add(requested("2026-01-05", HORIZON, "Horizon CSA H2Clusters", COMMISSION, COMMISSION, grant -> grant.rate(
                        Fraction.ONE)
                .eligibleBase(euros(90_000))
                .maximum(euros(90_000))
                .settlement(Settlement.PRO_RATA)
                .schedule(List.of(
                        step(
                                "préfinancement",
                                StepRole.ADVANCE,
                                new Trigger.OnEvent(GrantEvent.START, Period.ZERO),
                                new Portion.OfAward(Fraction.of(3, 5)),
                                null),
                        step(
                                "paiement intermédiaire",
                                StepRole.INTERIM,
                                new Trigger.OnReport(ReportKind.INTERIM, Period.ZERO),
                                new Portion.OfCertified(),
                                Fraction.of(9, 10)),
                        step(
                                "solde",
                                StepRole.BALANCE,
                                new Trigger.OnReport(ReportKind.FINAL, Period.ZERO),
                                new Portion.Remainder(),
                                null)))
                .addDeadline(new AgreedDeadline("Rapport intermédiaire", day("2026-08-31"), null))));
        acts.add(awarded("2026-01-12", HORIZON, 90_000));
        acts.add(change(
                "2026-01-26",
                HORIZON,
                "convention signée",
                grant -> dated(grant.state(GrantState.UNDER_CONVENTION), dates -> dates.notification(day("2026-01-12"))
                        .convention(day("2026-01-26"))
                        .start(day("2026-02-01"))
                        .end(day("2026-10-31")))));
        acts.add(paid("2026-02-20", HORIZON, 54_000, null));
        acts.add(claim("2026-08-28", HORIZON, "periode-1", ClaimKind.INTERIM, 60_000));
        acts.add(change(
                "2026-08-28",
                HORIZON,
                "rapport intermédiaire",
                grant -> grant.deadlines(
                        List.of(new AgreedDeadline("Rapport intermédiaire", day("2026-08-31"), day("2026-08-28"))))));
        acts.add(certified("2026-09-25", HORIZON, "periode-1", 60_000));
        acts.add(paid("2026-10-16", HORIZON, 27_000, "periode-1"));
        acts.add(claim("2026-11-27", HORIZON, "finale", ClaimKind.FINAL, 33_000));
        acts.add(reported("2026-11-27", HORIZON));
        acts.add(certified("2026-12-14", HORIZON, "finale", 33_000));
        acts.add(paid("2026-12-21", HORIZON, 9_000, "finale"));
        acts.add(closed("2026-12-23", HORIZON));
    }

    private static void lastYear(List<Act> acts) {
        acts.add(requested(
                "2026-01-02", LAST_YEAR, "Action collective 2025", REGION, REGION, grant -> grant.fiscalYear(2025)
                        .rate(Fraction.of(2, 5))
                        .eligibleBase(euros(100_000))
                        .settlement(Settlement.PRO_RATA)
                        .state(GrantState.UNDER_CONVENTION)
                        .dates(GrantDates.builder()
                                .request(day("2025-01-20"))
                                .decision(day("2025-03-21"))
                                .notification(day("2025-03-28"))
                                .convention(day("2025-04-11"))
                                .start(day("2025-01-01"))
                                .end(day("2025-12-31"))
                                .build())
                        .addAmount(new StagedAmount(AmountStage.AWARDED, euros(40_000), day("2025-03-21"), null))
                        .schedule(steps(grant.build(), "80-20", Fraction.ZERO))
                        .addReceipt(new Receipt("r1", day("2025-05-20"), euros(32_000), null, null))));
        acts.add(claim("2026-05-28", LAST_YEAR, "bilan", ClaimKind.FINAL, 78_000));
        acts.add(reported("2026-05-28", LAST_YEAR));
        acts.add(certified("2026-07-15", LAST_YEAR, "bilan", 72_500));
        acts.add(acquired("2026-07-15", LAST_YEAR, 29_000));
        acts.add(paid("2026-08-21", LAST_YEAR, -3_000, null));
        acts.add(change(
                "2026-08-21",
                LAST_YEAR,
                "reversement",
                grant -> grant.addAmount(new StagedAmount(
                        AmountStage.RECOVERED, euros(3_000), day("2026-08-21"), "titre de recettes"))));
        acts.add(closed("2026-08-21", LAST_YEAR));
    }
}
