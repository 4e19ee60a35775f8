package org.subsidia.io.ical;

import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalReader;
import biweekly.property.Categories;
import biweekly.property.DateStart;
import biweekly.property.ICalProperty;
import biweekly.property.LastModified;
import biweekly.property.Sequence;
import biweekly.property.TextProperty;
import biweekly.property.Trigger;
import biweekly.property.ValuedProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/** Reads a file that was written before: which entries it holds, and in which version. */
final class IcalFile {
    private IcalFile() {}

    /** By UID, in the order of the file; refused where the file is not one of ours, which must not be overwritten. */
    static Reading<Map<String, Revision>> read(byte[] bytes) {
        ICalendar calendar;
        try (ICalReader reader = new ICalReader(new ByteArrayInputStream(bytes))) {
            calendar = reader.readNext();
        } catch (IOException | RuntimeException e) {
            // the parser throws what it likes on text that is no calendar
            calendar = null;
        }
        if (calendar == null) {
            return Reading.refused(Finding.error(Place.NOWHERE, "ICAL-FILE-UNREADABLE"));
        }
        String product = text(calendar.getProductId());
        if (!IcalText.PRODUCT.equals(product)) {
            return Reading.refused(Finding.error(Place.NOWHERE, "ICAL-FILE-FOREIGN", product == null ? "?" : product));
        }
        Map<String, Revision> revisions = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (VEvent event : calendar.getEvents()) {
            Optional<Revision> revision = revision(event);
            if (revision.isPresent()) {
                revisions.put(revision.get().entry().uid(), revision.get());
            } else {
                String uid = text(event.getUid());
                findings.add(Finding.warning(Place.NOWHERE, "ICAL-EVENT-UNREADABLE", uid == null ? "?" : uid));
            }
        }
        return Reading.of(revisions, findings);
    }

    private static Optional<Revision> revision(VEvent event) {
        String uid = text(event.getUid());
        DateStart start = event.getDateStart();
        Sequence sequence = event.getSequence();
        LastModified modified = event.getLastModified();
        ICalDate date = start == null ? null : start.getValue();
        DateTimeComponents parts = date == null ? null : date.getRawComponents();
        Integer number = sequence == null ? null : sequence.getValue();
        if (!Entry.isOurs(uid) || uid == null || parts == null || number == null || modified == null) {
            return Optional.empty();
        }
        try {
            Entry entry = new Entry(
                    uid,
                    LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate()),
                    orEmpty(text(event.getSummary())),
                    orEmpty(text(event.getDescription())),
                    category(event),
                    orEmpty(text(event.getStatus())),
                    alarms(event));
            return Optional.of(new Revision(entry, number, modified.getValue().toInstant()));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static String category(VEvent event) {
        return event.getCategories().stream()
                .map(Categories::getValues)
                .flatMap(List::stream)
                .findFirst()
                .orElse("");
    }

    private static List<Integer> alarms(VEvent event) {
        List<Integer> days = new ArrayList<>();
        for (VAlarm alarm : event.getAlarms()) {
            Trigger trigger = alarm.getTrigger();
            Duration before = trigger == null ? null : trigger.getDuration();
            if (before != null) {
                Integer weeks = before.getWeeks();
                Integer single = before.getDays();
                days.add((weeks == null ? 0 : 7 * weeks) + (single == null ? 0 : single));
            }
        }
        return days;
    }

    private static @Nullable String text(@Nullable ICalProperty property) {
        if (property instanceof TextProperty text) {
            return text.getValue();
        }
        return property instanceof ValuedProperty<?> valued ? String.valueOf(valued.getValue()) : null;
    }

    /** The parser gives the ends of lines of the machine. */
    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n");
    }
}
