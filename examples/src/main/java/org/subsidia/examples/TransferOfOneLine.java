package org.subsidia.examples;

import java.nio.file.Path;
import java.util.Locale;
import org.subsidia.explain.ExplanationText;
import org.subsidia.finding.Reading;
import org.subsidia.io.population.PopulationFile;
import org.subsidia.law.LawBase;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Presets;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.Simulation;
import org.subsidia.transfer.StructureResult;

/** Simulates what the transfer of a funding line does to each structure, and explains the greatest loss back to the line. */
public final class TransferOfOneLine {
    private TransferOfOneLine() {}

    /**
     * Simulates.
     *
     * @param args the name of a scenario, the file of the structures
     */
    public static void main(String[] args) {
        Scenario scenario =
                Presets.find(args[0]).orElseThrow(() -> new IllegalArgumentException("scenarios: " + Presets.ids()));
        Reading<Population> population = PopulationFile.read(Path.of(args[1]));
        Reading<Simulation> run = population.isRead()
                ? Simulation.run(scenario, population.get(), LawBase.standard())
                : Reading.refused(population.findings());
        run.findings().forEach(finding -> System.err.println(finding.message().in(Locale.FRENCH)));
        if (!run.isRead()) {
            return;
        }
        Simulation simulation = run.get();
        for (StructureResult result : simulation.structures()) {
            System.out.println(
                    result.recipient().name() + "\t" + result.before() + "\t" + result.after() + "\t" + result.gap());
        }
        StructureResult worst = simulation.structures().get(0);
        System.out.println(
                ExplanationText.indented(simulation.explain(worst.recipient().id(), scenario.last()), Locale.FRENCH));
    }
}
