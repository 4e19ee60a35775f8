package org.subsidia.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * The number under which the European Commission keeps a State aid scheme or case: {@code SA.} and four to six digits,
 * sometimes with the year and kind of the procedure, {@code SA.40391 (2014/X)}.
 *
 * @param value as above, one space before the parenthesis
 */
public record StateAidNumber(String value) {
    private static final Pattern FORM = Pattern.compile("(SA\\.[0-9]{4,6})(?: \\(((?:19|20)[0-9]{2}/[A-Z]{1,3})\\))?");
    private static final Pattern LOOSE = Pattern.compile(
            "(?:N\\s*[°º]?\\s*)?SA\\s*[.,:\\-_]?\\s*([0-9]{4,6})(?:\\s*\\(?\\s*((?:19|20)[0-9]{2})\\s*/\\s*([A-Z]{1,3})\\s*\\)?)?");
    private static final int LONGEST = 100;

    /** Refuses what is not of the form. */
    public StateAidNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a State aid number, such as SA.40391: " + Written.shown(value));
        }
    }

    /**
     * A State aid number as it should be written.
     *
     * @param value such as {@code SA.40391} or {@code SA.40391 (2014/X)}
     * @return the number
     * @throws IllegalArgumentException if it is not of the form
     */
    public static StateAidNumber of(String value) {
        return new StateAidNumber(value);
    }

    /**
     * Whether this has the form of a State aid number.
     *
     * @param text any text
     * @return whether it has
     */
    public static boolean isValid(CharSequence text) {
        return FORM.matcher(text).matches();
    }

    /**
     * A State aid number as people write it: {@code SA 40391}, {@code sa.40391}, {@code n° SA40391 (2014/x)}.
     *
     * @param text any text
     * @return the number and the repair, or why there is none
     */
    public static Reading<StateAidNumber> read(String text) {
        if (isValid(text)) {
            return Reading.of(new StateAidNumber(text));
        }
        if (text.isBlank()) {
            return Reading.refused(Finding.error(Place.NOWHERE, "ID-EMPTY"));
        }
        String shown = Written.shown(text);
        Matcher loose = LOOSE.matcher(text.length() > LONGEST ? "" : plain(text));
        if (!loose.matches()) {
            return Reading.refused(Finding.error(Place.NOWHERE, "ID-SA-FORM", shown));
        }
        String suffix = loose.group(2) == null ? "" : " (" + loose.group(2) + '/' + loose.group(3) + ')';
        String value = "SA." + loose.group(1) + suffix;
        return Reading.of(new StateAidNumber(value), Finding.info(Place.NOWHERE, "ID-REPAIR-SA", shown, value));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{Z}\\uFEFF]+", " ").strip().toUpperCase(Locale.ROOT);
    }

    /** {@return the number without year and kind, by which two mentions of one scheme are compared} */
    public String caseNumber() {
        int space = value.indexOf(' ');
        return space < 0 ? value : value.substring(0, space);
    }

    /** {@return year and kind of the procedure, such as {@code 2014/X}, if given} */
    public Optional<String> procedure() {
        Matcher matcher = FORM.matcher(value);
        return matcher.matches() ? Optional.ofNullable(matcher.group(2)) : Optional.empty();
    }

    /** {@return the number, with year and kind if given} */
    @Override
    public String toString() {
        return value;
    }
}
