package org.subsidia.law;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.money.AmountFormat;
import org.subsidia.money.Fraction;
import org.subsidia.time.Span;
import org.subsidia.time.TimeUnit;

/** From what somebody has typed to a value as law files write it; none where it cannot be one. */
final class TypedValue {
    private static final int LONGEST = 200;
    private static final Pattern PERCENT = Pattern.compile("(\\d+(?:[.,]\\d+)?) ?(?:%|pour cent|percent)");
    private static final Pattern DELAY = Pattern.compile("(\\d{1,5}) ?(\\p{L}[\\p{L} ]*)?");
    private static final Pattern FROM_TO = Pattern.compile("([^:;]+) (?:à|to|–|-) ([^:;]+)");
    private static final Pattern FROM_TO_MOSTLY =
            Pattern.compile("(\\d{1,4}) ?(?:à|a|to|-|–) ?(\\d{1,4})(?: mois| months?)?"
                    + " ?[,;:]? ?(?:le plus souvent|most often) ?:? ?(\\d{1,4})(?: mois| months?)?");
    private static final Pattern THREE =
            Pattern.compile("(\\d{1,4}) ?[-–/;, ] ?(\\d{1,4}) ?[-–/;, ] ?(\\d{1,4})(?: mois| months?)?");
    /** Days as programs, French and English people write them. */
    private static final List<DateTimeFormatter> DAYS = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            named("d/M/uuuu", Locale.ROOT),
            named("d MMM uuuu", Locale.ENGLISH),
            named("d MMMM uuuu", Locale.ENGLISH),
            named("d MMMM uuuu", Locale.FRENCH));

    private final Parameter rule;
    private final Locale locale;

    private TypedValue(Parameter rule, Locale locale) {
        this.rule = rule;
        this.locale = locale;
    }

    static Reading<String> read(Parameter rule, String typed, Locale locale) {
        String text = typed.replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
        Optional<String> written =
                text.length() > LONGEST ? Optional.empty() : new TypedValue(rule, locale).written(text);
        return written.map(Reading::of).orElseGet(() -> refused(rule, typed));
    }

    private static Reading<String> refused(Parameter rule, String typed) {
        Version newest = rule.versions().get(rule.versions().size() - 1);
        String shown = typed.length() > LONGEST ? typed.substring(0, LONGEST) + "…" : typed;
        return Reading.refused(Finding.error(
                Place.NOWHERE,
                "LAW-TYPED",
                shown,
                rule.description(),
                rule.reference(newest).words()));
    }

    private Optional<String> written(String text) {
        return switch (rule.unit()) {
            case EUR -> amount(text);
            case SHARE -> share(text);
            case COUNT -> count(text);
            case NUMBER ->
                Optional.of(text.replace(" ", "").replace(',', '.'))
                        .filter(number -> number.matches("-?\\d{1,15}(\\.\\d{1,15})?"));
            case DAYS -> delay(text, TimeUnit.DAY);
            case WORKING_DAYS -> delay(text, TimeUnit.WORKING_DAY);
            case WEEKS -> delay(text, TimeUnit.WEEK);
            case MONTHS -> delay(text, TimeUnit.MONTH);
            case YEARS -> delay(text, TimeUnit.YEAR);
            case DATE -> date(text);
            case YEAR_DAY -> yearDay(text);
            case FLAG -> flag(text);
            case SHARES -> byKey(text, this::share);
            case AMOUNTS -> byKey(text, this::amount);
            case COUNTS -> counts(text);
            case LIST, TEXT, TABLE, COUNTING -> Optional.of(text).filter(any -> !any.isEmpty());
        };
    }

    private interface Reader {
        Optional<String> read(String text);
    }

    private Optional<String> amount(String text) {
        return AmountFormat.read(text, locale, CurrencyUnit.EUR)
                .value()
                .filter(Money::isPositiveOrZero)
                .map(money -> money.getAmount().toPlainString());
    }

    /** Without the sign, 60 could be meant as 60 % or as sixty times the whole: it is asked for. */
    private Optional<String> share(String text) {
        Matcher percent = PERCENT.matcher(text.toLowerCase(Locale.ROOT));
        if (percent.matches()) {
            return Optional.of(percent.group(1).replace(',', '.') + " %");
        }
        try {
            return Optional.of(Fraction.parse(text))
                    .filter(share -> share.isShare() || mayExceedTheWhole())
                    .map(share -> text.replace(',', '.'));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private boolean mayExceedTheWhole() {
        return rule.versions().stream()
                .anyMatch(version -> version.value() instanceof Fraction share && share.compareTo(Fraction.ONE) > 0);
    }

    private Optional<String> count(String text) {
        return Optional.of(text.replace(" ", "")).filter(digits -> digits.matches("\\d{1,15}"));
    }

    /** A number alone, or with the unit of the rule in either language. */
    private static Optional<String> delay(String text, TimeUnit unit) {
        Matcher matcher = DELAY.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String words = matcher.group(2);
        int amount = Integer.parseInt(matcher.group(1));
        boolean ofUnit = words == null || words.equals(unit.suffix());
        for (int number : new int[] {1, 2}) {
            for (Locale language : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
                ofUnit |= (number + " " + words)
                        .equals(new Span(number, unit).words().in(language));
            }
        }
        return ofUnit ? Optional.of(Integer.toString(amount)) : Optional.empty();
    }

    private static Optional<String> date(String text) {
        for (DateTimeFormatter form : DAYS) {
            try {
                return Optional.of(LocalDate.parse(text, form).toString());
            } catch (DateTimeException another) {
                // the next form may fit
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter named(String pattern, Locale language) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(language)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** {@code 15/12}, {@code 15 décembre}, or as law files write it. */
    private static Optional<String> yearDay(String text) {
        List<DateTimeFormatter> forms = new ArrayList<>(List.of(DateTimeFormatter.ofPattern("d/M", Locale.ROOT)));
        for (Locale language : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
            forms.add(new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .append(Wording.dayAndMonth(language))
                    .toFormatter(language));
        }
        for (DateTimeFormatter form : forms) {
            try {
                return Optional.of(MonthDay.parse(text, form).toString().substring(2));
            } catch (DateTimeException another) {
                // the next form may fit
            }
        }
        return Optional.of(text).filter(any -> !any.isEmpty());
    }

    private static Optional<String> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "oui", "yes", "true", "vrai" -> Optional.of("true");
            case "non", "no", "false", "faux" -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    private Optional<String> counts(String text) {
        boolean triangle = keys().equals(List.of("min", "mode", "max"));
        if (triangle) {
            Matcher spoken = FROM_TO_MOSTLY.matcher(text.toLowerCase(Locale.ROOT));
            if (spoken.matches()) {
                return triangle(spoken.group(1), spoken.group(3), spoken.group(2));
            }
            Matcher three = THREE.matcher(text.toLowerCase(Locale.ROOT));
            return three.matches()
                    ? triangle(three.group(1), three.group(2), three.group(3))
                    : byKey(text, this::count);
        }
        return byKey(text, this::count);
    }

    private static Optional<String> triangle(String min, String mode, String max) {
        boolean rising =
                Integer.parseInt(min) <= Integer.parseInt(mode) && Integer.parseInt(mode) <= Integer.parseInt(max);
        return Optional.of("{min: " + min + ", mode: " + mode + ", max: " + max + '}')
                .filter(any -> rising);
    }

    /** {@code key : value; key : value}, each key of the rule once, in its own name or in words. */
    private Optional<String> byKey(String text, Reader reader) {
        if (text.startsWith("{") && text.endsWith("}")) {
            return byKey(text.substring(1, text.length() - 1).replace(", ", "; "), reader);
        }
        List<String> keys = new ArrayList<>(keys());
        Matcher between = FROM_TO.matcher(text);
        if (keys.equals(List.of("min", "max")) && between.matches()) {
            text = "min: " + between.group(1) + "; max: " + between.group(2);
        }
        List<String> parts = new ArrayList<>();
        for (String part : text.split(";", -1)) {
            int colon = part.indexOf(':');
            Optional<String> key =
                    colon < 0 ? Optional.empty() : key(part.substring(0, colon).strip());
            Optional<String> value = colon < 0
                    ? Optional.empty()
                    : reader.read(part.substring(colon + 1).strip());
            if (key.isEmpty() || value.isEmpty() || !keys.remove(key.get())) {
                return Optional.empty();
            }
            parts.add(key.get() + ": " + value.get());
        }
        return Optional.of("{" + String.join(", ", parts) + '}').filter(all -> keys.isEmpty());
    }

    private List<String> keys() {
        Version newest = rule.versions().get(rule.versions().size() - 1);
        return newest.value() instanceof Map<?, ?> map
                ? map.keySet().stream().map(String.class::cast).toList()
                : List.of();
    }

    private Optional<String> key(String typed) {
        UnaryOperator<String> lower = text -> text.toLowerCase(Locale.ROOT);
        return keys().stream()
                .filter(key -> typed.equals(key)
                        || lower.apply(typed).equals(lower.apply(Wording.key(key, Locale.FRENCH)))
                        || lower.apply(typed).equals(lower.apply(Wording.key(key, Locale.ENGLISH))))
                .findFirst();
    }
}
