package org.subsidia.io.fec;

/** Which of the three forms of A47 A-1 a FEC has; told by its columns. */
public enum FecRegime {
    /** Commercial accounting: 18 fields. */
    COMMERCIAL,
    /** Cash accounting of agriculture (BA): 21 fields. */
    CASH_AGRICULTURAL,
    /** Cash accounting of professions (BNC): 22 fields. */
    CASH_PROFESSIONAL;

    /** {@return whether entries are booked when money moves} */
    public boolean isCash() {
        return this != COMMERCIAL;
    }
}
