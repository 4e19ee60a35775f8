package org.subsidia.identity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * The number of an association in the national register of associations (RNA): W, the département and office of its
 * registration (2A and 2B in Corsica, a letter overseas), and an order number; ten characters. It has no key.
 *
 * @param value ten characters
 */
public record Rna(String value) implements OrganisationId {
    private static final Pattern FORM = Pattern.compile("W[0-9][0-9A-Z][0-9]{7}");

    /** Refuses what is not of the form. */
    public Rna {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an RNA number (W and nine characters): " + Written.shown(value));
        }
    }

    /**
     * An RNA number as it should be written.
     *
     * @param value ten characters
     * @return the number
     * @throws IllegalArgumentException if it is not of the form
     */
    public static Rna of(String value) {
        return new Rna(value);
    }

    /**
     * Whether this has the form of an RNA number.
     *
     * @param text any text
     * @return whether it has
     */
    public static boolean isValid(CharSequence text) {
        return FORM.matcher(text).matches();
    }

    /**
     * An RNA number as people write it. Spaces, quotation marks, separators and a label are removed, small letters raised, a
     * lost W restored unless the nine digits are a SIREN.
     *
     * @param text any text
     * @return the number and the repairs, or why there is none
     */
    public static Reading<Rna> read(String text) {
        if (isValid(text)) {
            return Reading.of(new Rna(text));
        }
        return read(Written.code(text));
    }

    static Reading<Rna> read(Written written) {
        if (written.text().isEmpty()) {
            return refused("ID-EMPTY");
        }
        if (written.isPersonal()) {
            return refused("ID-NIR");
        }
        String code = written.text();
        if (isValid(code)) {
            return written.repaired(new Rna(code), code);
        }
        if (Siren.isValid(code) || Siret.isValid(code)) {
            return refused("ID-RNA-SIREN", written.shown());
        }
        if (isValid("W" + code)) {
            return written.with("ID-REPAIR-W").repaired(new Rna("W" + code), "W" + code);
        }
        return refused("ID-RNA-FORM", written.shown());
    }

    private static Reading<Rna> refused(String code, Object... arguments) {
        return Reading.refused(Finding.error(Place.NOWHERE, code, arguments));
    }

    /** {@return none: the register of associations is not SIRENE} */
    @Override
    public Optional<Siren> legalUnit() {
        return Optional.empty();
    }

    /** {@return the ten characters} */
    @Override
    public String toString() {
        return value;
    }
}
