package org.subsidia.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.subsidia.law.LawBase;
import org.subsidia.report.chart.ChartSpec;
import org.subsidia.transfer.Populations;
import org.subsidia.transfer.Presets;
import org.subsidia.transfer.Scenarios;
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
