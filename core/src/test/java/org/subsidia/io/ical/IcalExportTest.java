package org.subsidia.io.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.calendar.CalendarOptions;
import org.subsidia.calendar.Certainty;
import org.subsidia.calendar.EventKind;
import org.subsidia.calendar.GrantCalendar;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.ExplanationText;
import org.subsidia.explain.Value;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.RandomPortfolio;

class IcalExportTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:15:30.123Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T08:15:30Z");
    private static final IcalExport EXPORT = new IcalExport(IcalOptions.of(Locale.FRENCH, "Pôle Alpha"));

    private static CalendarEvent event(String id, String day, String subject) {
        return builder(id, day, subject).build();
    }

    private static CalendarEvent.Builder builder(String id, String day, String subject) {
        LocalDate date = LocalDate.parse(day);
        return CalendarEvent.builder(EventKind.FINAL_CLAIM, date, new GrantId(id), subject)
                .because(Explanation.leaf(Message.of("CAL-TEXT", subject), new Value.Day(date)));
    }

    private static byte[] write(CalendarEvent... events) {
        return EXPORT.write(List.of(events), MONDAY);
    }

    private static byte[] update(byte[] previous, CalendarEvent... events) {
        return EXPORT.update(previous, List.of(events), List.of(events), TUESDAY)
                .get();
    }

    @Test
    void write_oneEvent_isTheseLines() {
        String text = new String(
                new IcalExport(IcalOptions.of(Locale.ENGLISH, "Alpha"))
                        .write(List.of(event("g1", "2026-12-31", "Works")), MONDAY),
                StandardCharsets.UTF_8);
        assertThat(text).isEqualToNormalizingNewlines("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Subsidia//Calendar of grants//EN
                NAME:Alpha
                X-WR-CALNAME:Alpha
                BEGIN:VEVENT
                UID:%s
                DTSTAMP:20260302T081530Z
                LAST-MODIFIED:20260302T081530Z
                SEQUENCE:0
                DTSTART;VALUE=DATE:20261231
                DTEND;VALUE=DATE:20270101
                SUMMARY:Last claim: Works
                DESCRIPTION:Last claim: Works: 31 Dec 2026 = decided by the line below\\n  f
                 rom g1\\n  Works: 31 Dec 2026
                CATEGORIES:Last claim
                STATUS:CONFIRMED
                TRANSP:TRANSPARENT
                BEGIN:VALARM
                ACTION:DISPLAY
                TRIGGER;RELATED=START:-P30D
                DESCRIPTION:Last claim: Works
                END:VALARM
                BEGIN:VALARM
                ACTION:DISPLAY
                TRIGGER;RELATED=START:-P7D
                DESCRIPTION:Last claim: Works
                END:VALARM
                END:VEVENT
                END:VCALENDAR
                """.formatted(Entry.uidOf("final-claim/grant/g1", "")));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    void write_readByAnotherParser_isEqualEventByEvent() throws Exception {
        long seed = 20_260_302;
        SplittableRandom random = new SplittableRandom(seed);
        List<CalendarEvent> events = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(6000)).toString();
            CalendarEvent.Builder event = builder("g" + i, day, text(random));
            if (random.nextBoolean()) {
                event.certainty(Certainty.EXPECTED);
            }
            if (random.nextInt(3) == 0) {
                event.done(LocalDate.parse(day));
            }
            events.add(event.build());
        }
        byte[] file = EXPORT.write(events, MONDAY);
        Map<String, Parsed> parsed = Parsed.byUid(file);
        assertThat(parsed).as("seed %d", seed).hasSize(300);
        LocalDate today = LocalDate.of(2026, 3, 2);
        for (CalendarEvent event : events) {
            Parsed read = parsed.get(Entry.uidOf(event.id(), ""));
            assertThat(read.start()).isEqualTo(event.date());
            assertThat(read.end()).isEqualTo(event.date().plusDays(1));
            assertThat(read.summary()).isEqualTo(event.title().in(Locale.FRENCH));
            assertThat(read.description()).isEqualTo(ExplanationText.indented(event.explanation(), Locale.FRENCH));
            assertThat(read.category()).isEqualTo("Dernière demande de paiement");
            assertThat(read.status()).isEqualTo(event.certainty() == Certainty.FIXED ? "CONFIRMED" : "TENTATIVE");
            assertThat(read.sequence()).isZero();
            assertThat(read.stamp()).isEqualTo("2026-03-02T08:15:30Z");
            assertThat(read.modified()).isEqualTo("2026-03-02T08:15:30Z");
            List<Long> alarms = List.of(30L, 7L).stream()
                    .filter(days -> event.done() == null
                            && !event.date().minusDays(days).isBefore(today))
                    .toList();
            assertThat(read.alarmDays()).isEqualTo(alarms);
        }
    }

    /** What calendars trip over: separators, quotes, line ends escaped, long words, letters of several octets. */
    private static String text(SplittableRandom random) {
        String[] bits = {"é", "’", "a", ";", ",", "\\", "\\n", "\"", ":", " x", "€", "😀", "ligne", "≥", "=", "'"};
        StringBuilder text = new StringBuilder("t");
        for (int i = random.nextInt(120); i > 0; i--) {
            text.append(bits[random.nextInt(bits.length)]);
        }
        return text.append('z').toString();
    }

    @Test
    void write_lines_haveAtMost75OctetsAndWholeCharacters() {
        byte[] file = write(event("g1", "2026-12-31", "é😀€".repeat(60)));
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("\ufffd");
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n ", "")).contains("é😀€".repeat(60));
    }

    @Test
    void write_anyZoneAndOrder_givesTheSameBytes() {
        CalendarEvent one = event("g1", "2018-11-04", "Minuit n’existe pas à São Paulo ce jour-là");
        CalendarEvent two = event("g2", "2026-03-29", "Heure d’été");
        byte[] expected = write(one, two);
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String id : List.of("America/Sao_Paulo", "Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Paris")) {
                TimeZone.setDefault(TimeZone.getTimeZone(id));
                assertThat(write(two, one)).as(id).isEqualTo(expected);
                assertThat(EXPORT.update(expected, List.of(one, two), List.of(one, two), TUESDAY)
                                .get())
                        .as(id)
                        .isEqualTo(expected);
            }
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void write_controlCharacters_areLeftOut() throws Exception {
        Parsed read = Parsed.byUid(write(event("g1", "2026-12-31", "a\u0000b\tc\u0007\ud800d")))
                .values()
                .iterator()
                .next();
        assertThat(read.summary()).isEqualTo("Dernière demande de paiement : ab cd");
    }

    @Test
    void update_nothingChanged_keepsTheBytes() {
        CalendarEvent[] events = {event("g1", "2026-12-31", "Un; deux, trois\\"), event("g2", "2026-05-01", "Fête")};
        byte[] first = write(events);
        assertThat(update(first, events)).isEqualTo(first);
    }

    @Test
    void update_dateChanged_givesTheNextSequenceAndTheSameUid() throws Exception {
        byte[] first = write(event("g1", "2026-12-31", "Un"), event("g2", "2026-06-30", "Deux"));
        byte[] second = update(first, event("g1", "2027-01-31", "Un"), event("g2", "2026-06-30", "Deux"));
        Map<String, Parsed> before = Parsed.byUid(first);
        Map<String, Parsed> after = Parsed.byUid(second);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        Parsed changed = after.get(Entry.uidOf("final-claim/grant/g1", ""));
        assertThat(changed.start()).isEqualTo("2027-01-31");
        assertThat(changed.sequence()).isEqualTo(1);
        assertThat(changed.modified()).isEqualTo(TUESDAY);
        assertThat(changed.stamp()).isEqualTo(TUESDAY);
        String other = Entry.uidOf("final-claim/grant/g2", "");
        assertThat(after.get(other)).isEqualTo(before.get(other));
    }

    @Test
    void update_eventGone_isCancelledOnceAndLeftOutWhenPast() throws Exception {
        byte[] first = write(event("g1", "2026-12-31", "Un"), event("g2", "2026-06-30", "Deux"));
        byte[] second = update(first, event("g2", "2026-06-30", "Deux"));
        Parsed gone = Parsed.byUid(second).get(Entry.uidOf("final-claim/grant/g1", ""));
        assertThat(gone.status()).isEqualTo("CANCELLED");
        assertThat(gone.sequence()).isEqualTo(1);
        assertThat(gone.alarmDays()).isEmpty();
        assertThat(update(second, event("g2", "2026-06-30", "Deux"))).isEqualTo(second);
        List<CalendarEvent> left = List.of(event("g2", "2026-06-30", "Deux"));
        byte[] nextYear = EXPORT.update(second, left, left, Instant.parse("2027-02-01T00:00:00Z"))
                .get();
        assertThat(Parsed.byUid(nextYear)).hasSize(1);
        byte[] back = update(second, event("g1", "2026-12-31", "Un"), event("g2", "2026-06-30", "Deux"));
        Parsed again = Parsed.byUid(back).get(gone.uid());
        assertThat(again.status()).isEqualTo("CONFIRMED");
        assertThat(again.sequence()).isEqualTo(2);
    }

    @Test
    void update_eventNotAskedFor_staysAndFollowsItsFacts() throws Exception {
        CalendarEvent one = event("g1", "2026-12-31", "Un");
        byte[] first = write(one, event("g2", "2026-06-30", "Deux"));
        CalendarEvent moved = event("g2", "2026-07-31", "Deux");
        Map<String, Parsed> after = Parsed.byUid(
                EXPORT.update(first, List.of(one), List.of(one, moved), TUESDAY).get());
        Parsed other = after.get(Entry.uidOf("final-claim/grant/g2", ""));
        assertThat(other.start()).isEqualTo("2026-07-31");
        assertThat(other.status()).isEqualTo("CONFIRMED");
        assertThat(other.sequence()).isEqualTo(1);
    }

    @Test
    void update_otherPrograms_areRefused() {
        assertThat(refusal("BEGIN:VCALENDAR\r\nPRODID:-//Other//EN\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"))
                .extracting(Finding::code)
                .containsExactly("ICAL-FILE-FOREIGN");
        assertThat(refusal("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"))
                .extracting(Finding::code)
                .containsExactly("ICAL-FILE-FOREIGN");
        assertThat(refusal("")).extracting(Finding::code).containsExactly("ICAL-FILE-UNREADABLE");
        assertThat(refusal("id;montant\n1;2\n")).extracting(Finding::code).containsExactly("ICAL-FILE-UNREADABLE");
    }

    private static List<Finding> refusal(String text) {
        Reading<byte[]> reading = EXPORT.update(text.getBytes(StandardCharsets.UTF_8), List.of(), List.of(), TUESDAY);
        assertThat(reading.isRead()).isFalse();
        return reading.findings();
    }

    @Test
    void update_damagedEvent_isNamedAndWrittenAnew() {
        CalendarEvent one = event("g1", "2026-12-31", "Un");
        String damaged = new String(write(one), StandardCharsets.UTF_8).replace("SEQUENCE:0\r\n", "");
        Reading<byte[]> reading =
                EXPORT.update(damaged.getBytes(StandardCharsets.UTF_8), List.of(one), List.of(one), MONDAY);
        assertThat(reading.findings()).extracting(Finding::code).containsExactly("ICAL-EVENT-UNREADABLE");
        assertThat(reading.get()).isEqualTo(write(one));
    }

    @Test
    void update_anyTruncation_neverThrows() {
        byte[] file = write(event("g1", "2026-12-31", "Un"), event("g2", "2026-06-30", "Deux é"));
        CalendarEvent one = event("g1", "2026-12-31", "Un");
        for (int length = 0; length < file.length; length++) {
            byte[] part = java.util.Arrays.copyOf(file, length);
            assertThat(EXPORT.update(part, List.of(one), List.of(one), TUESDAY)).isNotNull();
        }
    }

    @Test
    void write_calendarsOfAnyPortfolio_areReadByAnotherParser() throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            GrantCalendar calendar = GrantCalendar.of(
                    new RandomPortfolio(seed).portfolio(4, 20),
                    LawBase.standard(),
                    LocalDate.of(2026, 3, 2),
                    CalendarOptions.STANDARD);
            byte[] file = EXPORT.write(calendar.events(), MONDAY);
            Map<String, Parsed> parsed = Parsed.byUid(file);
            assertThat(parsed).as("seed %d", seed).hasSize(calendar.events().size());
            for (CalendarEvent event : calendar.events()) {
                Parsed read = parsed.get(Entry.uidOf(event.id(), ""));
                assertThat(read.start()).as("seed %d, %s", seed, event.id()).isEqualTo(event.date());
            }
            assertThat(EXPORT.update(file, calendar.events(), calendar.events(), TUESDAY)
                            .get())
                    .as("seed %d", seed)
                    .isEqualTo(EXPORT.write(calendar.events(), MONDAY));
        }
    }

    @Test
    void update_alarmThatWentOff_isNoChange() {
        CalendarEvent one = event("g1", "2026-04-01", "Trente jours après lundi");
        byte[] file = write(one);
        assertThat(new String(file, StandardCharsets.UTF_8)).contains("-P30D", "-P7D");
        assertThat(EXPORT.update(file, List.of(one), List.of(one), TUESDAY).get())
                .isEqualTo(file);
    }

    @Test
    void uid_differsByNamespaceOnly_whenIdsAreTheSame() {
        IcalExport other = new IcalExport(EXPORT.options().withNamespace("Pôle Bêta"));
        CalendarEvent one = event("g1", "2026-12-31", "Un");
        String mine = new String(EXPORT.write(List.of(one), MONDAY), StandardCharsets.UTF_8);
        String theirs = new String(other.write(List.of(one), MONDAY), StandardCharsets.UTF_8);
        assertThat(mine).contains("UID:").isNotEqualTo(theirs);
        assertThat(mine.replaceAll("UID:.*", "")).isEqualTo(theirs.replaceAll("UID:.*", ""));
    }

    @Test
    void options_alarms_areSortedOnceEach() {
        IcalOptions options = EXPORT.options().withAlarms(List.of(1, 60, 1));
        assertThat(options.alarmDays()).containsExactly(60, 1);
        assertThatThrownBy(() -> options.withAlarms(List.of(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
