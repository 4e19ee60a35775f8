package org.subsidia.io.fec;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The fields of a FEC, of all its variants. */
public enum FecField {
    /** Code of the journal. */
    JOURNAL_CODE("JournalCode"),
    /** Name of the journal. */
    JOURNAL_LIB("JournalLib"),
    /** Number of the entry, in one unbroken sequence. */
    ECRITURE_NUM("EcritureNum"),
    /** Day on which the entry is booked. */
    ECRITURE_DATE("EcritureDate"),
    /** Number of the account; its first three characters are those of the chart. */
    COMPTE_NUM("CompteNum"),
    /** Name of the account. */
    COMPTE_LIB("CompteLib"),
    /** Number of the auxiliary account. */
    COMP_AUX_NUM("CompAuxNum"),
    /** Name of the auxiliary account. */
    COMP_AUX_LIB("CompAuxLib"),
    /** Reference of the document. */
    PIECE_REF("PieceRef"),
    /** Date of the document. */
    PIECE_DATE("PieceDate"),
    /** What the entry is. */
    ECRITURE_LIB("EcritureLib"),
    /** Debit. */
    DEBIT("Debit"),
    /** Credit. */
    CREDIT("Credit"),
    /** Letter that ties an invoice to its payment. */
    ECRITURE_LET("EcritureLet"),
    /** Day of lettering. */
    DATE_LET("DateLet"),
    /** Day on which the entry became final. */
    VALID_DATE("ValidDate"),
    /** Amount in a foreign currency. */
    MONTANT_DEVISE("Montantdevise"),
    /** Code of the foreign currency. */
    IDEVISE("Idevise"),
    /** Amount, in the variant with a sign. */
    MONTANT("Montant"),
    /** Its side: D or C, +1 or −1. */
    SENS("Sens"),
    /** Day of payment, cash accounting. */
    DATE_RGLT("DateRglt"),
    /** Means of payment, cash accounting. */
    MODE_RGLT("ModeRglt"),
    /** Nature of the operation, cash accounting. */
    NAT_OP("NatOp"),
    /** Customer, cash accounting of professions. */
    ID_CLIENT("IdClient");

    private final String header;

    FecField(String header) {
        this.header = header;
    }

    /** {@return its name in the header} */
    public String header() {
        return header;
    }

    /**
     * The field of a header cell, compared as the administration's test does: without case, without accents, any other sign a
     * low line.
     *
     * @param cell of the header
     * @return the field, if it is one
     */
    static Optional<FecField> of(String cell) {
        String name = plain(cell);
        for (FecField field : values()) {
            if (plain(field.header).equals(name)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static String plain(String cell) {
        String bare = Normalizer.normalize(cell.strip(), Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return bare.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }
}
