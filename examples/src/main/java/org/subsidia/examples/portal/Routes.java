package org.subsidia.examples.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.subsidia.calendar.CalendarOptions;
import org.subsidia.calendar.EventFilter;
import org.subsidia.calendar.GrantCalendar;
import org.subsidia.cashflow.ForecastOptions;
import org.subsidia.cashflow.SimulationOptions;
import org.subsidia.cashflow.StressCase;
import org.subsidia.catalogue.Catalogue;
import org.subsidia.check.GuardContext;
import org.subsidia.check.Guards;
import org.subsidia.eligibility.Matching;
import org.subsidia.eligibility.RuleLibrary;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.portfolio.Call;
import org.subsidia.portfolio.CallId;
import org.subsidia.portfolio.Funder;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.Project;
import org.subsidia.portfolio.ProjectId;
import org.subsidia.portfolio.Structure;
import org.subsidia.report.CalendarReport;
import org.subsidia.report.CheckReport;
import org.subsidia.report.EligibilityReport;
import org.subsidia.report.ForecastReport;
import org.subsidia.report.GrantListQuery;
import org.subsidia.report.GrantListReport;
import org.subsidia.report.JsonRenderer;
import org.subsidia.report.PortfolioReport;
import org.subsidia.report.Report;
import org.subsidia.report.TransferReport;
import org.subsidia.report.TransferWhy;
import org.subsidia.transfer.Effects;
import org.subsidia.transfer.LegalPath;
import org.subsidia.transfer.MonteCarlo;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Presets;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.Sensitivity;
import org.subsidia.transfer.Simulation;

/** What the service answers: each path is named as the verb of the command line whose JSON it gives. Safe for any number of threads. */
public final class Routes {
    private static final int MOST_RUNS = 10_000;
    private static final int MONTHS = 24;

    private final PortfolioSource source;
    private final Clock clock;
    private final LawBase laws = LawBase.standard();
    private final Map<String, Route> routes = new LinkedHashMap<>();

    /**
     * Routes to a portfolio.
     *
     * @param source gives the portfolio
     * @param clock tells today where a request names no day
     */
    Routes(PortfolioSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
        add("/show", List.of(), this::show);
        add("/grants", List.of("structure", "funder", "year"), this::grants);
        add("/calendar", List.of("structure", "from", "to"), this::calendar);
        add("/check", List.of("structure"), this::check);
        add("/forecast", List.of("structure", "months", "runs"), this::forecast);
        add("/eligibility", List.of("structure", "project"), this::eligibility);
        add("/simulate", List.of("scenario"), this::simulate);
    }

    private interface Work {
        Report report(Portfolio portfolio, Query query, LocalDate day);
    }

    /** A path with the parameters that it takes beside {@code at} and {@code lang}. */
    record Route(String path, List<String> parameters, Work work) {}

    private void add(String path, List<String> parameters, Work work) {
        routes.put(path, new Route(path, parameters, work));
    }

    /** The paths with all of their parameters. */
    Map<String, List<String>> paths() {
        return routes.values().stream()
                .collect(Collectors.toMap(Route::path, Routes::parameters, (a, b) -> a, LinkedHashMap::new));
    }

    private static List<String> parameters(Route route) {
        List<String> all = new ArrayList<>(route.parameters());
        all.addAll(List.of("at", "lang"));
        return all;
    }

    /** What is to be done for a request, checked before any work begins. */
    Answering prepared(String path, String rawQuery) {
        Route route = routes.get(path);
        if (route == null) {
            throw new Refusal(404, "PATH-UNKNOWN", "There is nothing here; there are: " + routes.keySet());
        }
        Query query = Query.parse(rawQuery, new TreeSet<>(parameters(route)));
        LocalDate day = query.day("at").orElseGet(() -> LocalDate.now(clock));
        Locale locale =
                switch (query.text("lang").orElse("fr")) {
                    case "fr" -> Locale.FRENCH;
                    case "en" -> Locale.ENGLISH;
                    default -> throw Refusal.badQuery("QUERY-LANGUAGE", "Parameter lang must be fr or en");
                };
        return () -> JsonRenderer.render(route.work().report(portfolio(), query, day), locale);
    }

    /** Computes an answer. */
    interface Answering {
        String json();
    }

    /** The portfolio; why it cannot be read is for the operator, not for who asks. */
    private Portfolio portfolio() {
        Reading<Portfolio> current = source.current();
        return current.value()
                .orElseThrow(() -> new Refusal(
                        503,
                        "PORTFOLIO-UNAVAILABLE",
                        "The portfolio cannot be read at present: "
                                + current.findings().stream().map(Finding::code).toList()));
    }

    private Report show(Portfolio portfolio, Query query, LocalDate day) {
        return PortfolioReport.of(portfolio, source.name(), day);
    }

    private Report grants(Portfolio portfolio, Query query, LocalDate day) {
        GrantListQuery wanted = new GrantListQuery(
                day,
                structure(portfolio, query).map(Structure::id).orElse(null),
                funder(portfolio, query).map(Funder::id).orElse(null),
                null,
                query.text("year").isEmpty() ? null : query.number("year", 1900, 2200, 0),
                GrantListQuery.Sort.YEAR);
        return GrantListReport.of(portfolio, wanted, source.name());
    }

