package org.subsidia.portfolio;

import org.subsidia.finding.Message;

/** A report that releases a payment. */
public enum ReportKind {
    /** A report on the way. */
    INTERIM,
    /** The report at the end (compte rendu financier, bilan). */
    FINAL,
    /** The approved accounts of the year. */
    ACCOUNTS;

    /** {@return the report's name, within a sentence} */
    public Message label() {
        return Message.of("SCHED-REPORT-" + name());
    }
}
