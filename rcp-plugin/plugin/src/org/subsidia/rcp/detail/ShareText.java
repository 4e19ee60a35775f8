package org.subsidia.rcp.detail;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.subsidia.money.Fraction;

/** Shares of a whole as people type them: {@code 50 %}, {@code 1/3}. */
final class ShareText {
    private static final long HUNDRED = 100;
    private static final int DECIMALS = 4;

    private ShareText() {}

    /** The share, if the text is one between none and all. */
    static Optional<Fraction> read(String text) {
        try {
            Fraction share = Fraction.parse(text.replaceAll("[\\s\\p{Z}]+", "").replace(',', '.'));
            return Optional.of(share).filter(one -> one.signum() >= 0 && one.compareTo(Fraction.ONE) <= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The share in percent where that has few decimals, else as a fraction. */
    static String of(Fraction share, Locale locale) {
        Fraction percent = share.times(Fraction.of(HUNDRED));
        BigDecimal rounded = percent.value(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        if (!Fraction.of(rounded).equals(percent)) {
            return share.toString();
        }
        String number = rounded.toPlainString();
        boolean french = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        return french ? number.replace('.', ',') + "\u00a0%" : number + "%";
    }
}
