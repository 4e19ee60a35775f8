package org.subsidia.accounts;

import org.subsidia.finding.Place;

/**
 * Where an account stands in the files of its year.
 *
 * @param opening the first line that brings its balance from the year before; {@link Place#NOWHERE} where there is none
 * @param last its last line
 */
public record AccountLines(Place opening, Place last) {
    /** An account of which no line is known. */
    static final AccountLines UNKNOWN = new AccountLines(Place.NOWHERE, Place.NOWHERE);
}
