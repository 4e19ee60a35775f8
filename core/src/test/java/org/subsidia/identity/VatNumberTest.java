package org.subsidia.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

class VatNumberTest {

    @Test
    void of_siren_itsKey() {
        assertThat(VatNumber.of(Siren.of("732829320"))).hasToString("FR44732829320");
        assertThat(VatNumber.of("FR44732829320").siren()).isEqualTo(Siren.of("732829320"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR45732829320", "FR44732829321", "44732829320", "FR4473282932", "DE44732829320"})
    void of_invalid_throws(String text) {
        assertThatThrownBy(() -> VatNumber.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "fr44732829320, ID-REPAIR-CASE",
        "FR 44 732 829 320, ID-REPAIR-SPACES",
        "44732829320, ID-REPAIR-FR",
        "TVA : FR44732829320, ID-REPAIR-LABEL"
    })
    void read_writtenOtherwise_repairedByName(String text, String code) {
        Reading<VatNumber> reading = VatNumber.read(text);

        assertThat(reading.value()).contains(VatNumber.of("FR44732829320"));
        assertThat(reading.findings()).extracting(Finding::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "FR45732829320, ID-VAT-KEY",
        "45732829320, ID-VAT-KEY",
        "732829320, ID-VAT-FORM",
        "FRK7732829320, ID-VAT-LETTERS",
        "DE123456789, ID-CHARACTERS",
        "'', ID-EMPTY"
    })
    void read_none_refused(String text, String code) {
        assertThat(VatNumber.read(text).findings()).extracting(Finding::code).containsExactly(code);
    }
}
