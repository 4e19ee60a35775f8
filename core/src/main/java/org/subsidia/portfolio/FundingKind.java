package org.subsidia.portfolio;

import org.subsidia.finding.Message;

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
    IN_KIND;

    /** {@return the name, as funding plans write it} */
    public Message label() {
        return Message.of("PORT-FUNDING-" + name().replace('_', '-'));
    }
}
