package org.subsidia.io.scdl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

class ScdlHeaderTest {
    /** Synonyms of the wild list that this library reads otherwise on purpose, and why. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "datedecision", "the day of the decision is not that of the convention",
            "datevote", "the day of the decision is not that of the convention",
            "date de deliberation", "the day of the decision is not that of the convention",
            "raison sociale (sirene)", "the name of an enterprise is not a number in the register of associations",
            "objet", "the word of the standard itself cannot mean the nature");

    @ParameterizedTest
    @EnumSource(ScdlColumn.class)
    void read_officialSpelling_isExact(ScdlColumn column) {
        HeaderMatch match = HeaderSpellings.standard().match(column.header());
        assertThat(match.columns()).containsExactly(column);
        assertThat(match.rank()).isEqualTo(HeaderMatch.Rank.EXACT);
        assertThat(HeaderSpellings.standard()
                        .match(column.header().toUpperCase(Locale.ROOT) + "*")
                        .columns())
                .containsExactly(column);
        assertThat(HeaderSpellings.standard().match(column.header() + "_0").columns())
                .containsExactly(column);
    }

    @ParameterizedTest
    @CsvSource({
        "Date de la convention, DATE_CONVENTION",
        "Date de convention*, DATE_CONVENTION",
        "Montant total de la subvention, MONTANT",
        "Montant (en euros), MONTANT",
        "NOM Bénéficiaire, NOM_BENEFICIAIRE",
        "nom_beneficiaire, NOM_BENEFICIAIRE",
        "nomBÃ©nÃ©ficiaire, NOM_BENEFICIAIRE",
        "nomB\ufffdn\ufffdficiaire, NOM_BENEFICIAIRE",
        "idBeneficiare, ID_BENEFICIAIRE",
        "siret.1, ID_BENEFICIAIRE",
        "IdRAE, ID_RAE",
        "pourentagesubvention, POURCENTAGE_SUBVENTION",
        "Notification à l’Union Européenne, NOTIFICATION_UE",
        "Aide d'Etat (ou pas) notifiée à l'UE, NOTIFICATION_UE",
        "% du mt de la subvention attribuée au bénéficiaire, POURCENTAGE_SUBVENTION",
        "Identification de l’attributaire (SIRET), ID_ATTRIBUANT",
        "somme des subventions versees en 2013, MONTANT",
        "cle versement, CLE_VERSEMENT",
    })
    void match_spellingsMet_areRecognised(String header, ScdlColumn column) {
        assertThat(HeaderSpellings.standard().match(header).columns()).first().isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource({"Colonne1", "secteur", "catégorie", "notMappedAmount", "''", "'***'", "2023", "b\ufffd\ufffd\ufffd"})
    void match_otherWords_areNot(String header) {
        assertThat(HeaderSpellings.standard().match(header).isFound()).isFalse();
    }

    @Test
    void match_wildList_isResolved() throws IOException {
        Path list = RealData.file("header-synonyms.csv");
        Set<String> officials = new TreeSet<>();
        int resolved = 0;
        for (String line : Files.readAllLines(list, StandardCharsets.UTF_8).subList(1, 142)) {
            String header = line.substring(0, line.indexOf(';'));
            String official = line.substring(line.indexOf(';') + 1).replace("datePeriodeV", "datesPeriodeV");
            if (official.equals("categoryUsage")) {
                continue;
            }
            HeaderMatch match = HeaderSpellings.standard().match(header);
            assertThat(match.isFound()).as(header).isTrue();
            if (!OTHERWISE.containsKey(header) && !header.equals("Raison sociale (SIRENE)")) {
                assertThat(match.columns())
                        .as(header)
                        .contains(ScdlColumn.ofHeader(official).orElseThrow());
                resolved++;
            }
            officials.add(official);
        }
        assertThat(resolved).isGreaterThan(125);
        assertThat(officials).hasSizeGreaterThan(12);
    }

    @Test
    void read_ambiguousSiret_goesBesideItsName() {
        ScdlHeader header = read("nomAttribuant", "SIRET", "nomBeneficiaire", "N° SIRET", "montant")
                .get();
        assertThat(header.position(ScdlColumn.ID_ATTRIBUANT)).hasValue(1);
        assertThat(header.position(ScdlColumn.ID_BENEFICIAIRE)).hasValue(3);
        ScdlHeader alone = read("nomBeneficiaire", "montant", "siret").get();
        assertThat(alone.position(ScdlColumn.ID_BENEFICIAIRE)).hasValue(2);
        ScdlHeader third =
                read("idBeneficiaire", "montant", "idAttribuant", "siret").get();
        assertThat(third.position(ScdlColumn.ID_BENEFICIAIRE)).hasValue(0);
    }

    @Test
    void read_exerciseBesideADate_isTheBudgetYear() {
        ScdlHeader both =
                read("nomBeneficiaire", "montant", "Exercice", "dateConvention").get();
        assertThat(both.position(ScdlColumn.EXERCICE_BUDGETAIRE)).hasValue(2);
        ScdlHeader alone = read("nomBeneficiaire", "montant", "Exercice").get();
        assertThat(alone.position(ScdlColumn.DATE_CONVENTION)).hasValue(2);
        assertThat(codes(read("nomBeneficiaire", "montant", "Exercice"))).contains("SCDL-HDR-MISLEADING");
    }

    @Test
    void read_duplicates_areReported() {
        Reading<ScdlHeader> twice = read("nomBeneficiaire", "montant", "notificationUE", "notificationUE");
        assertThat(codes(twice)).contains("SCDL-HDR-DUPLICATE");
        assertThat(twice.get().isSimple()).isFalse();
        assertThat(twice.get().others(ScdlColumn.NOTIFICATION_UE)).containsExactly(3);
        Reading<ScdlHeader> shadowed = read("beneficiaire", "nomBeneficiaire", "montant");
        assertThat(codes(shadowed)).contains("SCDL-HDR-SHADOWED");
        assertThat(shadowed.get().position(ScdlColumn.NOM_BENEFICIAIRE)).hasValue(1);
        assertThat(shadowed.get().isSimple()).isTrue();
    }

    @Test
    void read_withoutAmountOrBeneficiary_isRefused() {
        assertThat(codes(read("nomBeneficiaire", "objet"))).contains("SCDL-HDR-NO-AMOUNT");
        assertThat(read("nomBeneficiaire", "objet").isRead()).isFalse();
        assertThat(codes(read("montant", "objet"))).contains("SCDL-HDR-NO-BENEFICIARY");
    }

    @Test
    void read_emptyCellsAtTheEnd_areNotColumns() {
        Reading<ScdlHeader> header = read("nomBeneficiaire", "", "montant", "", " ");
        assertThat(header.get().width()).isEqualTo(3);
        assertThat(header.get().names()).containsExactly("nomBeneficiaire", "", "montant");
        assertThat(codes(header)).contains("SCDL-HDR-BLANK");
        assertThat(header.get().at(1)).isNull();
        assertThat(header.get().line()).isEqualTo(1);
    }

    @Test
    void version_isToldByColumns() {
        assertThat(ScdlVersion.of(ScdlVersion.V1_1.columns())).isEqualTo(ScdlVersion.V2_0_2);
        assertThat(ScdlVersion.of(ScdlVersion.V2_0_1.columns())).isEqualTo(ScdlVersion.V2_0_2);
        assertThat(ScdlVersion.of(ScdlVersion.V2_1_0.columns())).isEqualTo(ScdlVersion.V2_1_1);
        assertThat(ScdlVersion.of(ScdlVersion.DATA_SUBVENTION.columns())).isEqualTo(ScdlVersion.DATA_SUBVENTION);
        assertThat(ScdlVersion.V2_0_2.columns()).hasSize(14);
        assertThat(ScdlVersion.V2_1_1.columns()).hasSize(16);
        assertThat(ScdlVersion.V2_1_1.label()).isEqualTo("2.1.1");
    }

    private static Reading<ScdlHeader> read(String... cells) {
        return ScdlHeader.read(Place.file("test.csv"), 1, List.of(cells));
    }

    private static List<String> codes(Reading<ScdlHeader> reading) {
        return reading.findings().stream().map(Finding::code).toList();
    }
}
