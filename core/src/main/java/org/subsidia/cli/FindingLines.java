package org.subsidia.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;
import org.subsidia.finding.Severity;
import org.subsidia.report.Findings;

/** Findings as lines for people, on standard error: place, severity, sentence, code, advice. */
final class FindingLines {
    private FindingLines() {}

    static void print(Console console, Finding finding) {
        line(console, finding);
        finding.advice(console.locale()).ifPresent(advice -> console.err().println("    → " + advice));
    }

    /** Errors and warnings with examples; informations too where they are wanted; at the end how many there are of each. */
    static void print(Console console, Findings findings, boolean all) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Findings.Group group : findings.groups()) {
            counts.merge(group.severity(), group.count(), Long::sum);
            if (all || group.severity() != Severity.INFO) {
                print(console, group);
            }
        }
        if (!counts.isEmpty()) {
            long notes = counts.getOrDefault(Severity.INFO, 0L);
            console.err()
                    .println(Message.of(
                                    all || notes == 0 ? "CLI-FINDINGS-ALL" : "CLI-FINDINGS",
                                    counts.getOrDefault(Severity.ERROR, 0L),
                                    counts.getOrDefault(Severity.WARNING, 0L),
                                    notes)
                            .in(console.locale()));
        }
    }

    private static void print(Console console, Findings.Group group) {
        List<Finding> examples = group.examples();
        examples.forEach(finding -> line(console, finding));
        if (group.count() > examples.size()) {
            console.err()
                    .println("    "
                            + Message.of("CLI-FINDINGS-MORE", group.count() - examples.size(), group.code())
                                    .in(console.locale()));
        }
        examples.get(0).advice(console.locale()).ifPresent(advice -> console.err()
                .println("    → " + advice));
    }

    private static void line(Console console, Finding finding) {
        Locale locale = console.locale();
        String place = finding.place().toString();
        String severity = Message.of("CLI-SEVERITY-" + finding.severity()).in(locale);
        console.err()
                .println((place.isEmpty() ? "" : place + ": ") + severity + ": "
                        + finding.message().in(locale) + " [" + finding.code() + "]");
    }
}
