package org.subsidia.io.fec;

/** The side of an amount in the variant Montant and Sens. */
final class FecSide {
    private FecSide() {}

    /** 1 for a debit (D, +1), −1 for a credit (C, −1), 0 for anything else. */
    static int of(String text) {
        return switch (text) {
            case "D", "d", "+1", "1" -> 1;
            case "C", "c", "-1" -> -1;
            default -> 0;
        };
    }
}
