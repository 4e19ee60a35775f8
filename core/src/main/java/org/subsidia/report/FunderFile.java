package org.subsidia.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.subsidia.calendar.EventFilter;
import org.subsidia.check.Checked;
import org.subsidia.check.GuardContext;
import org.subsidia.consumption.Consumption;
import org.subsidia.consumption.GrantConsumption;
import org.subsidia.dependence.FunderShares;
import org.subsidia.dependence.FunderView;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.dependence.Party;
import org.subsidia.dependence.PortfolioFigures;
import org.subsidia.explain.Explanation;
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
        dependence(binder, grants);
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

    /** How much each structure lives on this funder, in the last closed year and the current one. */
    private void dependence(Binder binder, List<Grant> grants) {
        Party party = new Party(funder.id().value(), funder.name(), funder.level());
        PortfolioFigures known = new PortfolioFigures(of.portfolio(), of.laws(), of.day());
        List<List<Cell>> rows = new ArrayList<>();
        List<Explanation> why = new ArrayList<>();
        grants.stream()
                .map(Grant::structure)
                .distinct()
                .flatMap(id -> of.portfolio().structure(id).stream())
                .sorted(Comparator.comparing(Structure::name))
                .forEach(structure -> {
                    int current = known.currentYear(structure);
                    for (int year = current - 1; year <= current; year++) {
                        OperatingFigures figures = known.of(structure, year);
                        FunderShares own = FunderShares.of(figures, FunderView.ORIGIN);
                        FunderShares paid = FunderShares.of(figures, FunderView.PAYER);
                        Explanation ownShare = own.ofProducts(party);
                        Explanation paidShare = paid.ofProducts(party);
                        rows.add(List.of(
                                Cell.of(structure.name()),
                                Cell.of(Integer.toString(year)),
                                Cell.of(figures.basis().label()),
                                Cell.of(figures.totalProducts().value()),
                                Cell.of(own.amountOf(party).value()),
                                Cell.of(ownShare.value()),
                                Cell.of(paid.amountOf(party).value()),
                                Cell.of(paidShare.value())));
                        why.add(ownShare);
                        why.add(paidShare);
                    }
                });
        if (rows.isEmpty()) {
            return;
        }
        binder.add(Section.of(
                        "dependence",
                        Message.of("REPORT-DOC-DEPENDING", funder.name()),
                        new Paragraph(Message.of("REPORT-DOC-DEPENDING-INTRO")),
                        new Table(
                                "dependence",
                                Message.of("REPORT-DOC-DEPENDING", funder.name()),
                                List.of(
                                        Binder.column("structure", Column.Type.TEXT),
                                        Binder.column("year", Column.Type.TEXT),
                                        Binder.column("basis", Column.Type.TEXT),
                                        Binder.column("products", Column.Type.MONEY),
                                        Binder.column("own", Column.Type.MONEY),
                                        Binder.column("ownShare", Column.Type.SHARE)
                                                .of("own", "products"),
                                        Binder.column("paid", Column.Type.MONEY),
                                        Binder.column("paidShare", Column.Type.SHARE)
                                                .of("paid", "products")),
                                rows,
                                null)))
                .explain(why);
    }
}
