package org.subsidia.rcp.detail;

import java.util.Optional;
import org.subsidia.money.Fraction;

/** Shares of a whole as people type them: {@code 50 %}, {@code 1/3}. */
final class ShareText {
    private static final long HUNDRED = 100;

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

    /** The share in percent where that is a whole number, else as a fraction. */
    static String of(Fraction share) {
        String percent = share.times(Fraction.of(HUNDRED)).toString();
        return percent.contains("/") ? share.toString() : percent + "\u00a0%";
    }
}
