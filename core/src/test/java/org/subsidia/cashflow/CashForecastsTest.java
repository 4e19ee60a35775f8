package org.subsidia.cashflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Portfolio;

class CashForecastsTest {
    private static final LawBase LAWS = LawBase.standard();

    @Test
    void of_manyTimes_isEachTimeTheForecastOnItsOwn() {
        Portfolio portfolio = CashWorld.of()
                .grant("G1", CashWorld.REGION, 6_000, grant -> grant)
                .grant("G2", CashWorld.STATE, 4_000, grant -> grant)
                .portfolio();
        ForecastOptions options = ForecastOptions.of(CashWorld.AT);
        CashForecasts shared = CashForecasts.of(portfolio, LAWS, CashWorld.AT);
        for (int months : new int[] {3, 24, 12}) {
            ForecastOptions each = options.withMonths(months);
            CashForecast alone = CashForecast.of(portfolio, CashWorld.ID, LAWS, each);
            CashForecast together = shared.of(CashWorld.ID, each);
            assertThat(together.byMonth()).isEqualTo(alone.byMonth());
            assertThat(together.findings()).isEqualTo(alone.findings());
            assertThat(together.missing()).isEqualTo(alone.missing());
        }
    }

    @Test
    void of_anotherDay_isRefused() {
        CashForecasts shared = CashForecasts.of(CashWorld.of().portfolio(), LAWS, CashWorld.AT);
        ForecastOptions later = ForecastOptions.of(CashWorld.AT.plusDays(1));
        assertThatThrownBy(() -> shared.of(CashWorld.ID, later))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-02-01");
    }
}
