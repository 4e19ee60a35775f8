package org.subsidia.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.threeten.extra.LocalDateRange;

class MonthAxisTest {
    private static final MonthAxis AXIS = new MonthAxis(YearMonth.of(2025, 11), 4);

    @Test
    void index_insideAndOutside() {
        assertThat(AXIS.index(LocalDate.of(2025, 10, 31))).isEmpty();
        assertThat(AXIS.index(LocalDate.of(2025, 11, 1))).isEqualTo(OptionalInt.of(0));
        assertThat(AXIS.index(LocalDate.of(2026, 2, 28))).isEqualTo(OptionalInt.of(3));
        assertThat(AXIS.index(YearMonth.of(2026, 3))).isEmpty();
        assertThat(AXIS.position(YearMonth.of(2025, 10))).isEqualTo(-1);
        assertThat(AXIS.position(YearMonth.of(2027, 11))).isEqualTo(24);
    }

    @Test
    void month_everyIndex_comesBack() {
        for (int i = 0; i < AXIS.length(); i++) {
            assertThat(AXIS.index(AXIS.month(i))).isEqualTo(OptionalInt.of(i));
        }
        assertThat(AXIS.months()).hasSize(4).startsWith(YearMonth.of(2025, 11)).endsWith(AXIS.last());
        assertThatThrownBy(() -> AXIS.month(4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> AXIS.month(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void of_firstAndLast_bothIncluded() {
        assertThat(MonthAxis.of(YearMonth.of(2025, 11), YearMonth.of(2026, 2))).isEqualTo(AXIS);
        assertThat(MonthAxis.year(2026)).isEqualTo(new MonthAxis(YearMonth.of(2026, 1), 12));
        assertThatThrownBy(() -> MonthAxis.of(YearMonth.of(2026, 2), YearMonth.of(2026, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void days_fromFirstToLastDay() {
        assertThat(AXIS.days())
                .isEqualTo(LocalDateRange.ofClosed(LocalDate.of(2025, 11, 1), LocalDate.of(2026, 2, 28)));
    }

    @Test
    void labels_bothLanguages() {
        assertThat(AXIS.labels().stream().map(m -> m.in(Locale.FRENCH)))
                .containsExactly("nov. 2025", "déc. 2025", "janv. 2026", "févr. 2026");
        assertThat(MonthAxis.year(2026).labels().stream().map(m -> m.in(Locale.ENGLISH)))
                .startsWith("Jan 2026", "Feb 2026", "Mar 2026")
                .endsWith("Dec 2026")
                .doesNotHaveDuplicates();
        assertThat(MonthAxis.year(2026).labels().stream().map(m -> m.in(Locale.FRENCH)))
                .doesNotHaveDuplicates()
                .hasSize(12);
    }
}
