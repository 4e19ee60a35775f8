package org.subsidia.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.law.LawBase;
import org.subsidia.money.Fraction;
import org.subsidia.report.SeekReport;
import org.subsidia.transfer.GoalSeek;
import org.subsidia.transfer.Population;
import org.subsidia.transfer.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code subsidia seek SCENARIO --number M.N}: the smallest rate, top-up or private income that is enough. */
@Command(name = "seek")
final class SeekCommand implements Runnable {
    private static final int MOST_MONTHS = 600;

    private final Console console;

    @Parameters(paramLabel = "SCENARIO", descriptionKey = "scenario")
    @SuppressWarnings("NullAway.Init") // required
    private String name;

    @Option(names = "--number", required = true, paramLabel = "MEASURE.NUMBER", descriptionKey = "seekNumber")
    @SuppressWarnings("NullAway.Init") // required
    private String number;

    @Option(names = "--months", paramLabel = "N", descriptionKey = "seekMonths")
    private @Nullable Integer months;

    @Option(names = "--private-share", paramLabel = "SHARE", descriptionKey = "seekPrivateShare")
    private @Nullable String privateShare;

    @Option(names = "--target", paramLabel = "SHARE", descriptionKey = "seekTarget")
    private @Nullable String target;

    @Mixin
    private final PopulationOptions population = new PopulationOptions();

    @Option(names = "--set", paramLabel = "MEASURE.NUMBER=VALUE", descriptionKey = "simulateSet")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    SeekCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        LawBase laws = LawBase.standard();
        Scenario scenario = ScenarioFile.use(console, name, settings);
        if (!scenario.numbers().contains(number)) {
            throw new UnusableInput(List.of(
                    Finding.error(Place.NOWHERE, "CLI-BAD-SETTING", number, String.join(", ", scenario.numbers()))));
        }
        List<Finding> findings = new ArrayList<>();
        Population people = population.of(console, scenario, at.day(), findings);
        SimulateCommand.run(scenario, people, laws, findings);
        Fraction share = target == null ? scenario.target() : share("--target", target);
        GoalSeek found = seek(scenario, people, laws, share);
        output.write(console, SeekReport.of(found, scenario, people.recipients().size(), findings, at.day()));
    }

    private GoalSeek seek(Scenario scenario, Population people, LawBase laws, Fraction share) {
        try {
            return GoalSeek.of(scenario, people, laws, number, goal(scenario), share);
        } catch (GoalSeek.NotRun e) {
            throw new UnusableInput(e.findings());
        }
    }

    private GoalSeek.Goal goal(Scenario scenario) {
        if (privateShare != null) {
            return new GoalSeek.PrivateShare(share("--private-share", privateShare));
        }
        int wanted = months == null ? scenario.runway() : months;
        if (wanted < 1 || wanted > MOST_MONTHS) {
            throw bad("--months", String.valueOf(wanted));
        }
        return new GoalSeek.Runway(wanted);
    }

    private static Fraction share(String option, String text) {
        try {
            Fraction share = Fraction.parse(text);
            if (share.isShare()) {
                return share;
            }
        } catch (IllegalArgumentException e) {
            throw bad(option, text);
        }
        throw bad(option, text);
    }

    private static UnusableInput bad(String option, String text) {
        return new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-BAD-OPTION", option, text)));
    }
}
