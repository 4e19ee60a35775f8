package org.subsidia.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.subsidia.finding.Message;

class TitlesTest {
    private static final String LONG = "Une phrase bien trop longue pour tenir à côté d’une barre du graphique";

    private static Stream<String> french(Scenario scenario) {
        return scenario.measures().stream()
                .map(each -> scenario.measureTitle(each.id()).in(Locale.FRENCH));
    }

    @Test
    void everyModelAndEveryNumber_hasATitleInBothLanguages() {
        for (Model model : Model.values()) {
            Titles titles = new Titles(List.of(Measure.of("one", model, Map.of())));
            for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                assertThat(titles.measure("one").in(language)).isNotBlank();
                model.parameters().stream().filter(Parameter::isNumber).forEach(each -> assertThat(
                                titles.number(new ParameterName("one", each.name(), null))
                                        .in(language))
                        .isNotBlank()
                        .hasSizeLessThanOrEqualTo(60)
                        .doesNotContain("one"));
            }
        }
    }

    @Test
    void everyPreset_tellsItsMeasuresAndNumbersApart() {
        for (String id : Presets.ids()) {
            Scenario preset = Presets.find(id).orElseThrow();
            for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                assertThat(preset.measures().stream()
                                .map(each -> preset.measureTitle(each.id()).in(language)))
                        .doesNotHaveDuplicates();
                assertThat(preset.numbers().stream()
                                .map(each -> preset.numberTitle(each).in(language)))
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void measure_withALongSentence_isCalledAsItsModel() {
        Scenario scenario = Scenarios.of("- {id: a, model: rate, rate: 1, note: {fr: \"" + LONG
                + "\", en: Short}}\n- {id: b, model: legal, tests: [T1]}\n");
        assertThat(french(scenario)).containsExactly("Compensation des Régions", "Normes et limites du droit");
    }

    @Test
    void measures_alike_areToldApartByLevelYearsRegionsOrId() {
        assertThat(french(Scenarios.of("""
                        - {id: d, model: withdrawal, level: DEPARTEMENT}
                        - {id: e, model: withdrawal, level: EPCI}
                        - {id: all, model: rate, rate: 1}
                        - {id: once, model: rate, rate: 1, from: 2021, to: 2021}
                        - {id: span, model: rate, rate: 1, from: 2021, to: 2022}
                        - {id: b, model: top-up, rate: 1, regions: ["53"]}
                        - {id: r, model: top-up, rate: 1, regions: ["84"]}
                        - {id: x, model: costs, cut: 0.1}
                        - {id: y, model: costs, cut: 0.2}
                        """)))
                .containsExactly(
                        "Retrait d’un financeur (Département)",
                        "Retrait d’un financeur (Intercommunalité)",
                        "Compensation des Régions",
                        "Compensation des Régions (2021)",
                        "Compensation des Régions (de 2021 à 2022)",
                        "Complément des Régions (Bretagne)",
                        "Complément des Régions (Auvergne-Rhône-Alpes)",
                        "Adaptation des charges (x)",
                        "Adaptation des charges (y)");
    }

    @Test
    void number_ofAYear_saysFromWhenOn() {
        Scenario scenario = Scenarios.of("- {id: a, model: rate, rate: {2020: 0.5, 2022: {uniform: [0, 1]}}}\n");
        Message title = scenario.numberTitle("a.rate@2022");
        assertThat(title.in(Locale.FRENCH)).isEqualTo("Taux de compensation, depuis\u00a02022");
        assertThat(title.in(Locale.ENGLISH)).isEqualTo("Rate of compensation, from 2022 on");
    }

    @Test
    void title_ofWhatIsNotThere_isRefused() {
        Scenario scenario = Scenarios.of("- {id: a, model: rate, rate: 1}\n");
        assertThatThrownBy(() -> scenario.measureTitle("b")).hasMessageContaining("b");
        assertThatThrownBy(() -> scenario.numberTitle("a.years")).hasMessageContaining("a.years");
    }
}
