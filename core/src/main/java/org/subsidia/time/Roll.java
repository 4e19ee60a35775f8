package org.subsidia.time;

/** What becomes of a deadline that ends on a Saturday, a Sunday or a public holiday. */
public enum Roll {
    /** It stays. */
    NONE,
    /** It ends on the next working day. */
    NEXT,
    /** It ends on the working day before. */
    PREVIOUS
}
