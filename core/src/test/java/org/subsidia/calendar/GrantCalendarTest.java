package org.subsidia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.subsidia.calendar.World.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.AgreedDeadline;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.PortfolioRecord;
import org.subsidia.portfolio.RandomPortfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.time.HolidayCalendar;
import org.subsidia.time.Zone;

class GrantCalendarTest {
    private static final LawBase LAW = LawBase.standard();

    private static World full() {
        return World.of().grants(g -> g.state(GrantState.UNDER_CONVENTION)
                .fiscalYear(2025)
                .eligibility(DateWindow.of(day("2025-01-01"), day("2025-12-31")))
                .dates(World.dates()
                        .decision(day("2025-09-01"))
                        .notification(day("2025-09-15"))
                        .convention(day("2025-10-01"))
                        .lastClaim(day("2026-03-20"))
                        .build())
                .addDeadline(new AgreedDeadline("Logo", day("2026-01-15"), null))
                .addDeadline(new AgreedDeadline("Logo", day("2026-04-15"), day("2026-02-15"))));
    }

    @Test
    void milestones_ofAGrant_areItsDates() {
        World world = full();
        assertThat(world.the(EventKind.AWARD).date()).isEqualTo("2025-09-01");
        assertThat(world.the(EventKind.NOTIFICATION).date()).isEqualTo("2025-09-15");
        assertThat(world.the(EventKind.CONVENTION).date()).isEqualTo("2025-10-01");
        assertThat(world.the(EventKind.ELIGIBILITY_START).date()).isEqualTo("2025-01-01");
        assertThat(world.the(EventKind.ELIGIBILITY_END).date()).isEqualTo("2025-12-31");
        assertThat(world.the(EventKind.FINAL_CLAIM).date()).isEqualTo("2026-03-20");
        assertThat(world.the(EventKind.AGREED_DEADLINE, "Logo#2").done()).isEqualTo("2026-02-15");
    }

    @Test
    void views_partTheEventsByState() {
        GrantCalendar calendar = full().calendar();
        assertThat(calendar.late())
                .extracting(CalendarEvent::id)
                .containsExactly("payment/grant/g1", "agreed-deadline/grant/g1/Logo");
        assertThat(calendar.coming(30)).extracting(CalendarEvent::kind).containsExactly(EventKind.FINAL_CLAIM);
        assertThat(calendar.coming(18)).isEmpty();
        assertThat(calendar.coming(19)).hasSize(1);
        assertThat(calendar.state(calendar.events().get(0))).isEqualTo(EventState.PAST);
        int all = 0;
        for (EventState state : EventState.values()) {
            all += calendar.select(EventFilter.ALL.in(state)).events().size();
        }
        assertThat(all).isEqualTo(calendar.events().size());
    }

    @Test
    void views_byStructureFunderAndMonth() {
        GrantCalendar calendar = full().calendar();
        assertThat(calendar.byStructure()).containsOnlyKeys(World.CLUSTER);
        assertThat(calendar.byFunder().get(World.REGION)).hasSizeGreaterThan(5);
        assertThat(calendar.yearPlan(YearMonth.of(2026, 3))).hasSize(12);
        assertThat(calendar.yearPlan(YearMonth.of(2026, 3)).get(YearMonth.of(2026, 3)))
                .extracting(CalendarEvent::kind)
                .containsExactly(EventKind.FINAL_CLAIM);
        assertThat(calendar.lateAndNext(12).events())
                .allMatch(event -> calendar.state(event) == EventState.LATE
                        || !event.date().isBefore(World.AS_OF) && event.date().isBefore(day("2027-03-02")));
        assertThat(calendar.asOf()).isEqualTo(World.AS_OF);
        assertThat(calendar)
                .hasToString("calendar of 2026-03-01, " + calendar.events().size() + " events");
    }

    @Test
    void filter_everyCondition_mustHold() {
        GrantCalendar calendar = full().calendar();
        assertThat(calendar.select(EventFilter.ALL).events()).isEqualTo(calendar.events());
        assertThat(calendar.select(EventFilter.ALL.from(day("2026-03-20")).to(day("2026-03-20")))
                        .events())
                .hasSize(1);
        assertThat(calendar.select(EventFilter.ALL.ofStructure(new StructureId("other")))
                        .events())
                .isEmpty();
        assertThat(calendar.select(EventFilter.ALL.ofFunder(World.STATE)).events())
                .isEmpty();
        assertThat(calendar.select(EventFilter.ALL.ofKind(EventKind.AWARD, EventKind.CONVENTION))
                        .events())
                .hasSize(2);
        assertThat(calendar.select(EventFilter.ALL.in(EventState.LATE)).findings())
                .isEqualTo(calendar.findings());
    }

    @Test
    void sources_ofOthers_addTheirEvents() {
        EventSource relief = (portfolio, law, asOf) -> new Events(
                List.of(CalendarEvent.builder(
                                EventKind.DE_MINIMIS_RELIEF, day("2026-07-02"), World.CLUSTER, "Pôle Alpha")
                        .structure(World.CLUSTER)
                        .certainty(Certainty.SIMULATED)
                        .build()),
                List.of());
        World world = World.of().options(options -> options.withSource(relief));
        assertThat(world.the(EventKind.DE_MINIMIS_RELIEF).date()).isEqualTo("2026-07-02");
        assertThat(world.the(EventKind.DE_MINIMIS_RELIEF).explanation().children())
                .isEmpty();
        assertThatThrownBy(() -> world.options(o -> o.withSource(relief)).calendar())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("de-minimis-relief/structure/cluster");
    }

