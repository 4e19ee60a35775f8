package org.subsidia.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final Finding REPAIR = Finding.info(Place.NOWHERE, "TRIAL-NESTED", "repair");
    private static final Finding REFUSAL = Finding.error(Place.NOWHERE, "TRIAL-NESTED", "refusal");

    @Test
    void of_value_keepsItsRepairs() {
        Reading<String> reading = Reading.of("a", REPAIR);
        assertThat(reading.isRead()).isTrue();
        assertThat(reading.value()).contains("a");
        assertThat(reading.get()).isEqualTo("a");
        assertThat(reading.findings()).containsExactly(REPAIR);
        assertThat(Reading.of("a").findings()).isEmpty();
    }

    @Test
    void refused_hasNoValue_andGetSaysWhy() {
        Reading<String> reading = Reading.refused(REFUSAL);
        assertThat(reading.isRead()).isFalse();
        assertThat(reading.value()).isEmpty();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(reading::get)
                .withMessageContaining("refusal");
    }

    @Test
    void refused_withoutAnError_isAMistakeOfTheProgram() {
        assertThatIllegalArgumentException().isThrownBy(() -> Reading.refused(REPAIR));
        assertThatIllegalArgumentException().isThrownBy(() -> Reading.refused(List.of()));
        assertThat(Reading.refused(List.of(REPAIR, REFUSAL)).findings()).containsExactly(REPAIR, REFUSAL);
    }

    @Test
    void map_changesTheValueOnly() {
        assertThat(Reading.of("abc", REPAIR).map(String::length).get()).isEqualTo(3);
        assertThat(Reading.of("abc", REPAIR).map(String::length).findings()).containsExactly(REPAIR);
        Reading<Integer> refused = Reading.<String>refused(REFUSAL).map(String::length);
        assertThat(refused.value()).isEmpty();
        assertThat(refused.findings()).containsExactly(REFUSAL);
    }

    @Test
    void at_place_movesEveryFinding() {
        Place place = Place.file("a.csv").line(7);
        assertThat(Reading.of("a", List.of(REPAIR, REPAIR)).at(place).findings())
                .extracting(Finding::place)
                .containsExactly(place, place);
    }

    @Test
    void with_more_standsBehind() {
        Reading<String> reading = Reading.of("a", REPAIR).with(List.of(REFUSAL));
        assertThat(reading.findings()).containsExactly(REPAIR, REFUSAL);
        assertThat(reading.get()).isEqualTo("a");
        assertThat(reading.toString()).contains("a", "repair", "refusal");
    }
}
