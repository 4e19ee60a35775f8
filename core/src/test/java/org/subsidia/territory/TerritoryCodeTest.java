package org.subsidia.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;

class TerritoryCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"REG-84", "DEP-01", "DEP-2A", "DEP-974", "EPCI-200046977", "COM-2A004", "NUTS-FRK26"})
    void of_asWritten_roundTrip(String text) {
        assertThat(TerritoryCode.of(text)).hasToString(text);
        assertThat(TerritoryCode.read(text).findings()).isEmpty();
    }

    @Test
    void equals_sameCodeOtherLevel_different() {
        assertThat(TerritoryCode.of("REG-75")).isNotEqualTo(TerritoryCode.of("DEP-75"));
        assertThat(TerritoryCode.of("REG-75")).isLessThan(TerritoryCode.of("DEP-01"));
    }

    @ParameterizedTest
    @CsvSource({"reg-84, REG-84", "DEP 1, DEP-01", "dep2a, DEP-2A", " REG_84, REG-84"})
    void read_writtenOtherwise_repaired(String text, String code) {
        assertThat(TerritoryCode.read(text).get()).hasToString(code);
        assertThat(TerritoryCode.read(' ' + text).findings())
                .extracting(Finding::code)
                .containsExactly("TER-REPAIR-CODE");
        assertThatThrownBy(() -> TerritoryCode.of(' ' + text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "84", "REG-2A", "REG-084", "DEP-2C", "EPCI-84", "PAYS-FR"})
    void read_otherForms_refused(String text) {
        assertThat(TerritoryCode.read(text).findings())
                .extracting(Finding::code)
                .containsExactly("TER-CODE-FORM");
    }

    @Test
    void constructor_wrongForm_throws() {
        assertThatThrownBy(() -> new TerritoryCode(TerritoryLevel.REGION, "2A"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void period_ofADayAndOfItsText() {
        assertThat(EuPeriod.containing(LocalDate.of(2020, 12, 31))).contains(EuPeriod.P2014_2020);
        assertThat(EuPeriod.containing(LocalDate.of(2021, 1, 1))).contains(EuPeriod.P2021_2027);
        assertThat(EuPeriod.containing(LocalDate.of(2028, 1, 1))).isEmpty();
        assertThat(EuPeriod.of("2007-2013").start()).isEqualTo(LocalDate.of(2007, 1, 1));
        assertThatThrownBy(() -> EuPeriod.of("2028-2034")).isInstanceOf(IllegalArgumentException.class);
    }
}
