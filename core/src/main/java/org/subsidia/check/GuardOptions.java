package org.subsidia.check;

import java.util.List;
import java.util.Set;
import org.subsidia.portfolio.StructureId;
import org.subsidia.time.Span;

/**
 * What a user may set: how early to warn, and facts that no record holds. None of it is law.
 *
 * @param reportWarnings how many days before a report is due to warn; the next warning passed is named
 * @param labelWarning how long before the end of a label to warn
 * @param claimWarning how long before the last day for a claim to warn, where money would be lost
 * @param withAuditor structures that have a statutory auditor: the threshold tells them nothing new
 */
public record GuardOptions(
        List<Integer> reportWarnings, Span labelWarning, Span claimWarning, Set<StructureId> withAuditor) {

    /** Reports 60 and 30 days before, labels 12 months before, claims 6 months before, no auditor known. */
    public static final GuardOptions USUAL =
            new GuardOptions(List.of(60, 30), Span.months(12), Span.months(6), Set.of());

    /** Copies the collections. */
    public GuardOptions {
        reportWarnings = List.copyOf(reportWarnings);
        withAuditor = Set.copyOf(withAuditor);
    }

    /**
     * These options with other warnings for reports.
     *
     * @param days before the due day; empty: no warning
     * @return the options
     */
    public GuardOptions withReportWarnings(List<Integer> days) {
        return new GuardOptions(days, labelWarning, claimWarning, withAuditor);
    }

    /**
     * These options with another warning for labels.
     *
     * @param before how long before the end
     * @return the options
     */
    public GuardOptions withLabelWarning(Span before) {
        return new GuardOptions(reportWarnings, before, claimWarning, withAuditor);
    }

    /**
     * These options with another warning for claims.
     *
     * @param before how long before the last day
     * @return the options
     */
    public GuardOptions withClaimWarning(Span before) {
        return new GuardOptions(reportWarnings, labelWarning, before, withAuditor);
    }

    /**
     * These options with structures that have an auditor.
     *
     * @param structures their ids
     * @return the options
     */
    public GuardOptions withAuditor(Set<StructureId> structures) {
        return new GuardOptions(reportWarnings, labelWarning, claimWarning, structures);
    }
}
