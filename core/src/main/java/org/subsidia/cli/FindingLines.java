package org.subsidia.cli;

import java.util.Locale;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Message;

/** Findings as lines for people: place, severity, sentence, code, advice. */
final class FindingLines {
    private FindingLines() {}

    static void print(Console console, Finding finding) {
        Locale locale = console.locale();
        String place = finding.place().toString();
        String severity = Message.of("CLI-SEVERITY-" + finding.severity()).in(locale);
        console.err()
                .println((place.isEmpty() ? "" : place + ": ") + severity + ": "
                        + finding.message().in(locale) + " [" + finding.code() + "]");
        finding.advice(locale).ifPresent(advice -> console.err().println("    " + advice));
    }
}
