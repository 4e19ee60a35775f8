package org.subsidia.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.threeten.extra.LocalDateRange;

class FiscalYearTest {

    @Test
    void containing_calendarYear() {
        FiscalYear year = FiscalYear.containing(LocalDate.of(2026, 1, 1), Month.DECEMBER);
        assertThat(year.first()).isEqualTo("2026-01-01");
        assertThat(year.last()).isEqualTo("2026-12-31");
        assertThat(year).hasToString("2026-01-01/2026-12-31");
    }

    @Test
    void containing_yearEndingInAugust_beforeAndAfterTheEnd() {
        FiscalYear year = FiscalYear.containing(LocalDate.of(2026, 8, 31), Month.AUGUST);
        assertThat(year.days()).isEqualTo(LocalDateRange.ofClosed(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31)));
        assertThat(FiscalYear.containing(LocalDate.of(2026, 9, 1), Month.AUGUST))
                .isEqualTo(year.plus(1));
    }

    @Test
    void containing_february_endsOnTheLeapDay() {
        assertThat(FiscalYear.containing(LocalDate.of(2027, 7, 1), Month.FEBRUARY)
                        .last())
                .isEqualTo("2028-02-29");
    }

    @Test
    void plus_years_followWithoutGap() {
        FiscalYear year = new FiscalYear(YearMonth.of(2026, 6));
        assertThat(year.plus(-1).last().plusDays(1)).isEqualTo(year.first());
        assertThat(year.plus(-1)).isLessThan(year);
        assertThat(year.contains(year.first())).isTrue();
        assertThat(year.contains(year.last())).isTrue();
        assertThat(year.contains(year.first().minusDays(1))).isFalse();
        assertThat(year.contains(year.last().plusDays(1))).isFalse();
    }
}
