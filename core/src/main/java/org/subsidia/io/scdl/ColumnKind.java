package org.subsidia.io.scdl;

/** What the cells of a column hold. */
enum ColumnKind {
    TEXT,
    ORGANISATION,
    DATE,
    YEAR,
    PERIOD,
    AMOUNT,
    SHARE,
    NATURE,
    FLAG
}
