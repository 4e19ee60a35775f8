package org.subsidia.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.cashflow.CashWorld.AT;
import static org.subsidia.cashflow.CashWorld.EU;
import static org.subsidia.cashflow.CashWorld.FEDER;
import static org.subsidia.cashflow.CashWorld.REGION;
import static org.subsidia.cashflow.CashWorld.dates;
import static org.subsidia.cashflow.CashWorld.day;
import static org.subsidia.cashflow.CashWorld.euros;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.subsidia.cofinancing.Clawback;
import org.subsidia.cofinancing.DecommitmentRisk;
import org.subsidia.cofinancing.InterimClaim;
import org.subsidia.explain.Amounts;
import org.subsidia.finding.Finding;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Claim;
import org.subsidia.portfolio.ClaimKind;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Receipt;

/** The forecast counts European money by the rules that the room of co-financing knows, and money taken back as it does. */
class UnionCashTest {
    private static final Law LAW = LawBase.standard().at(AT);
    private static final GrantId ID = new GrantId("a");

    private static CashWorld world(UnaryOperator<Grant.Builder> more) {
        return CashWorld.of()
                .grant(
                        "a",
                        EU,
                        60_000,
                        g -> more.apply(g.programme(FEDER)
                                .rate(Fraction.of(3, 5))
                                .eligibleBase(euros(100_000))
                                .dates(dates().decision(day("2025-02-03"))
                                        .end(day("2026-12-31"))
                                        .build())));
    }

    private static Claim claim(String id, ClaimKind kind, String day, int euros) {
        Money amount = euros(euros);
        boolean cost = kind != ClaimKind.ADVANCE;
        return new Claim(id, kind, day(day), amount, cost ? day(day) : null, cost ? amount : null, List.of(), null);
    }

    private static Money tried(Portfolio without, int spending) {
        Grant grant = without.grant(ID).orElseThrow();
        return Amounts.of(InterimClaim.of(grant, euros(spending), without, LAW, Locale.FRENCH)
                        .payment())
                .orElseThrow();
    }

    private static List<Money> amounts(CashForecast forecast) {
        return forecast.lines().stream().map(CashLine::money).toList();
    }

    private static List<String> codes(CashForecast forecast) {
        return forecast.findings().stream().map(Finding::code).toList();
    }

    @Test
    void interimClaims_endAtTheShareThatCofinancingKnows_andTheRestComesWithTheBalance() {
        CashForecast forecast = world(g -> g.addClaim(claim("c1", ClaimKind.INTERIM, "2026-01-15", 90_000)))
                .forecast();

        assertThat(amounts(forecast)).containsExactly(euros(48_000), euros(12_000));
        assertThat(forecast.lines().get(0).money())
                .isEqualTo(tried(world(g -> g).portfolio(), 90_000));
        assertThat(forecast.lines().get(0).amount().check()).isEmpty();
        assertThat(forecast.lines().get(0).amount().allRules())
                .extracting(rule -> rule.id())
                .contains("eu-funds.massif-central.interim.ceiling");
        assertThat(forecast.findings())
                .filteredOn(finding -> finding.code().equals("CASH-INTERIM-CAPPED"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message().in(Locale.ENGLISH)).contains("6,000.00"));
    }

    @Test
    void interimClaims_belowTheShare_areNotTouched() {
        CashForecast forecast = world(g -> g.addClaim(claim("c1", ClaimKind.INTERIM, "2026-01-15", 70_000)))
                .forecast();

        assertThat(amounts(forecast)).containsExactly(euros(42_000), euros(18_000));
        assertThat(codes(forecast)).doesNotContain("CASH-INTERIM-CAPPED");
    }

    @Test
    void advance_isDeductedFromTheFirstInterimClaim_asCofinancingDoes() {
        UnaryOperator<Grant.Builder> advanced = g -> g.addClaim(claim("a1", ClaimKind.ADVANCE, "2025-04-01", 18_000))
                .addReceipt(new Receipt("r1", day("2025-06-02"), euros(18_000), "a1", null));
        CashForecast forecast = world(
                        g -> advanced.apply(g).addClaim(claim("c1", ClaimKind.INTERIM, "2026-01-15", 50_000)))
                .forecast();

        assertThat(amounts(forecast)).containsExactly(euros(12_000), euros(30_000));
        assertThat(forecast.lines().get(0).money())
                .isEqualTo(tried(world(advanced).portfolio(), 50_000));
    }

    @Test
    void advance_stillToCome_isDeductedToo() {
        CashForecast forecast = world(g -> g.addClaim(claim("a1", ClaimKind.ADVANCE, "2026-01-05", 18_000))
                        .addClaim(claim("c1", ClaimKind.INTERIM, "2026-01-15", 50_000)))
                .forecast();

        assertThat(forecast.lines()).extracting(CashLine::step).containsExactly("a1", "c1", null);
        assertThat(amounts(forecast)).containsExactly(euros(18_000), euros(12_000), euros(30_000));
    }

