package org.subsidia.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Reading;

class SpanTest {

    @Test
    void parse_everyUnit_isWhatToStringWrites() {
        assertThat(Span.parse("5d")).isEqualTo(Span.days(5)).hasToString("5d");
        assertThat(Span.parse("20wd")).isEqualTo(Span.workingDays(20)).hasToString("20wd");
        assertThat(Span.parse("2w")).isEqualTo(Span.weeks(2)).hasToString("2w");
        assertThat(Span.parse("1m")).isEqualTo(Span.months(1)).hasToString("1m");
        assertThat(Span.parse("1y")).isEqualTo(Span.years(1)).hasToString("1y");
        assertThat(Span.parse("0d")).isEqualTo(Span.days(0));
        assertThat(Span.parse("99999d")).isEqualTo(Span.days(99_999));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "d", "5", "5 d", "-5d", "+5d", "5D", "5.5d", "5days", "100000d", "5dw", "٥d", " 5d", "5d\n"})
    void parse_anythingElse_isRefused(String text) {
        assertThatThrownBy(() -> Span.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void read_blanksAround_areTaken() {
        assertThat(Span.read(" 20wd ").get()).isEqualTo(Span.workingDays(20));
    }

    @Test
    void read_other_saysWhatToWrite() {
        Reading<Span> reading = Span.read("20 jours");
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("TIME-SPAN-BAD");
            assertThat(finding.message().in(Locale.FRENCH)).contains("20 jours");
            assertThat(finding.advice(Locale.FRENCH))
                    .hasValueSatisfying(a -> assertThat(a).contains("20wd"));
            assertThat(finding.advice(Locale.ENGLISH))
                    .hasValueSatisfying(a -> assertThat(a).contains("20wd"));
        });
    }

    @Test
    void of_amountOutside_isRefused() {
        assertThatThrownBy(() -> Span.days(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Span.years(100_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "1d, 1 jour, 1 day", "2d, 2 jours, 2 days",
        "1wd, 1 jour ouvré, 1 working day", "20wd, 20 jours ouvrés, 20 working days",
        "1w, 1 semaine, 1 week", "2w, 2 semaines, 2 weeks",
        "1m, 1 mois, 1 month", "6m, 6 mois, 6 months",
        "1y, 1 an, 1 year", "3y, 3 ans, 3 years",
    })
    void words_bothLanguages(String text, String french, String english) {
        assertThat(Span.parse(text).words().in(Locale.FRENCH)).isEqualTo(french);
        assertThat(Span.parse(text).words().in(Locale.ENGLISH)).isEqualTo(english);
    }
}
