package org.subsidia.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.subsidia.eligibility.RuleCases;
import org.subsidia.eligibility.RuleSet;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.law.LawBase;

/** Rule sets and their cases in files: the cases of {@code x.yaml} stand beside it in {@code x.cases.yaml}. */
final class RuleFiles {
    private static final String CASES = ".cases.yaml";

    private RuleFiles() {}

    /** All rule sets; one that cannot be used ends the verb. */
    static List<RuleSet> use(Console console, List<Path> files) {
        List<RuleSet> rules = new ArrayList<>();
        for (Path file : files) {
            Reading<RuleSet> reading = RuleSet.read(file, LawBase.standard());
            rules.add(reading.value().orElseThrow(() -> new UnusableInput(reading.findings())));
            reading.findings().forEach(finding -> FindingLines.print(console, finding));
        }
        return rules;
    }

    static boolean isCases(Path file) {
        return file.toString().endsWith(CASES);
    }

    /** The rule set beside a file of cases; another file itself. */
    static Path rulesOf(Path file) {
        String name = file.toString();
        return isCases(file) ? Path.of(name.substring(0, name.length() - CASES.length()) + ".yaml") : file;
    }

    static Path casesOf(Path rules) {
        String name = rules.toString();
        int dot = name.lastIndexOf('.');
        return Path.of((dot < 0 ? name : name.substring(0, dot)) + CASES);
    }

    static Reading<RuleCases> cases(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return RuleCases.read(file.toString(), in);
        } catch (IOException e) {
            return Reading.refused(Finding.error(
                    Place.file(file.toString()),
                    "DOC-FILE-UNREADABLE",
                    e.getClass().getSimpleName()));
        }
    }
}
