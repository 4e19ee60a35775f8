package org.subsidia.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.population.PopulationFile;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.report.SweepReport;
import org.subsidia.transfer.OneOffGrants;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.sweep.Sweep;
import org.subsidia.transfer.sweep.SweepCsv;
import org.subsidia.transfer.sweep.SweepResult;
import org.subsidia.transfer.sweep.SweepSpace;
import org.subsidia.transfer.sweep.SweepSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code subsidia sweep}: a grid or a sample of transfers over a population. */
@Command(name = "sweep")
final class SweepCommand implements Runnable {
    private static final int MOST_YEARS = 60;
    private static final int MOST_THREADS = 256;

    private final Console console;

    @Option(names = "--population", paramLabel = "FILE", descriptionKey = "sweepPopulation")
    private @Nullable Path population;

    @Option(names = "--portfolio", paramLabel = "FILE", descriptionKey = "sweepPortfolio")
    private @Nullable Path portfolio;

    @Option(names = "--level", paramLabel = "LEVEL", descriptionKey = "sweepLevel")
    private FunderLevel level = FunderLevel.STATE;

    @Option(names = "--reference", required = true, paramLabel = "YEAR", descriptionKey = "sweepReference")
    private int reference;

    @Option(names = "--years", paramLabel = "N", descriptionKey = "sweepYears")
    private int years = 10;

    @Option(names = "--base-years", paramLabel = "N,…", descriptionKey = "sweepBaseYears")
    private @Nullable String baseYears;

    @Option(names = "--rate", paramLabel = "VALUES", descriptionKey = "sweepRate")
    private @Nullable String rate;

    @Option(names = "--growth", paramLabel = "VALUES", descriptionKey = "sweepGrowth")
    private @Nullable String growth;

    @Option(names = "--cap", paramLabel = "EUROS,…", descriptionKey = "sweepCap")
    private @Nullable String cap;

    @Option(names = "--region-key", paramLabel = "KEY,…", descriptionKey = "sweepRegionKey")
    private @Nullable String regionKey;

    @Option(names = "--key", paramLabel = "KEY,…", descriptionKey = "sweepKey")
    private @Nullable String key;

    @Option(names = "--sample", paramLabel = "N", descriptionKey = "sweepSample")
    private @Nullable Long sample;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "sweepSeed")
    private long seed = 1;

    @Option(names = "--one-off", paramLabel = "WORD", descriptionKey = "sweepOneOff")
    private String oneOff = OneOffGrants.END.word();

    @Option(names = "--why", paramLabel = "POINT:STRUCTURE[:YEAR]", descriptionKey = "sweepWhy")
    private List<String> why = new ArrayList<>();

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "sweepThreads")
    private @Nullable Integer threads;

    @Option(names = "--results", paramLabel = "FILE", descriptionKey = "sweepResults")
    private @Nullable Path results;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    SweepCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        check("--years", years, MOST_YEARS);
        check("--threads", workers, MOST_THREADS);
        SweepSpace space = use(space());
        List<Finding> findings = new ArrayList<>();
        Population people = people(findings);
        if (people.synthetic()) {
            findings.add(Finding.warning(Place.NOWHERE, "XFER-SYNTHETIC", people.name()));
        }
        Reading<Sweep> reading = Sweep.of(people, level, reference, years, oneOffGrants());
        Sweep sweep = use(reading);
        List<Finding> unknown = space.unknown(sweep);
        if (unknown.stream().anyMatch(each -> each.severity() == Severity.ERROR)) {
            throw new UnusableInput(unknown);
        }
        findings.addAll(reading.findings());
        List<Explanation> trees =
                why.stream().map(each -> SweepWhy.explain(sweep, space, each)).toList();
        if (!trees.isEmpty()) {
            output.showExplanations();
        }
        SweepSummary summary = new SweepSummary();
        run(sweep, space, workers, summary);
        Message subtitle = Message.of(
                "SWEEP-SUBTITLE", name(people), level.label(), String.valueOf(reference), String.valueOf(years));
        output.write(console, SweepReport.of(summary, sweep.structures(), subtitle, trees, findings, at.day()));
    }

    private OneOffGrants oneOffGrants() {
        return OneOffGrants.find(oneOff)
                .orElseThrow(() -> new UnusableInput(List.of(Finding.error(
                        Place.NOWHERE, "DOC-WORD-UNKNOWN", oneOff, String.join(", ", OneOffGrants.words())))));
    }

    private Reading<SweepSpace> space() {
        Map<String, String> texts = new TreeMap<>();
        put(texts, "baseYears", baseYears);
        put(texts, "rate", rate);
        put(texts, "growth", growth);
        put(texts, "cap", cap);
        put(texts, "regionKey", regionKey);
        put(texts, "key", key);
        return sample == null ? SweepSpace.grid(texts) : SweepSpace.sample(texts, sample, seed);
    }

    private static void put(Map<String, String> texts, String name, @Nullable String text) {
        if (text != null) {
            texts.put(name, text);
        }
    }

    private Population people(List<Finding> findings) {
        if (portfolio != null && population != null) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-TWO-POPULATIONS")));
        } else if (population != null) {
            Reading<Population> reading = PopulationFile.read(population);
            findings.addAll(reading.findings());
            return use(reading);
        } else if (portfolio != null) {
            Reading<Population> reading = Population.of(PortfolioFile.open(console, portfolio), at.day());
            findings.addAll(reading.findings());
            return reading.get();
        }
        throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-NO-POPULATION")));
    }

    private String name(Population people) {
        return portfolio == null ? people.name() : String.valueOf(portfolio.getFileName());
    }

    private void run(Sweep sweep, SweepSpace space, int workers, SweepSummary summary) {
        Path file = results;
        try {
            if (file == null) {
                sweep.run(space, workers, summary::add);
                return;
            }
            try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                line(out, SweepCsv.header());
                Consumer<SweepResult> lines = result -> line(out, SweepCsv.line(result));
                sweep.run(space, workers, lines.andThen(summary::add));
            }
        } catch (ArithmeticException e) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "SWEEP-OVERFLOW")));
        } catch (UncheckedIOException e) {
            throw cannotWrite(String.valueOf(file), Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw cannotWrite(String.valueOf(file), e);
        }
    }

    private static void line(Writer out, String text) {
        try {
            out.write(text);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnusableInput cannotWrite(String file, IOException e) {
        return new UnusableInput(
                List.of(Finding.error(Place.file(file), "CLI-CANNOT-WRITE", file, ReportOutput.reason(e))));
    }

    private static void check(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw new UnusableInput(
                    List.of(Finding.error(Place.NOWHERE, "CLI-BAD-OPTION", option, String.valueOf(value))));
        }
    }

    private static <T> T use(Reading<T> reading) {
        return reading.value().orElseThrow(() -> new UnusableInput(reading.findings()));
    }
}
