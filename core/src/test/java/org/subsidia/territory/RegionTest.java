package org.subsidia.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.subsidia.explain.Confidence;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

class RegionTest {
    private static final LocalDate BEFORE = LocalDate.of(2015, 12, 31);
    private static final LocalDate AFTER = LocalDate.of(2016, 1, 1);

    @Test
    void at_mergerOf2016_from22To13AndFiveOverseas() {
        assertThat(Region.at(BEFORE)).hasSize(22 + 5);
        assertThat(Region.at(AFTER)).hasSize(13 + 5);
        assertThat(Region.at(LocalDate.of(2011, 3, 30))).hasSize(22 + 4); // Mayotte the next day
        assertThat(Region.at(LocalDate.of(1970, 1, 8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "27, Bourgogne-Franche-Comté, 26 43",
        "28, Normandie, 23 25",
        "32, Hauts-de-France, 22 31",
        "44, Grand Est, 21 41 42",
        "75, Nouvelle-Aquitaine, 54 72 74",
        "76, Occitanie, 73 91",
        "84, Auvergne-Rhône-Alpes, 82 83",
        "52, Pays de la Loire, 52",
        "24, Centre-Val de Loire, 24"
    })
    void ancestorsAndSuccessor_overTheMerger_eachOther(String code, String name, String ancestors) {
        Region region = Region.of(code);
        List<Region> old = region.ancestors(BEFORE);

        assertThat(region.name()).isEqualTo(name);
        assertThat(old).extracting(Region::code).containsExactly(ancestors.split(" ", -1));
        assertThat(old).allSatisfy(r -> assertThat(r.successor(AFTER)).contains(region));
        assertThat(old).allSatisfy(r -> assertThat(r.successor(BEFORE)).contains(r));
        assertThat(region.ancestors(AFTER)).containsExactly(region);
    }

    @Test
    void successor_centre_renamedOn17January2015() {
        Region centre = Region.read("Centre").get();

        assertThat(centre.successor(LocalDate.of(2015, 1, 16))).contains(centre);
        assertThat(centre.successor(LocalDate.of(2015, 1, 17)).map(Region::name))
                .contains("Centre-Val de Loire");
        assertThat(centre.successor(LocalDate.of(1969, 1, 1))).isEmpty();
        assertThat(Region.of("24").successor(LocalDate.of(2015, 1, 16))).isEmpty();
        assertThat(Region.of("24").ancestors(LocalDate.of(2010, 1, 1))).containsExactly(centre);
        assertThat(centre.ancestors(AFTER)).isEmpty();
    }

    @Test
    void departements_ofEveryRegion_eachOnce() {
        for (LocalDate day : List.of(BEFORE, AFTER)) {
            assertThat(Region.at(day).stream().flatMap(r -> r.departements(day).stream()))
                    .hasSize(101)
                    .doesNotHaveDuplicates();
        }
        assertThat(Region.of("84").departements(AFTER))
                .extracting(Departement::code)
                .containsExactly("01", "03", "07", "15", "26", "38", "42", "43", "63", "69", "73", "74");
        assertThat(Region.of("84").departements(BEFORE)).isEmpty();
        assertThat(Region.of("94").departements(LocalDate.of(1975, 12, 31)))
                .extracting(Departement::code)
                .containsExactly("20");
    }

    @ParameterizedTest
    @CsvSource({
        "84, 84",
        "REG-84, 84",
        "01, 01",
        "75, 75",
        "Île-de-France, 11",
        "Ile de France, 11",
        "ILE-DE-FRANCE, 11",
        "Région Île-de-France, 11",
        "Conseil régional de Bretagne, 53",
        "Provence-Alpes-Côte d’Azur, 93",
        "provence alpes cote d'azur, 93",
        "Rhone Alpes, 82",
        "NORD PAS DE CALAIS, 31",
        "Nord - Pas-de-Calais, 31",
        "Réunion, 04",
        "Grand-Est, 44",
        "Collectivité territoriale de Martinique, 02"
    })
    void read_codeOrNameInAnySpelling_noFinding(String text, String code) {
        Reading<Region> reading = Region.read(text);

        assertThat(reading.value().map(Region::code)).contains(code);
        assertThat(reading.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PACA, 93, TER-REPAIR-NAME",
        "Région Sud, 93, TER-REPAIR-NAME",
        "AURA, 84, TER-REPAIR-NAME",
        "idf, 11, TER-REPAIR-NAME",
        "Alsace-Champagne-Ardenne-Lorraine, 44, TER-REPAIR-NAME",
        "1, 01, TER-REPAIR-CODE",
        "84.0, 84, TER-REPAIR-CODE",
        "reg 84, 84, TER-REPAIR-CODE"
    })
    void read_shortNameOrDamagedCode_named(String text, String code, String finding) {
        Reading<Region> reading = Region.read(text);

        assertThat(reading.value().map(Region::code)).contains(code);
        assertThat(reading.findings()).extracting(Finding::code).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource({
        "99, TER-REGION-UNKNOWN",
        "DEP-75, TER-LEVEL",
        "REG-99, TER-REGION-UNKNOWN",
        "Paris, TER-REGION-UNKNOWN",
        "'', TER-EMPTY",
        "région, TER-REGION-UNKNOWN"
    })
    void read_noRegion_refused(String text, String code) {
        Reading<Region> reading = Region.read(text);

        assertThat(reading.isRead()).isFalse();
        assertThat(reading.findings()).extracting(Finding::code).containsExactly(code);
        assertThat(reading.findings().get(0).message().in(Locale.FRENCH)).isNotBlank();
    }

    @Test
    void read_hugeText_refused() {
        assertThat(Region.read("a".repeat(1_000_000)).isRead()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "00", "R84", ""})
    void of_noCode_throws(String code) {
        assertThatThrownBy(() -> Region.of(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void categories_auvergneRhoneAlpes_two() {
        var categories = Region.of("84").categories(EuPeriod.P2021_2027);

        assertThat(categories).containsOnlyKeys("FRK1", "FRK2");
        assertThat(categories.get("FRK1").category()).isEqualTo(RegionCategory.TRANSITION);
        assertThat(categories.get("FRK2").category()).isEqualTo(RegionCategory.MORE_DEVELOPED);
        assertThat(categories.get("FRK2").reference().confidence()).isEqualTo(Confidence.CONFIRMED);
        assertThat(categories.get("FRK2").reference().legalReference()).contains("2021/1130");
        assertThat(Region.of("84").categories(EuPeriod.P2007_2013)).isEmpty();
        assertThat(Region.of("82").categories(EuPeriod.P2014_2020)).containsOnlyKeys("FRK2");
    }

    @ParameterizedTest
    @CsvSource({
        "94, 2017-12-31, false",
        "94, 2018-01-01, true",
        "02, 2015-12-31, false",
        "02, 2016-01-01, true",
        "06, 2011-03-31, true",
        "04, 2024-01-01, false",
        "84, 2024-01-01, false"
    })
    void isSingleCollectivity_byDate(String code, LocalDate day, boolean expected) {
        assertThat(Region.of(code).isSingleCollectivity(day)).isEqualTo(expected);
    }
}
