package org.subsidia.io.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.finding.Severity;
import org.subsidia.identity.Nir;
import org.subsidia.identity.OrganisationId;
import org.subsidia.identity.Spelling;
import org.subsidia.money.AmountReader;
import org.subsidia.money.DecimalMark;
import org.subsidia.territory.Region;

/** Reads one cell as a field: a value, nothing, or why it cannot be read. */
final class CellReader {
    private static final int LONGEST_TEXT = 20_000;
    private static final int SHOWN = 60;
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2100;
    private static final String FORMULA_STARTS = "=+-@\t\r";

    /** What people write where there is nothing to write. */
    private static final Set<String> NOTHING =
            Set.of("", "na", "nc", "nd", "neant", "sansobjet", "so", "nonrenseigne", "inconnu", "none", "null");

    /** What they write where there will be something to write. */
    private static final Set<String> NOT_YET = Stream.of(
                    "en attente",
                    "en cours",
                    "en cours d’instruction",
                    "à venir",
                    "à définir",
                    "à déterminer",
                    "à préciser",
                    "à confirmer",
                    "à compléter",
                    "à recevoir",
                    "pas encore",
                    "tbc",
                    "tbd",
                    "pending")
            .map(Spelling::key)
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_NOTHING = 30;
    private static final int PERSONAL_DIGITS = 11;

    private CellReader() {}

    /** The text without what guards it against being taken for a formula. */
    static String text(String raw) {
        boolean guarded = raw.length() > 1 && raw.charAt(0) == '\'' && FORMULA_STARTS.indexOf(raw.charAt(1)) >= 0;
        return (guarded ? raw.substring(1) : raw).strip();
    }

    /** What the mapping's table of values makes of a cell. */
    static String translated(String text, Map<String, String> values) {
        if (values.isEmpty()) {
            return text;
        }
        String exact = values.get(text);
        if (exact != null) {
            return exact;
        }
        String key = Spelling.key(text);
        return values.entrySet().stream()
                .filter(entry -> !key.isEmpty() && Spelling.key(entry.getKey()).equals(key))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(text);
    }

    /** Whether a cell says that there is nothing; words are words, even these. */
    static boolean isNothing(String text, FieldType type) {
        if (text.isEmpty()) {
            return true;
        }
        boolean words = type == FieldType.TEXT || type == FieldType.ID || type == FieldType.CHOICE;
        if (words) {
            return text.equals("-");
        }
        boolean figures = text.chars().anyMatch(c -> c >= '0' && c <= '9');
        return isNotYet(text) || (!figures && text.length() <= LONGEST_NOTHING && isWordFor(NOTHING, text));
    }

    /** Whether a cell of figures or days says that they are still to come. */
    static boolean isNotYet(String text) {
        return text.length() <= LONGEST_NOTHING && isWordFor(NOT_YET, text);
    }

    private static boolean isWordFor(Set<String> words, String text) {
        return words.contains(Spelling.key(text));
    }

    /**
     * A cell that says something.
     *
     * @param isNumber whether it is a typed number of a workbook
     */
    static Reading<Object> read(
            String text, TableField field, MappedColumn how, boolean isNumber, CurrencyUnit currency) {
        return switch (field.type()) {
            case TEXT, ID -> words(text);
            case NUMBER -> number(text, field);
            case AMOUNT ->
                AmountReader.read(text, isNumber ? DecimalMark.POINT : how.decimalMark(), currency)
                        .map(amount -> amount);
            case DATE -> DateText.read(text, how.dates()).map(date -> date);
            case YEAR -> year(text);
            case SHARE -> ShareText.read(text, how.shares()).map(share -> share);
            case CHOICE -> choice(text, field);
            case FLAG ->
                Vocabulary.standard()
                        .flag(text)
                        .<Reading<Object>>map(Reading::of)
                        .orElseGet(() -> refused("MAP-FLAG-UNREADABLE", shown(text)));
            case DAY_OF_YEAR ->
                DateText.dayOfYear(text)
                        .<Reading<Object>>map(Reading::of)
                        .orElseGet(() -> refused("MAP-DAY-UNREADABLE", shown(text)));
            case REGION -> Region.read(text).map(Region::code);
            case CURRENCY -> currency(text);
        };
    }

    private static Reading<Object> words(String text) {
        if (isPersonal(text)) {
            return refused("MAP-CELL-PERSONAL");
        }
        return text.length() > LONGEST_TEXT ? refused("MAP-TEXT-LONG", text.length(), LONGEST_TEXT) : Reading.of(text);
    }

    private static boolean isPersonal(String text) {
        long digits = text.chars().filter(c -> c >= '0' && c <= '9').count();
        return digits >= PERSONAL_DIGITS && Nir.looksLike(text);
    }

    /** A number with a wrong key is kept as it came, as the portfolio does; a person's number is not. */
    private static Reading<Object> number(String text, TableField field) {
        Reading<OrganisationId> read = OrganisationId.read(text);
        Optional<OrganisationId> value = read.value();
        if (value.isPresent()) {
            return Reading.of(form(value.get(), field), read.findings());
        }
        if (Nir.looksLike(text)
                || read.findings().stream().anyMatch(f -> f.code().equals("ID-NIR"))) {
            return refused("MAP-CELL-PERSONAL");
        }
        List<Finding> warnings = new ArrayList<>();
        read.findings().forEach(f -> warnings.add(new Finding(Severity.WARNING, f.place(), f.message())));
        return Reading.of(text.length() > SHOWN ? text.substring(0, SHOWN) : text, warnings);
    }

    /** A SIREN is also what a SIRET begins with. */
    private static Object form(OrganisationId id, TableField field) {
        return field.id().equals("siren") ? id.legalUnit().map(s -> s.value()).orElse(id.value()) : id.value();
    }

    private static Reading<Object> year(String text) {
        String digits = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        boolean form = digits.length() == 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int year = form ? Integer.parseInt(digits) : 0;
        return year >= FIRST_YEAR && year <= LAST_YEAR
                ? Reading.of(Integer.valueOf(year))
                : refused("MAP-YEAR-UNREADABLE", shown(text));
    }

    private static Reading<Object> choice(String text, TableField field) {
        return Vocabulary.standard()
                .choice(field, text)
                .<Reading<Object>>map(Reading::of)
                .orElseGet(() -> refused(
                        "MAP-CHOICE-UNKNOWN",
                        shown(text),
                        field.label(),
                        field.choices().stream().map(Choice::code).collect(Collectors.joining(", "))));
    }

    private static Reading<Object> currency(String text) {
        try {
            String code = text.equals("€") ? "EUR" : text.toUpperCase(Locale.ROOT);
            return Reading.of(CurrencyUnit.of(code).getCode());
        } catch (IllegalCurrencyException e) {
            return refused("MAP-CURRENCY-UNKNOWN", shown(text));
        }
    }

    static String shown(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + '…' : text;
    }

    private static Reading<Object> refused(String code, Object... arguments) {
        return Reading.refused(Finding.error(Place.NOWHERE, code, arguments));
    }
}
