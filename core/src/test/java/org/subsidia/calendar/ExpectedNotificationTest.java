package org.subsidia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.subsidia.calendar.World.day;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.ExplanationText;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.GrantState;
import org.subsidia.time.Span;

class ExpectedNotificationTest {
    private static final Span NONE = Span.days(0);

    private static World requested(String request, NotificationPattern pattern) {
        return World.of()
                .grants(g -> g.state(GrantState.REQUESTED)
                        .dates(World.dates().request(day(request)).build()))
                .options(options -> options.withPattern(FunderLevel.REGION, pattern));
    }

    private static NotificationPattern only(Month month, int quietPercent) {
        List<Integer> weights = IntStream.rangeClosed(1, 12)
                .mapToObj(m -> m == month.getValue() ? 1 : 0)
                .toList();
        return new NotificationPattern(weights, NONE, quietPercent, NONE);
    }

    @Test
    void expected_oneMonthOnly_isItsMiddle() {
        CalendarEvent event = requested("2026-02-01", only(Month.SEPTEMBER, 0)).the(EventKind.NOTIFICATION);
        assertThat(event.date()).isEqualTo("2026-09-15");
        assertThat(event.certainty()).isEqualTo(Certainty.EXPECTED);
        assertThat(event.kind().isTracked()).isFalse();
    }

    @Test
    void expected_evenly_isHalfAYearAfterTheEarliestDay() {
        NotificationPattern even = new NotificationPattern(Collections.nCopies(12, 1), NONE, 100, NONE);
        // 1 March 2026 is the day of looking; the middle of the year from it is 30 August, a Sunday
        LocalDate date =
                requested("2026-02-01", even).the(EventKind.NOTIFICATION).date();
        assertThat(date).isBetween("2026-08-28", "2026-09-01");
        assertThat(date.getDayOfWeek().getValue()).isLessThan(6);
    }

    @Test
    void expected_partOfAMonthFrozen_isTheMiddleOfTheRest() {
        // April up to the 15th lies before the vote of the budget: the 16th to the 30th are left, their middle is the
        // 23rd
        assertThat(requested("2026-02-01", only(Month.APRIL, 0))
                        .the(EventKind.NOTIFICATION)
                        .date())
                .isEqualTo("2026-04-23");
        assertThat(requested("2026-02-01", only(Month.APRIL, 100))
                        .the(EventKind.NOTIFICATION)
                        .date())
                .isEqualTo("2026-04-15");
    }

    @Test
    void expected_everythingFrozen_hasNoDate() {
        World world = requested("2026-01-01", only(Month.JANUARY, 0));
        assertThat(world.all(EventKind.NOTIFICATION)).isEmpty();
        assertThat(world.calendar().findings())
                .extracting(f -> f.place().field())
                .contains("dates.notification");
    }

    @Test
    void expected_beforeElections_isThinnedOut() {
        NotificationPattern february =
                new NotificationPattern(only(Month.FEBRUARY, 0).weights(), NONE, 0, Span.weeks(2));
        World commune = new World()
                .with(World.cluster(java.time.MonthDay.of(12, 31)))
                .grants(g -> g.state(GrantState.REQUESTED)
                        .decisionMaker(World.MOSELLE)
                        .dates(World.dates().request(day("2028-04-20")).build()))
                .options(options -> options.withPattern(FunderLevel.DEPARTEMENT, february));
        // the reserve of two weeks before March 2028 is past; the next February lies before the vote of the budget
        assertThat(commune.on("2028-04-20").all(EventKind.NOTIFICATION)).isEmpty();
        String words = ExplanationText.indented(
                requested("2027-10-01", NotificationPattern.standard(FunderLevel.REGION))
                        .on("2027-10-01")
                        .the(EventKind.NOTIFICATION)
                        .explanation(),
                Locale.ENGLISH);
        assertThat(words)
                .contains("Reserve before elections, 19 Jan 2028 to 31 Mar 2028")
                .contains("Between the stop of commitments and the vote of the budget, 15 Dec 2027 to 30 Apr 2028")
                .contains("Weights of the months of notification", "Warning");
    }

    @Test
    void expected_standardRegion_fallsAfterTheVote() {
        CalendarEvent event = requested("2025-10-01", NotificationPattern.standard(FunderLevel.REGION))
                .on("2025-12-20")
                .the(EventKind.NOTIFICATION);
        assertThat(event.date()).isBetween("2026-04-16", "2026-08-31");
    }

    @Test
    void expected_decisionOfTheCall_isTheEarliestDay() {
        CallId call = new CallId("aap");
        World world = World.of()
                .with(Call.builder(call, "AAP")
                        .closes(day("2026-06-30"))
                        .decision(day("2026-12-01"))
                        .build())
                .grants(g -> g.state(GrantState.PLANNED).call(call))
                .options(options -> options.withPattern(FunderLevel.REGION, only(Month.DECEMBER, 100)));
        assertThat(world.the(EventKind.NOTIFICATION).date()).isEqualTo("2026-12-16");
        World closing = World.of()
                .with(Call.builder(call, "AAP").closes(day("2026-06-30")).build())
                .grants(g -> g.state(GrantState.PLANNED).call(call));
        assertThat(closing.the(EventKind.NOTIFICATION).date()).isAfter("2026-08-30");
    }

    @Test
    void expected_noRequestAndNoCall_namesTheRequest() {
        World world = World.of().grants(g -> g.state(GrantState.PLANNED));
        assertThat(world.calendar().findings())
                .extracting(f -> f.place().field())
                .contains("dates.request");
    }

    @Test
    void expected_alreadyNotifiedOrAwarded_isNotExpected() {
        World world = World.of().grants(g -> g.state(GrantState.REQUESTED)
                .dates(World.dates().notification(day("2026-02-01")).build()));
        assertThat(world.the(EventKind.NOTIFICATION).certainty()).isEqualTo(Certainty.FIXED);
        assertThat(World.of().grants(g -> g).all(EventKind.NOTIFICATION)).isEmpty();
    }

    @Test
    void expected_awaitedDecision_countsFromIt() {
        World world = World.of()
                .grants(g -> g.state(GrantState.REQUESTED)
                        .dates(World.dates().decision(day("2026-10-05")).build()))
                .options(options -> options.withPattern(FunderLevel.REGION, only(Month.OCTOBER, 100)));
        assertThat(world.the(EventKind.NOTIFICATION).date()).isBetween("2026-10-05", "2026-10-31");
    }

    @Test
    void pattern_badWeights_areRefused() {
        assertThatThrownBy(() -> new NotificationPattern(List.of(1), NONE, 0, NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NotificationPattern(Collections.nCopies(12, 0), NONE, 0, NONE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NotificationPattern(Collections.nCopies(12, 1), NONE, 101, NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
