package org.subsidia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.calendar.World.day;
import static org.subsidia.calendar.World.euros;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Finding;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.AgreedDeadline;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantEvent;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portion;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.ReportKind;
import org.subsidia.portfolio.ScheduleStep;
import org.subsidia.portfolio.StepRole;
import org.subsidia.portfolio.Trigger;

class ScheduleStepsTest {
    private static final Portion HALF = new Portion.OfAward(Fraction.of(1, 2));

    private static ScheduleStep step(String name, StepRole role, Trigger trigger, Portion portion) {
        return new ScheduleStep(name, role, trigger, portion, null, false, null, null);
    }

    private static Trigger on(String day) {
        return new Trigger.OnDate(day(day));
    }

    private static Trigger on(GrantEvent event, Period delay) {
        return new Trigger.OnEvent(event, delay);
    }

    private static Claim claim(ClaimKind kind, @Nullable String day) {
        return new Claim("c-" + kind, kind, day == null ? null : day(day), null, null, null, java.util.List.of(), null);
    }

    private static LocalDate of(World world, EventKind kind, String step) {
        return world.the(kind, "step:" + step).date();
    }

    @Test
    void steps_byDate_areClaimedAndPaidOnTheDayTheConventionSets() {
        World world = World.of().grants(g -> g.dates(
                        World.dates().notification(day("2026-01-10")).build())
                .addStep(step("avance", StepRole.ADVANCE, on("2026-03-31"), HALF))
                .addStep(step("reste", StepRole.BALANCE, on("2026-09-30"), HALF)));
        // 31 March comes before 60 days after the notification: the convention wins, and no day is moved
        assertThat(of(world, EventKind.PAYMENT, "avance")).isEqualTo("2026-03-31");
        assertThat(of(world, EventKind.PAYMENT, "reste")).isEqualTo("2026-09-30");
        assertThat(world.the(EventKind.CLAIM).date()).isEqualTo("2026-09-30");
        assertThat(world.all(EventKind.PAYMENT)).hasSize(2);
    }

    @Test
    void steps_byEvent_arePaidSixtyDaysAfterIt() {
        World world = World.of().grants(g -> g.dates(World.dates()
                        .convention(day("2026-02-16"))
                        .end(day("2026-12-31"))
                        .build())
                .addStep(step("signature", StepRole.ADVANCE, on(GrantEvent.CONVENTION, Period.ZERO), HALF))
                .addStep(step(
                        "solde", StepRole.BALANCE, on(GrantEvent.END, Period.ofMonths(3)), new Portion.Remainder())));
        assertThat(of(world, EventKind.PAYMENT, "signature")).isEqualTo("2026-04-17");
        CalendarEvent balance = world.the(EventKind.CLAIM, "step:solde");
        assertThat(balance.date()).isEqualTo("2027-03-31");
        assertThat(balance.explanation().nodes().map(node -> node.label().in(Locale.ENGLISH)))
                .contains("3 months later", "last day of the action");
        // 60 days after 31 March 2027 is Sunday 30 May
        assertThat(of(world, EventKind.PAYMENT, "solde")).isEqualTo("2027-05-31");
    }

    @Test
    void steps_ofCertifiedExpenses_haveNoDayOfPaymentBeforeTheClaim() {
        World world = World.of()
                .grants(g -> g.addStep(step("acompte", StepRole.INTERIM, on("2026-06-30"), new Portion.OfCertified())));
        assertThat(world.the(EventKind.CLAIM).date()).isEqualTo("2026-06-30");
        assertThat(world.all(EventKind.PAYMENT)).isEmpty();
    }

    @Test
    void steps_everyEvent_startsFromItsDate() {
        Grant grant = World.grant(g -> {
            g.dates(World.dates()
                    .request(day("2026-01-01"))
                    .decision(day("2026-01-02"))
                    .notification(day("2026-01-03"))
                    .convention(day("2026-01-04"))
                    .start(day("2026-01-05"))
                    .end(day("2026-01-06"))
                    .report(day("2026-01-07"))
                    .lastClaim(day("2026-01-08"))
                    .build());
            for (GrantEvent event : GrantEvent.values()) {
                g.addStep(step(event.name(), StepRole.BALANCE, on(event, Period.ZERO), HALF));
            }
            return g;
        });
        World world = World.of().with(grant);
        for (GrantEvent event : GrantEvent.values()) {
            CalendarEvent claim = world.the(EventKind.CLAIM, "step:" + event.name());
            assertThat(claim.date()).isEqualTo(LocalDate.of(2026, 1, 1 + event.ordinal()));
            boolean expected = event == GrantEvent.REPORT || event == GrantEvent.LAST_CLAIM;
            assertThat(claim.certainty()).isEqualTo(expected ? Certainty.EXPECTED : Certainty.FIXED);
        }
    }

