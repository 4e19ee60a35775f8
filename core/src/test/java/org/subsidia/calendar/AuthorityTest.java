package org.subsidia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.subsidia.calendar.World.day;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.FunderId;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Regime;
import org.subsidia.portfolio.RegimeKind;
import org.subsidia.time.Zone;

class AuthorityTest {

    @ParameterizedTest
    @CsvSource({
        "REGION, 84, , , METROPOLE",
        "REGION, 42, , , ALSACE_MOSELLE",
        "REGION, 44, , , ALSACE_MOSELLE",
        "REGION, 04, , , LA_REUNION",
        "STATE, REG-01, , , GUADELOUPE",
        "STATE, DEP-57, , , ALSACE_MOSELLE",
        "DEPARTEMENT, 68, , , ALSACE_MOSELLE",
        "DEPARTEMENT, 75, , , METROPOLE",
        "COMMUNE, 67482, , , ALSACE_MOSELLE",
        "COMMUNE, COM-97411, , , LA_REUNION",
        "EPCI, 246700488, , , ALSACE_MOSELLE",
        "EPCI, EPCI-246700488, , , ALSACE_MOSELLE",
        "CHAMBER, 67, , , METROPOLE",
        "OTHER_PUBLIC, , FRF12, , ALSACE_MOSELLE",
        "OTHER_PUBLIC, NUTS-FRY1, , , GUADELOUPE",
        "STATE, , FRF3, , ALSACE_MOSELLE",
        "DEPARTEMENT, , , 225700012, ALSACE_MOSELLE",
        "DEPARTEMENT, , , 229740014, LA_REUNION",
        "COMMUNE, , , 21670482500019, ALSACE_MOSELLE",
        "REGION, , , 200052264, METROPOLE",
        "REGION, 99, ZZZ, 732829320, METROPOLE"
    })
    void zone_ofAnAuthority_isFoundByWhatIsKnown(
            FunderLevel level, String territory, String nuts, String siren, Zone zone) {
        Funder.Builder funder = Funder.builder(new FunderId("f"), level, "F")
                .territory(territory)
                .nuts(nuts);
        if (siren != null) {
            funder = siren.length() == 14 ? funder.siret(siren) : funder.siren(siren);
        }
        boolean old = "42".equals(territory);
        Authority authority =
                Authority.of(funder.build(), LawBase.standard().at(day(old ? "2015-06-01" : "2026-03-01")));
        assertThat(authority.zone()).isEqualTo(zone);
        assertThat(authority.why().in(Locale.FRENCH)).startsWith("Jours fériés");
    }

    @Test
    void zone_unknownAuthority_isNational() {
        assertThat(Authority.unknown().zone()).isEqualTo(Zone.METROPOLE);
    }

    private static World deMinimis(String decided, FunderId authority, RegimeKind kind) {
        return World.of().grants(g -> regime(g, kind)
                .payer(authority)
                .decisionMaker(authority)
                .dates(World.dates().decision(day(decided)).build()));
    }

    private static Grant.Builder regime(Grant.Builder grant, RegimeKind kind) {
        return grant.regimes(java.util.List.of(new Regime(kind, null, null, null)));
    }

    @Test
    void register_twentyWorkingDays_byTheHolidaysOfTheAuthority() {
        EventKind kind = EventKind.DE_MINIMIS_REGISTRATION;
        assertThat(deMinimis("2026-04-20", World.REGION, RegimeKind.DE_MINIMIS)
                        .the(kind)
                        .date())
                .isEqualTo("2026-05-21");
        assertThat(deMinimis("2026-03-23", World.REGION, RegimeKind.DE_MINIMIS)
                        .the(kind)
                        .date())
                .isEqualTo("2026-04-21");
        assertThat(deMinimis("2026-03-23", World.MOSELLE, RegimeKind.DE_MINIMIS_SGEI)
                        .the(kind)
                        .date())
                .isEqualTo("2026-04-22");
    }

    @Test
    void register_beforeItsFirstDayOrForOtherAid_isNotDue() {
        EventKind kind = EventKind.DE_MINIMIS_REGISTRATION;
        assertThat(deMinimis("2025-12-31", World.REGION, RegimeKind.DE_MINIMIS).all(kind))
                .isEmpty();
        assertThat(deMinimis("2026-12-31", World.REGION, RegimeKind.DE_MINIMIS_AGRICULTURE)
                        .all(kind))
                .isEmpty();
        assertThat(deMinimis("2027-01-04", World.REGION, RegimeKind.DE_MINIMIS_AGRICULTURE)
                        .all(kind))
                .hasSize(1);
        assertThat(deMinimis("2026-03-23", World.REGION, RegimeKind.GBER).all(kind))
                .isEmpty();
        World undecided = World.of().grants(g -> regime(g, RegimeKind.DE_MINIMIS));
        assertThat(undecided.calendar().findings())
                .extracting(f -> f.place().field())
                .contains("dates.decision");
    }
}
