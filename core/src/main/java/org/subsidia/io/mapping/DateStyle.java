package org.subsidia.io.mapping;

/** How the dates of a column are written; ISO dates and dates with the month in words are read whatever it is. */
public enum DateStyle {
    /** Nobody said: decided by the cells that can be read in one way only; the others follow, or are refused. */
    UNSTATED,
    /** {@code 27/06/2024}. */
    DAY_FIRST,
    /** {@code 27/06/24} as well as {@code 27/06/2024}: years of two digits are those of this century. */
    DAY_FIRST_SHORT_YEAR,
    /** {@code 06/27/2024}. */
    MONTH_FIRST
}
