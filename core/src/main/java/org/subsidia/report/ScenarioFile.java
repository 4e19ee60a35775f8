package org.subsidia.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.subsidia.dependence.Ratio;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.transfer.Simulation;
import org.subsidia.transfer.StructureResult;

/** A simulated transfer to be handed over. */
final class ScenarioFile {
    /** So many structures are explained; a reader wants to know of those that change most. */
    private static final int EXPLAINED = 12;

    private final Documents of;
    private final Simulation simulation;
    private final TransferReport.Extras extras;

    ScenarioFile(Documents of, Simulation simulation, TransferReport.Extras extras) {
        this.of = of;
        this.simulation = simulation;
        this.extras = extras;
    }

    Report report() {
        Report transfer = TransferReport.of(simulation, extras, of.day());
        return new Binder()
                .all(transfer, "explanations")
                .explain(extras.why())
                .explain(trees())
                .bind(
                        "scenario",
                        Message.of("REPORT-DOC-SCENARIO", simulation.scenario().title()),
                        Words.verbatim(of.name()),
                        of.day());
    }

    private List<Explanation> trees() {
        int last = simulation.scenario().last();
        List<Explanation> trees = new ArrayList<>();
        simulation.structures().stream()
                .sorted(Comparator.comparingInt(StructureResult::rank))
                .limit(EXPLAINED)
                .forEach(each -> {
                    trees.add(simulation.explain(each.recipient().id(), last));
                    trees.add(simulation
                            .ratio(each.recipient().id(), Ratio.R1, last)
                            .explanation());
                });
        return trees;
    }
}
