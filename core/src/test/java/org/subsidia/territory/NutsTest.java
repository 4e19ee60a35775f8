package org.subsidia.territory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.explain.Confidence;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;

class NutsTest {
    private static final LocalDate BEFORE = LocalDate.of(2015, 12, 31);
    private static final LocalDate AFTER = LocalDate.of(2016, 1, 1);

    @Test
    void all_presentVersion_14And27And101() {
        assertThat(Nuts.all().stream().filter(Nuts::isCurrent).collect(groupingBy(Nuts::level, counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(1, 14L, 2, 27L, 3, 101L));
    }

    @ParameterizedTest
    @CsvSource({
        "FR10, FR10, 11", "FR24, FRB0, 24", "FR26, FRC1, 26", "FR43, FRC2, 43", "FR25, FRD1, 25", "FR23, FRD2, 23",
        "FR30, FRE1, 31", "FR22, FRE2, 22", "FR42, FRF1, 42", "FR21, FRF2, 21", "FR41, FRF3, 41", "FR51, FRG0, 52",
        "FR52, FRH0, 53", "FR61, FRI1, 72", "FR63, FRI2, 74", "FR53, FRI3, 54", "FR81, FRJ1, 91", "FR62, FRJ2, 73",
        "FR72, FRK1, 83", "FR71, FRK2, 82", "FR82, FRL0, 93", "FR83, FRM0, 94", "FRA1, FRY1, 01", "FR91, FRY1, 01",
        "FRA2, FRY2, 02", "FR92, FRY2, 02", "FRA3, FRY3, 03", "FR93, FRY3, 03", "FRA4, FRY4, 04", "FR94, FRY4, 04",
        "FRA5, FRY5, 06"
    })
    void current_levelTwoOfOlderVersions_presentCodeAndRegion(String former, String current, String region) {
        assertThat(Nuts.of(former).current()).isEqualTo(Nuts.of(current));
        assertThat(Nuts.of(former).region(BEFORE).map(Region::code)).contains(region);
        assertThat(Nuts.of(current).region(BEFORE).map(Region::code)).contains(region);
        assertThat(Nuts.of(former).region(AFTER)).isEqualTo(Region.of(region).successor(AFTER));
    }

    @Test
    void parent_hierarchy_upToTheNewRegion() {
        Nuts rhone = Nuts.of("FRK26");

        assertThat(rhone.departement().map(Departement::code)).contains("69");
        assertThat(rhone.parent()).contains(Nuts.of("FRK2"));
        assertThat(Nuts.of("FRK2").parent()).contains(Nuts.of("FRK"));
        assertThat(Nuts.of("FRK").parent()).isEmpty();
        assertThat(Nuts.of("FRK").region(AFTER)).contains(Region.of("84"));
        assertThat(Nuts.of("FRK").region(BEFORE)).isEmpty();
        assertThat(Nuts.of("FR716").parent()).contains(Nuts.of("FRK2"));
        assertThat(Nuts.of("FRY").region(AFTER)).isEmpty();
        assertThat(Nuts.of("FRB0").region(LocalDate.of(2010, 1, 1)).map(Region::name))
                .contains("Centre");
    }

    @Test
    void all_levelThree_inTheRegionOfItsParent() {
        assertThat(Nuts.all().stream().filter(n -> n.level() == 3)).allSatisfy(nuts -> {
            assertThat(nuts.parent().flatMap(p -> p.region(BEFORE))).isEqualTo(nuts.region(BEFORE));
            assertThat(nuts.current().departement()).isEqualTo(nuts.departement());
        });
    }

    @Test
    void category_everyUnitOfLevelTwo_onePerPeriod() {
        for (Nuts nuts : Nuts.all()) {
            for (EuPeriod period : new EuPeriod[] {EuPeriod.P2014_2020, EuPeriod.P2021_2027}) {
                assertThat(nuts.category(period).isPresent())
                        .as(nuts.toString())
                        .isEqualTo(nuts.level() > 1);
            }
        }
    }

    @Test
    void category_counts_asDecided() {
        assertThat(counts(EuPeriod.P2014_2020))
                .isEqualTo(Map.of(
                        RegionCategory.LESS_DEVELOPED, 5L,
                        RegionCategory.TRANSITION, 10L,
                        RegionCategory.MORE_DEVELOPED, 12L));
        assertThat(counts(EuPeriod.P2021_2027))
                .isEqualTo(Map.of(
                        RegionCategory.LESS_DEVELOPED, 4L,
                        RegionCategory.TRANSITION, 21L,
                        RegionCategory.MORE_DEVELOPED, 2L));
        assertThat(Nuts.of("FR61")
                        .category(EuPeriod.P2014_2020)
                        .orElseThrow()
                        .reference()
                        .confidence())
                .isEqualTo(Confidence.PARTIAL);
        assertThat(Nuts.of("FRI1")
                        .category(EuPeriod.P2021_2027)
                        .orElseThrow()
                        .reference()
                        .validTo())
                .isEqualTo(LocalDate.of(2027, 12, 31));
    }

    private static Map<RegionCategory, Long> counts(EuPeriod period) {
        return Nuts.all().stream()
                .filter(nuts -> nuts.level() == 2 && nuts.isCurrent())
                .collect(groupingBy(nuts -> nuts.category(period).orElseThrow().category(), counting()));
    }

    @ParameterizedTest
    @CsvSource({"FRK2, ''", "frk2, ''", "NUTS-FRK2, ''", "FR71, TER-NUTS-FORMER"})
    void read_known_formerNamed(String text, String finding) {
        Reading<Nuts> reading = Nuts.read(text);

        assertThat(reading.get().current()).isEqualTo(Nuts.of("FRK2"));
        assertThat(String.join(
                        " ", reading.findings().stream().map(Finding::code).toList()))
                .isEqualTo(finding);
    }

    @ParameterizedTest
    @CsvSource({"FR99, TER-NUTS-UNKNOWN", "DE11, TER-NUTS-UNKNOWN", "REG-84, TER-LEVEL", "FRZZ, TER-NUTS-UNKNOWN"})
    void read_unknown_refused(String text, String code) {
        assertThat(Nuts.read(text).findings()).extracting(Finding::code).containsExactly(code);
        assertThatThrownBy(() -> Nuts.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
