package org.subsidia.portfolio;

/** How the final amount follows from the certified cost. */
public enum Settlement {
    /** The awarded amount is due whatever the cost. */
    FIXED,
    /** The rate times the certified eligible cost, at most the awarded amount. */
    PRO_RATA,
    /** At most what the certified cost leaves after other public money and income. */
    DEFICIT
}
