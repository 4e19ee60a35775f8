package org.subsidia.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.calendar.CalendarEvent;
import org.subsidia.calendar.CalendarOptions;
import org.subsidia.calendar.EventFilter;
import org.subsidia.calendar.EventKind;
import org.subsidia.calendar.GrantCalendar;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.GrantId;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Structure;
import org.subsidia.portfolio.StructureId;
import org.subsidia.report.Report;
import org.subsidia.report.StateAidReport;
import org.subsidia.stateaid.AidAwards;
import org.subsidia.stateaid.ClusterAid;
import org.subsidia.stateaid.DeMinimis;
import org.subsidia.stateaid.DeMinimisRule;
import org.subsidia.stateaid.RegionalZone;
import org.subsidia.stateaid.Transparency;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia stateaid P --structure S}: what may still be received as State aid, and from when more. */
@Command(name = "stateaid")
final class StateAidCommand implements Runnable {
    /** Whatever was granted by now has left its period after so many. */
    private static final int YEARS_SHOWN = 4;

    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(names = "--structure", required = true, paramLabel = "ID", descriptionKey = "aidStructure")
    @SuppressWarnings("NullAway.Init") // required
    private String structure;

    @Option(names = "--amount", paramLabel = "AMOUNT", descriptionKey = "aidAmount")
    private @Nullable String amount;

    @Option(names = "--regulation", paramLabel = "NAME", descriptionKey = "aidRegulation")
    private Regulation regulation = Regulation.general;

    @Option(names = "--grant", paramLabel = "ID", descriptionKey = "aidGrant")
    private @Nullable String grant;

    @Option(names = "--timeline", descriptionKey = "aidTimeline")
    private boolean timeline;

    @Option(names = "--from", paramLabel = "DATE", descriptionKey = "aidFrom")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", descriptionKey = "aidTo")
    private @Nullable LocalDate to;

    @Option(names = "--road-freight", descriptionKey = "aidRoadFreight")
    private boolean roadFreight;

    @Option(names = "--eligible-costs", paramLabel = "AMOUNT", descriptionKey = "aidEligibleCosts")
    private @Nullable String eligibleCosts;

    @Option(names = "--economic-share", paramLabel = "SHARE", descriptionKey = "aidEconomicShare")
    private @Nullable String economicShare;

    @Option(names = "--zone", paramLabel = "ZONE", descriptionKey = "aidZone")
    private @Nullable Zone zone;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    /** The de minimis regulations, as the option names them. */
    enum Regulation {
        general,
        sgei,
        agriculture,
        fisheries
    }

    /** The areas of the regional aid map, as the option names them. */
    enum Zone {
        a,
        c,
        none
    }

    StateAidCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        LocalDate day = at.day();
        LocalDate last = to;
        if (last != null && last.isBefore(day)) {
            throw wrong("AID-BAD-TO", last.toString(), day.toString());
        }
        LocalDate since = from == null ? day : from;
        if (since.isAfter(last == null ? day : last)) {
            throw wrong("AID-BAD-FROM", since.toString(), (last == null ? day : last).toString());
        }
        Money asked = MoneyOption.read("--amount", amount);
        Portfolio portfolio = PortfolioFile.open(console, file);
        StructureId id = RecordChoice.structure(structure, portfolio);
        Structure asking = Optional.ofNullable(id).flatMap(portfolio::structure).orElseThrow();
        LawBase law = LawBase.standard();
        AidAwards awards = AidAwards.of(portfolio);
        boolean shown = timeline || from != null || last != null || !output.isText();
        Report report = StateAidReport.of(
                asking,
                deMinimis(awards, asking, law),
                DeMinimisRule.valueOf(regulation.name().toUpperCase(Locale.ROOT)),
                day,
                asked,
                since,
                !shown ? null : last == null ? day.plusYears(YEARS_SHOWN) : last,
                cluster(awards, asking, law).on(day),
                duties(portfolio, asking, law, day),
                Transparency.of(awards, asking.id(), law));
        StateAidReport.doubts(report).forEach(doubt -> FindingLines.print(console, doubt));
        output.write(console, report);
    }

    private DeMinimis deMinimis(AidAwards awards, Structure asking, LawBase law) {
        DeMinimis aid = DeMinimis.of(awards, asking, law);
        if (roadFreight) {
            aid = aid.withRoadFreight();
        }
        String left = grant;
        if (left == null) {
            return aid;
        }
        GrantId id = new GrantId(left);
        if (awards.portfolio().grant(id).isEmpty()) {
            throw wrong(
                    "ELIG-NO-GRANT",
                    left,
                    String.join(
                            ", ",
                            awards.portfolio().grantsOf(asking.id()).stream()
                                    .limit(20)
                                    .map(each -> each.id().value())
                                    .toList()));
        }
        return aid.without(id);
    }

    private ClusterAid cluster(AidAwards awards, Structure asking, LawBase law) {
        ClusterAid cluster = ClusterAid.of(awards, asking, law);
        Money costs = MoneyOption.read("--eligible-costs", eligibleCosts);
        if (costs != null) {
            cluster = cluster.withEligibleCosts(costs);
        }
        String share = economicShare;
        if (share != null) {
            cluster = cluster.withEconomicShare(ShareOption.read(share));
        }
        return zone == null
                ? cluster
                : cluster.withZone(RegionalZone.valueOf(zone.name().toUpperCase(Locale.ROOT)));
    }

    private static UnusableInput wrong(String code, Object... arguments) {
        return new UnusableInput(List.of(Finding.error(Place.NOWHERE, code, arguments)));
    }

    private static List<CalendarEvent> duties(Portfolio portfolio, Structure asking, LawBase law, LocalDate day) {
        CalendarOptions plain = CalendarOptions.STANDARD.withoutBudgetSeason();
        return GrantCalendar.of(portfolio, law, day, plain)
                .select(EventFilter.ALL.ofStructure(asking.id()))
                .events()
                .stream()
                .filter(event -> event.kind() == EventKind.DE_MINIMIS_REGISTRATION)
                .toList();
    }
}
