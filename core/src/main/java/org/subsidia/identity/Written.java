package org.subsidia.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/**
 * An identifier as somebody wrote it, on the way to how it should be written: the raw text, what is left of it, and the
 * repairs so far.
 */
final class Written {
    private static final int SHOWN = 40;
    private static final int LONGEST = 400;
    private static final String HIDDEN = "…";
    private static final Pattern LABEL = Pattern.compile(
            "^(?:n\\s*[°ºo]?\\.?\\s*)?(?:siret|siren|rna|waldec|tva|vat|iban|rib|cci)(?![\\p{L}\\d])\\s*(?:n\\s*[°º])?\\s*:?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\u200B\\u200C\\u200D\\u2060\\uFEFF]+");
    private static final Pattern QUOTES = Pattern.compile("^=?['’‘`´\"“”«»]+|['’‘`´\"“”«»]+$");
    private static final Pattern DECIMALS = Pattern.compile("^(\\d+)[.,]0{1,2}$");
    private static final Pattern GROUPS = Pattern.compile("^\\d+(?:[.\\-–/_]\\d+)+$");
    private static final Pattern EXPONENT = Pattern.compile("^(\\d)(?:[.,](\\d*))?E\\+?(\\d{1,2})$");

    private final String raw;
    private String text;
    private final List<String> repairs = new ArrayList<>();
    private final boolean personal;

    private Written(String raw) {
        this.raw = raw;
        this.text = raw;
        this.personal = Nir.canBeWithin(raw);
    }

    /** An identifier of digits. */
    static Written number(String raw) {
        Written written = code(raw);
        if (raw.length() > LONGEST) {
            return written;
        }
        Matcher decimals = DECIMALS.matcher(written.text);
        if (decimals.matches()) {
            written.become("ID-REPAIR-DECIMAL", decimals.group(1));
        }
        if (GROUPS.matcher(written.text).matches()) {
            written.become("ID-REPAIR-SEPARATOR", written.text.replaceAll("\\D", ""));
        }
        exactDigits(written.text).ifPresent(digits -> written.become("ID-REPAIR-EXPONENT", digits));
        return written;
    }

    /** An identifier of upper-case letters and digits. */
    static Written code(String raw) {
        Written written = new Written(raw);
        if (raw.length() > LONGEST) {
            return written;
        }
        String stripped = raw.strip();
        String quoted = QUOTES.matcher(stripped).replaceAll("");
        if (!quoted.equals(stripped)) {
            written.become("ID-REPAIR-QUOTES", quoted);
        }
        boolean labelled = !quoted.isEmpty() && Character.isLetter(quoted.charAt(0));
        String bare = labelled ? LABEL.matcher(quoted).replaceFirst("") : quoted;
        if (!bare.equals(quoted)) {
            written.become("ID-REPAIR-LABEL", bare);
        }
        written.become("ID-REPAIR-SPACES", SPACES.matcher(written.text).replaceAll(""));
        written.become("ID-REPAIR-CASE", written.text.toUpperCase(Locale.ROOT));
        return written;
    }

    /** All the digits of a number with an exponent, where it has them all. */
    private static Optional<String> exactDigits(String text) {
        Matcher number = EXPONENT.matcher(text);
        if (!number.matches() || number.group(2) == null) {
            return Optional.empty();
        }
        boolean exact = number.group(2).length() == Integer.parseInt(number.group(3));
        return exact ? Optional.of(number.group(1) + number.group(2)) : Optional.empty();
    }

    private void become(String repair, String next) {
        if (!next.equals(text)) {
            text = next;
            repairs.add(repair);
        }
    }

    /** This with one more repair. */
    Written with(String repair) {
        repairs.add(repair);
        return this;
    }

    /** What is left after the repairs. */
    String text() {
        return text;
    }

    /** Whether the raw text holds what can be a person's number. */
    boolean isPersonal() {
        return personal;
    }

    /** The raw text as a message may repeat it. */
    String shown() {
        return personal ? HIDDEN : clipped(raw);
    }

    /** A text as a message may repeat it: short, and without a person's number. */
    static String shown(String raw) {
        return Nir.canBeWithin(raw) ? HIDDEN : clipped(raw);
    }

    private static String clipped(String raw) {
        return raw.length() <= SHOWN ? raw : raw.substring(0, SHOWN) + '…';
    }

    /** Why this is no number at all, if it is none. */
    Optional<Finding> unreadable() {
        if (text.isEmpty()) {
            return Optional.of(Finding.error(Place.NOWHERE, "ID-EMPTY"));
        }
        if (personal) {
            return Optional.of(Finding.error(Place.NOWHERE, "ID-NIR"));
        }
        if (EXPONENT.matcher(text).matches()) {
            return Optional.of(Finding.error(Place.NOWHERE, "ID-EXPONENT", shown()));
        }
        return Digits.all(text)
                ? Optional.empty()
                : Optional.of(Finding.error(Place.NOWHERE, "ID-CHARACTERS", shown()));
    }

    /** The value, and what had to be done to read it. */
    <T> Reading<T> repaired(T value, String written) {
        return repaired(value, shown(), written);
    }

    /** The value, and what had to be done to read it, in words that do not repeat it. */
    <T> Reading<T> repaired(T value, String shown, String written) {
        return Reading.of(
                value,
                repairs.stream()
                        .map(code -> Finding.info(Place.NOWHERE, code, shown, written))
                        .toList());
    }
}
