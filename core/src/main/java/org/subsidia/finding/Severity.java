package org.subsidia.finding;

/** How much a {@link Finding} matters, least first. */
public enum Severity {
    /** Worth knowing; nothing has to be done. A value that was repaired without doubt is an information. */
    INFO,
    /** Probably wrong or soon wrong; somebody should look. */
    WARNING,
    /** Wrong: the value or record was refused, or a rule is broken. */
    ERROR
}
