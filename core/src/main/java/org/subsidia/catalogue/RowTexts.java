package org.subsidia.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.money.AmountReader;
import org.subsidia.money.Fraction;

/** The texts of one row as values; what cannot be read becomes a warning and stays unknown. */
final class RowTexts {
    private static final Pattern FRENCH_DAY = Pattern.compile("(\\d{2})/(\\d{2})/(\\d{4})");
    private static final int SHOWN = 80;

    private final Map<String, String> fields;
    private final Place place;
    private final List<Finding> findings;

    RowTexts(Map<String, String> fields, Place place, List<Finding> findings) {
        this.fields = fields;
        this.place = place;
        this.findings = findings;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    Optional<String> required(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            refuse(name, "CAT-FIELD-MISSING", name);
        }
        return text;
    }

    void refuse(String name, String code, Object... arguments) {
        findings.add(Finding.error(place.field(name), code, arguments));
    }

    /** Parts between bars. */
    List<String> list(String name) {
        return text(name).stream()
                .flatMap(text -> Arrays.stream(text.split("\\|")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    <E extends Enum<E>> Optional<E> one(String name, Class<E> type) {
        Optional<String> text = text(name);
        Optional<E> found = text.flatMap(t -> Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(t.toUpperCase(Locale.ROOT)))
                .findFirst());
        if (text.isPresent() && found.isEmpty()) {
            String all = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            warn(name, "CAT-WORD-UNKNOWN", name, shown(text.get()), all);
        }
        return found;
    }

    Optional<LocalDate> day(String name) {
        return text(name).flatMap(text -> day(name, text));
    }

    List<LocalDate> days(String name) {
        return list(name).stream().flatMap(text -> day(name, text).stream()).toList();
    }

    private Optional<LocalDate> day(String name, String text) {
        try {
            Matcher french = FRENCH_DAY.matcher(text);
            return Optional.of(LocalDate.parse(
                    french.matches() ? french.group(3) + '-' + french.group(2) + '-' + french.group(1) : text));
        } catch (DateTimeException e) {
            warn(name, "CAT-DATE-BAD", name, shown(text));
            return Optional.empty();
        }
    }

    Optional<Fraction> share(String name) {
        return text(name).flatMap(text -> {
            Optional<Fraction> share = fraction(text);
            if (share.isEmpty()) {
                warn(name, "CAT-VALUE-BAD", name, shown(text));
            }
            return share;
        });
    }

    static Optional<Fraction> fraction(String text) {
        try {
            return Optional.of(Fraction.parse(text.replace(',', '.'))).filter(share -> share.signum() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<Money> money(String name) {
        return text(name).flatMap(text -> {
            Reading<Money> reading = AmountReader.read(text);
            if (!reading.isRead()) {
                warn(name, "CAT-VALUE-BAD", name, shown(text));
            }
            return reading.value();
        });
    }

    <T> Optional<T> parsed(String name, Function<String, T> parse) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (DateTimeException | IllegalArgumentException e) {
                warn(name, "CAT-VALUE-BAD", name, shown(text));
                return Optional.empty();
            }
        });
    }

    void warn(String name, String code, Object... arguments) {
        findings.add(Finding.warning(place.field(name), code, arguments));
    }

    static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + '…';
    }
}
