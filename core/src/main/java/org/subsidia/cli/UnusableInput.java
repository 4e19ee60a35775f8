package org.subsidia.cli;

import java.util.List;
import org.subsidia.finding.Finding;

/** Ends a command whose input cannot be used: the findings say why. */
final class UnusableInput extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Finding> findings;

    UnusableInput(List<Finding> findings) {
        super(findings.toString(), null, false, false);
        this.findings = List.copyOf(findings);
    }

    List<Finding> findings() {
        return findings;
    }
}
