package org.subsidia.io.ical;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.io.text.ICalWriter;
import biweekly.parameter.Related;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;

/** Writes entries as iCalendar. The same entries give the same bytes, in whatever zone and language the machine is. */
final class IcalText {
    static final String PRODUCT = "-//Subsidia//Calendar of grants//EN";

    private IcalText() {}

    static byte[] write(List<Revision> revisions, String name) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setName(name);
        calendar.setExperimentalProperty("X-WR-CALNAME", name);
        revisions.forEach(revision -> calendar.addEvent(event(revision)));
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null); // it counts characters, not octets
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return OctetFolding.fold(text.toString());
    }

    private static VEvent event(Revision revision) {
        Entry entry = revision.entry();
        VEvent event = new VEvent();
        event.setUid(entry.uid());
        event.setDateTimeStamp(Date.from(revision.stamp()));
        event.setLastModified(Date.from(revision.stamp()));
        event.setSequence(revision.sequence());
        event.setDateStart(new DateStart(day(entry.day())));
        event.setDateEnd(new DateEnd(day(entry.day().plusDays(1))));
        event.setSummary(entry.summary());
        event.setDescription(entry.description());
        event.addCategories(entry.category());
        event.setStatus(Status.create(entry.status()));
        event.setTransparency(true);
        for (int days : entry.alarmDays()) {
            Duration before = Duration.builder().prior(true).days(days).build();
            event.addAlarm(VAlarm.display(new Trigger(before, Related.START), entry.summary()));
        }
        return event;
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
