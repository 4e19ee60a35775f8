package org.subsidia.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.finding.Finding;

class EuropeanNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "2021FR05FFPR001, 2021, FR, false",
        "2021FR16RFPR002, 2021, FR, false",
        "2021TC16RFCB001, 2021, TC, true",
        "2014FR16M0OP001, 2014, FR, false",
        "2007FR162PO001, 2007, FR, false",
        "2007CB163PO042, 2007, CB, true"
    })
    void cci_ofEveryPeriod_itsParts(String text, int year, String country, boolean interreg) {
        Cci cci = Cci.of(text);

        assertThat(cci.year()).isEqualTo(year);
        assertThat(cci.country()).isEqualTo(country);
        assertThat(cci.isInterreg()).isEqualTo(interreg);
        assertThat(cci).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2021FR05FFPR01", "21FR05FFPR001", "2021F105FFPR001", "2021FR05FFPR0011", "1821FR05FFPR001"})
    void cci_otherForms_refused(String text) {
        assertThat(Cci.read(text).isRead()).isFalse();
        assertThatThrownBy(() -> Cci.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cci_writtenOtherwise_repairedByName() {
        assertThat(Cci.read("cci 2021 fr 05-ffpr001").get()).isEqualTo(Cci.of("2021FR05FFPR001"));
        assertThat(Cci.read("2021-FR-05-FFPR-001").findings())
                .extracting(Finding::code)
                .containsExactly("ID-REPAIR-SEPARATOR");
        assertThat(Cci.read("2021FR05FFPR001").findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SA.40391, SA.40391, SA.40391, ''",
        "SA.40391 (2014/X), SA.40391 (2014/X), SA.40391, 2014/X",
        "SA.103603, SA.103603, SA.103603, ''"
    })
    void stateAid_asItShouldBe_noFinding(String text, String value, String caseNumber, String procedure) {
        StateAidNumber number = StateAidNumber.of(text);

        assertThat(StateAidNumber.read(text).findings()).isEmpty();
        assertThat(number).hasToString(value);
        assertThat(number.caseNumber()).isEqualTo(caseNumber);
        assertThat(number.procedure().orElse("")).isEqualTo(procedure);
    }

    @ParameterizedTest
    @CsvSource({
        "SA 40391, SA.40391",
        "sa.40391, SA.40391",
        "SA40391, SA.40391",
        "n° SA.40391, SA.40391",
        "SA.\u00a040391(2014/x), SA.40391 (2014/X)",
        "SA-103603 2021/N, SA.103603 (2021/N)"
    })
    void stateAid_writtenOtherwise_repaired(String text, String value) {
        assertThat(StateAidNumber.read(text).value()).contains(StateAidNumber.of(value));
        assertThat(StateAidNumber.read(text).findings())
                .extracting(Finding::code)
                .containsExactly("ID-REPAIR-SA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"40391", "SA.123", "SA.1234567", "X 40391", "SA.40391 (14/X)", "SA.40391 et SA.40453"})
    void stateAid_otherForms_refused(String text) {
        assertThat(StateAidNumber.read(text).findings())
                .extracting(Finding::code)
                .containsExactly("ID-SA-FORM");
    }

    @Test
    void stateAid_blank_refused() {
        assertThat(StateAidNumber.read(" ").findings())
                .extracting(Finding::code)
                .containsExactly("ID-EMPTY");
    }
}