    @Test
    void steps_byReports_waitForThem() {
        World world = World.of().grants(g -> g.fiscalYear(2026)
                .dates(World.dates()
                        .report(day("2027-03-31"))
                        .reported(day("2027-03-15"))
                        .build())
                .addDeadline(new AgreedDeadline("Rapport intermédiaire", day("2026-09-30"), day("2026-09-20")))
                .addDeadline(new AgreedDeadline("2e bilan d’étape", day("2026-12-15"), null))
                .addStep(step("un", StepRole.INTERIM, new Trigger.OnReport(ReportKind.INTERIM, Period.ZERO), HALF))
                .addStep(step(
                        "deux", StepRole.INTERIM, new Trigger.OnReport(ReportKind.INTERIM, Period.ofDays(10)), HALF))
                .addStep(step("trois", StepRole.INTERIM, new Trigger.OnReport(ReportKind.INTERIM, Period.ZERO), HALF))
                .addStep(
                        step("comptes", StepRole.INTERIM, new Trigger.OnReport(ReportKind.ACCOUNTS, Period.ZERO), HALF))
                .addStep(step("solde", StepRole.BALANCE, new Trigger.OnReport(ReportKind.FINAL, Period.ZERO), HALF)));
        assertThat(of(world, EventKind.CLAIM, "un")).isEqualTo("2026-09-20");
        assertThat(of(world, EventKind.CLAIM, "deux")).isEqualTo("2026-12-25");
        assertThat(of(world, EventKind.CLAIM, "comptes")).isEqualTo("2027-06-30");
        assertThat(of(world, EventKind.CLAIM, "solde")).isEqualTo("2027-03-15");
        assertThat(world.all(EventKind.INTERIM_REPORT)).hasSize(2);
        assertThat(world.calendar().findings())
                .extracting(finding -> finding.message().in(Locale.ENGLISH))
                .anyMatch(text -> text.contains("trois") && text.contains("interim report"));
    }

    @Test
    void steps_withoutTheirFact_nameIt() {
        World world = World.of().grants(g -> g.addStep(
                        step("avance", StepRole.ADVANCE, on(GrantEvent.CONVENTION, Period.ZERO), HALF))
                .addStep(
                        step("comptes", StepRole.INTERIM, new Trigger.OnReport(ReportKind.ACCOUNTS, Period.ZERO), HALF))
                .addStep(step("mi-parcours", StepRole.INTERIM, new Trigger.OnShareSpent(Fraction.of(1, 2)), HALF)));
        assertThat(world.all(EventKind.CLAIM)).isEmpty();
        assertThat(world.all(EventKind.PAYMENT)).isEmpty();
        assertThat(world.calendar().findings().stream()
                        .filter(f -> "schedule".equals(f.place().field())
                                || "dates.convention".equals(f.place().field()))
                        .map(f -> f.message().in(Locale.FRENCH)))
                .containsExactlyInAnyOrder(
                        "« Animation 2026 – avance » : pas de date pour « Versement au plus tard », car cette information"
                                + " manque : date de signature de la convention.",
                        "« Animation 2026 – mi-parcours » : pas de date pour « Demande de paiement », car cette"
                                + " information manque : date à laquelle la part de dépenses prévue est atteinte.");
        assertThat(world.calendar().findings()).extracting(Finding::code).contains("CAL-GAP-FACT");
    }

    @Test
    void steps_paidSoFar_areDoneInTheirOrder() {
        World world = World.of().grants(g -> g.addStep(step("un", StepRole.ADVANCE, on("2025-03-31"), HALF))
                .addStep(step("deux", StepRole.INTERIM, on("2025-06-30"), new Portion.Amount(euros(10_000))))
                .addStep(step("trois", StepRole.BALANCE, on("2025-09-30"), new Portion.Remainder()))
                .addClaim(claim(ClaimKind.INTERIM, "2025-06-15"))
                .addClaim(claim(ClaimKind.FINAL, null))
                .addReceipt(new Receipt("r1", day("2025-04-10"), euros(30_000), null, null))
                .addReceipt(new Receipt("r2", day("2025-07-10"), euros(10_000), null, null)));
        assertThat(world.the(EventKind.PAYMENT, "step:un").done()).isEqualTo("2025-04-10");
        assertThat(world.the(EventKind.PAYMENT, "step:deux").done()).isEqualTo("2025-07-10");
        assertThat(world.the(EventKind.CLAIM, "step:deux").done()).isEqualTo("2025-06-15");
        assertThat(world.the(EventKind.CLAIM, "step:trois").done()).isNull();
        assertThat(world.calendar().late()).extracting(CalendarEvent::id).containsExactly("claim/grant/g1/step:trois");
    }

    @Test
    void steps_ofAClosedGrant_areDone() {
        World world = World.of().grants(g -> g.state(GrantState.CLOSED)
                .addStep(step("un", StepRole.INTERIM, on("2025-03-31"), HALF))
                .addStep(step("un", StepRole.INTERIM, on("2025-06-30"), HALF)));
        assertThat(world.calendar().late()).isEmpty();
        assertThat(world.all(EventKind.CLAIM))
                .extracting(CalendarEvent::id)
                .containsExactly("claim/grant/g1/step:un", "claim/grant/g1/step:un#2");
    }
}
