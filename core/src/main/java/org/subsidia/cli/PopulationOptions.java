package org.subsidia.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.population.PopulationFile;
import org.subsidia.law.LawBase;
import org.subsidia.transfer.Line;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Recipient;
import org.subsidia.transfer.Scenario;
import picocli.CommandLine.Option;

/** On whom a scenario runs: {@code --portfolio}, {@code --population}, else all who share the line taken as one. */
final class PopulationOptions {
    private static final String ALL = "ensemble";

    @Option(names = "--portfolio", paramLabel = "FILE", descriptionKey = "simulatePortfolio")
    private @Nullable Path portfolio;

    @Option(names = "--population", paramLabel = "FILE", descriptionKey = "simulatePopulation")
    private @Nullable Path population;

    Population of(Console console, Scenario scenario, LocalDate day, List<Finding> findings) {
        if (portfolio != null && population != null) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-TWO-POPULATIONS")));
        }
        if (portfolio != null) {
            Reading<Population> reading =
                    Population.of(PortfolioFile.open(console, portfolio), day, LawBase.standard());
            findings.addAll(reading.findings());
            return reading.get();
        }
        if (population != null) {
            Reading<Population> reading = PopulationFile.read(population);
            findings.addAll(reading.findings());
            return reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
        }
        return all(scenario);
    }

    private static Population all(Scenario scenario) {
        Line line = scenario.line();
        if (line == null || line.values().isEmpty()) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-NO-POPULATION")));
        }
        Recipient.Builder all = Recipient.builder(ALL, ALL);
        line.values().forEach((year, value) -> all.received(line.level(), year, value.amount()));
        return new Population(ALL, false, new ArrayList<>(List.of(all.build())));
    }
}
