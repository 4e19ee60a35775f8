package org.subsidia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.calendar.World.day;
import static org.subsidia.calendar.World.euros;

import java.time.MonthDay;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;

class FinancialReportsTest {

    private static World year(MonthDay end, int year) {
        return new World().with(World.cluster(end)).grants(g -> g.fiscalYear(year));
    }

    @Test
    void report_yearEndedIn2025_isDueOn30June2026() {
        CalendarEvent event = year(MonthDay.of(12, 31), 2025).the(EventKind.FINANCIAL_REPORT);
        assertThat(event.date()).isEqualTo("2026-06-30");
        assertThat(event.id()).isEqualTo("financial-report/grant/g1/2025");
        assertThat(event.title().in(Locale.FRENCH)).isEqualTo("Compte rendu financier : Animation 2026 (2025)");
        assertThat(event.certainty()).isEqualTo(Certainty.FIXED);
    }

    @Test
    void report_yearEndedInAugust_isDueInFebruaryAndRolled() {
        assertThat(year(MonthDay.of(8, 31), 2026)
                        .the(EventKind.FINANCIAL_REPORT)
                        .date())
                .isEqualTo("2027-03-01");
        // the same day in a leap year: 29 February 2028 is a Tuesday
        assertThat(year(MonthDay.of(8, 31), 2027)
                        .the(EventKind.FINANCIAL_REPORT)
                        .date())
                .isEqualTo("2028-02-29");
    }

    @Test
    void report_yearEndedInFebruary_countsFromItsLastDay() {
        assertThat(year(MonthDay.of(2, 29), 2027)
                        .the(EventKind.FINANCIAL_REPORT)
                        .date())
                .isEqualTo("2027-08-30"); // 28 August 2027 is a Saturday
        assertThat(year(MonthDay.of(2, 28), 2028)
                        .the(EventKind.FINANCIAL_REPORT)
                        .date())
                .isEqualTo("2028-08-29"); // from 29 February
    }

    @Test
    void report_setByTheConvention_overridesTheLaw() {
        World world = World.of().grants(g -> g.fiscalYear(2025)
                .dates(World.dates().report(day("2026-03-15")).build()));
        CalendarEvent event = world.the(EventKind.FINANCIAL_REPORT);
        assertThat(event.date()).isEqualTo("2026-03-15"); // a Sunday: the convention’s own day is not moved
        assertThat(event.rules()).isEmpty();
    }

    @Test
    void report_severalYears_isDueForEach() {
        World world = World.of().grants(g -> g.addYearLine(new YearLine(YearLineKind.INCOME, 2026, euros(20_000)))
                .addYearLine(new YearLine(YearLineKind.INCOME, 2025, euros(20_000)))
                .addYearLine(new YearLine(YearLineKind.AE, 2024, euros(40_000)))
                .dates(World.dates().reported(day("2026-02-01")).build()));
        assertThat(world.the(EventKind.FINANCIAL_REPORT, "2025").done()).isEqualTo("2026-02-01");
        assertThat(world.the(EventKind.FINANCIAL_REPORT, "2026").done()).isNull();
        assertThat(world.all(EventKind.FINANCIAL_REPORT)).hasSize(2);
    }

    @Test
    void report_withoutYear_takesThatInWhichTheActionEnds() {
        World august = new World()
                .with(World.cluster(MonthDay.of(8, 31)))
                .grants(g -> g.dates(World.dates().end(day("2026-09-01")).build()));
        assertThat(august.the(EventKind.FINANCIAL_REPORT).id()).endsWith("/2027");
        World eligible = World.of().grants(g -> g.eligibility(DateWindow.of(day("2025-01-01"), day("2025-12-31"))));
        assertThat(eligible.the(EventKind.FINANCIAL_REPORT).id()).endsWith("/2025");
    }

    @Test
    void report_noYearAtAll_namesTheMissingFact() {
        World world = World.of().grants(g -> g);
        assertThat(world.all(EventKind.FINANCIAL_REPORT)).isEmpty();
        assertThat(world.calendar().findings())
                .extracting(f -> f.place().toString(), Finding::code)
                .contains(org.assertj.core.groups.Tuple.tuple("g1 (fiscalYear)", "CAL-GAP-FACT"));
    }

    @Test
    void report_yearEndUnknown_isOnlyExpectedAndSaysSo() {
        World world = new World()
                .with(Structure.builder(World.CLUSTER, "Pôle Alpha").build())
                .grants(g -> g.fiscalYear(2025));
        CalendarEvent event = world.the(EventKind.FINANCIAL_REPORT);
        assertThat(event.date()).isEqualTo("2026-06-30");
        assertThat(event.certainty()).isEqualTo(Certainty.EXPECTED);
        assertThat(world.calendar().findings()).extracting(Finding::code).contains("CAL-ASSUMED-FACT");
        assertThat(event.explanation().nodes().map(node -> node.label().code())).contains("CAL-ASSUMPTION");
    }

    @Test
    void report_notFiled_isLateTheDayAfter() {
        World world = year(MonthDay.of(12, 31), 2025);
        assertThat(world.on("2026-06-30").calendar().late()).isEmpty();
        assertThat(world.on("2026-07-01").calendar().late())
                .extracting(CalendarEvent::kind)
                .containsExactly(EventKind.FINANCIAL_REPORT);
        World closed = World.of().grants(g -> g.fiscalYear(2020).state(GrantState.CLOSED));
        assertThat(closed.calendar().late()).isEmpty();
    }

    @Test
    void report_ofOtherMoney_isNotDue() {
        FunderId fund = new FunderId("fund");
        assertThat(World.of()
                        .grants(g -> g.fiscalYear(2025).payer(World.EU).decisionMaker(World.EU))
                        .all(EventKind.FINANCIAL_REPORT))
                .isEmpty();
        assertThat(World.of()
                        .with(Funder.builder(fund, FunderLevel.EU_DIRECT, "Horizon")
                                .build())
                        .grants(g -> g.fiscalYear(2025).decisionMaker(fund))
                        .all(EventKind.FINANCIAL_REPORT))
                .isEmpty();
        assertThat(World.of()
                        .grants(g -> g.fiscalYear(2025).state(GrantState.REQUESTED))
                        .all(EventKind.FINANCIAL_REPORT))
                .isEmpty();
        assertThat(World.of()
                        .grants(g -> g.fiscalYear(2025).decisionMaker(null).payer(null))
                        .calendar()
                        .findings())
                .extracting(f -> f.place().field())
                .contains("payer");
    }
}
