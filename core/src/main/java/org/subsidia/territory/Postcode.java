package org.subsidia.territory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/** From a postcode to the département of its post office. */
final class Postcode {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern COUNTRY = Pattern.compile("^F(?:R)?-");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{4,5}");
    private static final Map<String, String> CORSE = Map.of("200", "2A", "201", "2A", "202", "2B", "206", "2B");

    /** Islands that kept postcodes of Guadeloupe. */
    private static final Map<String, String> ISLANDS = Map.of("97133", "977", "97150", "978");

    private Postcode() {}

    static Reading<Departement> read(String text) {
        if (text.isBlank()) {
            return Reading.refused(Finding.error(Place.NOWHERE, "TER-EMPTY"));
        }
        String shown = Shown.of(text);
        String digits = text.length() > 100
                ? ""
                : COUNTRY.matcher(SPACES.matcher(text).replaceAll("").toUpperCase(Locale.ROOT))
                        .replaceFirst("");
        if (!DIGITS.matcher(digits).matches()) {
            return Reading.refused(Finding.error(Place.NOWHERE, "TER-POSTCODE-FORM", shown));
        }
        String postcode = digits.length() == 4 ? "0" + digits : digits;
        Optional<Departement> found = Departement.find(code(postcode));
        if (found.isEmpty()) {
            return Reading.refused(Finding.error(Place.NOWHERE, "TER-POSTCODE-UNKNOWN", shown));
        }
        return Reading.of(
                found.get(),
                postcode.equals(text)
                        ? List.of()
                        : List.of(Finding.info(Place.NOWHERE, "TER-REPAIR-POSTCODE", shown, postcode)));
    }

    private static String code(String postcode) {
        String three = postcode.substring(0, 3);
        if (three.startsWith("20")) {
            return CORSE.getOrDefault(three, "");
        }
        boolean overseas = three.startsWith("97") || three.startsWith("98");
        return ISLANDS.getOrDefault(postcode, overseas ? three : postcode.substring(0, 2));
    }
}
