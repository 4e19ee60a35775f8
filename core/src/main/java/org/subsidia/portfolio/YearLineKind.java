package org.subsidia.portfolio;

/** What a yearly line of a grant divides. */
public enum YearLineKind {
    /** Commitment authority of the year (autorisation d’engagement). */
    AE,
    /** Payment credit of the year (crédit de paiement). */
    CP,
    /** The part of the grant that belongs to the accounting year. */
    INCOME
}
