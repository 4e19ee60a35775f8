package org.subsidia.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DayFormatTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 11);

    @Test
    void day_inFrench_isInFigures_andInEnglish_namesTheMonthSoThatNobodySwapsItWithTheDay() {
        assertThat(DayFormat.format(DAY, Locale.FRANCE)).isEqualTo("11/12/2026");
        assertThat(DayFormat.format(DAY, Locale.UK)).isEqualTo("11 Dec 2026");
        assertThat(DayFormat.format(DAY, Locale.US)).isEqualTo("11 Dec 2026");
        assertThat(DayFormat.format(LocalDate.of(987, 3, 2), Locale.FRENCH)).isEqualTo("02/03/0987");
    }

    @Test
    void month_isNamed_asEachLanguageShortensIt() {
        for (Month month : Month.values()) {
            YearMonth of = YearMonth.of(2026, month);
            assertThat(DayFormat.format(of, Locale.FRENCH))
                    .isEqualTo(month.getDisplayName(TextStyle.SHORT, Locale.FRENCH) + " 2026");
            assertThat(DayFormat.format(of, Locale.ENGLISH))
                    .isEqualTo(month.getDisplayName(TextStyle.SHORT, Locale.ENGLISH) + " 2026");
        }
    }

    @Test
    void dayOfEveryYear_andMoment() {
        assertThat(DayFormat.format(MonthDay.of(8, 1), Locale.FRENCH)).isEqualTo("01/08");
        assertThat(DayFormat.format(MonthDay.of(8, 1), Locale.ENGLISH)).isEqualTo("1 Aug");
        LocalDateTime moment = DAY.atTime(9, 5, 7);
        assertThat(DayFormat.format(moment, Locale.FRENCH)).isEqualTo("11/12/2026 09:05:07");
        assertThat(DayFormat.format(moment, Locale.ENGLISH)).isEqualTo("11 Dec 2026 09:05:07");
    }

    @Test
    void sentences_writeDaysLikewise() {
        Message day = Message.of("REPORT-VERBATIM", DAY);
        assertThat(day.in(Locale.FRENCH)).isEqualTo("11/12/2026");
        assertThat(day.in(Locale.ENGLISH)).isEqualTo("11 Dec 2026");
        assertThat(Message.of("REPORT-VERBATIM", YearMonth.from(DAY)).in(Locale.ENGLISH))
                .isEqualTo("Dec 2026");
        assertThat(Message.of("REPORT-VERBATIM", MonthDay.from(DAY)).in(Locale.FRENCH))
                .isEqualTo("11/12");
        assertThat(Message.of("REPORT-VERBATIM", DAY.atStartOfDay()).in(Locale.ENGLISH))
                .isEqualTo("11 Dec 2026 00:00:00");
    }
}
