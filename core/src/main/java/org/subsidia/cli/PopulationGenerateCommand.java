package org.subsidia.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.io.population.PopulationTable;
import org.subsidia.portfolio.Source;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.population.CalibrationEntry;
import org.subsidia.transfer.population.PopulationPlan;
import org.subsidia.transfer.population.SyntheticPopulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code subsidia population generate}: a made-up population as a table for {@code simulate}, {@code seek} and {@code sweep}. */
@Command(name = "generate")
final class PopulationGenerateCommand implements Runnable {
    private final Console console;

    @Option(names = "--poles", paramLabel = "N", descriptionKey = "generatePoles")
    private int poles = 55;

    @Option(names = "--clusters", paramLabel = "N", descriptionKey = "generateClusters")
    private int clusters = 400;

    @Option(names = "--ptce", paramLabel = "N", descriptionKey = "generatePtce")
    private int ptce = 140;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "generateSeed")
    private long seed = 1;

    @Option(names = "--from-year", paramLabel = "YEAR", descriptionKey = "generateFrom")
    private int fromYear = 2019;

    @Option(names = "--to-year", paramLabel = "YEAR", descriptionKey = "generateTo")
    private int toYear = 2025;

    @Option(names = "--sources", descriptionKey = "generateSources")
    private boolean sources;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "generateOutput")
    private @Nullable Path output;

    PopulationGenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        PopulationPlan plan = new PopulationPlan(poles, clusters, ptce, seed, fromYear, toYear);
        Reading<Population> reading = SyntheticPopulation.generate(plan);
        Population population = reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
        Path file = output;
        try (Writer out = new BufferedWriter(
                file == null
                        ? new OutputStreamWriter(console.out(), StandardCharsets.UTF_8)
                        : Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            PopulationTable.write(population, out);
        } catch (IOException e) {
            String name = String.valueOf(file);
            throw new UnusableInput(
                    List.of(Finding.error(Place.file(name), "CLI-CANNOT-WRITE", name, ReportOutput.reason(e))));
        }
        say();
    }

    /** On standard error, since the table itself may go to standard output. */
    private void say() {
        List<CalibrationEntry> entries = SyntheticPopulation.calibration();
        long supposed = entries.stream().filter(CalibrationEntry::isAssumption).count();
        Place place = output == null ? Place.NOWHERE : Place.file(output.toString());
        FindingLines.print(
                console,
                Finding.info(
                        place,
                        "POP-GENERATED",
                        poles,
                        clusters,
                        ptce,
                        String.valueOf(seed),
                        entries.size() - supposed,
                        supposed));
        if (sources) {
            entries.forEach(each -> FindingLines.print(console, origin(each)));
        }
    }

    private static Finding origin(CalibrationEntry entry) {
        Source source = entry.source();
        Message standing = entry.standing().label();
        return source == null
                ? Finding.info(Place.NOWHERE, "POP-SUPPOSED", entry.what(), standing)
                : Finding.info(
                        Place.NOWHERE,
                        "POP-SOURCED",
                        entry.what(),
                        standing,
                        source.text(),
                        source.confidence().name());
    }
}
