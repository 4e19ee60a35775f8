package org.subsidia.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ZoneTest {

    @ParameterizedTest
    @CsvSource({
        "01, metropole",
        "2A, metropole",
        "2B, metropole",
        "75, metropole",
        "95, metropole",
        "57, alsace-moselle",
        "67, alsace-moselle",
        "68, alsace-moselle",
        "6AE, alsace-moselle",
        "971, guadeloupe",
        "972, martinique",
        "973, guyane",
        "974, la-reunion",
        "975, saint-pierre-et-miquelon",
        "976, mayotte",
        "977, saint-barthelemy",
        "978, saint-martin",
        "986, wallis-et-futuna",
        "987, polynesie-francaise",
        "988, nouvelle-caledonie",
    })
    void ofDepartement_officialCodes(String code, String zone) {
        assertThat(Zone.ofDepartement(code).id()).isEqualTo(zone);
    }

    @Test
    void ofDepartement_metropole_all93BesideAlsaceMoselle() {
        int count = 0;
        for (int number = 1; number <= 99; number++) {
            if (Zone.findByDepartement("%02d".formatted(number)).equals(Optional.of(Zone.METROPOLE))) {
                count++;
            }
        }
        // 1 to 95 less 20 and the three of Alsace and Moselle; 2A and 2B come on top
        assertThat(count).isEqualTo(91);
    }

    @ParameterizedTest
    @CsvSource({"20", "1", "00", "96", "970", "979", "2a", "''", "ZZ"})
    void ofDepartement_noCode_isRefused(String code) {
        assertThat(Zone.findByDepartement(code)).isEmpty();
        assertThatThrownBy(() -> Zone.ofDepartement(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Zone.class)
    void of_id_isTheZone(Zone zone) {
        assertThat(Zone.of(zone.id())).isEqualTo(zone);
        assertThat(zone.label().in(Locale.FRENCH)).isNotBlank();
        assertThat(zone.label().in(Locale.ENGLISH)).isNotBlank();
    }

    @Test
    void of_unknownId_isRefused() {
        assertThatThrownBy(() -> Zone.of("corse"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("corse");
    }
}
