package org.subsidia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.calendar.World.day;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.GrantState;

class BudgetSeasonTest {

    private static World season(FunderLevel level) {
        FunderId id = new FunderId("f");
        return World.of()
                .with(Funder.builder(id, level, "Financeur").build())
                .grants(g -> g.state(GrantState.REQUESTED).decisionMaker(id))
                .options(options -> CalendarOptions.STANDARD.withYears(1, 2));
    }

    private static List<String> days(World world, EventKind kind) {
        return world.all(kind).stream().map(event -> event.date().toString()).toList();
    }

    @Test
    void region_election2028_votesLaterThatYear() {
        World region = season(FunderLevel.REGION);
        assertThat(days(region, EventKind.BUDGET_VOTE))
                .containsExactly("2025-04-15", "2026-04-15", "2027-04-15", "2028-04-30");
        assertThat(days(region, EventKind.ELECTION)).containsExactly("2028-03-01");
        // ten weeks before the vote under M57
        assertThat(days(region, EventKind.BUDGET_DEBATE)).contains("2026-02-04", "2028-02-20");
        assertThat(days(region, EventKind.BUDGET_TRANSMISSION)).contains("2026-04-30", "2028-05-15");
        assertThat(days(region, EventKind.BUDGET_AMENDMENT)).contains("2026-01-21");
        assertThat(days(region, EventKind.BUDGET_CLOSING)).contains("2026-01-31");
        assertThat(days(region, EventKind.BUDGET_ACCOUNTS)).contains("2026-06-30");
        assertThat(days(region, EventKind.BUDGET_FREEZE)).contains("2026-12-15");
        assertThat(region.all(EventKind.BUDGET_VOTE)).allMatch(event -> event.certainty() == Certainty.EXPECTED);
        assertThat(region.calendar().late()).isEmpty();
    }

    @Test
    void commune_election2026_votesLaterThatYear() {
        World commune = season(FunderLevel.COMMUNE);
        assertThat(days(commune, EventKind.BUDGET_VOTE)).contains("2025-04-15", "2026-04-30", "2028-04-15");
        assertThat(days(commune, EventKind.BUDGET_DEBATE)).contains("2026-02-28"); // two months before 30 April
        assertThat(days(commune, EventKind.ELECTION)).containsExactly("2026-03-01");
        assertThat(days(season(FunderLevel.MIXED_SYNDICATE), EventKind.ELECTION))
                .isEmpty();
    }

    @Test
    void state_billIsTabledOnTheFirstTuesdayOfOctober() {
        World state = season(FunderLevel.STATE);
        assertThat(days(state, EventKind.BUDGET_BILL))
                .containsExactly("2025-10-07", "2026-10-06", "2027-10-05", "2028-10-03");
        assertThat(days(state, EventKind.BUDGET_LAW)).contains("2026-12-31");
        assertThat(days(state, EventKind.BUDGET_CARRY_OVER)).contains("2026-03-31");
        assertThat(days(state, EventKind.BUDGET_FREEZE)).contains("2026-12-15");
        assertThat(state.all(EventKind.BUDGET_VOTE)).isEmpty();
    }

    @Test
    void europe_accountsAreHandedInInFebruary() {
        assertThat(days(season(FunderLevel.EU_SHARED), EventKind.BUDGET_ACCOUNTS))
                .contains("2026-02-15");
        assertThat(season(FunderLevel.PRIVATE).all(EventKind.BUDGET_ACCOUNTS)).isEmpty();
    }

    @Test
    void season_ofFundersWithoutLivingGrant_isNotShown() {
        World closed = World.of().grants(g -> g.state(GrantState.CLOSED)).options(options -> CalendarOptions.STANDARD);
        assertThat(closed.all(EventKind.BUDGET_VOTE)).isEmpty();
        World call = World.of()
                .with(Call.builder(new CallId("aap"), "AAP")
                        .funder(World.REGION)
                        .closes(day("2026-06-30"))
                        .build())
                .options(options -> CalendarOptions.STANDARD);
        assertThat(call.all(EventKind.BUDGET_VOTE)).hasSize(4);
    }
}
