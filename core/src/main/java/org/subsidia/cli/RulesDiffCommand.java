package org.subsidia.cli;

import java.nio.file.Path;
import java.util.List;
import org.subsidia.eligibility.RuleSet;
import org.subsidia.eligibility.RuleSetDiff;
import org.subsidia.report.RulesReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code subsidia rules diff OLD NEW}: what changed between two versions of a rule set, in words. */
@Command(name = "diff")
final class RulesDiffCommand implements Runnable {
    private final Console console;

    @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "rulesOld")
    @SuppressWarnings("NullAway.Init") // required
    private Path older;

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "rulesNew")
    @SuppressWarnings("NullAway.Init") // required
    private Path newer;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    RulesDiffCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        List<RuleSet> both = RuleFiles.use(console, List.of(older, newer));
        output.write(console, RulesReport.compared(RuleSetDiff.of(both.get(0), both.get(1)), at.day()));
    }
}
