package org.subsidia.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

class RnaTest {

    @ParameterizedTest
    @ValueSource(strings = {"W333216789", "W2A1000123", "W2B2000456", "W9R1000123"})
    void of_mainlandCorseAndOverseas_kept(String rna) {
        assertThat(Rna.of(rna)).hasToString(rna);
        assertThat(Rna.of(rna).legalUnit()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W3222", "W1234567", "W12345678A", "w333216789", "333216789", "WA33216789", "W3332167890"})
    void of_otherForms_throws(String text) {
        assertThatThrownBy(() -> Rna.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "w333216789      | ID-REPAIR-CASE",
                "W33 3216789     | ID-REPAIR-SPACES",
                "RNA : W333216789| ID-REPAIR-LABEL",
                "333216789       | ID-REPAIR-W"
            })
    void read_writtenOtherwise_repairedByName(String text, String code) {
        Reading<Rna> reading = Rna.read(text);

        assertThat(reading.value()).contains(Rna.of("W333216789"));
        assertThat(reading.findings()).extracting(Finding::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "pas un rna, ID-RNA-FORM",
        "W12455, ID-RNA-FORM",
        "732829320, ID-RNA-SIREN", // the nine digits behind a lost W, or a SIREN: no guess
        "73282932000074, ID-RNA-SIREN",
        "'', ID-EMPTY"
    })
    void read_none_refused(String text, String code) {
        assertThat(Rna.read(text).findings()).extracting(Finding::code).containsExactly(code);
    }
}
