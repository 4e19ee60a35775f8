package org.subsidia.portfolio;

import org.subsidia.finding.Message;

/** What a yearly line of a grant divides. */
public enum YearLineKind {
    /** Commitment authority of the year (autorisation d’engagement). */
    AE,
    /** Payment credit of the year (crédit de paiement). */
    CP,
    /** The part of the grant that belongs to the accounting year. */
    INCOME,
    /** The cost of the action that the convention foresees for the year. */
    COST,
    /** What was spent of the grant in the accounting year, on what it was given for. */
    SPENT;

    /** {@return the kind in words} */
    public Message label() {
        return Message.of("PORT-YEARLINE-" + name());
    }
}
