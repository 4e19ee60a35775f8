package org.subsidia;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.ClusterDeeds.day;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.io.ical.IcalExport;
import org.subsidia.io.ical.IcalOptions;
import org.subsidia.portfolio.Edit;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.store.file.FileStore;

/** What is kept of the cluster’s year: a calendar for other programs, a file, and the way back. */
class AYearOfOneClusterKeptTest {
    @TempDir
    Path folder;

    @Test
    void calendar_writtenAndReadByAnotherProgram_hasEveryEventByUidAndDay() throws Exception {
        List<CalendarEvent> events = ClusterYear.on("2026-06-15").calendar().events();
        byte[] file = new IcalExport(IcalOptions.of(Locale.FRENCH, "Pôle Moselle Énergies"))
                .write(events, Instant.parse("2026-06-15T18:00:00Z"));

        Map<String, LocalDate> read = new TreeMap<>();
        net.fortuna.ical4j.model.Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(file));
        calendar.validate();
        for (VEvent event : calendar.<VEvent>getComponents(Component.VEVENT)) {
            DtStart<?> start = event.getRequiredProperty(Property.DTSTART);
            read.put(event.getRequiredProperty(Property.UID).getValue(), (LocalDate) start.getDate());
        }
        Map<String, LocalDate> expected = new TreeMap<>();
        events.forEach(event -> expected.put(uid(event.id()), event.date()));
        assertThat(expected).hasSameSizeAs(events);
        assertThat(read).isEqualTo(expected);
        assertThat(read)
                .containsEntry(uid("payment/grant/pole-transfere/step:avance"), day("2026-07-15"))
                .containsEntry(uid("payment/grant/feder-plateforme/claim:acompte-1"), day("2026-08-10"))
                .containsEntry(uid("financial-report/grant/region-2025/2025"), day("2026-06-30"));
    }

    private static String uid(String event) {
        return UUID.nameUUIDFromBytes(("\n" + event).getBytes(UTF_8)) + "@subsidia";
    }

    @Test
    void portfolio_savedAndOpened_isEqual_andUndoneEditByEdit_isEmpty() {
        Portfolio portfolio = ClusterYear.on("2026-12-31").portfolio();
        assertThat(portfolio.grants()).hasSize(8);
        assertThat(portfolio.funders()).hasSize(6);
        assertThat(portfolio.check()).isEmpty();

        FileStore store = FileStore.at(folder.resolve("annee-2026.subsidia"));
        assertThat(store.save(portfolio).findings()).isEmpty();
        Portfolio reopened = store.open().get();
        assertThat(reopened).isEqualTo(portfolio);

        Deque<Edit> undo = ClusterYear.undoStack();
        assertThat(undo).hasSize(ClusterActs.ALL.size());
        while (!undo.isEmpty()) {
            assertThat(reopened).isNotEqualTo(Portfolio.empty());
            reopened = reopened.apply(undo.pop());
        }
        assertThat(reopened).isEqualTo(Portfolio.empty());
    }
}
