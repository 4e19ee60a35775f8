package org.subsidia.identity;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * An international bank account number (ISO 13616): country, two check digits, account; the whole, letters read as 10 to 35
 * and the first four characters last, leaves 1 when divided by 97. A French or Monegasque one also holds the key of the
 * {@link Rib}.
 *
 * <p>{@link #toString()} and findings show only the first and last four characters.
 *
 * @param value 15 to 34 upper-case letters and digits, without spaces
 */
public record Iban(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}");
    private static final Pattern SEPARATORS = Pattern.compile("[-.]");

    /** Length by country, ISO 13616 register, single euro payments area; others only have to fit the form. */
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("AD", 24),
            Map.entry("AT", 20),
            Map.entry("BE", 16),
            Map.entry("BG", 22),
            Map.entry("CH", 21),
            Map.entry("CY", 28),
            Map.entry("CZ", 24),
            Map.entry("DE", 22),
            Map.entry("DK", 18),
            Map.entry("EE", 20),
            Map.entry("ES", 24),
            Map.entry("FI", 18),
            Map.entry("FR", 27),
            Map.entry("GB", 22),
            Map.entry("GR", 27),
            Map.entry("HR", 21),
            Map.entry("HU", 28),
            Map.entry("IE", 22),
            Map.entry("IS", 26),
            Map.entry("IT", 27),
            Map.entry("LI", 21),
            Map.entry("LT", 20),
            Map.entry("LU", 20),
            Map.entry("LV", 21),
            Map.entry("MC", 27),
            Map.entry("MT", 31),
            Map.entry("NL", 18),
            Map.entry("NO", 15),
            Map.entry("PL", 28),
            Map.entry("PT", 25),
            Map.entry("RO", 24),
            Map.entry("SE", 24),
            Map.entry("SI", 19),
            Map.entry("SK", 24),
            Map.entry("SM", 27));

    /** Refuses what is not valid. */
    public Iban {
        Optional<String> fault = fault(value);
        if (fault.isPresent()) {
            throw new IllegalArgumentException("not an IBAN (" + fault.get() + "): " + mask(value));
        }
    }

    /**
     * An IBAN as computers write it.
     *
     * @param value letters and digits without spaces
     * @return the IBAN
     * @throws IllegalArgumentException if it is not valid; the message masks it
     */
    public static Iban of(String value) {
        return new Iban(value);
    }

    /**
     * The IBAN of a French account.
     *
     * @param rib the account
     * @return its IBAN
     */
    public static Iban of(Rib rib) {
        String check = Digits.twoDigits(98 - remainder(rib.value() + "FR00"));
        return new Iban("FR" + check + rib.value());
    }

    /**
     * Whether this is an IBAN: form, length of its country, check digits and, in France and Monaco, key of the RIB.
     *
     * @param text any text
     * @return whether it is
     */
    public static boolean isValid(String text) {
        return fault(text).isEmpty();
    }

    /** The code of the finding that says what is wrong. */
    private static Optional<String> fault(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.of("ID-IBAN-FORM");
        }
        String country = text.substring(0, 2);
        int length = LENGTHS.getOrDefault(country, text.length());
        if (length != text.length()) {
            return Optional.of("ID-IBAN-LENGTH");
        }
        if (remainder(text.substring(4) + text.substring(0, 4)) != 1) {
            return Optional.of("ID-IBAN-KEY");
        }
        boolean french = country.equals("FR") || country.equals("MC");
        return french && !Rib.isValid(text.substring(4)) ? Optional.of("ID-IBAN-RIB") : Optional.empty();
    }

    private static int remainder(String text) {
        int rest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            rest = (Digits.isDigit(c) ? rest * 10 + c - '0' : rest * 100 + c - 'A' + 10) % 97;
        }
        return rest;
    }

    /**
     * An IBAN as people write it. Spaces, quotation marks, separators and a label are removed, small letters raised; from a
     * French RIB the IBAN is computed.
     *
     * @param text any text
     * @return the IBAN and the repairs, or why there is none; findings mask the number
     */
    public static Reading<Iban> read(String text) {
        Written written = Written.code(text);
        if (written.text().isEmpty()) {
            return Reading.refused(Finding.error(Place.NOWHERE, "ID-EMPTY"));
        }
        String code = written.text();
        if (SEPARATORS.matcher(code).find()) {
            code = SEPARATORS.matcher(code).replaceAll("");
            written.with("ID-REPAIR-SEPARATOR");
        }
        Optional<String> fault = fault(code);
        if (fault.isEmpty()) {
            return written.repaired(new Iban(code), mask(code), mask(code));
        }
        if (Rib.isValid(code)) {
            Iban iban = of(new Rib(code));
            return written.with("ID-REPAIR-RIB").repaired(iban, mask(code), iban.toString());
        }
        return Reading.refused(Finding.error(Place.NOWHERE, fault.get(), mask(code), code.length()));
    }

    /**
     * An account number as a log or report may show it.
     *
     * @param number an account number, valid or not
     * @return the first and the last four characters; of a short one nothing
     */
    public static String mask(String number) {
        int length = number.length();
        return length < 12 ? "…" : number.substring(0, 4) + '…' + number.substring(length - 4);
    }

    /** {@return the country's two letters} */
    public String country() {
        return value.substring(0, 2);
    }

    /** {@return the number as people read it, in groups of four} */
    public String printed() {
        return value.replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** {@return the masked number, such as {@code FR14…2606}} */
    @Override
    public String toString() {
        return mask(value);
    }
}
