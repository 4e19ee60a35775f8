package org.subsidia.io.mapping;

/** What the cells of a field hold. */
public enum FieldType {
    /** Words; {@link String}. */
    TEXT,
    /** The id of a record of the portfolio; {@link String}. */
    ID,
    /** A SIREN, SIRET or RNA number, repaired where its spelling allows; {@link String}. */
    NUMBER,
    /** An amount in the row's currency; {@link org.joda.money.Money}. */
    AMOUNT,
    /** A day; {@link java.time.LocalDate}. */
    DATE,
    /** A year, 1950 to 2100; {@link Integer}. */
    YEAR,
    /** A share of a whole; {@link org.subsidia.money.Fraction}, 1 is the whole. */
    SHARE,
    /** One of the field's {@linkplain TableField#choices() choices}; its code as {@link String}. */
    CHOICE,
    /** Yes or no; {@link Boolean}. */
    FLAG,
    /** A day of every year; {@link java.time.MonthDay}. */
    DAY_OF_YEAR,
    /** A region's code; {@link String}. */
    REGION,
    /** An ISO 4217 code that all amounts of the row are in; {@link String}. */
    CURRENCY
}
