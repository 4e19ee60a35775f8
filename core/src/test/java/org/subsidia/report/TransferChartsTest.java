package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.subsidia.law.LawBase;
import org.subsidia.report.chart.ChartSpec;
import org.subsidia.report.chart.Charts;
import org.subsidia.report.chart.SvgChart;
import org.subsidia.transfer.Effects;
import org.subsidia.transfer.Populations;
import org.subsidia.transfer.Presets;
import org.subsidia.transfer.Scenarios;
import org.subsidia.transfer.Sensitivity;
import org.subsidia.transfer.Simulation;

class TransferChartsTest {

    private static List<String> legend(List<Simulation> runs) {
        Figure figure = TransferCharts.compared(runs).orElseThrow();
        return ((ChartSpec.Band) figure.chart())
                .lines().stream().map(line -> line.label().in(Locale.FRENCH)).toList();
    }

    private static Simulation run(String document) {
        return Simulation.run(Scenarios.read(document).get(), Populations.eighteenMillion(), LawBase.standard())
                .get();
    }

    private static final String MEASURES = """
            - {id: first, model: rate, to: 2020, rate: 50 %}
            - {id: then, model: rate, from: 2021, rate: {uniform: [60 %, 80 %]}, note: {fr: Trois quarts, en: Three quarters}}
            - {id: more, model: top-up, fill: 30 %}
            """;

    @Test
    void waterfall_namesMeasuresByTheAuthorsWords_elseByThoseOfTheModel() {
        Simulation run = run(Scenarios.HEAD + MEASURES);
        Effects effects = Effects.of(run.scenario(), Populations.eighteenMillion(), LawBase.standard());
        ChartSpec.Waterfall chart =
                (ChartSpec.Waterfall) TransferCharts.effects(run, effects).chart();
        assertThat(chart.steps())
                .extracting(step -> step.label().in(Locale.FRENCH))
                .containsExactly(
                        "Avant", "Compensation des Régions", "Trois quarts", "Complément des Régions", "Après");
        assertThat(chart.steps())
                .extracting(step -> step.label().in(Locale.ENGLISH))
                .contains("Compensation of the Regions", "Three quarters", "Top-up by the Regions");
    }

    @Test
    void tornado_namesNumbersInWords_andTellsThoseOfOneModelApart_whileProgramsReadIds() {
        Simulation run = run(Scenarios.HEAD + MEASURES);
        Sensitivity sensitivity = Sensitivity.of(run.scenario(), Populations.eighteenMillion(), LawBase.standard());
        Figure tornado = TransferCharts.tornado(run.scenario(), sensitivity);
        assertThat(((ChartSpec.Spans) tornado.chart()).spans())
                .extracting(span -> span.label().in(Locale.FRENCH))
                .containsExactlyInAnyOrder(
                        "Taux de compensation (jusqu’en\u00a02020)",
                        "Taux de compensation (depuis\u00a02021)",
                        "Part de la perte que comblent les Régions");
        assertThat(tornado.alternative().in(Locale.ENGLISH))
                .startsWith("Rate of compensation (from 2021 on) weighs most");
        assertThat(sensitivity.bars())
                .extracting(Sensitivity.Bar::parameter)
                .containsExactlyInAnyOrder("first.rate", "then.rate", "more.fill");
    }

    @Test
    void longNames_standInFullBesideTheirBars() {
        ChartSpec.Spans chart = new ChartSpec.Spans(
                Words.verbatim("Titre"),
                Words.verbatim("Mesure"),
                ChartSpec.Unit.EURO,
                BigDecimal.ZERO,
                List.of(new ChartSpec.Span(
                        Words.verbatim(
                                "Complément des Régions par euro reçu (Provence-Alpes-Côte d’Azur, Bourgogne-Franche-Comté, Centre-Val de Loire)"),
                        BigDecimal.ONE,
                        BigDecimal.TEN)));
        String picture = SvgChart.of(chart, Words.verbatim("autrement"), "long", Locale.FRENCH);
        assertThat(picture).contains("Loire)").doesNotContain("...").doesNotContain("…");
        assertThat(Charts.size(chart, Locale.FRENCH).getHeight()).isGreaterThan(200);
    }

    @Test
    void comparedScenarios_standByTheirTitles_andByTheirIdsTooWhereTitlesAreTheSame() {
        Simulation first = run(Scenarios.HEAD + "- {id: rate, model: rate, rate: 0.5}\n");
        Simulation same =
                run(Scenarios.HEAD.replace("id: test", "id: other") + "- {id: rate, model: rate, rate: 0.7}\n");
        Simulation preset = Simulation.run(
                        Presets.find("announced-path").orElseThrow(), Populations.eighteenMillion(), LawBase.standard())
                .get();
        String title = preset.scenario().title().in(Locale.FRENCH);
        assertThat(legend(List.of(first, preset))).startsWith("Essai", title);
        assertThat(legend(List.of(first, same, preset))).startsWith("Essai (test)", "Essai (other)", title);
    }
}
