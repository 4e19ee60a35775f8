package org.subsidia.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationNameTest {
    private static int likeness(String one, String other) {
        return OrganisationName.of(one).likeness(OrganisationName.of(other));
    }

    @ParameterizedTest
    @CsvSource({
        "Pôle Matériaux d'Arvenne, POLE MATERIAUX D’ARVENNE",
        "Association Pôle Matériaux d’Arvenne, Pole materiaux Arvenne",
        "Cœur de Rives, COEUR DE RIVES",
        "SAS Num'Arvenne, Num Arvenne",
        "Chambre des métiers, Métiers (Chambre de)"
    })
    void likeness_spellingsOfOneName_isWhole(String one, String other) {
        assertThat(likeness(one, other)).isEqualTo(100);
    }

    @Test
    void likeness_otherNames_isSmaller() {
        assertThat(likeness("Pôle Matériaux d'Arvenne", "Pôle Materiaux Arvenne et Rives"))
                .isBetween(60, 99);
        assertThat(likeness("Pôle Matériaux d'Arvenne", "Cluster Bois Durable")).isLessThan(40);
        assertThat(likeness("PTCE L’Établi", "PTCE L'Établi coopératif")).isEqualTo(80);
        assertThat(likeness("Pôle", "Pôle Matériaux d'Arvenne")).isLessThan(60);
        assertThat(likeness("", "Cluster")).isZero();
        assertThat(likeness("’'--", "Cluster")).isZero();
    }

    @Test
    void likeness_anyTwo_isTheSameBothWays() {
        long seed = 20_261_127L;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String one = word(random);
            String other = word(random);
            assertThat(likeness(one, other))
                    .as("seed %d: %s, %s", seed, one, other)
                    .isEqualTo(likeness(other, one));
            assertThat(likeness(one, one)).isIn(0, 100);
        }
    }

    private static String word(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(25);
        for (int i = 0; i < length; i++) {
            text.append("ab é’oDE 1œ".charAt(random.nextInt(11)));
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M. Jean Petit", "Mme Grand", "MONSIEUR DURAND", "Mr. X"})
    void isPerson_formOfAddress_isOne(String name) {
        assertThat(OrganisationName.isPerson(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"M Habitat", "Mrap", "Mairie de Nivelle", ""})
    void isPerson_names_areNone(String name) {
        assertThat(OrganisationName.isPerson(name)).isFalse();
    }
}
