package org.subsidia.io.scdl;

import java.math.BigDecimal;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;

/** The share of a beneficiary as published: a decimal of at most 1 as the standard asks, or a percentage. */
final class ScdlShares {
    private static final int MAX_LENGTH = 20;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Reading<Fraction> WHOLE = Reading.of(Fraction.ONE);

    private ScdlShares() {}

    /**
     * 1 is the whole and so are 100 and 100 %; 0.5, 0,5, 50 and 50 % are the half. What has no percent sign and is above 1
     * can only be a percentage. Negative shares and shares above the whole are refused.
     */
    static Reading<Fraction> read(String raw) {
        if (raw.equals("1")) {
            return WHOLE;
        }
        String text = raw.strip();
        boolean percent = text.endsWith("%");
        String number = percent ? text.substring(0, text.length() - 1).strip() : text;
        boolean comma = number.indexOf(',') >= 0;
        if (!isDecimal(number)) {
            return Reading.refused(Finding.error(Place.NOWHERE, "SCDL-SHARE-UNREADABLE", raw));
        }
        BigDecimal value = new BigDecimal(number.replace(',', '.'));
        boolean points = percent || value.compareTo(BigDecimal.ONE) > 0;
        BigDecimal percents = points ? value : value.multiply(HUNDRED);
        if (value.signum() < 0 || percents.compareTo(HUNDRED) > 0) {
            return Reading.refused(Finding.error(Place.NOWHERE, "SCDL-SHARE-RANGE", raw));
        }
        Fraction share = Fraction.of(percents.movePointLeft(2));
        if (share.signum() == 0) {
            return Reading.of(share, Finding.warning(Place.NOWHERE, "SCDL-SHARE-ZERO", raw));
        }
        return points || comma
                ? Reading.of(share, Finding.info(Place.NOWHERE, "SCDL-SHARE-FORM", raw, shown(percents)))
                : Reading.of(share);
    }

    private static BigDecimal shown(BigDecimal percents) {
        BigDecimal plain = percents.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** An optional sign, digits and at most one point or comma. */
    static boolean isDecimal(String text) {
        int marks = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.' || c == ',') {
                marks++;
            } else if (c != '-' || i > 0) {
                return false;
            }
        }
        return digits > 0 && marks <= 1 && text.length() <= MAX_LENGTH;
    }
}
