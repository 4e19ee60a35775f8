package org.subsidia.identity;

import java.util.List;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * The number of a legal unit in the SIRENE register: nine digits whose last is Luhn's key (code de commerce, R123-221).
 *
 * @param value nine digits
 */
public record Siren(String value) implements OrganisationId {

    /** Refuses what is not valid. */
    public Siren {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a SIREN (nine digits, Luhn): " + Written.shown(value));
        }
    }

    /**
     * A SIREN as it should be written.
     *
     * @param value nine digits
     * @return the SIREN
     * @throws IllegalArgumentException if it is not valid
     */
    public static Siren of(String value) {
        return new Siren(value);
    }

    /**
     * Whether these are nine digits with the right key. Nine zeros are no number.
     *
     * @param text any text
     * @return whether it is a SIREN
     */
    public static boolean isValid(CharSequence text) {
        if (text.length() != 9) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            char c = text.charAt(i);
            if (!Digits.isDigit(c)) {
                return false;
            }
            sum += Digits.luhn(c - '0', i % 2 == 1);
        }
        return sum > 0 && sum % 10 == 0;
    }

    /**
     * A SIREN as people write it. Spaces, quotation marks, separators, a label and an added {@code .0} are removed; of a
     * valid SIRET the first nine digits are taken; one lost leading zero is restored, with a warning, if the key then fits.
     *
     * @param text any text
     * @return the SIREN and the repairs, or why there is none
     */
    public static Reading<Siren> read(String text) {
        if (isValid(text)) {
            return Reading.of(new Siren(text));
        }
        return read(Written.number(text));
    }

    static Reading<Siren> read(Written written) {
        Optional<Finding> unreadable = written.unreadable();
        if (unreadable.isPresent()) {
            return Reading.refused(unreadable.get());
        }
        String digits = written.text();
        if (isValid(digits)) {
            return written.repaired(new Siren(digits), digits);
        }
        if (Siret.isValid(digits)) {
            String siren = digits.substring(0, 9);
            return written.with("ID-REPAIR-SIRET").repaired(new Siren(siren), siren);
        }
        if (digits.length() == 8 && digits.charAt(0) != '0' && isValid("0" + digits)) {
            // one key in ten fits by chance: not beyond doubt
            return written.repaired(new Siren("0" + digits), "0" + digits)
                    .with(List.of(Finding.warning(Place.NOWHERE, "ID-REPAIR-ZERO", written.shown(), "0" + digits)));
        }
        return Reading.refused(
                digits.length() == 9
                        ? Finding.error(Place.NOWHERE, "ID-SIREN-KEY", written.shown())
                        : Finding.error(Place.NOWHERE, "ID-SIREN-LENGTH", written.shown(), digits.length()));
    }

    /** {@return this} */
    @Override
    public Optional<Siren> legalUnit() {
        return Optional.of(this);
    }

    /** {@return the nine digits} */
    @Override
    public String toString() {
        return value;
    }
}
