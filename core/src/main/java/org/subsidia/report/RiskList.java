package org.subsidia.report;

import java.util.List;
import org.subsidia.calendar.EventFilter;
import org.subsidia.calendar.EventState;
import org.subsidia.check.GuardContext;
import org.subsidia.cofinancing.DecommitmentRisk;
import org.subsidia.consumption.Consumption;
import org.subsidia.consumption.GrantConsumption;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Structure;

/** What may go wrong in a portfolio. */
final class RiskList {
    private static final int MONTHS = 12;

    private final Documents of;

    RiskList(Documents of) {
        this.of = of;
    }

    Report report() {
        Binder binder = new Binder()
                .part(
                        Message.of("REPORT-DOC-WRONG"),
                        of.checks(of.guards().check(GuardContext.of(of.portfolio(), of.laws(), of.day()))),
                        "keyFigures",
                        "findings",
                        "list")
                .part(
                        Message.of("REPORT-DOC-LATE"),
                        CalendarReport.narrow(
                                of.events(EventFilter.ALL.in(EventState.LATE)), of.portfolio(), of.name()),
                        "events");
        Consumption consumption = of.consumption();
        List<GrantConsumption> open = of.portfolio().structures().stream()
                .map(Structure::id)
                .flatMap(id -> consumption.open(id).stream())
                .toList();
        if (!open.isEmpty()) {
            binder.part(Message.of("REPORT-DOC-LOSSES"), of.consumption(open, List.of()), "keyFigures", "losses");
        }
        DecommitmentRisk risk = DecommitmentRisk.of(
                of.portfolio().grants(), of.portfolio(), MONTHS, of.laws().at(of.day()));
        return binder.part(
                        Message.of("REPORT-DOC-DECOMMITMENT"),
                        DecommitmentReport.of(risk, null, null, of.name(), of.day()),
                        "keyFigures",
                        "tranches",
                        "none")
                .bind("risks", Message.of("REPORT-DOC-RISKS"), Words.verbatim(of.name()), of.day());
    }
}
