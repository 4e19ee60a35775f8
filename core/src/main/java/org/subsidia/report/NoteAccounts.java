package org.subsidia.report;

import java.util.List;
import org.subsidia.accounts.GrantAccounts;
import org.subsidia.dependence.OperatingFigures;
import org.subsidia.finding.Finding;

/**
 * The accounts of a year, for the note of public funding.
 *
 * @param figures what the accounts say of the year
 * @param grants the lines of the accounts by grant
 * @param findings of reading the accounts
 */
public record NoteAccounts(OperatingFigures figures, GrantAccounts grants, List<Finding> findings) {

    /** Copies the list. */
    public NoteAccounts {
        findings = List.copyOf(findings);
    }
}
