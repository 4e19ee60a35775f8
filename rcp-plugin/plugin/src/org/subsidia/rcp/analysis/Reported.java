package org.subsidia.rcp.analysis;

import java.util.Optional;
import org.subsidia.report.Report;

/** A part of the workbench whose answer is a report, to be exported and printed as a whole. */
@FunctionalInterface
public interface Reported {
    /** {@return the report of what is shown, if anything is} */
    Optional<Report> report();
}
