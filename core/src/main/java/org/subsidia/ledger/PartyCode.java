package org.subsidia.ledger;

import java.util.Locale;

/**
 * A beneficiary or funder as one {@code long}: what kind of identifier it has, and the identifier.
 *
 * <p>Two rows belong to the same party when their codes are equal. A party without an identifier is known by its name
 * alone; its row carries {@link #BY_NAME}.
 */
public final class PartyCode {
    /** No identifier: the name identifies. */
    public static final long BY_NAME = 0;

    static final int BITS = 49;
    private static final int NUMBER_BITS = 47;
    private static final long NUMBER_MASK = (1L << NUMBER_BITS) - 1;
    private static final long SIRET = 1L << NUMBER_BITS;
    private static final long SIREN = 2L << NUMBER_BITS;
    private static final long RNA = 3L << NUMBER_BITS;
    private static final long SIRET_LIMIT = 100_000_000_000_000L;
    private static final int SIREN_LIMIT = 1_000_000_000;
    private static final int NIC_LIMIT = 100_000;

    private PartyCode() {}

    /**
     * An establishment.
     *
     * @param siret its 14 digits as a number
     * @return the code
     * @throws IllegalArgumentException if the number has more than 14 digits
     */
    public static long ofSiret(long siret) {
        if (siret < 0 || siret >= SIRET_LIMIT) {
            throw new IllegalArgumentException("a SIRET has 14 digits, not " + siret);
        }
        return SIRET | siret;
    }

    /**
     * A legal unit.
     *
     * @param siren its 9 digits as a number
     * @return the code
     * @throws IllegalArgumentException if the number has more than 9 digits
     */
    public static long ofSiren(long siren) {
        if (siren < 0 || siren >= SIREN_LIMIT) {
            throw new IllegalArgumentException("a SIREN has 9 digits, not " + siren);
        }
        return SIREN | siren;
    }

    /**
     * An association.
     *
     * @param rna its number in the national register: W and nine digits or capital letters
     * @return the code
     * @throws IllegalArgumentException if the text does not look so
     */
    public static long ofRna(String rna) {
        if (rna.length() != 10 || rna.charAt(0) != 'W') {
            throw new IllegalArgumentException("an RNA number is W and nine characters, not " + rna);
        }
        return RNA | Long.parseLong(rna, 1, 10, 36);
    }

    static long named(int index) {
        return index;
    }

    /**
     * Whether the party has an identifier.
     *
     * @param code a party's code
     * @return false where the name alone identifies it
     */
    public static boolean isIdentified(long code) {
        return code >>> NUMBER_BITS != 0;
    }

    /**
     * Whether the party is a structure or one of its establishments.
     *
     * @param code a party's code
     * @param siren the structure's 9 digits as a number
     * @return whether SIREN or the first nine digits of the SIRET agree
     */
    public static boolean isOfSiren(long code, long siren) {
        long number = code & NUMBER_MASK;
        long kind = code & ~NUMBER_MASK;
        return (kind == SIREN && number == siren) || (kind == SIRET && number / NIC_LIMIT == siren);
    }

    /**
     * The digits of a SIRET or SIREN.
     *
     * @param code a party's code
     * @return them as a number; of other parties a number that means nothing
     */
    public static long number(long code) {
        return code & NUMBER_MASK;
    }

    /**
     * The identifier as it is written.
     *
     * @param code a party's code
     * @return 14 or 9 digits, an RNA number, or the empty string where the name alone identifies
     */
    public static String text(long code) {
        long number = code & NUMBER_MASK;
        long kind = code & ~NUMBER_MASK;
        if (kind == SIRET) {
            return padded(Long.toString(number), 14);
        }
        if (kind == SIREN) {
            return padded(Long.toString(number), 9);
        }
        return kind == RNA ? "W" + padded(Long.toString(number, 36).toUpperCase(Locale.ROOT), 9) : "";
    }

    private static String padded(String digits, int length) {
        return "0".repeat(length - digits.length()) + digits;
    }
}
