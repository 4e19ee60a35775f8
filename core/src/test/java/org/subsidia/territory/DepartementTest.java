package org.subsidia.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

class DepartementTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    @ParameterizedTest
    @CsvSource({
        "01, 2015-12-31, 82",
        "01, 2016-01-01, 84",
        "79, 2015-12-31, 54",
        "81, 2010-01-01, 73",
        "88, 2015-12-31, 41",
        "89, 2015-12-31, 26",
        "75, 2010-01-01, 11",
        "75, 2020-01-01, 11",
        "2A, 1976-01-01, 94",
        "974, 2020-01-01, 04",
        "976, 2012-01-01, 06",
        "45, 2015-01-16, 24",
        "45, 2015-01-17, 24"
    })
    void region_byDate(String code, LocalDate day, String region) {
        assertThat(Departement.of(code).region(day).map(Region::code)).contains(region);
    }

    @ParameterizedTest
    @CsvSource({"01, 1970-01-08", "2A, 1975-12-31", "976, 2011-03-30", "978, 2020-01-01", "20, 1976-01-01"})
    void region_whereThereIsNone_empty(String code, LocalDate day) {
        assertThat(Departement.of(code).region(day)).isEmpty();
    }

    @Test
    void corse_cutIn1976_successorsAndAncestors() {
        Departement corse = Departement.of("20");

        assertThat(corse.successors(TODAY)).extracting(Departement::code).containsExactly("2A", "2B");
        assertThat(corse.successors(LocalDate.of(1975, 12, 31))).containsExactly(corse);
        assertThat(Departement.of("2B").ancestors(LocalDate.of(1975, 1, 1))).containsExactly(corse);
        assertThat(Departement.of("2B").ancestors(TODAY)).containsExactly(Departement.of("2B"));
        assertThat(Departement.of("2B").successors(LocalDate.of(1975, 1, 1))).isEmpty();
        assertThat(Departement.of("976").ancestors(LocalDate.of(1990, 1, 1))).isEmpty();
    }

    @Test
    void at_today_101AndSevenCollectivities() {
        assertThat(Departement.at(TODAY)).hasSize(101 + 7);
        assertThat(Departement.at(TODAY).stream().filter(d -> d.region(TODAY).isPresent()))
                .hasSize(101);
    }

    @ParameterizedTest
    @CsvSource({
        "01, 01",
        "2a, 2A",
        "DEP-974, 974",
        "Côte-d’Or, 21",
        "COTES D'ARMOR, 22",
        "Ille et Vilaine, 35",
        "Conseil départemental de la Vendée, 85",
        "Conseil général du Nord, 59",
        "Territoire-de-Belfort, 90",
        "Seine St Denis, 93",
        "Guadeloupe, 971",
        "Saint-Martin, 978"
    })
    void read_codeOrNameInAnySpelling_noFinding(String text, String code) {
        Reading<Departement> reading = Departement.read(text);

        assertThat(reading.value().map(Departement::code)).contains(code);
        assertThat(reading.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 01, TER-REPAIR-CODE",
        "Côtes-du-Nord, 22, TER-REPAIR-NAME",
        "69M, 69, TER-REPAIR-NAME",
        "dep1, 01, TER-REPAIR-CODE"
    })
    void read_oldNameOrDamagedCode_named(String text, String code, String finding) {
        Reading<Departement> reading = Departement.read(text);

        assertThat(reading.value().map(Departement::code)).contains(code);
        assertThat(reading.findings()).extracting(Finding::code).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource({
        "96, TER-DEP-UNKNOWN",
        "20, TER-DEP-CUT",
        "Corse, TER-DEP-CUT",
        "REG-01, TER-LEVEL",
        "'', TER-EMPTY",
        "Bretagne, TER-DEP-UNKNOWN"
    })
    void read_noDepartement_refused(String text, String code) {
        assertThat(Departement.read(text).isRead()).isFalse();
        assertThat(Departement.read(text).findings()).extracting(Finding::code).containsExactly(code);
    }

    @Test
    void of_unknown_throws() {
        assertThatThrownBy(() -> Departement.of("96")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "75116, 75",
        "01000, 01",
        "20000, 2A",
        "20100, 2A",
        "20200, 2B",
        "20600, 2B",
        "97400, 974",
        "97600, 976",
        "97133, 977",
        "97150, 978",
        "97500, 975",
        "98800, 988",
        "98713, 987"
    })
    void ofPostcode_asItShouldBe_noFinding(String postcode, String code) {
        Reading<Departement> reading = Departement.ofPostcode(postcode);

        assertThat(reading.value().map(Departement::code)).contains(code);
        assertThat(reading.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1000, 01", "49 000, 49", "F-49000, 49", "fr-49000, 49"})
    void ofPostcode_writtenOtherwise_repaired(String postcode, String code) {
        Reading<Departement> reading = Departement.ofPostcode(postcode);

        assertThat(reading.value().map(Departement::code)).contains(code);
        assertThat(reading.findings()).extracting(Finding::code).containsExactly("TER-REPAIR-POSTCODE");
    }

    @ParameterizedTest
    @CsvSource({
        "20300, TER-POSTCODE-UNKNOWN", "00100, TER-POSTCODE-UNKNOWN", "99000, TER-POSTCODE-UNKNOWN",
        "98000, TER-POSTCODE-UNKNOWN", "96000, TER-POSTCODE-UNKNOWN", "490, TER-POSTCODE-FORM",
        "B-1000, TER-POSTCODE-FORM", "'', TER-EMPTY"
    })
    void ofPostcode_none_refused(String postcode, String code) {
        assertThat(Departement.ofPostcode(postcode).findings())
                .extracting(Finding::code)
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"01053, 01", "2A004, 2A", "97411, 974", "98818, 988"})
    void ofCommune_inseeCode_itsDepartement(String commune, String code) {
        assertThat(Departement.ofCommune(commune).map(Departement::code)).contains(code);
        assertThat(Departement.ofCommune("1053")).isEmpty();
        assertThat(Departement.ofCommune("96001")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "01, P2021_2027, MORE_DEVELOPED", "03, P2021_2027, TRANSITION", "972, P2021_2027, TRANSITION",
        "971, P2021_2027, LESS_DEVELOPED", "978, P2021_2027, LESS_DEVELOPED", "80, P2014_2020, TRANSITION"
    })
    void category_ofAProjectsPlace_byPeriod(String code, EuPeriod period, RegionCategory category) {
        assertThat(Departement.of(code).category(period).map(CategoryRule::category))
                .contains(category);
        assertThat(Departement.of(code).category(EuPeriod.P2007_2013)).isEmpty();
    }

    @Test
    void outermost_fiveAndSaintMartin() {
        assertThat(Departement.at(TODAY).stream().filter(d -> d.outermost().isPresent()))
                .extracting(Departement::code)
                .containsExactly("971", "972", "973", "974", "976", "978");
    }
}
