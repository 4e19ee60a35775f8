package org.subsidia.io.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.finding.Reading;

/**
 * Writes events as an iCalendar file (RFC 5545), UTF-8.
 *
 * <pre>{@code
 * IcalExport export = new IcalExport(IcalOptions.of(Locale.FRENCH, "Pôle Alpha"));
 * byte[] first = export.write(calendar.events(), now);
 * byte[] next = export.update(first, later.events(), later.events(), now).get();
 * }</pre>
 *
 * @param options how events are written
 */
public record IcalExport(IcalOptions options) {

    /**
     * A new file.
     *
     * @param events the events to show, in any order; the same event twice is one entry
     * @param stamp the time of writing, cut to seconds
     * @return the bytes of the file
     */
    public byte[] write(Collection<CalendarEvent> events, Instant stamp) {
        Instant second = stamp.truncatedTo(ChronoUnit.SECONDS);
        return text(entries(events, second).values().stream()
                .map(entry -> Revision.first(entry, second))
                .toList());
    }

    /**
     * The next version of a file.
     *
     * <p>An event that changed gets the next SEQUENCE and the stamp; one that did not keeps both. What the file shows and is
     * not in {@code events} stays, in its present form, as long as it is in {@code all}; what is not is cancelled, and left out
     * once it is cancelled and its day has gone by.
     *
     * @param previous a file that this class wrote
     * @param events the events to show, in any order
     * @param all every event that there is, so that those that are only not asked for are not cancelled
     * @param stamp the time of writing, cut to seconds
     * @return the bytes of the file; refused with {@code ICAL-FILE-UNREADABLE} or {@code ICAL-FILE-FOREIGN} if the previous
     *     file is none of ours
     */
    public Reading<byte[]> update(
            byte[] previous, Collection<CalendarEvent> events, Collection<CalendarEvent> all, Instant stamp) {
        Instant second = stamp.truncatedTo(ChronoUnit.SECONDS);
        return IcalFile.read(previous).map(known -> text(merged(known, events, all, second)));
    }

    private List<Revision> merged(
            Map<String, Revision> known,
            Collection<CalendarEvent> events,
            Collection<CalendarEvent> all,
            Instant stamp) {
        Map<String, Entry> there = entries(all, stamp);
        Map<String, Entry> shown = entries(events, stamp);
        List<Revision> revisions = new ArrayList<>();
        for (Revision old : known.values()) {
            String uid = old.entry().uid();
            Entry now = shown.getOrDefault(uid, there.get(uid));
            if (now != null) {
                revisions.add(old.next(now, stamp));
            } else if (!old.entry().isCancelled() || !old.entry().day().isBefore(today(stamp))) {
                revisions.add(old.next(old.entry().cancelled(), stamp));
            }
        }
        shown.forEach((uid, entry) -> {
            if (!known.containsKey(uid)) {
                revisions.add(Revision.first(entry, stamp));
            }
        });
        return revisions;
    }

    private Map<String, Entry> entries(Collection<CalendarEvent> events, Instant stamp) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (CalendarEvent event : events) {
            Entry entry = Entry.of(event, options, today(stamp));
            entries.put(entry.uid(), entry);
        }
        return entries;
    }

    static LocalDate today(Instant stamp) {
        return LocalDate.ofInstant(stamp, ZoneOffset.UTC);
    }

    private byte[] text(List<Revision> revisions) {
        return IcalText.write(
                revisions.stream()
                        .sorted(Comparator.comparing(Revision::entry, Entry.ORDER))
                        .toList(),
                options.name());
    }
}
