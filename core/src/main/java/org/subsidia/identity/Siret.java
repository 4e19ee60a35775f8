package org.subsidia.identity;

import java.util.Objects;
import java.util.Optional;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * The number of an establishment in the SIRENE register: the SIREN of its legal unit and a number of five digits, the NIC;
 * Luhn's key holds over the nine and over the fourteen digits (code de commerce, R123-221). The establishments of La Poste,
 * SIREN 356000000, outgrew the key: of all but the head office the fourteen digits add up to a multiple of five. No
 * establishment has the NIC 00000.
 *
 * @param value fourteen digits
 */
public record Siret(String value) implements OrganisationId {
    private static final String LA_POSTE_HEAD_OFFICE = "35600000000048";
    private static final int LA_POSTE_SUM = 3 + 5 + 6;
    private static final String NO_NIC = "00000";
    private static final int[] WEIGHTS = weights();

    /** Refuses what is not valid. */
    public Siret {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a SIRET (fourteen digits, Luhn): " + Written.shown(value));
        }
    }

    /**
     * A SIRET as it should be written.
     *
     * @param value fourteen digits
     * @return the SIRET
     * @throws IllegalArgumentException if it is not valid
     */
    public static Siret of(String value) {
        return new Siret(value);
    }

    /**
     * Whether these are the fourteen digits of a SIRET. Nothing is allocated.
     *
     * @param text any text
     * @return whether it is a SIRET
     */
    public static boolean isValid(CharSequence text) {
        if (text.length() != 14) {
            return false;
        }
        int sums = 0;
        for (int i = 0; i < 14; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sums += WEIGHTS[10 * i + digit];
        }
        boolean laPoste = sirenSum(sums) == LA_POSTE_SUM;
        for (int i = 0; laPoste && i < 9; i++) {
            laPoste = text.charAt(i) == LA_POSTE_HEAD_OFFICE.charAt(i);
        }
        return laPoste ? isLaPoste(sums, text.charAt(12), text.charAt(13)) : isOrdinary(sums);
    }

    /**
     * Whether the fourteen characters of this buffer are the digits of a SIRET. Nothing is allocated: the reader of millions
     * of rows asks this first, and {@link #read} only for the rest.
     *
     * @param buffer characters
     * @param from index of the first of fourteen
     * @return whether they are a SIRET
     * @throws IndexOutOfBoundsException if the buffer does not hold fourteen characters from there
     */
    public static boolean isValid(char[] buffer, int from) {
        Objects.checkFromIndexSize(from, 14, buffer.length);
        int sums = 0;
        for (int i = 0; i < 14; i++) {
            int digit = buffer[from + i] - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            sums += WEIGHTS[10 * i + digit];
        }
        boolean laPoste = sirenSum(sums) == LA_POSTE_SUM;
        for (int i = 0; laPoste && i < 9; i++) {
            laPoste = buffer[from + i] == LA_POSTE_HEAD_OFFICE.charAt(i);
        }
        return laPoste ? isLaPoste(sums, buffer[from + 12], buffer[from + 13]) : isOrdinary(sums);
    }

    /**
     * What each digit at each position adds to four sums kept in one int, a byte each and none above 126: Luhn's over the
     * fourteen digits, Luhn's over the SIREN, the plain sum of the SIREN and that of the NIC.
     */
    private static int[] weights() {
        int[] weights = new int[14 * 10];
        for (int i = 0; i < weights.length; i++) {
            int position = i / 10;
            int digit = i % 10;
            int whole = Digits.luhn(digit, position % 2 == 0);
            weights[i] = position < 9
                    ? whole | Digits.luhn(digit, position % 2 == 1) << 8 | digit << 16
                    : whole | digit << 24;
        }
        return weights;
    }

    private static int sirenSum(int sums) {
        return sums >> 16 & 0xff;
    }

    private static int nicSum(int sums) {
        return sums >> 24;
    }

    private static boolean isOrdinary(int sums) {
        return (sums & 0xff) % 10 == 0 && (sums >> 8 & 0xff) % 10 == 0 && sirenSum(sums) > 0 && nicSum(sums) > 0;
    }

    private static boolean isLaPoste(int sums, char ten, char unit) {
        boolean headOffice = nicSum(sums) == 12 && ten == '4' && unit == '8';
        return headOffice || (nicSum(sums) > 0 && (LA_POSTE_SUM + nicSum(sums)) % 5 == 0);
    }

    /**
     * A SIRET as people write it. Spaces, quotation marks, separators, a label and an added {@code .0} are removed; one to
     * four lost leading zeros are restored if the keys then fit. What a spreadsheet rounded or wrote with an exponent is
     * refused, and so is a SIREN alone: {@link OrganisationId#read} takes it.
     *
     * @param text any text
     * @return the SIRET and the repairs, or why there is none
     */
    public static Reading<Siret> read(String text) {
        if (isValid(text)) {
            return Reading.of(new Siret(text));
        }
        return read(Written.number(text));
    }

    static Reading<Siret> read(Written written) {
        Optional<Finding> unreadable = written.unreadable();
        if (unreadable.isPresent()) {
            return Reading.refused(unreadable.get());
        }
        String digits = written.text();
        if (isValid(digits)) {
            return written.repaired(new Siret(digits), digits);
        }
        int length = digits.length();
        if (length >= 10 && length < 14 && digits.charAt(0) != '0') {
            String padded = "0".repeat(14 - length) + digits;
            if (isValid(padded)) {
                return written.with("ID-REPAIR-ZEROS").repaired(new Siret(padded), padded);
            }
        }
        return Reading.refused(refusal(written.shown(), digits));
    }

    private static Finding refusal(String shown, String digits) {
        if (Siren.isValid(digits)) {
            return Finding.error(Place.NOWHERE, "ID-SIRET-SIREN-ONLY", shown);
        }
        if (digits.length() != 14) {
            return Finding.error(Place.NOWHERE, "ID-SIRET-LENGTH", shown, digits.length());
        }
        if (!digits.endsWith(NO_NIC)) {
            return Finding.error(Place.NOWHERE, "ID-SIRET-KEY", shown);
        }
        return sirenOfPadded(digits)
                .map(siren -> Finding.error(Place.NOWHERE, "ID-SIRET-NO-NIC", shown, siren.value()))
                .orElseGet(() -> Finding.error(Place.NOWHERE, "ID-ROUNDED", shown));
    }

    /**
     * The SIREN of fourteen digits that end in the NIC 00000. Publishers fill a SIREN up with zeros to reach the length; a
     * spreadsheet rounds, and then the SIREN itself ends in zeros or its key fails.
     */
    static Optional<Siren> sirenOfPadded(String digits) {
        String siren = digits.length() == 14 && digits.endsWith(NO_NIC) ? digits.substring(0, 9) : "";
        return Siren.isValid(siren) && !siren.endsWith("00") ? Optional.of(new Siren(siren)) : Optional.empty();
    }

    /** {@return the legal unit, the first nine digits} */
    public Siren siren() {
        return new Siren(value.substring(0, 9));
    }

    /** {@return the number of the establishment within its legal unit, the last five digits} */
    public String nic() {
        return value.substring(9);
    }

    /** {@return the legal unit} */
    @Override
    public Optional<Siren> legalUnit() {
        return Optional.of(siren());
    }

    /** {@return the fourteen digits} */
    @Override
    public String toString() {
        return value;
    }
}
