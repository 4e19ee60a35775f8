package org.subsidia.io.ical;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Trigger;

/** An event as ical4j, which did not write it, reads it. */
record Parsed(
        String uid,
        LocalDate start,
        LocalDate end,
        String summary,
        String description,
        String category,
        String status,
        int sequence,
        Instant stamp,
        Instant modified,
        List<Long> alarmDays) {

    static Map<String, Parsed> byUid(byte[] file) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
        calendar.validate();
        Map<String, Parsed> events = new TreeMap<>();
        for (VEvent event : calendar.<VEvent>getComponents(Component.VEVENT)) {
            Parsed parsed = of(event);
            if (events.put(parsed.uid, parsed) != null) {
                throw new AssertionError("twice: " + parsed.uid);
            }
        }
        return events;
    }

    private static Parsed of(VEvent event) {
        DtStart<? extends Temporal> start = event.getRequiredProperty(Property.DTSTART);
        DtEnd<? extends Temporal> end = event.getRequiredProperty(Property.DTEND);
        DtStamp stamp = event.getRequiredProperty(Property.DTSTAMP);
        LastModified modified = event.getRequiredProperty(Property.LAST_MODIFIED);
        List<Long> alarms = event.getAlarms().stream()
                .map(alarm -> alarm.<Trigger>getRequiredProperty(Property.TRIGGER))
                .map(Trigger::getDuration)
                .map(before -> -before.get(ChronoUnit.DAYS))
                .toList();
        return new Parsed(
                value(event, Property.UID),
                (LocalDate) start.getDate(),
                (LocalDate) end.getDate(),
                value(event, Property.SUMMARY),
                value(event, Property.DESCRIPTION),
                value(event, Property.CATEGORIES),
                value(event, Property.STATUS),
                Integer.parseInt(value(event, Property.SEQUENCE)),
                stamp.getDate(),
                modified.getDate(),
                alarms);
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }
}
