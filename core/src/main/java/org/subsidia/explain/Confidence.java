package org.subsidia.explain;

/** How sure a legal figure is. It travels with the value into every result that uses it. */
public enum Confidence {
    /** Read in a published source. */
    CONFIRMED,
    /** The figure or the rule was found, not its exact legal text. */
    PARTIAL,
    /** Professional knowledge without a source read; every result that uses it carries a warning. */
    UNVERIFIED
}
