package org.subsidia.rcp.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.DayFormat;

class PasteboardTest {
    @Test
    void parse_cellsOfASpreadsheet_keepsTabsQuotesAndLineEndsInside() {
        assertThat(Pasteboard.parse("a\tb\r\nc\t\n")).containsExactly(List.of("a", "b"), List.of("c", ""));
        assertThat(Pasteboard.parse("\"un\ttab\"\t\"dit \"\"oui\"\"\nici\""))
                .containsExactly(List.of("un\ttab", "dit \"oui\"\nici"));
        assertThat(Pasteboard.parse("\"pas fermé\tx")).containsExactly(List.of("\"pas fermé", "x"));
        assertThat(Pasteboard.parse("a\t")).containsExactly(List.of("a", ""));
        assertThat(Pasteboard.parse("")).isEmpty();
    }

    @Test
    void text_isReadBackAsItWas() {
        List<String[]> rows = List.of(new String[] {"a\tb", "\"c\"", "d\ne", ""}, new String[] {"x", "y", "z", "é"});
        assertThat(Pasteboard.parse(Pasteboard.text(rows)))
                .containsExactly(List.of("a\tb", "\"c\"", "d\ne", ""), List.of("x", "y", "z", "é"));
    }

    @Test
    void day_isReadAsPeopleTypeIt() {
        LocalDate day = LocalDate.of(2026, 2, 3);
        for (String text : List.of("3/2/2026", "03/02/2026", "3.2.2026", "2026-02-03", "3 février 2026")) {
            assertThat(DayText.read(text, Locale.FRENCH)).as(text).contains(day);
        }
        for (String text : List.of("", "31/02/2026", "demain", "3/2", "2026")) {
            assertThat(DayText.read(text, Locale.FRENCH)).as(text).isEmpty();
        }
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            for (int month = 1; month <= 12; month++) {
                LocalDate one = LocalDate.of(2026, month, 11);
                assertThat(DayText.read(DayFormat.format(one, locale), locale)).contains(one);
                assertThat(DayText.readWithoutYear(DayFormat.format(MonthDay.from(one), locale), locale))
                        .contains(MonthDay.from(one));
            }
        }
        assertThat(DayText.read("3 feb 2026", Locale.ENGLISH)).contains(day);
        assertThat(DayText.read("3 Feb 2026", Locale.ENGLISH)).contains(day);
    }
}
