package org.subsidia.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The public holidays and working days of a zone, for any year.
 *
 * <p>Which days are holidays is law: the law base makes the calendar ({@code LawBase.calendar(zone)}). A holiday on a Sunday is
 * not moved. Working days are all but Saturdays, Sundays and public holidays.
 */
public final class HolidayCalendar {
    private static final int REMEMBERED = 400;

    private final Zone zone;
    private final List<HolidayRule> rules;
    private final Map<Integer, NavigableMap<LocalDate, List<Holiday>>> years = new ConcurrentHashMap<>();

    private HolidayCalendar(Zone zone, List<HolidayRule> rules) {
        this.zone = zone;
        this.rules = List.copyOf(rules);
    }

    /**
     * The calendar made by rules.
     *
     * @param zone where it holds
     * @param rules the holidays; a rule that changes is several rules, one a period of validity
     * @return the calendar
     */
    public static HolidayCalendar of(Zone zone, List<HolidayRule> rules) {
        return new HolidayCalendar(zone, rules);
    }

    /** {@return where it holds} */
    public Zone zone() {
        return zone;
    }

    /** {@return the rules that make it} */
    public List<HolidayRule> rules() {
        return rules;
    }

    /**
     * The holidays of a year.
     *
     * @param year the year
     * @return by date; two on one day where two fall together (1 May 2008 was also Ascension Day)
     */
    public List<Holiday> holidays(int year) {
        return days(year).values().stream().flatMap(List::stream).toList();
    }

    /**
     * The holidays that fall on a day.
     *
     * @param date the day
     * @return mostly none, sometimes one, rarely two
     */
    public List<Holiday> holidaysOn(LocalDate date) {
        return days(date.getYear()).getOrDefault(date, List.of());
    }

    /**
     * Whether a day is a public holiday.
     *
     * @param date the day
     * @return true for a public holiday, on whatever day of the week
     */
    public boolean isHoliday(LocalDate date) {
        return days(date.getYear()).containsKey(date);
    }

    /**
     * Whether a day is neither a Saturday, a Sunday nor a public holiday.
     *
     * @param date the day
     * @return true for a working day
     */
    public boolean isWorkingDay(LocalDate date) {
        DayOfWeek weekday = date.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !isHoliday(date);
    }

    /**
     * The day itself if it is a working day or does not move, else the nearest working day on one side.
     *
     * @param date the day
     * @param roll to which side
     * @return the day after the move
     */
    public LocalDate roll(LocalDate date, Roll roll) {
        if (roll == Roll.NONE) {
            return date;
        }
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(roll == Roll.NEXT ? 1 : -1);
        }
        return day;
    }

    /**
     * The n-th working day after or before a day, which is not counted itself.
     *
     * @param date the day
     * @param count how many working days; negative: before
     * @return a working day; the day itself for 0
     */
    public LocalDate plusWorkingDays(LocalDate date, int count) {
        int step = Integer.signum(count);
        LocalDate day = date;
        for (long left = Math.abs((long) count); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * How many working days there are from a day to another, both counted.
     *
     * @param first the first day
     * @param last the last day
     * @return 0 if last is before first
     */
    public int workingDays(LocalDate first, LocalDate last) {
        int count = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    private NavigableMap<LocalDate, List<Holiday>> days(int year) {
        NavigableMap<LocalDate, List<Holiday>> known = years.get(year);
        if (known != null) {
            return known;
        }
        NavigableMap<LocalDate, List<Holiday>> days = compute(year);
        if (years.size() < REMEMBERED) {
            years.put(year, days);
        }
        return days;
    }

    private NavigableMap<LocalDate, List<Holiday>> compute(int year) {
        NavigableMap<LocalDate, List<Holiday>> days = new TreeMap<>();
        for (HolidayRule rule : rules) {
            LocalDate date = rule.day().in(year);
            if (rule.holdsOn(date)) {
                days.computeIfAbsent(date, d -> new ArrayList<>(1))
                        .add(new Holiday(date, rule.name(), rule.reference()));
            }
        }
        days.replaceAll((date, holidays) -> List.copyOf(holidays));
        return Collections.unmodifiableNavigableMap(days);
    }

    /** Calendars with the same zone and rules are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof HolidayCalendar that && zone == that.zone && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, rules);
    }

    @Override
    public String toString() {
        return "holidays of " + zone.id();
    }
}
