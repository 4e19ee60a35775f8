package org.subsidia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.calendar.World.day;
import static org.subsidia.calendar.World.euros;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.RuleReference;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Programme;
import org.subsidia.portfolio.ProgrammeId;
import org.subsidia.portfolio.ProgrammeKind;
import org.subsidia.portfolio.Receipt;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;

class EuropeanMoneyTest {

    private static Grant.Builder feder(Grant.Builder grant) {
        return grant.payer(World.REGION)
                .decisionMaker(World.REGION)
                .origin(World.EU)
                .programme(World.FEDER);
    }

    private static Claim claim(String id, String day, Money amount) {
        return new Claim(id, ClaimKind.INTERIM, day(day), amount, null, null, List.of(), null);
    }

    @Test
    void payment_80DaysAfter30June2026_isOn18September() {
        World world = World.of().grants(g -> feder(g).addClaim(claim("c1", "2026-06-30", euros(10_000))));
        CalendarEvent event = world.the(EventKind.PAYMENT);
        assertThat(event.date()).isEqualTo("2026-09-18");
        assertThat(event.id()).isEqualTo("payment/grant/g1/claim:c1");
        assertThat(event.rules())
                .extracting(RuleReference::id)
                .contains("eu-funds.2021-2027.payment.delay", "counting.european");
        String words =
                event.explanation().nodes().map(node -> node.value().toString()).collect(Collectors.joining());
        assertThat(words).contains("CAL-WARN-UNVERIFIED", "CAL-ASSUMPTION-COMPLETE");
    }

    @Test
    void payment_ofThePeriodBefore_hasNinetyDays() {
        ProgrammeId old = new ProgrammeId("feder-14");
        World world = World.of()
                .with(Programme.builder(old, ProgrammeKind.EU_FUND, "FEDER 2014-2020")
                        .code("2014FR16M0OP012")
                        .build())
                .grants(g -> feder(g).programme(old).addClaim(claim("c1", "2021-03-01", euros(1))));
        assertThat(world.the(EventKind.PAYMENT).date()).isEqualTo("2021-05-31"); // 30 May is a Sunday
        World older = World.of()
                .with(Programme.builder(old, ProgrammeKind.EU_FUND, "FEDER 2007-2013")
                        .period(DateWindow.of(day("2007-01-01"), day("2013-12-31")))
                        .build())
                .grants(g -> feder(g).programme(old).addClaim(claim("c1", "2012-03-01", euros(1))));
        assertThat(older.all(EventKind.PAYMENT)).isEmpty();
        assertThat(older.calendar().findings())
                .extracting(f -> f.message().in(Locale.ENGLISH))
                .anyMatch(text -> text.contains("eu-funds.2007-2013.payment.delay"));
    }

    @Test
    void payment_answeredByAReceipt_isDone() {
        World world = World.of().grants(g -> feder(g).addClaim(claim("c1", "2025-06-30", euros(10_000)))
                .addClaim(new Claim("c2", ClaimKind.FINAL, null, null, null, null, List.of(), null))
                .addReceipt(new Receipt("r1", day("2025-12-01"), euros(10_000), "c1", null)));
        assertThat(world.the(EventKind.PAYMENT).done()).isEqualTo("2025-12-01");
    }

    @Test
    void payment_periodUnknown_namesTheProgramme() {
        World world =
                World.of().grants(g -> feder(g).programme(null).addClaim(claim("c1", "2025-06-30", euros(10_000))));
        assertThat(world.calendar().findings())
                .extracting(f -> f.place().field())
                .contains("programme");
    }

    @Test
    void finalClaim_notSet_isAskedFor() {
        assertThat(World.of().grants(EuropeanMoneyTest::feder).calendar().findings())
                .extracting(f -> f.message().in(Locale.ENGLISH))
                .anyMatch(text -> text.contains("last day for the last claim"));
    }

