package org.subsidia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.calendar.World.day;
import static org.subsidia.calendar.World.euros;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.ExplanationText;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.AidForm;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.GrantNature;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Receipt;

class PaymentClockTest {

    private static World notified(String day) {
        return World.of()
                .grants(g -> g.dates(World.dates().notification(day(day)).build()));
    }

    @Test
    void payment_notifiedOn16February2026_isDueOn17April() {
        CalendarEvent event = notified("2026-02-16").the(EventKind.PAYMENT);
        assertThat(event.date()).isEqualTo("2026-04-17");
        assertThat(event.certainty()).isEqualTo(Certainty.FIXED);
        assertThat(event.id()).isEqualTo("payment/grant/g1");
        assertThat(event.title().in(Locale.FRENCH)).isEqualTo("Versement au plus tard : Animation 2026");
        assertThat(event.place()).hasToString("g1 (dates.notification)");
        assertThat(event.structure()).isEqualTo(World.CLUSTER);
        assertThat(event.funder()).isEqualTo(World.REGION);
        assertThat(event.grant()).isEqualTo(World.GRANT);
        assertThat(event.rules()).extracting(RuleReference::id).contains("subsidy.payment.delay", "counting.civil");
        assertThat(event.explanation().check()).isEmpty();
        assertThat(event.explanation().records()).containsExactly("g1", "region");
        assertThat(ExplanationText.indented(event.explanation(), Locale.FRENCH))
                .contains("60 jours après : le 17/04/2026", "Jours fériés du financeur, d’après son territoire REG-84");
    }

    @Test
    void payment_sixtiethDayASunday_isRolledToMonday() {
        assertThat(notified("2026-03-04").the(EventKind.PAYMENT).date()).isEqualTo("2026-05-04");
    }

    @Test
    void payment_ofAnAuthorityInMoselle_isMovedByItsHolidays() {
        // 60 days after 2 February 2026 is 3 April, Good Friday; then the weekend and Easter Monday
        World general = notified("2026-02-02");
        World moselle = World.of().grants(g -> g.payer(World.MOSELLE)
                .dates(World.dates().notification(day("2026-02-02")).build()));
        assertThat(general.the(EventKind.PAYMENT).date()).isEqualTo("2026-04-03");
        assertThat(moselle.the(EventKind.PAYMENT).date()).isEqualTo("2026-04-07");
    }

    @Test
    void payment_windowAgreed_overridesTheDelay() {
        World world = World.of().grants(g -> g.dates(
                        World.dates().notification(day("2026-02-16")).build())
                .paymentWindow(DateWindow.of(day("2026-05-01"), day("2026-09-30"))));
        CalendarEvent event = world.the(EventKind.PAYMENT);
        assertThat(event.date()).isEqualTo("2026-09-30");
        assertThat(event.rules()).isEmpty();
    }

    @Test
    void payment_paidInFull_isDoneOnTheDayOfTheLastReceipt() {
        World world = World.of().grants(g -> g.dates(
                        World.dates().notification(day("2025-10-01")).build())
                .addReceipt(new Receipt("r2", day("2025-12-20"), euros(20_000), null, null))
                .addReceipt(new Receipt("r1", day("2025-11-20"), euros(40_000), null, null)));
        CalendarEvent event = world.the(EventKind.PAYMENT);
        assertThat(event.done()).isEqualTo("2025-12-20");
        assertThat(world.calendar().state(event)).isEqualTo(EventState.DONE);
    }

    @Test
    void payment_partlyPaid_isLate() {
        World world = World.of().grants(g -> g.dates(
                        World.dates().notification(day("2025-10-01")).build())
                .addReceipt(new Receipt("r1", day("2025-11-20"), euros(59_999), null, null)));
        assertThat(world.calendar().late()).extracting(CalendarEvent::kind).containsExactly(EventKind.PAYMENT);
    }

    @Test
    void payment_noNotification_namesTheMissingFact() {
        GrantCalendar calendar = World.of().grants(g -> g.fiscalYear(2026)).calendar();
        assertThat(calendar.events()).noneMatch(event -> event.kind() == EventKind.PAYMENT);
        assertThat(calendar.findings())
                .extracting(finding -> finding.message().in(Locale.ENGLISH))
                .contains("“Animation 2026”: no date for “Payment at the latest”, because this is not known: date of"
                        + " the notification.");
    }

    @Test
    void payment_beforeTheLawOf2021_namesTheDaysOnWhichTheRuleIsKnown() {
        List<Finding> findings = notified("2019-02-16").calendar().findings();
        assertThat(findings).filteredOn(f -> f.code().equals("CAL-GAP-RULE")).hasSize(1);
        assertThat(findings.get(0).message().in(Locale.ENGLISH)).contains("subsidy.payment.delay");
    }

    @Test
    void payment_payerUnknown_asksForIt() {
        World world = World.of().grants(g -> g.payer(null)
                .decisionMaker(null)
                .fiscalYear(2026)
                .dates(World.dates().notification(day("2026-02-16")).build()));
        assertThat(world.calendar().findings())
                .extracting(Finding::code, f -> f.place().field())
                .contains(org.assertj.core.groups.Tuple.tuple("CAL-GAP-FACT", "payer"));
    }

    @Test
    void payment_otherMoney_hasNoSuchDelay() {
        FunderId fund = new FunderId("private");
        assertThat(World.of()
                        .with(Funder.builder(fund, FunderLevel.PRIVATE, "Fondation")
                                .build())
                        .grants(g -> g.payer(fund)
                                .dates(World.dates()
                                        .notification(day("2026-02-16"))
                                        .build()))
                        .all(EventKind.PAYMENT))
                .isEmpty();
        assertThat(World.of()
                        .grants(g -> g.nature(GrantNature.PUBLIC_CONTRACT)
                                .dates(World.dates()
                                        .notification(day("2026-02-16"))
                                        .build()))
                        .all(EventKind.PAYMENT))
                .isEmpty();
        assertThat(World.of()
                        .grants(g -> g.form(AidForm.IN_KIND)
                                .dates(World.dates()
                                        .notification(day("2026-02-16"))
                                        .build()))
                        .all(EventKind.PAYMENT))
                .isEmpty();
        assertThat(World.of()
                        .grants(g -> g.state(GrantState.REFUSED)
                                .dates(World.dates()
                                        .notification(day("2026-02-16"))
                                        .build()))
                        .calendar()
                        .events())
                .noneMatch(event -> event.grant() != null);
    }
}
