package org.subsidia.portfolio;

/** What a line of a project’s funding plan is. */
public enum FundingKind {
    /** Public money. */
    PUBLIC,
    /** The structure’s own money. */
    OWN,
    /** Money of private partners. */
    PRIVATE,
    /** Income of the project itself. */
    INCOME,
    /** Contributions in kind, which must appear in the costs too. */
    IN_KIND
}
