package org.subsidia.store.file;

import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.portfolio.EditRecord;
import org.subsidia.portfolio.Portfolio;

/**
 * What was found when a document was opened.
 *
 * @param portfolio the portfolio as it was saved last
 * @param version the version of the format in which it was saved
 * @param recoverable edits that were made and never saved, oldest first
 * @param readOnly whether it cannot be saved here; the findings say why
 * @param writer who has it open for writing, where that is somebody else
 * @param findings what is worth knowing
 */
public record OpenedPortfolio(
        Portfolio portfolio,
        int version,
        List<EditRecord> recoverable,
        boolean readOnly,
        Optional<LockOwner> writer,
        List<Finding> findings) {

    /** Copies the lists. */
    public OpenedPortfolio {
        recoverable = List.copyOf(recoverable);
        findings = List.copyOf(findings);
    }
}
