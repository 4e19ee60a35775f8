package org.subsidia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.calendar.World.day;

import java.time.Period;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.CallState;

class CallDatesTest {

    private static Call.Builder call(CallState state) {
        return Call.builder(new CallId("aap"), "AAP Filières")
                .funder(World.REGION)
                .state(state);
    }

    @Test
    void call_announced_givesAllItsDates() {
        World world = World.of()
                .with(call(CallState.ANNOUNCED)
                        .opens(day("2026-04-01"))
                        .preDeposit(day("2026-05-02"))
                        .addCutOff(day("2026-06-30"))
                        .addCutOff(day("2026-09-30"))
                        .closes(day("2026-12-31"))
                        .decision(day("2027-03-15"))
                        .build());
        assertThat(world.the(EventKind.CALL_OPENS).date()).isEqualTo("2026-04-01");
        assertThat(world.the(EventKind.CALL_PRE_DEPOSIT).date()).isEqualTo("2026-05-02");
        assertThat(world.the(EventKind.CALL_CUT_OFF, "1").date()).isEqualTo("2026-06-30");
        assertThat(world.the(EventKind.CALL_CUT_OFF, "2").date()).isEqualTo("2026-09-30");
        CalendarEvent closes = world.the(EventKind.CALL_CLOSES);
        assertThat(closes.date()).isEqualTo("2026-12-31");
        assertThat(closes.funder()).isEqualTo(World.REGION);
        assertThat(closes.certainty()).isEqualTo(Certainty.FIXED);
        assertThat(closes.title().in(Locale.ENGLISH)).isEqualTo("Call closes: AAP Filières");
        assertThat(world.the(EventKind.CALL_DECISION).date()).isEqualTo("2027-03-15");
    }

    @Test
    void call_expected_hasExpectedDates() {
        World world = World.of()
                .with(call(CallState.EXPECTED).closes(day("2026-12-31")).build());
        assertThat(world.the(EventKind.CALL_CLOSES).certainty()).isEqualTo(Certainty.EXPECTED);
    }

    @Test
    void call_cancelled_hasNoDates() {
        World world = World.of()
                .with(call(CallState.CANCELLED).closes(day("2026-12-31")).build());
        assertThat(world.all(EventKind.CALL_CLOSES)).isEmpty();
    }

    @Test
    void call_openWithoutClosingDay_isAFinding() {
        assertThat(World.of().with(call(CallState.OPEN).build()).calendar().findings())
                .extracting(f -> f.place().toString())
                .contains("aap (closes)");
    }

    @Test
    void call_recurring_comesBackWithinTheYearsShown() {
        World world = World.of()
                .with(call(CallState.CLOSED)
                        .closes(day("2024-02-29"))
                        .recurrence(Period.ofYears(1))
                        .build());
        assertThat(world.all(EventKind.CALL_CLOSES))
                .extracting(event -> event.date().toString())
                .containsExactly("2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29");
        assertThat(world.the(EventKind.CALL_CLOSES, "+4").certainty()).isEqualTo(Certainty.EXPECTED);
    }

    @Test
    void call_senselessRecurrence_comesOnce() {
        for (Period period : new Period[] {Period.ZERO, Period.ofYears(-1), Period.ofYears(Integer.MAX_VALUE)}) {
            World world = World.of()
                    .with(call(CallState.OPEN)
                            .closes(day("2026-02-28"))
                            .recurrence(period)
                            .build());
            assertThat(world.all(EventKind.CALL_CLOSES)).as(period.toString()).hasSize(1);
        }
    }

    @Test
    void words_ofPeriods_nameEachPart() {
        assertThat(Periods.words(Period.of(1, 6, 2)).in(Locale.ENGLISH)).isEqualTo("1 year and 6 months and 2 days");
        assertThat(Periods.words(Period.ofDays(-3)).in(Locale.FRENCH)).isEqualTo("P-3D");
    }
}
