package org.subsidia.law;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.RuleReference;
import org.subsidia.finding.Message;
import org.subsidia.finding.Reading;
import org.subsidia.money.Fraction;
import org.subsidia.time.Span;
import org.subsidia.time.YearDay;

/**
 * The values of rules as people write them: {@code 60 %}, {@code 75 000,00 €}, {@code 90 jours}, {@code 1 à 6 mois, le plus souvent
 * 2}. {@link RuleReference#words()} has them for every result that names a
 * rule, {@link RuleReference#value()} as law files do, for programs.
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
        return rule.at(day).map(version -> version.words().in(locale)).orElse("");
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

    /** A value as people write it: of its unit, or as law files write it where nobody writes it otherwise. */
    static Message words(Unit unit, Object value, String written) {
        return switch (unit) {
            case EUR -> amount((Money) value);
            case SHARE -> share((Fraction) value);
            case COUNT -> count((Long) value);
            case NUMBER, DATE -> plain(value);
            case DAYS, WORKING_DAYS, WEEKS, MONTHS, YEARS -> ((Span) value).words();
            case YEAR_DAY -> yearDay((YearDay) value, written);
            case FLAG -> Message.of((Boolean) value ? "LAW-VALUE-YES" : "LAW-VALUE-NO");
            case SHARES, AMOUNTS, COUNTS -> byKey((Map<?, ?>) value);
            case LIST, TEXT, TABLE, COUNTING -> plain(written);
        };
    }

    private static Message plain(Object value) {
        return Message.of("LAW-VALUE-PLAIN", value);
    }

    /** Whole euros without cents, as laws write them. */
    private static Message amount(Money amount) {
        return amount.getCurrencyUnit().equals(CurrencyUnit.EUR)
                        && amount.getAmount().stripTrailingZeros().scale() <= 0
                ? Message.of("LAW-VALUE-EUROS", amount.getAmountMajor())
                : Message.of("EXPLAIN-VALUE-AMOUNT", amount);
    }

    private static Message share(Fraction share) {
        try {
            BigDecimal percent =
                    share.times(HUNDRED).value(PLACES, RoundingMode.UNNECESSARY).stripTrailingZeros();
            BigDecimal whole = percent.scale() < 0 ? percent.setScale(0) : percent;
            return Message.of("EXPLAIN-VALUE-SHARE", whole);
        } catch (ArithmeticException endless) {
            return plain(share.toString());
        }
    }

    private static Message count(long count) {
        return plain(Math.abs(count) < GROUPED ? Long.toString(count) : count);
    }

    /** The day before Easter or the first Tuesday of October stay as law files write them. */
    private static Message yearDay(YearDay value, String written) {
        return value instanceof YearDay.Fixed fixed
                ? Message.of(
                        "LAW-VALUE-YEAR-DAY",
                        Integer.toString(fixed.day().getDayOfMonth()),
                        Message.of("LAW-MONTH-" + fixed.day().getMonth().name()))
                : plain(written);
    }

    static DateTimeFormatter dayAndMonth(Locale locale) {
        return DateTimeFormatter.ofPattern("d MMMM", isFrench(locale) ? Locale.FRENCH : Locale.ENGLISH);
    }

    static boolean isFrench(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage());
    }

    private static Message byKey(Map<?, ?> values) {
        if (values.keySet().equals(TRIANGLE)) {
            return Message.of("LAW-VALUE-TRIANGLE", of(values, "min"), of(values, "max"), of(values, "mode"));
        }
        if (values.keySet().equals(BETWEEN)) {
            return Message.of("LAW-VALUE-BETWEEN", of(values, "min"), of(values, "max"));
        }
        return values.entrySet().stream()
                .map(entry -> Message.of("LAW-VALUE-KEY", key((String) entry.getKey()), one(entry.getValue())))
                .reduce((all, next) -> Message.of("LAW-VALUE-NEXT", all, next))
                .orElseGet(() -> plain(""));
    }

    private static Message of(Map<?, ?> values, String key) {
        Object value = values.get(key);
        return value == null ? plain("") : one(value);
    }

    /** A key in words, where there are some. */
    static String key(String key, Locale locale) {
        return key(key).in(locale);
    }

    private static Message key(String key) {
        return NAMED.contains(key) ? Message.of("LAW-KEY-" + key.toUpperCase(Locale.ROOT)) : plain(key);
    }

    private static Message one(Object value) {
        if (value instanceof Fraction share) {
            return share(share);
        }
        return value instanceof Money money ? amount(money) : count((Long) value);
    }
}
