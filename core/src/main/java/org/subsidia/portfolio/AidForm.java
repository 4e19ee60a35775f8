package org.subsidia.portfolio;

/** In what form a grant comes. */
public enum AidForm {
    /** Money. */
    CASH,
    /** Goods, rooms, staff. */
    IN_KIND,
    /** Both. */
    CASH_AND_IN_KIND
}
