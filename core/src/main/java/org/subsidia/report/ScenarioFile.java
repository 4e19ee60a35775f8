package org.subsidia.report;

import org.subsidia.finding.Message;
import org.subsidia.transfer.Simulation;

/** A simulated transfer to be handed over. */
final class ScenarioFile {
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
        TransferWhy origins = new TransferWhy(simulation, extras);
        Binder binder =
                new Binder().all(transfer, "explanations").explain(extras.why()).explain(origins.annex());
        origins.annexed().ifPresent(binder::note);
        return binder.bind(
                "scenario",
                Message.of("REPORT-DOC-SCENARIO", simulation.scenario().title()),
                Words.verbatim(of.name()),
                of.day());
    }
}
