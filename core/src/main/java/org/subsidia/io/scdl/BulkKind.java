package org.subsidia.io.scdl;

/** By which rule a cell is read. */
enum BulkKind {
    /** Nothing may stand there. */
    EMPTY,
    /** Any text. */
    TEXT,
    /** At most 256 characters. */
    SHORT_TEXT,
    /** Nothing, or up to five digits. */
    CODE,
    /** Fourteen digits with their keys. */
    SIRET,
    /** A day. */
    DAY,
    /** A day, two with a slash between, or nothing. */
    PERIOD,
    /** A plain amount above zero and not suspiciously large. */
    AMOUNT,
    /** A share above 0 up to 1. */
    SHARE,
    /** In cash, in kind, both, or nothing. */
    NATURE,
    /** Yes, no or nothing. */
    FLAG;

    /** How the rules read a column of the standard. */
    static BulkKind of(ScdlColumn column) {
        return switch (column) {
            case OBJET, CONDITIONS_VERSEMENT -> SHORT_TEXT;
            case ID_ATTRIBUANT, ID_BENEFICIAIRE -> SIRET;
            case RNA_BENEFICIAIRE -> EMPTY;
            case DATE_CONVENTION -> DAY;
            case DATES_PERIODE_VERSEMENT -> PERIOD;
            case MONTANT -> AMOUNT;
            case POURCENTAGE_SUBVENTION -> SHARE;
            case NATURE -> NATURE;
            case NOTIFICATION_UE -> FLAG;
            case ID_RAE -> CODE;
            default -> TEXT;
        };
    }
}
