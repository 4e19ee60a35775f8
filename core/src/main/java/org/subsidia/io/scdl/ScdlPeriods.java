package org.subsidia.io.scdl;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/** Periods of payment as published: {@code a/b} as the standard asks, and what is found instead. */
final class ScdlPeriods {
    private static final List<String> SEPARATORS = List.of("/", "_", ";", " au ", " à ", " - ", ",", " et ", "-");

    private static final int SLASH = 10;
    private static final int STANDARD = 21;

    private ScdlPeriods() {}

    /** Read are one date, two dates, several dates (first to last), and a date with words for an open end. */
    static Reading<ScdlPeriod> read(String raw) {
        LocalDate start =
                raw.length() == STANDARD && raw.charAt(SLASH) == '/' ? ScdlDates.iso(raw.substring(0, SLASH)) : null;
        LocalDate end = start == null ? null : ScdlDates.iso(raw.substring(SLASH + 1));
        if (start != null
                && end != null
                && !end.isBefore(start)
                && ScdlDates.isInRange(start)
                && ScdlDates.isInRange(end)) {
            return Reading.of(ScdlPeriod.of(start, end));
        }
        String text = raw.strip();
        if (text.toLowerCase(Locale.ROOT).startsWith("du ")) {
            text = text.substring(3).strip();
        }
        Reading<ScdlDate> single = ScdlDates.read(text);
        if (single.isRead()) {
            ScdlDate date = single.get();
            ScdlPeriod period = date.day().map(ScdlPeriod::of).orElseGet(() -> year(date.year()));
            return single.findings().isEmpty() ? Reading.of(period) : repaired(raw, period);
        }
        for (String separator : SEPARATORS) {
            Reading<ScdlPeriod> split = split(raw, text, separator);
            if (split != null) {
                return split;
            }
        }
        return Reading.refused(Finding.error(Place.NOWHERE, "SCDL-PERIOD-UNREADABLE", raw));
    }

    private static @Nullable Reading<ScdlPeriod> split(String raw, String text, String separator) {
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
            String left = text.substring(0, at).strip();
            String right = text.substring(at + separator.length()).strip();
            Optional<LocalDate> start = day(left, true);
            Optional<LocalDate> end = day(right, false);
            if (start.isPresent() && end.isPresent()) {
                return between(raw, text, start.get(), end.get());
            }
            if ((start.isPresent() && isWords(right)) || (isWords(left) && end.isPresent())) {
                ScdlPeriod period = new ScdlPeriod(start, end);
                return Reading.of(period, Finding.info(Place.NOWHERE, "SCDL-PERIOD-OPEN", raw, period.toString()));
            }
        }
        return several(raw, text, separator);
    }

    private static Reading<ScdlPeriod> between(String raw, String text, LocalDate start, LocalDate end) {
        if (end.isBefore(start)) {
            return Reading.refused(Finding.error(Place.NOWHERE, "SCDL-PERIOD-INVERTED", raw));
        }
        ScdlPeriod period = ScdlPeriod.of(start, end);
        boolean standard = text.length() == raw.length() && text.equals(start + "/" + end);
        return standard ? Reading.of(period) : repaired(raw, period);
    }

    private static @Nullable Reading<ScdlPeriod> several(String raw, String text, String separator) {
        List<LocalDate> days = new ArrayList<>();
        int from = 0;
        while (from <= text.length()) {
            int to = text.indexOf(separator, from);
            to = to < 0 ? text.length() : to;
            Optional<LocalDate> day = day(text.substring(from, to).strip(), true);
            if (day.isEmpty()) {
                return null;
            }
            days.add(day.get());
            from = to + separator.length();
        }
        return days.size() < 3 ? null : repaired(raw, ScdlPeriod.of(Collections.min(days), Collections.max(days)));
    }

    private static Optional<LocalDate> day(String text, boolean first) {
        return ScdlDates.read(text).value().map(date -> date.day()
                .orElse(LocalDate.of(date.year(), first ? 1 : 12, first ? 1 : 31)));
    }

    private static ScdlPeriod year(int year) {
        return ScdlPeriod.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Words without any digit: "fin-action", "NC", "versement subvention". */
    private static boolean isWords(String text) {
        boolean letters = false;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return false;
            }
            letters |= Character.isLetter(text.charAt(i));
        }
        return letters || text.isEmpty() || text.equals("..");
    }

    private static Reading<ScdlPeriod> repaired(String raw, ScdlPeriod period) {
        return Reading.of(period, Finding.info(Place.NOWHERE, "SCDL-PERIOD-FORM", raw, period.toString()));
    }
}
