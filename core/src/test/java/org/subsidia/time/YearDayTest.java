package org.subsidia.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearDayTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2016-03-27", "2020-04-12", "2021-04-04", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
                "2028-04-16", "2030-04-21", "2038-04-25", "1818-03-22", "2000-04-23", "1583-04-10", "2285-03-22"
            })
    void in_easter_knownYears(LocalDate easter) {
        assertThat(new YearDay.FromEaster(0).in(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void in_easter_aSundayInSeasonAndTheSameYearsLater() {
        for (int year = 1583; year < 4100; year++) {
            LocalDate easter = new YearDay.FromEaster(0).in(year);
            assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(easter).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
        }
        assertThat(new YearDay.FromEaster(0).in(2026 + 5_700_000).getMonth()).isEqualTo(Month.APRIL);
    }

    @ParameterizedTest
    @CsvSource({
        "07-14, 2026-07-14",
        "02-29, 2026-02-28",
        "easter+39, 2026-05-14",
        "easter-2, 2026-04-03",
        "easter+0, 2026-04-05",
        "first tuesday of october, 2026-10-06",
        "second monday of june, 2026-06-08",
        "third friday of january, 2026-01-16",
        "fourth sunday of may, 2026-05-24",
        "last friday of november, 2026-11-27",
    })
    void parse_allForms_isWhatToStringWrites(String text, LocalDate in2026) {
        assertThat(YearDay.parse(text).in(2026)).isEqualTo(in2026);
        assertThat(YearDay.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"2025, 2025-10-07", "2026, 2026-10-06", "2027, 2027-10-05"})
    void in_firstTuesdayOfOctober(int year, LocalDate day) {
        assertThat(new YearDay.Weekday(1, DayOfWeek.TUESDAY, Month.OCTOBER).in(year))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "14-07",
                "13-01",
                "02-30",
                "04-31",
                "7-14",
                "2026-07-14",
                "easter",
                "easter39",
                "easter+251",
                "easter-81",
                "Easter+1",
                "fifth monday of may",
                "first mardi of may",
                "first tuesday of octobre",
                "first tuesday",
                "first tuesday of october "
            })
    void parse_anythingElse_isRefused(String text) {
        assertThatThrownBy(() -> YearDay.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("easter+39");
    }

    @Test
    void of_daysThatNotEveryYearHas_areRefused() {
        assertThatThrownBy(() -> new YearDay.Weekday(5, DayOfWeek.MONDAY, Month.MAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YearDay.Weekday(0, DayOfWeek.MONDAY, Month.MAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YearDay.FromEaster(251)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new YearDay.FromEaster(-81)).isInstanceOf(IllegalArgumentException.class);
    }
}
