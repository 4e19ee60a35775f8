package org.subsidia.rcp.calendar;

import java.text.Collator;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.subsidia.rcp.Texts;

/**
 * The events of a year in lanes, so that none covers another.
 *
 * @param year the year
 * @param lanes one for each structure, by name; what concerns nobody in particular comes last
 */
record YearPlan(int year, List<Lane> lanes) {
    /** Events of one structure. */
    record Lane(String name, List<Mark> marks, int tracks) {}

    /** An event on its day; track 0 is the upmost of its lane. */
    record Mark(EventRow row, int track) {}

    /**
     * Puts events in lanes.
     *
     * @param gap how many days two marks on one track are apart at least
     */
    static YearPlan of(List<EventRow> rows, int year, int gap, Locale locale) {
        Map<String, List<EventRow>> byName = new TreeMap<>(Collator.getInstance(locale));
        List<EventRow> nobody = new ArrayList<>();
        rows.stream()
                .filter(row -> row.event().date().getYear() == year)
                .sorted((a, b) -> a.event().date().compareTo(b.event().date()))
                .forEach(row -> (row.structure().isEmpty()
                                ? nobody
                                : byName.computeIfAbsent(row.structure(), name -> new ArrayList<>()))
                        .add(row));
        List<Lane> lanes = new ArrayList<>();
        byName.forEach((name, events) -> lanes.add(lane(name, events, gap)));
        if (!nobody.isEmpty()) {
            lanes.add(lane(Texts.calendarEverybody, nobody, gap));
        }
        return new YearPlan(year, lanes);
    }

    private static Lane lane(String name, List<EventRow> events, int gap) {
        List<LocalDate> ends = new ArrayList<>();
        List<Mark> marks = new ArrayList<>();
        for (EventRow row : events) {
            LocalDate day = row.event().date();
            int track = 0;
            while (track < ends.size() && ends.get(track).isAfter(day)) {
                track++;
            }
            LocalDate free = day.plusDays(gap);
            if (track == ends.size()) {
                ends.add(free);
            } else {
                ends.set(track, free);
            }
            marks.add(new Mark(row, track));
        }
        return new Lane(name, List.copyOf(marks), ends.size());
    }

    /** How far into the year a day is, 0 to 1. */
    double position(LocalDate day) {
        return (day.getDayOfYear() - 1.0) / Year.of(year).length();
    }
}
