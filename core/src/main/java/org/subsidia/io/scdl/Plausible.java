package org.subsidia.io.scdl;

import org.subsidia.money.AmountReader;

/** Whether a cell can belong to a column; stricter than reading, since it decides how a shifted record is put together. */
final class Plausible {
    private Plausible() {}

    static boolean is(ScdlColumn column, String cell) {
        String text = cell.strip();
        return switch (column.kind()) {
            case TEXT -> true;
            case AMOUNT ->
                text.isEmpty()
                        ? column != ScdlColumn.MONTANT
                        : AmountReader.read(text).isRead();
            case SHARE -> text.isEmpty() || ScdlShares.read(text).isRead();
            case DATE -> text.isEmpty() || ScdlDates.read(text).isRead();
            case YEAR -> text.isEmpty() || ScdlDates.year(text).isPresent();
            case PERIOD -> text.isEmpty() || ScdlPeriods.read(text).isRead();
            case NATURE -> text.isEmpty() || !ScdlWords.nature(text).isEmpty();
            case FLAG -> text.isEmpty() || ScdlWords.flag(text).isPresent();
            case ORGANISATION -> text.isEmpty() || isNumber(text);
        };
    }

    /** Digits, with no more letters than an RNA number or an exponent has. */
    private static boolean isNumber(String text) {
        int letters = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
            digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits > letters && letters <= 2 && digits >= 2;
    }
}
