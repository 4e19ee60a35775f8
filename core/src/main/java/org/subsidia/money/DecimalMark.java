package org.subsidia.money;

/** What begins the decimals in the amounts of a file, as far as its reader knows. */
public enum DecimalMark {
    /** Nobody said; an amount that can be read in two ways is refused. */
    UNSTATED,
    /** A comma, as in France: {@code 1.234} is one thousand two hundred and thirty-four. */
    COMMA,
    /** A point, as in most data formats: {@code 1,234} is one thousand two hundred and thirty-four. */
    POINT
}
