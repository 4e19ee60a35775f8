package org.subsidia.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.subsidia.eligibility.RuleSet;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.law.LawBase;
import org.subsidia.report.RulesReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code subsidia rules check FILE…}: what is wrong in rule sets, line by line. */
@Command(name = "check")
final class RulesCheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "rulesFiles")
    @SuppressWarnings("NullAway.Init") // required
    private List<Path> files;

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    RulesCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<RuleSet> rules = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Path file : files) {
            Reading<?> reading;
            if (RuleFiles.isCases(file)) {
                reading = RuleFiles.cases(file);
            } else {
                Reading<RuleSet> set = RuleSet.read(file, LawBase.standard());
                set.value().ifPresent(rules::add);
                reading = set;
            }
            findings.addAll(reading.findings());
        }
        output.write(console, RulesReport.checked(rules, findings, at.day()));
        boolean errors = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return errors ? ExitCode.DATA_ERRORS : ExitCode.DONE;
    }
}
