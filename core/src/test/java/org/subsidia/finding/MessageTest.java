package org.subsidia.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences are those of the room {@code trial}, which exists for tests only. */
class MessageTest {

    @Test
    void in_french_writesValuesAsInFrance() {
        assertThat(Message.of("TRIAL-VALUES", Money.parse("EUR -12345.6"), new BigDecimal("1234.50"), 12345, 2026L)
                        .in(Locale.FRANCE))
                .isEqualTo("L’argent : -12\u202f345,60\u00a0€ ; 1\u202f234,50 ; 12\u202f345 ; 2\u202f026");
    }

    @Test
    void in_anyOtherLanguage_english() {
        Message message = Message.of("TRIAL-VALUES", Money.parse("JPY 12345"), new BigDecimal("1E+3"), 12345, 1L);
        assertThat(message.in(Locale.GERMANY)).isEqualTo("Money: 12,345\u00a0JPY; 1,000; 12,345; 1");
        assertThat(message).hasToString("TRIAL-VALUES: Money: 12,345\u00a0JPY; 1,000; 12,345; 1");
    }

    @Test
    void in_dates_asTheLanguageWritesThem() {
        Message message = Message.of("TRIAL-DATES", LocalDate.of(2026, 2, 3), YearMonth.of(2026, 2));
        assertThat(message.in(Locale.FRENCH)).isEqualTo("le 03/02/2026, févr. 2026");
        assertThat(message.in(Locale.ENGLISH)).isEqualTo("on 3 Feb 2026, Feb 2026");
    }

    @Test
    void in_nestedMessage_sameLanguage() {
        Message inner = Message.of("TRIAL-DATES", LocalDate.of(2026, 2, 3), YearMonth.of(2026, 2));
        assertThat(Message.of("TRIAL-NESTED", inner).in(Locale.FRENCH)).isEqualTo("payé le 03/02/2026, févr. 2026");
    }

    @Test
    void in_choice_singularAndPlural() {
        assertThat(Message.of("TRIAL-PLURAL", 0).in(Locale.FRENCH)).isEqualTo("aucune ligne");
        assertThat(Message.of("TRIAL-PLURAL", 1).in(Locale.FRENCH)).isEqualTo("une ligne");
        assertThat(Message.of("TRIAL-PLURAL", 1234).in(Locale.FRENCH)).isEqualTo("1\u202f234 lignes");
        assertThat(Message.of("TRIAL-PLURAL", new BigDecimal("2")).in(Locale.ENGLISH))
                .isEqualTo("2 lines");
    }

    @Test
    void in_textWithBraces_isNotAPattern() {
        assertThat(Message.of("TRIAL-NESTED", "{0} '{'").in(Locale.ENGLISH)).isEqualTo("paid {0} '{'");
    }

    @Test
    void in_unknownCode_isAMistakeOfTheProgram() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Message.of("TRIAL-NOWHERE").in(Locale.FRENCH))
                .withMessage("no sentence for TRIAL-NOWHERE in fr");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Message.of("NOROOM-NOWHERE").in(Locale.ENGLISH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TRIAL", "trial-x", "TRIAL-", "-X", "TRIAL--X", "TRIAL_X", "1TRIAL-X", "TRIAL-É"})
    void of_malformedCode_isRefused(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> Message.of(code)).withMessageContaining('"' + code + '"');
    }

    @Test
    void of_argumentThatNobodyCanWrite_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Message.of("TRIAL-NESTED", List.of()))
                .withMessageContaining("List");
    }

    @Test
    void arguments_changedOutside_stayAsTheyWere() {
        List<Object> arguments = new ArrayList<>(List.of("a"));
        Message message = new Message("TRIAL-NESTED", arguments);
        arguments.set(0, "b");
        assertThat(message.arguments()).containsExactly("a");
    }

    @Test
    void advice_isTheSentenceOfTheFix_whereThereIsOne() {
        Finding finding = Finding.warning(Place.NOWHERE, "TRIAL-PLURAL", 1);
        assertThat(finding.advice(Locale.FRENCH)).contains("Retirez une ligne.");
        assertThat(finding.advice(Locale.ENGLISH)).contains("Remove one line.");
        assertThat(Finding.error(Place.NOWHERE, "TRIAL-NESTED", "x").advice(Locale.FRENCH))
                .isEmpty();
    }

    @Test
    void finding_atAnotherPlace_saysTheSame() {
        Finding there = Finding.info(Place.NOWHERE, "TRIAL-NESTED", "x")
                .at(Place.file("a.csv").line(3));
        assertThat(there).hasToString("a.csv:3 INFO TRIAL-NESTED: paid x");
        assertThat(there.code()).isEqualTo("TRIAL-NESTED");
    }
}
