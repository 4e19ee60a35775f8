package org.subsidia.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;

class OrganisationIdTest {

    @ParameterizedTest
    @CsvSource({
        "73282932000074, Siret, 73282932000074",
        "732 829 320 00074', Siret, 73282932000074",
        "732 829 320, Siren, 732829320",
        "732829320.0, Siren, 732829320",
        "w2a1000123, Rna, W2A1000123",
        "W9R 1000123, Rna, W9R1000123"
    })
    void read_anyKind_itsOwnType(String text, String type, String value) {
        OrganisationId id = OrganisationId.read(text).get();

        assertThat(id.getClass().getSimpleName()).isEqualTo(type);
        assertThat(id.value()).isEqualTo(value);
        assertThat(id.legalUnit().isPresent()).isEqualTo(!type.equals("Rna"));
    }

    @Test
    void read_sirenFilledUpWithZeros_keptWithAWarning() {
        Reading<OrganisationId> reading = OrganisationId.read("218 601 946 00000");

        assertThat(reading.value()).contains(Siren.of("218601946"));
        assertThat(reading.findings())
                .extracting(Finding::code)
                .containsExactly("ID-REPAIR-SPACES", "ID-REPAIR-NO-NIC");
        assertThat(reading.findings().get(1).severity()).isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        "35181600000000, ID-ROUNDED",
        "'2,43E+13', ID-EXPONENT",
        "W3222, ID-RNA-FORM",
        "732829321, ID-SIREN-KEY",
        "73282932000079, ID-SIRET-KEY",
        "'', ID-EMPTY",
        "néant, ID-CHARACTERS"
    })
    void read_none_refused(String text, String code) {
        assertThat(OrganisationId.read(text).findings())
                .extracting(Finding::code)
                .containsExactly(code);
    }
}
