package org.subsidia.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.DateWindow;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.YearLine;
import org.subsidia.portfolio.YearLineKind;

/** Accounting years: when they end, and for which of them a grant is given. A year bears the number of the year it ends in. */
final class YearEnds {
    private static final MonthDay CALENDAR_YEAR = MonthDay.of(Month.DECEMBER, 31);

    private YearEnds() {}

    /** When the years of a structure end, if that is known. */
    static Optional<MonthDay> of(Optional<Structure> structure) {
        return structure.flatMap(s -> Optional.ofNullable(s.fiscalYearEnd()));
    }

    static MonthDay assumed() {
        return CALENDAR_YEAR;
    }

    /** The last day of a year; an end on 28 or 29 February is the end of that month. */
    static LocalDate last(MonthDay end, int year) {
        return end.getMonth() == Month.FEBRUARY && end.getDayOfMonth() >= 28
                ? YearMonth.of(year, Month.FEBRUARY).atEndOfMonth()
                : end.atYear(year);
    }

    /** The number of the year that contains a day. */
    static int containing(LocalDate day, MonthDay end) {
        return day.isAfter(last(end, day.getYear())) ? day.getYear() + 1 : day.getYear();
    }

    /** The years for which a grant is given: as noted, else by its yearly lines, else that in which the action ends. */
    static List<Integer> of(Grant grant, MonthDay end) {
        Integer noted = grant.fiscalYear();
        if (noted != null) {
            return List.of(noted);
        }
        NavigableSet<Integer> years = new TreeSet<>();
        grant.yearLines().stream()
                .filter(line -> line.kind() == YearLineKind.INCOME)
                .map(YearLine::year)
                .forEach(years::add);
        if (years.isEmpty()) {
            lastDay(grant).ifPresent(day -> years.add(containing(day, end)));
        }
        return List.copyOf(years);
    }

    private static Optional<LocalDate> lastDay(Grant grant) {
        DateWindow window = grant.eligibility();
        @Nullable LocalDate eligible = window == null ? null : window.last();
        return Stream.of(Optional.ofNullable(grant.dates().end()), Optional.ofNullable(eligible))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
