package org.subsidia.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;

class SirenTest {

    @ParameterizedTest
    @ValueSource(strings = {"732829320", "356000000", "218601946", "005520135"})
    void of_valid_kept(String siren) {
        assertThat(Siren.of(siren)).hasToString(siren);
        assertThat(Siren.of(siren).legalUnit()).contains(Siren.of(siren));
    }

    @ParameterizedTest
    @ValueSource(strings = {"732829321", "000000000", "73282932", "7328293200", "73282932O", ""})
    void of_invalid_throws(String text) {
        assertThatThrownBy(() -> Siren.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "732 829 320       | ID-REPAIR-SPACES",
                "732829320.0       | ID-REPAIR-DECIMAL",
                "732.829.320       | ID-REPAIR-SEPARATOR",
                "SIREN 732829320   | ID-REPAIR-LABEL",
                "73282932000074    | ID-REPAIR-SIRET"
            })
    void read_writtenOtherwise_repairedByName(String text, String code) {
        Reading<Siren> reading = Siren.read(text);

        assertThat(reading.value()).contains(Siren.of("732829320"));
        assertThat(reading.findings()).extracting(Finding::code).containsExactly(code);
    }

    @Test
    void read_oneLostZero_restoredWithAWarning() {
        Reading<Siren> reading = Siren.read("15651292");

        assertThat(reading.isRead()).isEqualTo(Siren.isValid("015651292"));
        Reading<Siren> fits = Siren.read("12345674");
        assertThat(fits.value()).contains(Siren.of("012345674"));
        assertThat(fits.findings()).extracting(Finding::severity).containsExactly(Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"732829321, ID-SIREN-KEY", "73282932000079, ID-SIREN-LENGTH", "'', ID-EMPTY", "abc, ID-CHARACTERS"})
    void read_noSiren_refused(String text, String code) {
        assertThat(Siren.read(text).findings()).extracting(Finding::code).containsExactly(code);
    }
}
