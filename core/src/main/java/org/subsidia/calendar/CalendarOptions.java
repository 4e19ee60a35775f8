package org.subsidia.calendar;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.subsidia.portfolio.FunderLevel;

/**
 * What a user may choose. None of it is law.
 *
 * @param notice how many days ahead an event is due, 0 or more
 * @param yearsBack how many years before the day of looking recurring events are shown
 * @param yearsAhead how many years after it
 * @param budgetSeason whether the budget calendar of the authorities is shown
 * @param patterns when in the year funders notify, by level; other levels have {@link NotificationPattern#standard}
 * @param more sources of other rooms
 */
public record CalendarOptions(
        int notice,
        int yearsBack,
        int yearsAhead,
        boolean budgetSeason,
        Map<FunderLevel, NotificationPattern> patterns,
        List<EventSource> more) {
    /** Thirty days of notice, one year back and two ahead, with the budget season. */
    public static final CalendarOptions STANDARD = new CalendarOptions(30, 1, 2, true, Map.of(), List.of());

    /** Copies the collections; refuses negative numbers. */
    public CalendarOptions {
        if (notice < 0 || yearsBack < 0 || yearsAhead < 0) {
            throw new IllegalArgumentException(
                    "days and years are not negative: " + notice + ", " + yearsBack + ", " + yearsAhead);
        }
        patterns = Map.copyOf(patterns);
        more = List.copyOf(more);
    }

    /**
     * Another distance of notice.
     *
     * @param days 0 or more
     * @return the options
     */
    public CalendarOptions withNotice(int days) {
        return new CalendarOptions(days, yearsBack, yearsAhead, budgetSeason, patterns, more);
    }

    /**
     * Another stretch of years for recurring events.
     *
     * @param back years before the day of looking
     * @param ahead years after it
     * @return the options
     */
    public CalendarOptions withYears(int back, int ahead) {
        return new CalendarOptions(notice, back, ahead, budgetSeason, patterns, more);
    }

    /** {@return the options without the budget calendar of the authorities} */
    public CalendarOptions withoutBudgetSeason() {
        return new CalendarOptions(notice, yearsBack, yearsAhead, false, patterns, more);
    }

    /**
     * Another assumption on when funders of a level notify.
     *
     * @param level the level
     * @param pattern the assumption
     * @return the options
     */
    public CalendarOptions withPattern(FunderLevel level, NotificationPattern pattern) {
        Map<FunderLevel, NotificationPattern> all = new EnumMap<>(FunderLevel.class);
        all.putAll(patterns);
        all.put(level, pattern);
        return new CalendarOptions(notice, yearsBack, yearsAhead, budgetSeason, all, more);
    }

    /**
     * One more source of events.
     *
     * @param source the source
     * @return the options
     */
    public CalendarOptions withSource(EventSource source) {
        List<EventSource> all = new ArrayList<>(more);
        all.add(source);
        return new CalendarOptions(notice, yearsBack, yearsAhead, budgetSeason, patterns, all);
    }

    /**
     * When funders of a level notify.
     *
     * @param level the level
     * @return the user’s assumption, else the standard one
     */
    public NotificationPattern pattern(FunderLevel level) {
        NotificationPattern chosen = patterns.get(level);
        return chosen == null ? NotificationPattern.standard(level) : chosen;
    }
}