    @Test
    void retention_fiveYearsFromTheEndOfTheYearOfTheLastPayment() {
        World closed = World.of().grants(g -> feder(g).state(GrantState.CLOSED)
                .addReceipt(new Receipt("r2", day("2025-03-01"), euros(1), null, null))
                .addReceipt(new Receipt("r1", day("2024-03-01"), euros(1), null, null)));
        CalendarEvent event = closed.the(EventKind.RETENTION_END);
        assertThat(event.date()).isEqualTo("2030-12-31");
        assertThat(event.certainty()).isEqualTo(Certainty.FIXED);
        World open =
                World.of().grants(g -> feder(g).addReceipt(new Receipt("r2", day("2025-03-01"), euros(1), null, null)));
        assertThat(open.the(EventKind.RETENTION_END).certainty()).isEqualTo(Certainty.EXPECTED);
    }

    @Test
    void retention_missingFacts_areNamed() {
        World unpaid = World.of().grants(g -> feder(g).state(GrantState.CLOSED));
        assertThat(unpaid.calendar().findings())
                .extracting(f -> f.place().field())
                .contains("receipts");
        World unnamed = World.of().grants(g -> feder(g).programme(null)
                .addReceipt(new Receipt("r2", day("2025-03-01"), euros(1), null, null)));
        assertThat(unnamed.calendar().findings())
                .extracting(f -> f.place().field())
                .contains("programme");
    }

    @Test
    void tranches_ofAProgramme_areCoveredThreeYearsLaterAndTheLastBy2029() {
        World world = World.of();
        assertThat(world.all(EventKind.TRANCHE_END))
                .extracting(event -> event.id().substring(event.id().length() - 4) + " " + event.date())
                .containsExactly(
                        "2022 2025-12-31",
                        "2023 2026-12-31",
                        "2024 2027-12-31",
                        "2025 2028-12-31",
                        "2026 2029-12-31",
                        "2027 2029-12-31");
        assertThat(world.the(EventKind.TRANCHE_END, "2027").rules())
                .extracting(RuleReference::id)
                .contains("eu-funds.2021-2027.decommitment.last-day");
        assertThat(world.the(EventKind.PROGRAMME_ELIGIBILITY_END).date()).isEqualTo("2029-12-31");
    }

    @Test
    void tranches_ofAPartOfAProgramme_areNotCountedTwice() {
        World world = World.of()
                .with(Programme.builder(new ProgrammeId("os1"), ProgrammeKind.EU_FUND, "Objectif 1")
                        .parent(World.FEDER)
                        .build());
        assertThat(world.all(EventKind.TRANCHE_END)).hasSize(6);
        World nameless = World.of()
                .with(Programme.builder(new ProgrammeId("x"), ProgrammeKind.EU_FUND, "Sans période")
                        .build());
        assertThat(nameless.calendar().findings())
                .extracting(f -> f.place().record())
                .contains("x");
    }

    @Test
    void decommitment_ofAGrantCommittedByYear_saysWhatIsLeftToClaim() {
        World world = World.of().grants(g -> feder(g).rate(Fraction.percent(60))
                .addYearLine(new YearLine(YearLineKind.AE, 2022, euros(40_000)))
                .addYearLine(new YearLine(YearLineKind.AE, 2023, euros(20_000)))
                .addClaim(claim("c2", "2025-11-01", euros(25_000)))
                .addClaim(claim("c1", "2024-11-01", euros(50_000))));
        CalendarEvent first = world.the(EventKind.DECOMMITMENT, "2022");
        assertThat(first.date()).isEqualTo("2025-12-31");
        assertThat(first.done()).isEqualTo("2025-11-01");
        CalendarEvent second = world.the(EventKind.DECOMMITMENT, "2023");
        assertThat(second.date()).isEqualTo("2026-12-31");
        assertThat(second.done()).isNull();
        assertThat(second.explanation().check()).isEmpty();
        assertThat(second.explanation()
                        .nodes()
                        .filter(node -> node.label().code().equals("COFI-COVER-OPEN"))
                        .map(node -> node.value().number().orElseThrow()))
                .containsExactly(euros(15_000).getAmount());
    }

    @Test
    void decommitment_ofAReportedGrant_isDone() {
        World world = World.of().grants(g -> feder(g).state(GrantState.REPORTED)
                .addYearLine(new YearLine(YearLineKind.AE, 2022, euros(40_000))));
        assertThat(world.the(EventKind.DECOMMITMENT).done()).isEqualTo("2025-12-31");
    }
}
