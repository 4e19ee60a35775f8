package org.subsidia.territory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * A code and its level: 75 is Nouvelle-Aquitaine as a region and Paris as a département. Written {@code REG-75}, {@code
 * DEP-75}. The form is checked; {@link Region}, {@link Departement} and {@link Nuts} know what exists.
 *
 * @param level the level
 * @param code the code, leading zeros included
 */
public record TerritoryCode(TerritoryLevel level, String code) implements Comparable<TerritoryCode> {
    private static final Pattern WRITTEN = Pattern.compile("(REG|DEP|EPCI|COM|NUTS)[\\s_:-]*([0-9A-Z]{1,9})");

    /** Refuses a code that has not the form of its level. */
    public TerritoryCode {
        if (!level.allows(code)) {
            throw new IllegalArgumentException("not the code of a " + level + ": " + code);
        }
    }

    /**
     * A code as {@link #toString()} writes it.
     *
     * @param text such as {@code REG-84}
     * @return the code
     * @throws IllegalArgumentException if it is not written so
     */
    public static TerritoryCode of(String text) {
        Reading<TerritoryCode> reading = read(text);
        if (!reading.isRead() || !reading.findings().isEmpty()) {
            throw new IllegalArgumentException("not a code such as REG-84 or DEP-01: " + Shown.of(text));
        }
        return reading.get();
    }

    /**
     * A code as people write it: small letters, a space or nothing for the hyphen, a lost leading zero.
     *
     * @param text any text
     * @return the code and the repair, or why there is none
     */
    public static Reading<TerritoryCode> read(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        Matcher written = WRITTEN.matcher(upper);
        if (written.matches()) {
            TerritoryLevel level = level(written.group(1)).orElseThrow();
            String code = written.group(2);
            boolean zeroLost = code.length() == 1 && level.allows("0" + code);
            String full = zeroLost ? "0" + code : code;
            if (level.allows(full)) {
                TerritoryCode value = new TerritoryCode(level, full);
                return text.equals(value.toString())
                        ? Reading.of(value)
                        : Reading.of(
                                value,
                                Finding.info(Place.NOWHERE, "TER-REPAIR-CODE", Shown.of(text), value.toString()));
            }
        }
        return Reading.refused(Finding.error(Place.NOWHERE, "TER-CODE-FORM", Shown.of(text)));
    }

    private static Optional<TerritoryLevel> level(String prefix) {
        return Arrays.stream(TerritoryLevel.values())
                .filter(level -> level.prefix().equals(prefix))
                .findFirst();
    }

    /** By level, then by code. */
    @Override
    public int compareTo(TerritoryCode other) {
        int order = level.compareTo(other.level);
        return order != 0 ? order : code.compareTo(other.code);
    }

    /** {@return prefix, hyphen and code, such as {@code REG-84}} */
    @Override
    public String toString() {
        return level.prefix() + '-' + code;
    }
}
