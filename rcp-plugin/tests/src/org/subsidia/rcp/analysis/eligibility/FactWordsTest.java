package org.subsidia.rcp.analysis.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.subsidia.eligibility.Fact;
import org.subsidia.eligibility.FactCatalogue;
import org.subsidia.eligibility.FactText;
import org.subsidia.eligibility.FactType;

/** In French, as the tests of the window run. */
class FactWordsTest {

    @Test
    void example_isReadAsWhatItStandsFor() {
        EnumSet.complementOf(EnumSet.of(FactType.FLAG, FactType.CODE)).forEach(FactWordsTest::isRead);
    }

    private static void isRead(FactType type) {
        String example = FactWords.example(type);
        assertThat(example).isNotBlank().doesNotContain("2026-");
        assertThat(FactWords.form(type)).contains(example).doesNotContain("{");
        List<Fact> facts = FactCatalogue.standard().facts().stream()
                .filter(fact -> fact.type() == type)
                .toList();
        assertThat(facts).isNotEmpty();
        assertThat(FactText.read(facts.get(0), FactWords.written(type, example)).findings())
                .isEmpty();
    }

    @Test
    void written_daysOfPeople_becomeThoseOfTheLibrary() {
        assertThat(FactWords.written(FactType.DAY, "5/6/2026")).isEqualTo("2026-06-05");
        assertThat(FactWords.written(FactType.LABELS, "POLE V 01/01/2023 au 31/12/2026; POLE IV ../31.12.2022"))
                .isEqualTo("POLE V 2023-01-01/2026-12-31; POLE IV ../2022-12-31");
        assertThat(FactWords.written(FactType.AIDS, "10/05/2024 : 120 000 € ; 2025-01-02 5 000"))
                .isEqualTo("2024-05-10 120 000;2025-01-02 5 000");
        assertThat(FactWords.written(FactType.SHARE, "12,5 %")).isEqualTo("12.5 %");
        assertThat(FactWords.written(FactType.DAY, "demain")).isEqualTo("demain");
    }
}
