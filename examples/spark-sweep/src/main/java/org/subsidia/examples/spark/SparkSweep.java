package org.subsidia.examples.spark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.io.population.PopulationFile;
import org.subsidia.portfolio.FunderLevel;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.sweep.Sweep;
import org.subsidia.transfer.sweep.SweepCsv;
import org.subsidia.transfer.sweep.SweepSpace;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs what {@code subsidia sweep --results} runs, with the same options, on the cluster that {@code spark-submit} names, and
 * writes the same file; without a cluster on every core of this machine.
 */
@Command(name = "spark-sweep", mixinStandardHelpOptions = true, description = "subsidia sweep, on Apache Spark")
public final class SparkSweep implements Callable<Integer> {
    private static final int UNUSABLE = CommandLine.ExitCode.USAGE;
    private static final int MOST_YEARS = 60;
    private static final int MOST_SAID = 20;

    @Option(names = "--population", required = true, paramLabel = "FILE", description = "table of structures")
    private Path population = Path.of("");

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description = "whose line is transferred: ${COMPLETION-CANDIDATES}")
    private FunderLevel level = FunderLevel.STATE;

    @Option(names = "--reference", required = true, paramLabel = "YEAR", description = "last year before the transfer")
    private int reference;

    @Option(names = "--years", paramLabel = "N", description = "years that follow it, 1 to 60")
    private int years = 10;

    @Option(names = "--base-years", paramLabel = "N,…", description = "years of which the base is the mean")
    private @Nullable String baseYears;

    @Option(names = "--rate", paramLabel = "VALUES", description = "share of the base that is compensated")
    private @Nullable String rate;

    @Option(names = "--growth", paramLabel = "VALUES", description = "yearly growth of the compensation")
    private @Nullable String growth;

    @Option(names = "--cap", paramLabel = "EUROS,…", description = "the most that a Region hands on in a year, or none")
    private @Nullable String cap;

    @Option(names = "--region-key", paramLabel = "KEY,…", description = "split between Regions")
    private @Nullable String regionKey;

    @Option(names = "--key", paramLabel = "KEY,…", description = "split between structures")
    private @Nullable String key;

    @Option(names = "--sample", paramLabel = "N", description = "draws so many points instead of every combination")
    private @Nullable Long sample;

    @Option(names = "--seed", paramLabel = "N", description = "of what is drawn")
    private long seed = 1;

    @Option(names = "--results", required = true, paramLabel = "FILE", description = "one line of CSV a point")
    private Path results = Path.of("");

    private SparkSweep() {}

    /**
     * Runs.
     *
     * @param args options, as of {@code subsidia sweep}
     */
    public static void main(String[] args) {
        int code = run(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** {@return 0, or 2 if something cannot be used, which a sentence on the error stream says} */
    static int run(String... args) {
        return new CommandLine(new SparkSweep())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    @Override
    public Integer call() {
        if (years < 1 || years > MOST_YEARS) {
            return refuse(Finding.error(Place.NOWHERE, "CLI-BAD-OPTION", "--years", String.valueOf(years)));
        }
        Points points = points();
        Reading<SweepSpace> space = points.space();
        say(space.findings());
        if (!space.isRead()) {
            return UNUSABLE;
        }
        Reading<Sweep> sweep = sweep();
        say(sweep.findings());
        if (!sweep.isRead()) {
            return UNUSABLE;
        }
        List<Finding> unknown = space.get().unknown(sweep.get());
        say(unknown);
        return unknown.isEmpty() ? spread(sweep.get(), points) : UNUSABLE;
    }

    /** Structure by structure into columns if the table stands in the order of the ids, however large it is; else whole. */
    private Reading<Sweep> sweep() {
        Sweep.Gathering gathering = Sweep.gather(level, reference);
        Reading<PopulationFile.Passed> passed = PopulationFile.each(population, gathering::add);
        boolean order = passed.findings().stream().anyMatch(each -> each.code().equals("POP-ORDER"));
        if (order) {
            Reading<Population> people = PopulationFile.read(population);
            return people.isRead()
                    ? made(people.findings(), people.get().synthetic(), Sweep.of(people.get(), level, reference, years))
                    : Reading.refused(people.findings());
        }
        return passed.isRead()
                ? made(passed.findings(), passed.get().synthetic(), gathering.sweep(years))
                : Reading.refused(passed.findings());
    }

    private Reading<Sweep> made(List<Finding> before, boolean synthetic, Reading<Sweep> sweep) {
        List<Finding> findings = new ArrayList<>(before);
        if (synthetic) {
            findings.add(Finding.warning(
                    Place.NOWHERE, "XFER-SYNTHETIC", String.valueOf(population.getFileName())));
        }
        findings.addAll(sweep.findings());
        return sweep.isRead() ? Reading.of(sweep.get(), findings) : Reading.refused(findings);
    }

    private Points points() {
        TreeMap<String, String> texts = new TreeMap<>();
        put(texts, "baseYears", baseYears);
        put(texts, "rate", rate);
        put(texts, "growth", growth);
        put(texts, "cap", cap);
        put(texts, "regionKey", regionKey);
        put(texts, "key", key);
        return new Points(texts, sample, seed);
    }

    private static void put(TreeMap<String, String> texts, String name, @Nullable String text) {
        if (text != null) {
            texts.put(name, text);
        }
    }

    private int spread(Sweep sweep, Points points) {
        SparkConf settings =
                new SparkConf().setIfMissing("spark.master", "local[*]").setIfMissing("spark.app.name", "spark-sweep");
        try (BufferedWriter out = Files.newBufferedWriter(results, StandardCharsets.UTF_8);
                JavaSparkContext context = new JavaSparkContext(settings)) {
            line(out, SweepCsv.header());
            SpreadSweep.run(context, sweep, points, text -> line(out, text));
            return 0;
        } catch (UncheckedIOException | IOException e) {
            return refuse(
                    Finding.error(Place.file(results.toString()), "CLI-CANNOT-WRITE", results.toString(), reason(e)));
        } catch (Exception e) {
            return failed(e);
        }
    }

    /** Spark throws checked exceptions that it does not declare, and wraps what went wrong on another machine. */
    private static int failed(Exception exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof ArithmeticException) {
                return refuse(Finding.error(Place.NOWHERE, "SWEEP-OVERFLOW"));
            }
        }
        if (exception instanceof SparkException) {
            System.err.println("Spark: " + exception.getMessage());
            return UNUSABLE;
        }
        throw new IllegalStateException(exception);
    }

    private static void line(Writer out, String text) {
        try {
            out.write(text);
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(Exception e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }

    private static int refuse(Finding finding) {
        say(List.of(finding));
        return UNUSABLE;
    }

    /** Says what is wrong or doubtful: the first ones whole, of the others how many. */
    private static void say(List<Finding> findings) {
        List<Finding> serious = findings.stream()
                .filter(each -> each.severity() != Severity.INFO)
                .toList();
        serious.stream().limit(MOST_SAID).forEach(finding -> {
            String place = finding.place().equals(Place.NOWHERE) ? "" : finding.place() + " : ";
            String advice =
                    finding.advice(Locale.FRENCH).map(each -> " " + each).orElse("");
            System.err.println(place + finding.message().in(Locale.FRENCH) + advice);
        });
        if (serious.size() > MOST_SAID) {
            System.err.println("… + " + (serious.size() - MOST_SAID));
        }
    }
}