    private Report calendar(Portfolio portfolio, Query query, LocalDate day) {
        GrantCalendar all = GrantCalendar.of(portfolio, laws, day, CalendarOptions.STANDARD)
                .select(EventFilter.ALL
                        .from(query.day("from").orElse(null))
                        .to(query.day("to").orElse(null))
                        .ofStructure(
                                structure(portfolio, query).map(Structure::id).orElse(null)));
        boolean whole = query.text("from").isPresent() || query.text("to").isPresent();
        return CalendarReport.of(whole ? all : all.lateAndNext(12), portfolio, source.name());
    }

    private Report check(Portfolio portfolio, Query query, LocalDate day) {
        GuardContext context = GuardContext.of(portfolio, laws, day);
        Optional<Structure> one = structure(portfolio, query);
        return CheckReport.of(
                Guards.withServices(Routes.class.getClassLoader())
                        .check(one.isPresent() ? context.only(one.get().id()) : context),
                source.name(),
                day);
    }

    private Report forecast(Portfolio portfolio, Query query, LocalDate day) {
        query.required("structure");
        Structure structure = structure(portfolio, query).orElseThrow();
        ForecastOptions options =
                ForecastOptions.of(day).withMonths(query.number("months", 1, ForecastOptions.MOST_MONTHS, MONTHS));
        int runs = query.number("runs", 0, MOST_RUNS, SimulationOptions.STANDARD.runs());
        SimulationOptions draws = runs == 0 ? null : SimulationOptions.STANDARD.withRuns(runs);
        return ForecastReport.of(
                portfolio, StressCase.compare(portfolio, structure.id(), laws, options, draws, List.of()), false);
    }

    private Report eligibility(Portfolio own, Query query, LocalDate day) {
        query.required("structure");
        Structure structure = structure(own, query).orElseThrow();
        Optional<Project> project = query.text("project")
                .map(id -> own.project(new ProjectId(id)).orElseThrow(() -> unknown("project", id)));
        Catalogue catalogue = Catalogue.standard();
        List<CallId> more = catalogue.calls().stream()
                .map(Call::id)
                .filter(id -> !own.contains(id))
                .toList();
        Portfolio portfolio = own.apply(catalogue.toEdits(more, own));
        Matching matching = Matching.of(
                new Matching.Question(portfolio, structure)
                        .project(project.orElse(null))
                        .calls(portfolio.calls()),
                RuleLibrary.examples(laws),
                laws,
                day);
        String subject =
                structure.name() + project.map(each -> ", " + each.name()).orElse("");
        return EligibilityReport.of(matching, subject, day);
    }

    /** Only scenarios that come with the library: a name from outside never becomes a file. */
    private Report simulate(Portfolio portfolio, Query query, LocalDate day) {
        String name = query.required("scenario");
        Scenario scenario = Presets.find(name)
                .orElseThrow(() -> Refusal.badQuery(
                        "SCENARIO-UNKNOWN", "No scenario " + Query.printable(name) + "; there are: " + Presets.ids()));
        List<Finding> findings = new ArrayList<>();
        Reading<Population> people = Population.of(portfolio, day, laws);
        findings.addAll(people.findings());
        Reading<Simulation> run =
                people.isRead() ? Simulation.run(scenario, people.get(), laws) : Reading.refused(people.findings());
        findings.addAll(run.findings());
        Simulation simulation = run.value()
                .orElseThrow(() -> new Refusal(
                        422,
                        "NOT-COMPUTABLE",
                        "The scenario cannot be run on this portfolio: "
                                + run.findings().stream()
                                        .map(finding -> finding.message().in(Locale.ENGLISH))
                                        .toList()));
        TransferReport.Extras extras = new TransferReport.Extras(
                List.of(),
                Effects.of(scenario, simulation.population(), laws),
                Sensitivity.of(scenario, simulation.population(), laws),
                MonteCarlo.of(scenario, simulation.population(), laws).orElse(null),
                LegalPath.of(simulation, laws),
                List.of(),
                List.of(),
                true);
        TransferWhy origins = new TransferWhy(simulation, extras);
        List<Explanation> trees = origins.isBrief() ? origins.all() : List.of();
        if (trees.isEmpty()) {
            findings.add(Finding.info(
                    Place.NOWHERE,
                    "CLI-WHY-LEFT-OUT",
                    simulation.population().recipients().size()));
        }
        return TransferReport.of(simulation, extras.with(trees, findings), day);
    }

    private static Optional<Structure> structure(Portfolio portfolio, Query query) {
        return query.text("structure").map(wanted -> portfolio.structures().stream()
                .filter(one ->
                        wanted.equals(one.id().value()) || wanted.equals(one.siren()) || wanted.equals(one.siret()))
                .findFirst()
                .orElseThrow(() -> unknown("structure", wanted)));
    }

    private static Optional<Funder> funder(Portfolio portfolio, Query query) {
        return query.text("funder").map(wanted -> portfolio.funders().stream()
                .filter(one ->
                        wanted.equals(one.id().value()) || wanted.equals(one.siren()) || wanted.equals(one.siret()))
                .findFirst()
                .orElseThrow(() -> unknown("funder", wanted)));
    }

    private static Refusal unknown(String what, String id) {
        return new Refusal(404, "RECORD-UNKNOWN", "No " + what + ' ' + Query.printable(id) + " in this portfolio");
    }
}
