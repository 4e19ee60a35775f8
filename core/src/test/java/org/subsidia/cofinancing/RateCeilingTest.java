package org.subsidia.cofinancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.law.Law;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.territory.EuPeriod;
import org.subsidia.territory.Region;

class RateCeilingTest {
    private static final Law LAW = LawBase.standard().at(LocalDate.of(2026, 6, 15));

    private static RateCeiling erdf(EuPeriod period, Site site) {
        RateCeiling ceiling = RateCeiling.of(period, EuFund.ERDF, site, LAW);
        assertThat(ceiling.lowest().explanation().check()).isEmpty();
        assertThat(ceiling.highest().explanation().check()).isEmpty();
        return ceiling;
    }

    @ParameterizedTest
    @CsvSource({
        "P2021_2027, ERDF, FR10, 2/5",
        "P2021_2027, ERDF, FRK2, 2/5",
        "P2021_2027, ERDF, FRK1, 3/5",
        "P2021_2027, ERDF, DEP-69, 2/5",
        "P2021_2027, ERDF, DEP-63, 3/5",
        "P2021_2027, ERDF, FRK24, 2/5",
        "P2021_2027, ERDF, COM-69123, 2/5",
        "P2021_2027, ERDF, REG-52, 3/5",
        "P2021_2027, ESF, FRY4, 17/20",
        "P2021_2027, ERDF, FRY2, 17/20",
        "P2021_2027, JTF, FRF3, 7/10",
        "P2021_2027, INTERREG, FRK2, 4/5",
        "P2021_2027, ERDF, REG-84, 243/500",
        "P2014_2020, ERDF, FRK2, 1/2",
        "P2014_2020, ERDF, FRK1, 3/5",
        "P2014_2020, ERDF, FRY1, 17/20",
        "P2014_2020, INTERREG, FRK1, 17/20",
        "P2007_2013, INTERREG, FRK1, 3/4",
    })
    void of_knownPlace_isTheRateOfItsCategory(EuPeriod period, EuFund fund, String place, String rate) {
        RateCeiling ceiling = RateCeiling.of(period, fund, Site.read(place).get(), LAW);
        String[] parts = rate.split("/", -1);
        assertThat(ceiling.lowest().share()).contains(Fraction.of(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
        assertThat(ceiling.isCertain()).isTrue();
        assertThat(ceiling.lowest().explanation().check()).isEmpty();
        assertThat(ceiling.lowest().explanation().allRules()).isNotEmpty();
    }

    @Test
    void of_somewhereInAMixedRegion_isPrudent() {
        RateCeiling ceiling = erdf(EuPeriod.P2021_2027, Site.somewhereIn(Region.of("84")));
        assertThat(ceiling.lowest().share()).contains(Fraction.of(2, 5));
        assertThat(ceiling.highest().share()).contains(Fraction.of(3, 5));
        assertThat(ceiling.isCertain()).isFalse();
        assertThat(ceiling.lowest().explanation().label().in(Locale.FRENCH))
                .contains("prudent", "Auvergne-Rhône-Alpes");
    }

    @Test
    void of_esfAllOverAMixedRegion_hasNoWeightsAndIsPrudent() {
        RateCeiling ceiling = RateCeiling.of(
                EuPeriod.P2021_2027, EuFund.ESF, Site.read("REG-84").get(), LAW);
        assertThat(ceiling.isCertain()).isFalse();
    }

    @Test
    void of_unknownPlace_isTheLowestOfAll() {
        RateCeiling ceiling = erdf(EuPeriod.P2021_2027, Site.UNKNOWN);
        assertThat(ceiling.lowest().share()).contains(Fraction.of(2, 5));
        assertThat(ceiling.highest().share()).contains(Fraction.of(17, 20));
    }

    @Test
    void of_categoryNotInTheTables_isUnknownWithItsReason() {
        RateCeiling ceiling = erdf(EuPeriod.P2007_2013, Site.read("FRK2").get());
        assertThat(ceiling.lowest().share()).isEmpty();
        assertThat(ceiling.lowest().explanation().value().isKnown()).isFalse();
        assertThat(ceiling.isCertain()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Lyon", "REG-99", "EPCI-200046977", "''", "FRZZ"})
    void site_noSuchPlace_isRefusedWithASentence(String text) {
        assertThat(Site.read(text).isRead()).isFalse();
        assertThat(Site.read(text).findings())
                .allSatisfy(finding ->
                        assertThat(finding.message().in(Locale.FRENCH)).contains("unité NUTS"));
    }

    @ParameterizedTest
    @CsvSource({
        "FEDER, ERDF",
        "FSE+, ESF",
        "fse, ESF",
        "ESF Plus, ESF",
        "FTJ, JTF",
        "Interreg, INTERREG",
        "FEAMPA, FISHERIES"
    })
    void fund_names_areRead(String text, EuFund fund) {
        assertThat(EuFund.read(text)).contains(fund);
    }

    @Test
    void fund_otherName_isNone() {
        assertThat(EuFund.read("FEADER")).isEmpty();
    }
}
