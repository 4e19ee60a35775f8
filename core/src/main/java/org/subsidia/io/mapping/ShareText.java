package org.subsidia.io.mapping;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;

/** Shares as people write them in tables: {@code 50 %}, {@code 0,5}, {@code 50}, {@code 1/3}. */
final class ShareText {
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})(?:[.,](\\d{1,18}))?\\s*(%|pour ?cents?)?");
    private static final Pattern RATIO = Pattern.compile("(\\d{1,9})\\s*/\\s*(\\d{1,9})");

    private static final int EXACT_PLACES = 4;

    private ShareText() {}

    /** The share, if the text can mean one only under the style. */
    static Reading<Fraction> read(String raw, ShareStyle style) {
        String text = raw.replaceAll("[\\p{Z}\\s]+", " ").strip();
        Matcher ratio = RATIO.matcher(text);
        if (ratio.matches() && Long.parseLong(ratio.group(2)) > 0) {
            return Reading.of(Fraction.of(Long.parseLong(ratio.group(1)), Long.parseLong(ratio.group(2))));
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches()) {
            return Reading.refused(Finding.error(Place.NOWHERE, "MAP-SHARE-UNREADABLE", raw));
        }
        BigDecimal value = value(number);
        boolean percent = number.group(3) != null || style == ShareStyle.PERCENT;
        if (!percent && style == ShareStyle.UNSTATED && value.signum() != 0) {
            return Reading.refused(Finding.error(Place.NOWHERE, "MAP-SHARE-AMBIGUOUS", raw));
        }
        return Reading.of(Fraction.of(percent ? value.movePointLeft(2) : value));
    }

    /**
     * What a number proves about its column: a rate above one is a percentage, one between nought and one is not, nor is
     * 1.000000, as programs write the whole.
     */
    static ShareStyle proof(String raw) {
        Matcher number = NUMBER.matcher(raw.strip());
        if (!number.matches() || number.group(3) != null) {
            return ShareStyle.UNSTATED;
        }
        BigDecimal value = value(number);
        int above = value.compareTo(BigDecimal.ONE);
        if (above == 0 && value.scale() >= EXACT_PLACES) {
            return ShareStyle.FRACTION;
        }
        return above > 0
                ? ShareStyle.PERCENT
                : above < 0 && value.signum() > 0 ? ShareStyle.FRACTION : ShareStyle.UNSTATED;
    }

    private static BigDecimal value(Matcher number) {
        String decimals = number.group(2);
        return new BigDecimal(number.group(1) + (decimals == null ? "" : "." + decimals));
    }
}
