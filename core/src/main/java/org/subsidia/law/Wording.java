package org.subsidia.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;
import org.subsidia.money.AmountFormat;
import org.subsidia.money.Fraction;
import org.subsidia.time.Span;

/**
 * The values of rules as people write them: {@code 60 %}, {@code 75 000,00 €}, {@code 90 jours}, {@code 1 à 6 mois, le plus souvent
 * 2}. {@link RuleReference#value()} has them as law files do, for programs.
 */
public final class Wording {
    static final Set<String> TRIANGLE = Set.of("min", "mode", "max");

    private static final Set<String> BETWEEN = Set.of("min", "max");
    private static final Set<String> NAMED = Set.of("planned", "requested", "low", "high", "first", "last");
    private static final Fraction HUNDRED = Fraction.of(100);

    /** Shorter numbers may be years, which have no marks between thousands. */
    private static final long GROUPED = 10_000;

    /** A percentage with more places is no round number: it is told as a fraction. */
    private static final int PLACES = 6;

    private Wording() {}

    /**
     * The value of a rule on a day.
     *
     * @param rule the rule
     * @param day the day
     * @param locale its language decides: French, else English
     * @return the value; empty: the rule has none on this day
     */
    public static String of(Parameter rule, LocalDate day, Locale locale) {
        return rule.on(day).map(version -> of(rule.unit(), version, locale)).orElse("");
    }

    /**
     * The value of a version.
     *
     * @param rule the rule
     * @param version one of its {@link Parameter#history}
     * @param locale its language decides: French, else English
     * @return the value; as law files write it where the version is not one of this rule
     */
    public static String of(Parameter rule, RuleReference version, Locale locale) {
        return rule.versions().stream()
                .filter(one -> one.reference(rule.id()).equals(version))
                .findFirst()
                .map(one -> of(rule.unit(), one, locale))
                .orElse(version.value());
    }

    /**
     * Reads what somebody has typed for a rule, in this language or as law files write it.
     *
     * @param rule the rule
     * @param typed the value
     * @param locale its language decides what begins the decimals of an amount, and the language of the example
     * @return the value as law files write it, for {@link OwnValues}; or the finding {@code LAW-TYPED} with an example
     */
    public static Reading<String> read(Parameter rule, String typed, Locale locale) {
        return TypedValue.read(rule, typed, locale);
    }

    private static String of(Unit unit, Version version, Locale locale) {
        Object value = version.value();
        return switch (unit) {
            case EUR -> AmountFormat.format((Money) value, locale);
            case SHARE -> share((Fraction) value, locale);
            case COUNT -> count((Long) value, locale);
            case NUMBER, DATE -> Message.of("LAW-VALUE-PLAIN", value).in(locale);
            case DAYS, WORKING_DAYS, WEEKS, MONTHS, YEARS ->
                ((Span) value).words().in(locale);
            case YEAR_DAY -> yearDay(version.valueText(), locale);
            case FLAG ->
                Message.of((Boolean) value ? "LAW-VALUE-YES" : "LAW-VALUE-NO").in(locale);
            case SHARES, AMOUNTS, COUNTS -> byKey((Map<?, ?>) value, locale);
            case LIST, TEXT, TABLE, COUNTING -> version.valueText();
        };
    }

    private static String share(Fraction share, Locale locale) {
        try {
            BigDecimal percent =
                    share.times(HUNDRED).value(PLACES, RoundingMode.UNNECESSARY).stripTrailingZeros();
            BigDecimal plain = percent.scale() < 0 ? percent.setScale(0) : percent;
            return Message.of("EXPLAIN-VALUE-SHARE", plain).in(locale);
        } catch (ArithmeticException endless) {
            return share.toString();
        }
    }

    private static String count(long count, Locale locale) {
        return Math.abs(count) < GROUPED
                ? Long.toString(count)
                : Message.of("LAW-VALUE-PLAIN", count).in(locale);
    }

    /** The day before Easter or the first Tuesday of October stay as law files write them. */
    private static String yearDay(String text, Locale locale) {
        return text.matches("\\d{2}-\\d{2}") ? dayAndMonth(locale).format(MonthDay.parse("--" + text)) : text;
    }

    static DateTimeFormatter dayAndMonth(Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM", isFrench(locale) ? Locale.FRENCH : Locale.ENGLISH);
    }

    static boolean isFrench(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage());
    }

    private static String byKey(Map<?, ?> values, Locale locale) {
        if (values.keySet().equals(TRIANGLE)) {
            return Message.of(
                            "LAW-VALUE-TRIANGLE",
                            of(values, "min", locale),
                            of(values, "max", locale),
                            of(values, "mode", locale))
                    .in(locale);
        }
        if (values.keySet().equals(BETWEEN)) {
            return Message.of("LAW-VALUE-BETWEEN", of(values, "min", locale), of(values, "max", locale))
                    .in(locale);
        }
        return values.entrySet().stream()
                .map(entry -> Message.of(
                        "LAW-VALUE-KEY", key((String) entry.getKey(), locale), one(entry.getValue(), locale)))
                .reduce((all, next) -> Message.of("LAW-VALUE-NEXT", all, next))
                .map(all -> all.in(locale))
                .orElse("");
    }

    private static String of(Map<?, ?> values, String key, Locale locale) {
        Object value = values.get(key);
        return value == null ? "" : one(value, locale);
    }

    /** A key in words, where there are some. */
    static String key(String key, Locale locale) {
        return NAMED.contains(key)
                ? Message.of("LAW-KEY-" + key.toUpperCase(Locale.ROOT)).in(locale)
                : key;
    }

    private static String one(Object value, Locale locale) {
        if (value instanceof Fraction share) {
            return share(share, locale);
        }
        return value instanceof Money money ? AmountFormat.format(money, locale) : count((Long) value, locale);
    }
}
