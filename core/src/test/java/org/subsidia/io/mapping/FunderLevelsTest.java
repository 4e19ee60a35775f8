package org.subsidia.io.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.subsidia.portfolio.FunderLevel;

class FunderLevelsTest {
    @ParameterizedTest
    @CsvSource({
        "Conseil régional du Sud, REGION",
        "Département de la Forêt, DEPARTEMENT",
        "Ville de Fréjolles, COMMUNE",
        "Argens Métropole, EPCI",
        "Communauté de communes du Lac, EPCI",
        "Syndicat mixte du port, MIXED_SYNDICATE",
        "Chambre de commerce, CHAMBER",
        "Préfecture de région, STATE",
        "Fondation Utile, UNKNOWN",
        "Villebois Habitat, UNKNOWN",
        "Communauté Solidaire, UNKNOWN",
        "Services de l’État, STATE",
        "RÃ©gion du Sud, REGION",
        "Étatis Conseil, UNKNOWN",
        "Dépt. Haute-Rive, DEPARTEMENT",
        "Dept Haute-Rive, DEPARTEMENT",
        "Eurométropole de Rives, EPCI",
        "Pays de Rives Agglomération, EPCI",
        "Etat (DREETS), STATE",
        "DRAAF Arvenne, STATE",
        "ADEME Arvenne, STATE_OPERATOR",
        "FEDER 2021-2027, EU_SHARED",
        "FSE+ Arvenne, EU_SHARED",
        "Horizon Europe – SMP, EU_DIRECT",
        "Federation des artisans, UNKNOWN",
    })
    void of_name_isTheLevelThatOnlySuchBodiesBear(String name, FunderLevel level) {
        assertThat(FunderLevels.of(Optional.empty(), Optional.of(name))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"217500016, COMMUNE", "229900014, DEPARTEMENT", "239900012, REGION", "200000172, UNKNOWN"})
    void of_number_comesBeforeTheName(String siren, FunderLevel level) {
        assertThat(FunderLevels.of(Optional.of(siren), Optional.of("?"))).isEqualTo(level);
    }
}
