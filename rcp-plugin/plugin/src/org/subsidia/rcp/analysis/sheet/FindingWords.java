package org.subsidia.rcp.analysis.sheet;

import java.util.StringJoiner;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Severity;
import org.subsidia.rcp.Texts;
import org.subsidia.report.Findings;

/** Findings of a report as running text: what was found, and what to do. */
final class FindingWords {
    private FindingWords() {}

    static String of(Findings findings) {
        StringJoiner text = new StringJoiner("\n\n");
        for (Findings.Group group : findings.groups()) {
            StringJoiner lines = new StringJoiner("\n");
            for (Finding finding : group.examples()) {
                lines.add(severity(group.severity()) + " – " + finding.message().in(Texts.locale()));
            }
            if (group.count() > group.examples().size()) {
                lines.add(Texts.bind(
                        Texts.findingsMore, group.count() - group.examples().size()));
            }
            group.examples().get(0).advice(Texts.locale()).ifPresent(advice -> lines.add("    " + advice));
            text.add(lines.toString());
        }
        return text.toString();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> Texts.problemsError;
            case WARNING -> Texts.problemsWarning;
            case INFO -> Texts.problemsInformation;
        };
    }
}
