package org.subsidia.io.ical;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.subsidia.calendar.Actor;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.calendar.Certainty;
import org.subsidia.explain.ExplanationText;

/**
 * What a calendar shows of an event.
 *
 * @param uid never changes
 * @param day the whole day
 * @param status {@code CONFIRMED}, {@code TENTATIVE} or {@code CANCELLED}
 * @param alarmDays how many days before it alarms go off
 */
record Entry(
        String uid,
        LocalDate day,
        String summary,
        String description,
        String category,
        String status,
        List<Integer> alarmDays) {
    static final String CONFIRMED = "CONFIRMED";
    static final String TENTATIVE = "TENTATIVE";
    static final String CANCELLED = "CANCELLED";
    static final Comparator<Entry> ORDER = Comparator.comparing(Entry::day).thenComparing(Entry::uid);
    private static final String DOMAIN = "@subsidia";

    /** An event as it is written on a day; alarms that would go off in the past are left out. */
    static Entry of(CalendarEvent event, IcalOptions options, LocalDate today) {
        Locale locale = options.locale();
        boolean awaited = event.kind().actor() != Actor.NOBODY && event.done() == null;
        return new Entry(
                        uidOf(event.id(), options.namespace()),
                        event.date(),
                        plain(event.title().in(locale)),
                        plain(ExplanationText.indented(event.explanation(), locale)),
                        plain(event.kind().label().in(locale)),
                        event.certainty() == Certainty.FIXED ? CONFIRMED : TENTATIVE,
                        awaited ? options.alarmDays() : List.of())
                .from(today);
    }

    /** The same without the alarms that went off before a day. */
    Entry from(LocalDate today) {
        List<Integer> ahead = alarmDays.stream()
                .filter(days -> !day.minusDays(days).isBefore(today))
                .toList();
        return new Entry(uid, day, summary, description, category, status, ahead);
    }

    /** Ids may tell what is private, and may hold anything: the UID is made from them, but does not show them. */
    static String uidOf(String id, String namespace) {
        return UUID.nameUUIDFromBytes((namespace + '\n' + id).getBytes(StandardCharsets.UTF_8)) + DOMAIN;
    }

    static boolean isOurs(@Nullable String uid) {
        return uid != null && uid.endsWith(DOMAIN);
    }

    Entry cancelled() {
        return new Entry(uid, day, summary, description, category, CANCELLED, List.of());
    }

    boolean isCancelled() {
        return status.equals(CANCELLED);
    }

    /** Control characters have no place in iCalendar, but for the ends of lines. */
    private static String plain(String text) {
        return text.codePoints()
                .map(c -> c == '\t' || c == '\r' ? ' ' : c)
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
