package org.subsidia.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.subsidia.calendar.EventFilter;
import org.subsidia.cashflow.ForecastOptions;
import org.subsidia.cashflow.SimulationOptions;
import org.subsidia.cashflow.StressCase;
import org.subsidia.check.GuardContext;
import org.subsidia.consumption.Consumption;
import org.subsidia.consumption.GrantConsumption;
import org.subsidia.dependence.Dependence;
import org.subsidia.dependence.FunderView;
import org.subsidia.dependence.PortfolioFigures;
import org.subsidia.dependence.Ratio;
import org.subsidia.finding.Message;
import org.subsidia.io.mapping.TableKind;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.Structure;
import org.subsidia.stateaid.AidAwards;
import org.subsidia.stateaid.ClusterAid;
import org.subsidia.stateaid.DeMinimis;
import org.subsidia.stateaid.DeMinimisRule;
import org.subsidia.stateaid.Transparency;

/** The funding file of one structure. */
final class StructureFile {
    private static final int YEARS_BEFORE = 2;

    private final Documents of;
    private final Structure structure;
    private final Binder binder = new Binder();

    StructureFile(Documents of, Structure structure) {
        this.of = of;
        this.structure = structure;
    }

    Report report() {
        Table identity = of.identity(TableKind.STRUCTURES, structure.id());
        binder.add(Section.of("identity", Message.of("REPORT-DOC-IDENTITY"), identity));
        grants();
        binder.part(
                Message.of("REPORT-DOC-CALENDAR"), of.calendar(EventFilter.ALL.ofStructure(structure.id())), "events");
        cash();
        dependence();
        consumption();
        of.plans(of.portfolio().grantsOf(structure.id()))
                .ifPresent(
                        plans -> binder.part(Message.of("REPORT-DOC-PLANS"), plans, "keyFigures", "answers", "plans"));
        aid();
        binder.part(
                Message.of("REPORT-DOC-WRONG"),
                of.checks(of.guards()
                        .check(GuardContext.of(of.portfolio(), of.laws(), of.day())
                                .only(structure.id()))),
                "keyFigures",
                "findings",
                "list");
        return binder.bind(
                "structureFile", Message.of("REPORT-DOC-STRUCTURE"), Words.verbatim(structure.name()), of.day());
    }

    private void grants() {
        GrantListQuery query = new GrantListQuery(of.day(), structure.id(), null, null, null, GrantListQuery.Sort.YEAR);
        Table grants = of.grants(query, "purpose", "funder", "year", "state", "awarded", "received", "remaining");
        Section levels = PortfolioReport.levels(of.portfolio().grantsOf(structure.id()), of.portfolio());
        List<Block> blocks = new ArrayList<>(levels.blocks());
        blocks.add(grants);
        binder.add(new Section("grants", Message.of("REPORT-DOC-GRANTS"), blocks));
    }

    private void cash() {
        List<StressCase> cases = StressCase.compare(
                of.portfolio(),
                structure.id(),
                of.laws(),
                ForecastOptions.of(of.day()),
                SimulationOptions.STANDARD,
                List.of());
        binder.part(
                Message.of("REPORT-DOC-CASH"),
                ForecastReport.narrow(of.portfolio(), cases, false, null),
                "keyFigures",
                "months",
                "missing");
    }

    private void dependence() {
        PortfolioFigures figures = new PortfolioFigures(of.portfolio(), of.laws(), of.day()).withForecast();
        int year = figures.currentYear(structure);
        int first = year - YEARS_BEFORE;
        Dependence known = figures.dependence(structure, first - YEARS_BEFORE, year);
        if (!known.years().containsKey(year)) {
            return;
        }
        Report dependence = DependenceReport.of(
                known,
                new DependenceReport.Options(
                        of.laws(),
                        of.day(),
                        first,
                        year,
                        List.of(FunderView.ORIGIN),
                        Arrays.asList(Ratio.values()),
                        Ratio.R1,
                        Ratio.R5,
                        null,
                        Fraction.of(1, 2)));
        binder.part(
                Message.of("REPORT-DOC-DEPENDENCE"),
                dependence,
                "keyFigures",
                "levelsByOrigin",
                "ratios",
                "norms",
                "concentration",
                "losses");
    }

    private void consumption() {
        Consumption consumption = of.consumption();
        List<GrantConsumption> open = consumption.open(structure.id());
        if (!open.isEmpty()) {
            binder.part(
                    Message.of("REPORT-DOC-USE"),
                    of.consumption(
                            open, consumption.budget(structure.id(), of.day().getYear())),
                    "keyFigures",
                    "costs",
                    "money",
                    "losses",
                    "budget");
        }
    }

    private void aid() {
        AidAwards awards = AidAwards.of(of.portfolio());
        Report aid = StateAidReport.of(
                structure,
                DeMinimis.of(awards, structure, of.laws()),
                DeMinimisRule.GENERAL,
                of.day(),
                null,
                of.day(),
                null,
                ClusterAid.of(awards, structure, of.laws()).on(of.day()),
                List.of(),
                Transparency.of(awards, structure.id(), of.laws()));
        binder.part(Message.of("REPORT-DOC-AID"), aid, "keyFigures", "headroom", "awards", "missing");
    }
}
