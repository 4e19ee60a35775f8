package org.subsidia.identity;

import java.util.regex.Pattern;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * The number of an EU programme (code commun d'identification): the year in which its period starts, the country (TC, CB or
 * EU for a cooperation between countries), two digits of the policy, the fund and kind of programme, three digits of order.
 * From 2014 the fund and kind are four characters ({@code 2014FR16M0OP001}, {@code 2021FR05FFPR001}); in 2007-2013 a digit
 * and two letters ({@code 2007FR162PO001}).
 *
 * @param value 14 or 15 upper-case letters and digits
 */
public record Cci(String value) {
    private static final Pattern FORM =
            Pattern.compile("(?:19|20)[0-9]{2}[A-Z]{2}[0-9]{2}(?:[A-Z][0-9A-Z][A-Z]{2}|[0-9][A-Z]{2})[0-9]{3}");

    /** Refuses what is not of the form. */
    public Cci {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "not the number of an EU programme, such as 2021FR05FFPR001: " + Written.shown(value));
        }
    }

    /**
     * A programme's number as it should be written.
     *
     * @param value such as {@code 2021FR05FFPR001}
     * @return the number
     * @throws IllegalArgumentException if it is not of the form
     */
    public static Cci of(String value) {
        return new Cci(value);
    }

    /**
     * Whether this has the form of a programme's number.
     *
     * @param text any text
     * @return whether it has
     */
    public static boolean isValid(CharSequence text) {
        return FORM.matcher(text).matches();
    }

    /**
     * A programme's number as people write it. Spaces, quotation marks, hyphens, dots and a label are removed, small letters
     * raised.
     *
     * @param text any text
     * @return the number and the repairs, or why there is none
     */
    public static Reading<Cci> read(String text) {
        Written written = Written.code(text);
        if (written.text().isEmpty()) {
            return Reading.refused(Finding.error(Place.NOWHERE, "ID-EMPTY"));
        }
        String code = written.text().replaceAll("[-.]", "");
        if (!isValid(code)) {
            return Reading.refused(Finding.error(Place.NOWHERE, "ID-CCI-FORM", written.shown()));
        }
        Written repaired = code.equals(written.text()) ? written : written.with("ID-REPAIR-SEPARATOR");
        return repaired.repaired(new Cci(code), code);
    }

    /** {@return the year in which the programme's period starts, such as 2021} */
    public int year() {
        return Integer.parseInt(value, 0, 4, 10);
    }

    /** {@return the country's two letters; TC, CB or EU for a cooperation between countries} */
    public String country() {
        return value.substring(4, 6);
    }

    /** {@return whether this is a cooperation between countries (Interreg)} */
    public boolean isInterreg() {
        return country().equals("TC") || country().equals("CB");
    }

    /** {@return the number} */
    @Override
    public String toString() {
        return value;
    }
}
