package org.subsidia.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.subsidia.eligibility.RuleCases;
import org.subsidia.eligibility.RuleLibrary;
import org.subsidia.eligibility.RuleSet;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;
import org.subsidia.report.RulesReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code subsidia rules test [FILE…]}: runs the cases that stand beside rule sets; without a file, those of the examples. */
@Command(name = "test")
final class RulesTestCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FILE", arity = "0..*", descriptionKey = "rulesTestFiles")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private final AtOption at = new AtOption();

    @Mixin
    private final ReportOutput output = new ReportOutput();

    RulesTestCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        LawBase laws = LawBase.standard();
        Map<RuleSet, List<RuleCases.Outcome>> outcomes = new LinkedHashMap<>();
        List<Finding> findings = new ArrayList<>();
        if (files.isEmpty()) {
            List<RuleSet> rules = RuleLibrary.examples(laws).rules();
            List<String> names = RuleLibrary.exampleNames();
            for (int i = 0; i < names.size(); i++) {
                outcomes.put(
                        rules.get(i), RuleLibrary.exampleCases(names.get(i)).run(rules.get(i), laws));
            }
        }
        files.stream().map(RuleFiles::rulesOf).distinct().forEach(file -> {
            Reading<RuleSet> rules = RuleSet.read(file, laws);
            Reading<RuleCases> cases = RuleFiles.cases(RuleFiles.casesOf(file));
            findings.addAll(rules.findings());
            findings.addAll(cases.findings());
            if (rules.isRead() && cases.isRead()) {
                outcomes.put(rules.get(), cases.get().run(rules.get(), laws));
            }
        });
        if (outcomes.isEmpty()) {
            throw new UnusableInput(findings);
        }
        output.write(console, RulesReport.tested(outcomes, findings, at.day()));
        boolean passed = findings.isEmpty()
                && outcomes.values().stream().allMatch(list -> list.stream().allMatch(RuleCases.Outcome::passed));
        return passed ? ExitCode.DONE : ExitCode.DATA_ERRORS;
    }
}
