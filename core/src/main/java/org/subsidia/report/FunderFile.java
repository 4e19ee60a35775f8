package org.subsidia.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.subsidia.calendar.EventFilter;
import org.subsidia.check.Checked;
import org.subsidia.check.GuardContext;
import org.subsidia.consumption.Consumption;
import org.subsidia.consumption.GrantConsumption;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Structure;

/** What the money of one funder did. */
final class FunderFile {
    private final Documents of;
    private final Funder funder;

    FunderFile(Documents of, Funder funder) {
        this.of = of;
        this.funder = funder;
    }

    Report report() {
        List<Grant> grants = of.portfolio().grantsOf(funder.id());
        Consumption consumption = of.consumption();
        List<GrantConsumption> open = of.portfolio().structures().stream()
                .map(Structure::id)
                .flatMap(id -> consumption.open(id).stream())
                .filter(one -> one.grant().funders().contains(funder.id()))
                .toList();
        GrantListQuery query =
                new GrantListQuery(of.day(), null, funder.id(), null, null, GrantListQuery.Sort.STRUCTURE);
        Section levels = PortfolioReport.levels(grants, of.portfolio());
        List<Block> blocks = new ArrayList<>(levels.blocks());
        blocks.add(of.grants(query, "structure", "purpose", "year", "state", "awarded", "received", "remaining"));
        Binder binder = new Binder().add(new Section("grants", Message.of("REPORT-DOC-GIVEN"), blocks));
        if (!open.isEmpty()) {
            binder.part(
                    Message.of("REPORT-DOC-USE"),
                    of.consumption(open, List.of()),
                    "keyFigures",
                    "costs",
                    "money",
                    "losses");
        }
        of.plans(grants).ifPresent(plans -> binder.part(Message.of("REPORT-DOC-PLANS"), plans, "answers", "plans"));
        binder.part(Message.of("REPORT-DOC-CALENDAR"), of.calendar(EventFilter.ALL.ofFunder(funder.id())), "events");
        Set<String> ids = grants.stream().map(grant -> grant.id().value()).collect(Collectors.toSet());
        List<Checked> found = of.guards().check(GuardContext.of(of.portfolio(), of.laws(), of.day())).stream()
                .filter(checked -> ids.contains(checked.finding().place().record()))
                .toList();
        return binder.part(Message.of("REPORT-DOC-WRONG"), of.checks(found), "keyFigures", "findings", "list")
                .bind(
                        "funderView",
                        Message.of("REPORT-DOC-FUNDER", funder.name()),
                        Words.verbatim(of.name()),
                        of.day());
    }
}
