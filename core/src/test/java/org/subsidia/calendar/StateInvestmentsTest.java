package org.subsidia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.calendar.World.day;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantDates;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.SpendingKind;

class StateInvestmentsTest {

    private static World invest(GrantDates dates, UnaryOperator<Grant.Builder> more) {
        return World.of()
                .grants(g -> more.apply(g.payer(World.STATE)
                        .decisionMaker(World.STATE)
                        .spending(SpendingKind.INVESTMENT)
                        .dates(dates)));
    }

    private static World invest(GrantDates.Builder dates) {
        return invest(dates.build(), g -> g);
    }

    @Test
    void admissibility_twoMonthsAfterTheRequest() {
        assertThat(invest(World.dates().request(day("2026-02-16")))
                        .the(EventKind.ADMISSIBILITY)
                        .date())
                .isEqualTo("2026-04-16");
        // 28 February 2026 is a Saturday
        assertThat(invest(World.dates().request(day("2025-12-31")))
                        .the(EventKind.ADMISSIBILITY)
                        .date())
                .isEqualTo("2026-03-02");
    }

    @Test
    void investment_allDatesKnown_countsFromEach() {
        World world = invest(World.dates()
                .request(day("2025-09-01"))
                .decision(day("2025-12-01"))
                .notification(day("2025-12-15"))
                .worksStart(day("2026-02-02"))
                .end(day("2028-02-29")));
        assertThat(world.the(EventKind.INVESTMENT_START).date()).isEqualTo("2027-12-15");
        assertThat(world.the(EventKind.INVESTMENT_START).done()).isEqualTo("2026-02-02");
        assertThat(world.the(EventKind.INVESTMENT_COMPLETION).date()).isEqualTo("2030-02-04"); // 2 February: Saturday
        assertThat(world.the(EventKind.INVESTMENT_BALANCE).date()).isEqualTo("2029-02-28");
        assertThat(world.the(EventKind.INVESTMENT_BALANCE).certainty()).isEqualTo(Certainty.FIXED);
        assertThat(world.the(EventKind.ADMISSIBILITY).done()).isEqualTo("2025-12-01");
        assertThat(world.the(EventKind.INVESTMENT_START).explanation().nodes().map(n -> n.label()
                        .code()))
                .contains("CAL-WARN-RULE");
    }

    @Test
    void investment_notStarted_expectsTheLatestDays() {
        World world = invest(World.dates().notification(day("2025-12-15")));
        assertThat(world.the(EventKind.INVESTMENT_START).certainty()).isEqualTo(Certainty.FIXED);
        CalendarEvent completion = world.the(EventKind.INVESTMENT_COMPLETION);
        assertThat(completion.date()).isEqualTo("2031-12-15");
        assertThat(completion.certainty()).isEqualTo(Certainty.EXPECTED);
        assertThat(world.the(EventKind.INVESTMENT_BALANCE).date()).isEqualTo("2032-12-15");
    }

    @Test
    void investment_lastClaimAgreed_hasNoOtherDayForTheBalance() {
        World world = invest(World.dates().notification(day("2025-12-15")).lastClaim(day("2028-06-30")));
        assertThat(world.all(EventKind.INVESTMENT_BALANCE)).isEmpty();
        assertThat(world.the(EventKind.FINAL_CLAIM).date()).isEqualTo("2028-06-30");
    }

    @Test
    void investment_reported_isDone() {
        World world = invest(
                World.dates()
                        .notification(day("2019-03-01"))
                        .request(day("2018-11-01"))
                        .start(day("2019-04-01"))
                        .end(day("2020-04-01"))
                        .build(),
                g -> g.state(GrantState.REPORTED)
                        .addClaim(
                                new Claim("c", ClaimKind.FINAL, day("2020-10-01"), null, null, null, List.of(), null)));
        assertThat(world.calendar().late()).isEmpty();
        assertThat(world.the(EventKind.INVESTMENT_COMPLETION).done()).isEqualTo("2020-04-01");
        assertThat(world.the(EventKind.INVESTMENT_BALANCE).done()).isEqualTo("2020-10-01");
    }

    @Test
    void investment_requestedBeforeTheDecree_saysThatTheRuleWasNotInForce() {
        World world = invest(World.dates().request(day("2018-09-30")).notification(day("2018-12-01")));
        assertThat(world.all(EventKind.INVESTMENT_START)).isEmpty();
        assertThat(world.calendar().findings())
                .filteredOn(f -> f.code().equals("CAL-GAP-RULE"))
                .extracting(f -> f.message().in(Locale.ENGLISH))
                .anyMatch(text -> text.contains("state-investment.start.delay"));
    }

    @Test
    void investment_missingFacts_areNamed() {
        assertThat(invest(World.dates()).calendar().findings())
                .extracting(f -> f.message().in(Locale.FRENCH))
                .anyMatch(text ->
                        text.contains("Commencement du projet au plus tard") && text.contains("date de notification"));
        World unknown = World.of().grants(g -> g.payer(World.STATE).decisionMaker(World.STATE));
        assertThat(unknown.calendar().findings())
                .extracting(f -> f.place().field())
                .contains("spending");
        assertThat(unknown.calendar().findings()).extracting(Finding::code).contains("CAL-GAP-FACT");
        World operating = World.of()
                .grants(g -> g.payer(World.STATE).decisionMaker(World.STATE).spending(SpendingKind.OPERATING));
        assertThat(operating.calendar().findings())
                .extracting(f -> f.place().field())
                .doesNotContain("spending");
    }
}
