package org.subsidia.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.time.Zone;

class AuthorityTest {
    private static Zone zone(FunderLevel level, @Nullable String territory) {
        return Authority.zone(Funder.builder(new FunderId("f"), level, "F")
                .territory(territory)
                .build());
    }

    @Test
    void zone_ofAnAuthority_followsItsTerritory() {
        assertThat(zone(FunderLevel.DEPARTEMENT, "57")).isEqualTo(Zone.ALSACE_MOSELLE);
        assertThat(zone(FunderLevel.DEPARTEMENT, "85")).isEqualTo(Zone.METROPOLE);
        assertThat(zone(FunderLevel.COMMUNE, "67482")).isEqualTo(Zone.ALSACE_MOSELLE);
        assertThat(zone(FunderLevel.COMMUNE, "97411")).isEqualTo(Zone.LA_REUNION);
        assertThat(zone(FunderLevel.REGION, "01")).isEqualTo(Zone.GUADELOUPE);
        assertThat(zone(FunderLevel.REGION, "02")).isEqualTo(Zone.MARTINIQUE);
        assertThat(zone(FunderLevel.REGION, "03")).isEqualTo(Zone.GUYANE);
        assertThat(zone(FunderLevel.REGION, "04")).isEqualTo(Zone.LA_REUNION);
        assertThat(zone(FunderLevel.REGION, "06")).isEqualTo(Zone.MAYOTTE);
        assertThat(zone(FunderLevel.REGION, "52")).isEqualTo(Zone.METROPOLE);
    }

    @Test
    void zone_notTold_isMetropolitanFrance() {
        assertThat(Authority.zone(null)).isEqualTo(Zone.METROPOLE);
        assertThat(zone(FunderLevel.COMMUNE, "7")).isEqualTo(Zone.METROPOLE);
        assertThat(zone(FunderLevel.DEPARTEMENT, null)).isEqualTo(Zone.METROPOLE);
        assertThat(zone(FunderLevel.STATE, "57")).isEqualTo(Zone.METROPOLE);
    }
}
