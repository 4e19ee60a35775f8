package org.subsidia.identity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * The French VAT number of a legal unit: FR, a key of two digits and the SIREN (CGI, article 286 ter). The key is
 * (12 + 3 × (SIREN mod 97)) mod 97.
 *
 * @param value FR and eleven digits
 */
public record VatNumber(String value) {
    private static final Pattern FORM = Pattern.compile("FR[0-9]{11}");
    private static final Pattern WITHOUT_COUNTRY = Pattern.compile("[0-9]{11}");
    private static final Pattern LETTER_KEY = Pattern.compile("FR(?:[A-Z][0-9A-Z]|[0-9][A-Z])[0-9]{9}");

    /** Refuses what is not valid. */
    public VatNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a French VAT number: " + Written.shown(value));
        }
    }

    /**
     * A VAT number as it should be written.
     *
     * @param value FR and eleven digits
     * @return the VAT number
     * @throws IllegalArgumentException if it is not valid
     */
    public static VatNumber of(String value) {
        return new VatNumber(value);
    }

    /**
     * The VAT number of a legal unit.
     *
     * @param siren the legal unit
     * @return its number; whether it is registered for VAT is another question
     */
    public static VatNumber of(Siren siren) {
        return new VatNumber("FR" + key(siren.value()) + siren.value());
    }

    /**
     * Whether this is a French VAT number with the right key.
     *
     * @param text any text
     * @return whether it is
     */
    public static boolean isValid(CharSequence text) {
        if (!FORM.matcher(text).matches()) {
            return false;
        }
        CharSequence siren = text.subSequence(4, 13);
        return Siren.isValid(siren) && key(siren).contentEquals(text.subSequence(2, 4));
    }

    private static String key(CharSequence siren) {
        return Digits.twoDigits((12 + 3 * Digits.remainder(siren, 97)) % 97);
    }

    /**
     * A VAT number as people write it. Spaces, quotation marks, separators and a label are removed, small letters raised,
     * and a missing FR is added if the key fits.
     *
     * @param text any text
     * @return the VAT number and the repairs, or why there is none
     */
    public static Reading<VatNumber> read(String text) {
        Written written = Written.number(text);
        String code = written.text();
        if (isValid(code)) {
            return written.repaired(new VatNumber(code), code);
        }
        Optional<Finding> unreadable = written.unreadable();
        if (unreadable.isPresent() && !FORM.matcher(code).matches()) {
            boolean letters = LETTER_KEY.matcher(code).matches();
            return Reading.refused(
                    letters ? Finding.error(Place.NOWHERE, "ID-VAT-LETTERS", written.shown()) : unreadable.get());
        }
        if (WITHOUT_COUNTRY.matcher(code).matches() && isValid("FR" + code)) {
            return written.with("ID-REPAIR-FR").repaired(new VatNumber("FR" + code), "FR" + code);
        }
        boolean form =
                FORM.matcher(code).matches() || WITHOUT_COUNTRY.matcher(code).matches();
        return Reading.refused(Finding.error(Place.NOWHERE, form ? "ID-VAT-KEY" : "ID-VAT-FORM", written.shown()));
    }

    /** {@return the legal unit} */
    public Siren siren() {
        return new Siren(value.substring(4));
    }

    /** {@return FR and eleven digits} */
    @Override
    public String toString() {
        return value;
    }
}
