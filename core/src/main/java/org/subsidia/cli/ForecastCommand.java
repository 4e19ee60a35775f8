package org.subsidia.cli;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.subsidia.cashflow.ForecastOptions;
import org.subsidia.cashflow.SimulationOptions;
import org.subsidia.cashflow.Stress;
import org.subsidia.cashflow.StressCase;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.portfolio.GrantState;
import org.subsidia.portfolio.Portfolio;
import org.subsidia.portfolio.StructureId;
import org.subsidia.report.ForecastReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia forecast P --structure S}: the cash to come, how sure it is, and what stress does to it. */
@Command(name = "forecast")
final class ForecastCommand implements Runnable {
    private final Console console;

    @Parameters(paramLabel = "PORTFOLIO", descriptionKey = "portfolio")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(names = "--structure", required = true, paramLabel = "ID", descriptionKey = "forecastStructure")
    @SuppressWarnings("NullAway.Init") // required
    private String structure;

    @Option(names = "--months", paramLabel = "N", descriptionKey = "forecastMonths")
    private int months = 24;

    @Option(names = "--runs", paramLabel = "N", descriptionKey = "forecastRuns")
    private int runs = SimulationOptions.STANDARD.runs();

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "forecastSeed")
    private long seed = SimulationOptions.STANDARD.seed();

    @Option(names = "--quantiles", paramLabel = "PERCENT", split = ",", descriptionKey = "forecastQuantiles")
    private List<String> quantiles = List.of("10", "50", "90");

    @Option(names = "--stress", paramLabel = "STRESS", descriptionKey = "forecastStress")
    private List<String> stresses = new ArrayList<>();

    @Option(names = "--probability", paramLabel = "STATE=SHARE", descriptionKey = "forecastProbability")
    private Map<String, String> probabilities = new LinkedHashMap<>();

    @Option(names = "--rate", paramLabel = "SHARE", descriptionKey = "forecastRate")
    private @Nullable String rate;

    @Option(names = "--awarded-only", descriptionKey = "forecastAwarded")
    private boolean awardedOnly;

    @Option(names = "--explain-month", paramLabel = "MONTH", descriptionKey = "forecastExplainMonth")
    private @Nullable YearMonth readBack;

    @Option(names = "--daily", descriptionKey = "forecastDaily")
    private boolean daily;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    ForecastCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        ForecastOptions options = options();
        SimulationOptions simulation = simulation();
        List<List<Stress>> sets = new ArrayList<>();
        for (String text : stresses) {
            sets.add(read(text));
        }
        Portfolio portfolio = PortfolioFile.open(console, file);
        StructureId id = RecordChoice.structure(structure, portfolio);
        if (id == null) {
            throw wrong("CLI-NO-STRUCTURE", structure, "");
        }
        for (Stress stress : sets.stream().flatMap(List::stream).toList()) {
            known(stress, portfolio);
        }
        YearMonth month = readBack;
        if (month != null) {
            readable(month, options, simulation);
            output.showExplanations();
        }
        List<StressCase> cases = StressCase.compare(portfolio, id, LawBase.standard(), options, simulation, sets);
        output.write(
                console,
                output.isText()
                        ? ForecastReport.narrow(portfolio, cases, daily, month)
                        : ForecastReport.of(portfolio, cases, daily, month));
    }

    private ForecastOptions options() {
        if (months < 1 || months > ForecastOptions.MOST_MONTHS) {
            throw wrong("CASH-BAD-MONTHS", Integer.toString(months), Integer.toString(ForecastOptions.MOST_MONTHS));
        }
        ForecastOptions options = ForecastOptions.of(at.day()).withMonths(months);
        for (Map.Entry<String, String> entry : probabilities.entrySet()) {
            options = options.withProbability(state(entry.getKey()), share(entry.getValue()));
        }
        String yearly = rate;
        options = yearly == null ? options : options.withRate(share(yearly));
        return awardedOnly ? options.withoutApplications() : options;
    }

    /** Only months that are simulated can be read back. */
    private static void readable(YearMonth month, ForecastOptions options, @Nullable SimulationOptions simulation) {
        YearMonth first = YearMonth.from(options.asAt());
        YearMonth last = first.plusMonths(options.months() - 1L);
        if (simulation == null || month.isBefore(first) || month.isAfter(last)) {
            throw wrong("CASH-BAD-MONTH", month, first, last);
        }
    }

    private static GrantState state(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "planned" -> GrantState.PLANNED;
            case "requested" -> GrantState.REQUESTED;
            default -> throw wrong("CASH-BAD-STATE", name);
        };
    }

    private @Nullable SimulationOptions simulation() {
        if (runs == 0) {
            return null;
        }
        if (runs < 0 || runs > SimulationOptions.MOST_RUNS) {
            throw wrong("CASH-BAD-RUNS", Integer.toString(runs), Integer.toString(SimulationOptions.MOST_RUNS));
        }
        List<Fraction> shares = quantiles.stream()
                .map(text -> share(text.strip() + " %"))
                .sorted()
                .distinct()
                .toList();
        return SimulationOptions.STANDARD.withRuns(runs).withSeed(seed).withQuantiles(shares);
    }

    private static Fraction share(String text) {
        try {
            Fraction share = Fraction.parse(text.replace("% %", "%"));
            if (share.isShare()) {
                return share;
            }
        } catch (IllegalArgumentException noFraction) {
            throw wrong("CASH-BAD-SHARE", text);
        }
        throw wrong("CASH-BAD-SHARE", text);
    }

    /** Stresses that come together are joined by a plus sign. */
    private static List<Stress> read(String text) {
        List<Stress> together = new ArrayList<>();
        for (String part : text.split("\\+", -1)) {
            Reading<Stress> reading = Stress.read(part);
            together.add(reading.value().orElseThrow(() -> new UnusableInput(reading.findings())));
        }
        return together;
    }

    /** A stress of something that the portfolio does not hold would change nothing, and nobody would notice. */
    private static void known(Stress stress, Portfolio portfolio) {
        stress.subject().filter(id -> !portfolio.contains(id)).ifPresent(id -> {
            throw wrong("CASH-STRESS-UNKNOWN", stress.text(), id.value());
        });
    }

    private static UnusableInput wrong(String code, Object... arguments) {
        return new UnusableInput(List.of(Finding.error(Place.NOWHERE, code, arguments)));
    }
}