    @Test
    void options_negative_areRefused() {
        assertThatThrownBy(() -> CalendarOptions.STANDARD.withNotice(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(CalendarOptions.STANDARD.withYears(0, 5).yearsAhead()).isEqualTo(5);
        assertThat(Events.NONE.events()).isEmpty();
    }

    @Test
    void dates_beyondCounting_costOnlyTheirGrant() {
        World world = full().with(World.grant(UnaryOperator.identity()).toBuilder()
                .id(new GrantId("g2"))
                .dates(World.dates().notification(LocalDate.MAX).build())
                .build());
        assertThat(world.calendar().findings()).extracting(Finding::code).contains("CAL-DATES-RANGE");
        assertThat(world.calendar().late()).hasSize(2);
    }

    @Test
    void events_recordsInAnyOrder_areTheSame() {
        Portfolio portfolio = new RandomPortfolio(7).portfolio(10, 60);
        List<PortfolioRecord> records = new ArrayList<>(portfolio.stream().toList());
        Collections.shuffle(records, new Random(7));
        GrantCalendar one = GrantCalendar.of(portfolio, LAW, World.AS_OF, CalendarOptions.STANDARD);
        GrantCalendar two = GrantCalendar.of(Portfolio.of(records), LAW, World.AS_OF, CalendarOptions.STANDARD);
        assertThat(two.events()).isEqualTo(one.events());
    }

    @Test
    void events_ofAnyPortfolio_areExplainedInBothLanguages() {
        for (long seed = 1; seed <= 25; seed++) {
            Portfolio portfolio = new RandomPortfolio(seed).portfolio(6, 40);
            GrantCalendar calendar = GrantCalendar.of(portfolio, LAW, World.AS_OF, CalendarOptions.STANDARD);
            assertThat(calendar.events()).as("seed %d", seed).isSortedAccordingTo(CalendarEvent.ORDER);
            for (CalendarEvent event : calendar.events()) {
                assertThat(event.explanation().check())
                        .as("seed %d, %s", seed, event.id())
                        .isEmpty();
                assertThat(event.title().in(Locale.FRENCH)).isNotBlank();
                assertThat(event.title().in(Locale.ENGLISH)).isNotBlank();
                assertThat(event.kind().actor().label().in(Locale.FRENCH)).isNotBlank();
                assertThat(calendar.state(event).label().in(Locale.FRENCH)).isNotBlank();
                long unverified = event.rules().stream()
                        .filter(rule -> rule.confidence() == Confidence.UNVERIFIED)
                        .count();
                assertThat(event.explanation().nodes().map(Explanation::label).filter(l -> l.code()
                                .equals("CAL-WARN-RULE")))
                        .hasSize((int) unverified);
            }
            for (Finding finding : calendar.findings()) {
                assertThat(finding.message().in(Locale.FRENCH)).isNotBlank();
                assertThat(finding.advice(Locale.FRENCH)).isPresent();
            }
        }
    }

    @Test
    void milestones_allDatesAYearLater_moveByThatYearAndKeepTheirIds() {
        Random random = new Random(42);
        for (int i = 0; i < 50; i++) {
            LocalDate base = LocalDate.of(2022, 3, 1).plusDays(random.nextInt(700));
            World now = milestones(base);
            World later = milestones(base.plusYears(1));
            assertThat(byId(later.calendar(), 0)).as("seed 42, %s", base).isEqualTo(byId(now.calendar(), 1));
        }
    }

    private static World milestones(LocalDate base) {
        return World.of().grants(g -> g.dates(World.dates()
                        .decision(base)
                        .convention(base.plusMonths(1).withDayOfMonth(5))
                        .lastClaim(base.plusMonths(20).withDayOfMonth(6))
                        .build())
                .addDeadline(new AgreedDeadline("Bilan", base.plusMonths(2).withDayOfMonth(7), null)));
    }

    private static List<String> byId(GrantCalendar calendar, int years) {
        return calendar.events().stream()
                .filter(event -> event.grant() != null && event.rules().isEmpty())
                .map(event -> event.id() + " " + event.date().plusYears(years))
                .sorted()
                .collect(Collectors.toList());
    }

    @Test
    void payment_anyNotification_isTheFirstWorkingDayFromTheSixtiethOn() {
        HolidayCalendar holidays = LAW.calendar(Zone.METROPOLE);
        for (LocalDate day = LocalDate.of(2025, 1, 1); day.getYear() < 2027; day = day.plusDays(3)) {
            LocalDate notified = day;
            LocalDate expected = notified.plusDays(60);
            while (expected.getDayOfWeek() == DayOfWeek.SATURDAY
                    || expected.getDayOfWeek() == DayOfWeek.SUNDAY
                    || holidays.isHoliday(expected)) {
                expected = expected.plusDays(1);
            }
            World world = World.of()
                    .grants(g -> g.dates(World.dates().notification(notified).build()));
            assertThat(world.the(EventKind.PAYMENT).date())
                    .as(notified.toString())
                    .isEqualTo(expected);
        }
    }
}
