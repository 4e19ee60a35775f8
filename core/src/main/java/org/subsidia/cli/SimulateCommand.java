package org.subsidia.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.subsidia.dependence.Ratio;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.report.TransferReport;
import org.subsidia.report.TransferWhy;
import org.subsidia.transfer.Effects;
import org.subsidia.transfer.LegalPath;
import org.subsidia.transfer.MonteCarlo;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Scenario;
import org.subsidia.transfer.Sensitivity;
import org.subsidia.transfer.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia simulate SCENARIO}: what a transfer does to each structure, year by year. */
@Command(name = "simulate")
final class SimulateCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "SCENARIO", descriptionKey = "scenario")
    @SuppressWarnings("NullAway.Init") // required
    private String name;

    @Mixin
    private final PopulationOptions population = new PopulationOptions();

    @Option(names = "--compare", paramLabel = "SCENARIO", arity = "1..*", descriptionKey = "simulateCompare")
    private List<String> others = new ArrayList<>();

    @Option(names = "--why", paramLabel = "STRUCTURE:YEAR", descriptionKey = "simulateWhy")
    private List<String> why = new ArrayList<>();

    @Option(names = "--set", paramLabel = "MEASURE.NUMBER=VALUE", descriptionKey = "simulateSet")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        LawBase laws = LawBase.standard();
        Scenario scenario = ScenarioFile.use(console, name, settings);
        List<Finding> findings = new ArrayList<>();
        Population people = population.of(console, scenario, at.day(), findings);
        Simulation simulation = run(scenario, people, laws, findings);
        List<Simulation> compared = new ArrayList<>();
        for (String other : others) {
            compared.add(run(ScenarioFile.use(console, other, Map.of()), people, laws, new ArrayList<>()));
        }
        if (!compared.isEmpty()) {
            compared.add(0, simulation);
        }
        TransferReport.Extras extras = new TransferReport.Extras(
                compared,
                Effects.of(scenario, people, laws),
                Sensitivity.of(scenario, people, laws),
                MonteCarlo.of(scenario, people, laws).orElse(null),
                LegalPath.of(simulation, laws),
                List.of(),
                List.of(),
                !output.isText());
        List<Explanation> trees = new ArrayList<>(
                why.stream().flatMap(each -> explain(simulation, each)).toList());
        TransferWhy origins = new TransferWhy(simulation, extras);
        if (output.explains() || (output.isJson() && origins.isBrief())) {
            trees.addAll(origins.all());
        } else if (output.isJson()) {
            findings.add(Finding.info(
                    Place.NOWHERE, "CLI-WHY-LEFT-OUT", people.recipients().size()));
        }
        if (!trees.isEmpty()) {
            output.showExplanations();
        }
        TransferReport.Extras told = extras.with(trees, findings);
        boolean document = output.isForReading() && !output.isText() && !output.explains();
        output.write(
                console,
                document
                        ? TransferReport.explained(simulation, told, at.day())
                        : TransferReport.of(simulation, told, at.day()));
    }

    static Simulation run(Scenario scenario, Population people, LawBase laws, List<Finding> findings) {
        Reading<Simulation> reading = Simulation.run(scenario, people, laws);
        findings.addAll(reading.findings());
        return reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
    }

    private static Stream<Explanation> explain(Simulation simulation, String asked) {
        int colon = asked.lastIndexOf(':');
        String id = colon < 0 ? asked : asked.substring(0, colon);
        @Nullable Integer year = null;
        try {
            year = Integer.valueOf(asked.substring(colon + 1));
        } catch (NumberFormatException e) {
            // said below
        }
        Scenario scenario = simulation.scenario();
        if (year == null
                || year < scenario.first()
                || year > scenario.last()
                || simulation.population().find(id).isEmpty()) {
            throw new UnusableInput(List.of(Finding.error(
                    Place.NOWHERE,
                    "CLI-BAD-WHY",
                    asked,
                    String.valueOf(scenario.first()),
                    String.valueOf(scenario.last()))));
        }
        return Stream.of(
                simulation.explain(id, year),
                simulation.ratio(id, Ratio.R1, year).explanation(),
                simulation.explainCash(id));
    }
}
