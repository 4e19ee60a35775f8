package org.subsidia.io.tabular;

import org.subsidia.finding.Finding;

/** Ends the reading of a file inside this package; outside it is the finding that it carries. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient Finding finding;

    UnreadableException(Finding finding) {
        super(finding.code());
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
