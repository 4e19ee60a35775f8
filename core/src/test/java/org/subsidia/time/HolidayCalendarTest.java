package org.subsidia.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.subsidia.explain.RuleReference;
import org.subsidia.law.LawBase;

class HolidayCalendarTest {
    private static final HolidayCalendar FRANCE = LawBase.standard().calendar(Zone.METROPOLE);

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    @Test
    void holidays_2026_elevenWithNamesAndRules() {
        assertThat(FRANCE.holidays(2026))
                .extracting(holiday -> holiday.date() + " " + holiday.name().in(Locale.ENGLISH))
                .containsExactly(
                        "2026-01-01 New Year’s Day",
                        "2026-04-06 Easter Monday",
                        "2026-05-01 Labour Day",
                        "2026-05-08 Victory Day 1945",
                        "2026-05-14 Ascension Day",
                        "2026-05-25 Whit Monday",
                        "2026-07-14 National Day",
                        "2026-08-15 Assumption Day",
                        "2026-11-01 All Saints’ Day",
                        "2026-11-11 Armistice Day 1918",
                        "2026-12-25 Christmas Day");
        assertThat(FRANCE.holidays(2026))
                .extracting(Holiday::reference)
                .extracting(RuleReference::legalReference)
                .containsOnly("code du travail, article L3133-1");
    }

    @Test
    void holidays_alsaceMoselle_twoMore() {
        assertThat(LawBase.standard().calendar(Zone.ALSACE_MOSELLE).holidays(2026))
                .hasSize(13)
                .extracting(Holiday::date)
                .contains(day("2026-04-03"), day("2026-12-26"));
    }

    @Test
    void holidays_saintMartin_abolitionDayMovedIn2018() {
        HolidayCalendar saintMartin = LawBase.standard().calendar(Zone.SAINT_MARTIN);
        assertThat(saintMartin.isHoliday(day("2017-05-27"))).isTrue();
        assertThat(saintMartin.isHoliday(day("2017-05-28"))).isFalse();
        assertThat(saintMartin.isHoliday(day("2018-05-27"))).isFalse();
        assertThat(saintMartin.isHoliday(day("2018-05-28"))).isTrue();
    }

    @Test
    void holidaysOn_firstOfMay2008_wasAlsoAscension() {
        assertThat(FRANCE.holidaysOn(day("2008-05-01")))
                .extracting(holiday -> holiday.name().in(Locale.FRENCH))
                .containsExactlyInAnyOrder("1er mai", "Ascension");
        assertThat(FRANCE.holidays(2008)).hasSize(11);
        assertThat(FRANCE.holidaysOn(day("2008-05-02"))).isEmpty();
    }

    @Test
    void isWorkingDay_holidayOnASunday_isNotMoved() {
        assertThat(FRANCE.isHoliday(day("2026-11-01"))).isTrue();
        assertThat(FRANCE.isWorkingDay(day("2026-11-02"))).isTrue();
        assertThat(FRANCE.isWorkingDay(day("2026-08-15"))).isFalse();
        assertThat(FRANCE.isWorkingDay(day("2026-08-17"))).isTrue();
    }

    @Test
    void roll_threeWays() {
        LocalDate easterMonday = day("2026-04-06");
        assertThat(FRANCE.roll(easterMonday, Roll.NONE)).isEqualTo(easterMonday);
        assertThat(FRANCE.roll(easterMonday, Roll.NEXT)).isEqualTo("2026-04-07");
        assertThat(FRANCE.roll(easterMonday, Roll.PREVIOUS)).isEqualTo("2026-04-03");
        assertThat(FRANCE.roll(day("2026-04-07"), Roll.NEXT)).isEqualTo("2026-04-07");
    }

    @Test
    void workingDays_ofAYear_officialCount() {
        // 261 weekdays, nine holidays of 2026 fall on a weekday
        assertThat(FRANCE.workingDays(day("2026-01-01"), day("2026-12-31"))).isEqualTo(252);
        assertThat(FRANCE.workingDays(day("2026-01-02"), day("2026-01-01"))).isZero();
    }

    @Test
    void holidays_moreYearsThanRemembered_stayRight() {
        HolidayCalendar calendar = HolidayCalendar.of(Zone.METROPOLE, FRANCE.rules());
        for (int year = 1600; year < 2200; year++) {
            assertThat(calendar.isHoliday(LocalDate.of(year, 7, 14))).isTrue();
        }
        assertThat(calendar.holidays(2199)).hasSize(11);
    }

    @Test
    void equals_sameZoneAndRules() {
        HolidayCalendar same = HolidayCalendar.of(Zone.METROPOLE, FRANCE.rules());
        assertThat(same).isEqualTo(FRANCE).hasSameHashCodeAs(FRANCE).hasToString("holidays of metropole");
        assertThat(HolidayCalendar.of(Zone.MAYOTTE, FRANCE.rules())).isNotEqualTo(FRANCE);
        assertThat(HolidayCalendar.of(Zone.METROPOLE, List.of())).isNotEqualTo(FRANCE);
        assertThat(FRANCE.zone()).isEqualTo(Zone.METROPOLE);
    }
}