    @Test
    void finalClaim_isNotCapped() {
        CashForecast forecast = world(g -> g.addClaim(claim("c1", ClaimKind.FINAL, "2026-01-15", 100_000)))
                .forecast();

        assertThat(amounts(forecast)).containsExactly(euros(60_000));
    }

    @Test
    void grantOfARegion_isNotCapped() {
        CashForecast forecast = CashWorld.of()
                .grant("a", REGION, 60_000, g -> g.rate(Fraction.of(3, 5))
                        .eligibleBase(euros(100_000))
                        .dates(dates().end(day("2026-12-31")).build())
                        .addClaim(claim("c1", ClaimKind.INTERIM, "2026-01-15", 90_000)))
                .forecast();

        assertThat(amounts(forecast)).containsExactly(euros(54_000), euros(6_000));
    }

    @Test
    void tranche_thatMayLapse_isNamedWithWhatTheDecommitmentSays_andNotDeducted() {
        ForecastOptions far = ForecastOptions.of(AT).withMonths(48);
        CashWorld world = world(g -> g.addClaim(claim("c1", ClaimKind.INTERIM, "2026-01-15", 30_000)));
        CashForecast forecast = world.forecast(far);
        Grant grant = world.portfolio().grant(ID).orElseThrow();
        Money open = Amounts.of(DecommitmentRisk.of(List.of(grant), world.portfolio(), 48, LAW)
                        .amount())
                .orElseThrow();

        assertThat(open).isEqualTo(euros(42_000));
        assertThat(forecast.findings())
                .filteredOn(finding -> finding.code().equals("CASH-TRANCHE"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message().in(Locale.ENGLISH)).contains("42,000.00", "2025");
                    assertThat(finding.advice(Locale.ENGLISH).orElseThrow()).contains("decommit:a:");
                });
        assertThat(forecast.lines().stream()
                        .map(CashLine::money)
                        .reduce(Money::plus)
                        .orElseThrow())
                .isEqualTo(euros(60_000));
        assertThat(codes(world.forecast())).doesNotContain("CASH-TRANCHE");
    }

    @Test
    void tranche_thatClaimsCover_isNotNamed() {
        CashWorld world = world(g -> g.addClaim(claim("c1", ClaimKind.INTERIM, "2026-01-15", 100_000)));

        assertThat(codes(world.forecast(ForecastOptions.of(AT).withMonths(48))))
                .doesNotContain("CASH-TRANCHE", "CASH-TRANCHE-PAST");
    }

    @Test
    void breach_isPaidBackAsCofinancingSays_andStopsWhatFallsDueLater() {
        CashWorld world = CashWorld.of().grant("a", REGION, 12_000, g -> g.dates(dates().request(day("2025-06-02"))
                        .start(day("2025-07-01"))
                        .end(day("2026-06-30"))
                        .build())
                .addStep(CashWorld.on("x", "2025-09-01", 50))
                .addStep(CashWorld.on("y", "2026-05-11", 50))
                .addReceipt(new Receipt("r", day("2025-09-03"), euros(6_000), null, null)));
        Stress breach = Stress.read("breach:a:2026-03-02").get();
        CashForecast stressed = world.forecast(ForecastOptions.of(AT).withStresses(List.of(breach)));
        Grant grant = world.portfolio().grant(ID).orElseThrow();
        Money back = Amounts.of(Clawback.of(grant, world.portfolio(), day("2026-03-02"), LAW))
                .orElseThrow();

        assertThat(back).isGreaterThan(euros(1_900)).isLessThan(euros(2_100));
        assertThat(stressed.lines()).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(CashKind.RECOVERY);
            assertThat(line.money()).isEqualTo(back.negated());
            assertThat(line.day()).isEqualTo("2026-03-02");
            assertThat(line.amount().check()).isEmpty();
            assertThat(line.amount().allRules())
                    .extracting(rule -> rule.id())
                    .contains("subsidy.republican-contract.first-day");
        });
        assertThat(breach.text()).isEqualTo("breach:a:2026-03-02");
        assertThat(breach.words(world.portfolio()).in(Locale.FRENCH)).contains("02/03/2026");
        assertThat(Stress.read("breach:a:10%").isRead()).isFalse();
    }

    @Test
    void breach_ofAGrantWithoutPeriod_isUnknownBecauseOfIt() {
        CashForecast stressed = CashWorld.of()
                .grant("a", REGION, 12_000, g -> g.addStep(CashWorld.on("y", "2026-05-11", 100)))
                .forecast(ForecastOptions.of(AT).withStresses(List.of(new Stress.Breach(ID, day("2026-03-02")))));

        assertThat(stressed.lines()).isEmpty();
        assertThat(stressed.missing()).singleElement().satisfies(one -> {
            assertThat(one.reason().code()).isEqualTo("CASH-BREACH-UNKNOWN");
            assertThat(one.reason().in(Locale.FRENCH)).contains("inconnu");
        });
    }
}
