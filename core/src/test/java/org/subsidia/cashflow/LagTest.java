package org.subsidia.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.subsidia.cashflow.CashWorld.AT;
import static org.subsidia.cashflow.CashWorld.REGION;
import static org.subsidia.cashflow.CashWorld.day;
import static org.subsidia.cashflow.CashWorld.euros;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.Confidence;
import org.subsidia.explain.RuleReference;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Receipt;

class LagTest {
    private static final RuleReference RULE = new RuleReference("x", null, null, "", "", "", Confidence.UNVERIFIED);

    @Test
    void triangular_hasTheQuantilesOfTheFormula() {
        Lag lag = Lag.triangular(3, 6, 14, RULE);
        // the mode is reached at (6 − 3) / (14 − 3); the median lies at 14 − √(0.5 · 11 · 8) months
        assertThat((double) lag.middle()).isCloseTo((14 - Math.sqrt(44)) * 30.4375, within(1.5));
        assertThat((double) lag.quantile(Fraction.of(3, 11))).isCloseTo(6 * 30.4375, within(1.5));
        assertThat(lag.quantile(Fraction.ZERO)).isBetween(91, 100);
        assertThat(lag.quantile(Fraction.ONE)).isBetween(405, 427);
        assertThat(lag.isCertain()).isFalse();
        assertThat(Lag.triangular(2, 2, 2, RULE).isCertain()).isTrue();
    }

    @Test
    void learned_fromEight_isWhatWasSeen() {
        Lag lag = Lag.learned(false, new int[] {80, 10, 20, 30, 40, 50, 60, 70}, Lag.triangular(3, 6, 14, RULE));
        assertThat(lag.source()).isEqualTo(Lag.Source.FUNDER_HISTORY);
        assertThat(lag.observations()).isEqualTo(8);
        assertThat(lag.middle()).isEqualTo(45);
        assertThat(lag.quantile(Fraction.ZERO)).isEqualTo(10);
        assertThat(lag.quantile(Fraction.ONE)).isBetween(79, 80);
    }

    @Test
    void learned_fromFewer_isDrawnTowardTheDefault() {
        Lag otherwise = Lag.constant(Lag.Source.LAW, 60, List.of());
        Lag two = Lag.learned(true, new int[] {100, 100}, otherwise);
        assertThat(two.source()).isEqualTo(Lag.Source.BLENDED);
        assertThat(two.middle()).isEqualTo(70);
        assertThat(two.explanation().label().arguments()).contains("2");
        assertThat(Lag.learned(true, new int[] {100, 100, 100, 100}, otherwise).middle())
                .isEqualTo(80);
    }

    @Test
    void history_teachesTheDelayOfAPayer() {
        CashWorld world = CashWorld.of();
        for (int g = 0; g < 8; g++) {
            LocalDate signed = day("2025-01-06").plusDays(g);
            world.grant("h" + g, REGION, 100, b -> b.state(GrantState.CLOSED)
                    .dates(CashWorld.dates().convention(signed).build())
                    .addStep(CashWorld.onConvention("avance", 100))
                    .addReceipt(new Receipt("r", signed.plusDays(100), euros(100), null, null)));
        }
        CashForecast forecast = world.grant("a", REGION, 1_000, g -> g.dates(
                                CashWorld.dates().convention(day("2026-01-05")).build())
                        .addStep(CashWorld.onConvention("avance", 100)))
                .forecast(ForecastOptions.of(AT));
        assertThat(forecast.lines()).singleElement().satisfies(line -> {
            assertThat(line.delay().orElseThrow().source()).isEqualTo(Lag.Source.OWN_HISTORY);
            assertThat(line.delay().orElseThrow().observations()).isEqualTo(8);
            assertThat(line.day()).isEqualTo("2026-04-15");
        });
    }
}
