package org.subsidia.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

class IbanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR1420041010050500013M02606",
                "FR7630006000011234567890189",
                "BE68539007547034",
                "DE89370400440532013000",
                "NO9386011117947"
            })
    void of_valid_kept(String iban) {
        assertThat(Iban.of(iban).value()).isEqualTo(iban);
    }

    @ParameterizedTest
    @CsvSource({
        "FR1520041010050500013M02606, ID-IBAN-KEY",
        "FR1420041010050500013M0260, ID-IBAN-LENGTH",
        "XX, ID-IBAN-FORM",
        "'', ID-EMPTY"
    })
    void read_invalid_refusedAndMasked(String text, String code) {
        Reading<Iban> reading = Iban.read(text);

        assertThat(reading.findings()).extracting(Finding::code).containsExactly(code);
        assertThat(reading.findings().get(0).message().in(Locale.FRENCH)).doesNotContain("2004101005");
        assertThatThrownBy(() -> Iban.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("2004101005");
    }

    @Test
    void read_checkDigitsFitButNotTheKeyOfTheRib_refused() {
        String account = "20041010050500013M02607";
        String iban = null;
        for (int check = 2; check <= 98; check++) {
            Reading<Iban> reading = Iban.read("FR" + (check < 10 ? "0" : "") + check + account);
            assertThat(reading.isRead()).isFalse();
            if (reading.findings().get(0).code().equals("ID-IBAN-RIB")) {
                iban = "FR" + check;
            }
        }
        assertThat(iban).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "fr14 2004 1010 0505 0001 3m02 606, ID-REPAIR-CASE",
        "FR14-2004-1010-0505-0001-3M02-606, ID-REPAIR-SEPARATOR",
        "IBAN : FR1420041010050500013M02606, ID-REPAIR-LABEL",
        "20041 01005 0500013M026 06, ID-REPAIR-RIB"
    })
    void read_writtenOtherwise_repairedByNameAndMasked(String text, String code) {
        Reading<Iban> reading = Iban.read(text);

        assertThat(reading.value()).contains(Iban.of("FR1420041010050500013M02606"));
        assertThat(reading.findings()).extracting(Finding::code).contains(code);
        assertThat(reading.toString().replace(" ", "")).doesNotContain("0500013M");
    }

    @Test
    void key_ofRib_asPublished() {
        assertThat(Rib.key("20041", "01005", "0500013M026")).isEqualTo("06");
        assertThat(Rib.key("30006", "00001", "12345678901")).isEqualTo("89");
        assertThat(Iban.of(Rib.of("30006000011234567890189")).value()).isEqualTo("FR7630006000011234567890189");
        assertThatThrownBy(() -> Rib.key("2004", "101005", "0500013M026")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Rib.of("30006000011234567890188")).hasMessageNotContaining("123456");
    }

    @Test
    void toString_masked() {
        Iban iban = Iban.of("FR1420041010050500013M02606");

        assertThat(iban).hasToString("FR14…2606");
        assertThat(iban.printed()).isEqualTo("FR14 2004 1010 0505 0001 3M02 606");
        assertThat(iban.country()).isEqualTo("FR");
        assertThat(Iban.mask("12345")).isEqualTo("…");
    }
}
