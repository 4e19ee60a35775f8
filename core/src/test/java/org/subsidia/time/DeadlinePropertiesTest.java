package org.subsidia.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;

/** What holds for all deadlines, tried on random ones; a failure prints the case. */
class DeadlinePropertiesTest {
    private static final int CASES = 3_000;
    private static final long SEED = 20_260_615L;
    private static final LawBase BASE = LawBase.standard();
    private static final Law LAW = BASE.at(LocalDate.of(2026, 6, 15));

    private final SplittableRandom random = new SplittableRandom(SEED);

    private LocalDate anyDay() {
        return LocalDate.of(1990, 1, 1).plusDays(random.nextInt(30_000));
    }

    private HolidayCalendar anyCalendar() {
        return BASE.calendar(Zone.values()[random.nextInt(Zone.values().length)]);
    }

    private Span anySpan() {
        TimeUnit unit = TimeUnit.values()[random.nextInt(TimeUnit.values().length)];
        return new Span(random.nextInt(unit == TimeUnit.YEAR ? 20 : 200), unit);
    }

    private Counting anyCounting() {
        String[] rules = {"counting.civil", "counting.clear-days", "counting.european"};
        return LAW.counting(rules[random.nextInt(rules.length)]).value();
    }

    @Test
    void plusWorkingDays_thereAndBack_sameWorkingDay() {
        for (int i = 0; i < CASES; i++) {
            HolidayCalendar calendar = anyCalendar();
            LocalDate start = calendar.roll(anyDay(), Roll.NEXT);
            int count = random.nextInt(1, 120);
            LocalDate end = calendar.plusWorkingDays(start, count);
            assertThat(calendar.plusWorkingDays(end, -count))
                    .as("%s %s %s", calendar, start, count)
                    .isEqualTo(start);
            assertThat(calendar.workingDays(start.plusDays(1), end)).isEqualTo(count);
        }
    }

    @Test
    void due_laterStart_neverEarlierEnd() {
        for (int i = 0; i < CASES; i++) {
            Span span = anySpan();
            Counting counting = anyCounting();
            HolidayCalendar calendar = anyCalendar();
            LocalDate start = anyDay();
            boolean forward = random.nextBoolean();
            LocalDate first = due(start, span, forward, counting, calendar);
            LocalDate second = due(start.plusDays(random.nextInt(1, 5)), span, forward, counting, calendar);
            assertThat(second)
                    .as("%s %s %s %s", start, span, counting, calendar)
                    .isAfterOrEqualTo(first);
        }
    }

    @Test
    void due_longerDelay_neverEarlierEnd() {
        for (int i = 0; i < CASES; i++) {
            Span span = anySpan();
            Counting counting = anyCounting();
            HolidayCalendar calendar = anyCalendar();
            LocalDate start = anyDay();
            LocalDate shorter = due(start, span, true, counting, calendar);
            LocalDate longer = due(start, new Span(span.amount() + 1, span.unit()), true, counting, calendar);
            assertThat(longer)
                    .as("%s %s %s %s", start, span, counting, calendar)
                    .isAfterOrEqualTo(shorter);
        }
    }

    @Test
    void due_moved_endsOnTheNearestWorkingDay() {
        for (int i = 0; i < CASES; i++) {
            HolidayCalendar calendar = anyCalendar();
            Deadline deadline = Deadline.from(anyDay()).plus(anySpan()).with(calendar);
            LocalDate unmoved = deadline.due().date();
            LocalDate next = deadline.roll(Roll.NEXT).due().date();
            LocalDate previous = deadline.roll(Roll.PREVIOUS).due().date();
            assertThat(calendar.isWorkingDay(next))
                    .as("%s %s", deadline, calendar)
                    .isTrue();
            assertThat(calendar.isWorkingDay(previous))
                    .as("%s %s", deadline, calendar)
                    .isTrue();
            assertThat(calendar.isHoliday(next)).isFalse();
            assertThat(next.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(next).isAfterOrEqualTo(unmoved);
            assertThat(previous).isBeforeOrEqualTo(unmoved);
            int between = calendar.workingDays(previous.plusDays(1), next.minusDays(1));
            assertThat(between).as("%s %s", deadline, calendar).isZero();
        }
    }

    @Test
    void due_months_sameDayNumberOrLastDay() {
        for (int i = 0; i < CASES; i++) {
            LocalDate start = anyDay();
            int months = random.nextInt(0, 240);
            LocalDate end = Deadline.from(start).plus(Span.months(months)).due().date();
            YearMonth month = YearMonth.from(start).plusMonths(months);
            assertThat(YearMonth.from(end)).isEqualTo(month);
            assertThat(end.getDayOfMonth())
                    .as("%s + %s", start, months)
                    .isEqualTo(Math.min(start.getDayOfMonth(), month.lengthOfMonth()));
        }
    }

    @Test
    void due_european_neverLessThanTwoWorkingDays() {
        Counting european = LAW.counting("counting.european").value();
        for (int i = 0; i < CASES; i++) {
            HolidayCalendar calendar = anyCalendar();
            LocalDate start = anyDay();
            Span span = Span.days(random.nextInt(2, 12));
            LocalDate end = due(start, span, true, european, calendar);
            assertThat(calendar.workingDays(start.plusDays(1), end))
                    .as("%s %s %s", start, span, calendar)
                    .isGreaterThanOrEqualTo(2);
        }
    }

    private static LocalDate due(
            LocalDate start, Span span, boolean forward, Counting counting, HolidayCalendar calendar) {
        Deadline deadline = Deadline.from(start).counted(counting).with(calendar);
        return (forward ? deadline.plus(span) : deadline.minus(span)).due().date();
    }
}
