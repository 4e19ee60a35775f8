package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpacesTest {
    @Test
    void held_ofFrenchPunctuation_hasSpacesThatDoNotBreak() {
        assertThat(Spaces.held("un « bon » taux : 50 % ; soit 3 € ? oui !"))
                .isEqualTo("un «\u00a0bon\u00a0» taux\u00a0: 50\u00a0%\u00a0; soit 3\u00a0€\u00a0? oui\u00a0!");
    }

    @Test
    void held_ofOtherText_isTheText() {
        assertThat(Spaces.held("a b, c.d :e -")).isEqualTo("a b, c.d :e -");
        assertThat(Spaces.held("")).isEmpty();
        assertThat(Spaces.held(" :")).isEqualTo(" :");
    }
}
