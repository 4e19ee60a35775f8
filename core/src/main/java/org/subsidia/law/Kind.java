package org.subsidia.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.subsidia.money.Fraction;
import org.subsidia.time.Counting;
import org.subsidia.time.Span;
import org.subsidia.time.YearDay;

/**
 * What a rule's value is in Java. A {@link Unit} says how the law base writes it.
 *
 * @param <T> the value's type
 */
public final class Kind<T> {
    /** Amounts in euros. */
    public static final Kind<Money> MONEY = new Kind<>("money");
    /** Shares, rates and percentages; 1 is the whole. */
    public static final Kind<Fraction> SHARE = new Kind<>("share");
    /** Whole numbers. */
    public static final Kind<Long> COUNT = new Kind<>("count");
    /** Numbers with decimals. */
    public static final Kind<BigDecimal> NUMBER = new Kind<>("number");
    /** Delays. */
    public static final Kind<Span> PERIOD = new Kind<>("period");
    /** Names or codes in order. */
    public static final Kind<List<String>> LIST = new Kind<>("list");
    /** A text. */
    public static final Kind<String> TEXT = new Kind<>("text");
    /** A day. */
    public static final Kind<LocalDate> DATE = new Kind<>("date");
    /** A day that comes back every year. */
    public static final Kind<YearDay> YEAR_DAY = new Kind<>("yearDay");
    /** Yes or no. */
    public static final Kind<Boolean> FLAG = new Kind<>("flag");
    /** Shares by key, in order. */
    public static final Kind<Map<String, Fraction>> SHARES = new Kind<>("shares");
    /** Amounts in euros by key, in order. */
    public static final Kind<Map<String, Money>> AMOUNTS = new Kind<>("amounts");
    /** Whole numbers by key, in order. */
    public static final Kind<Map<String, Long>> COUNTS = new Kind<>("counts");
    /** Rows of named texts, in order. */
    public static final Kind<List<Map<String, String>>> TABLE = new Kind<>("table");
    /** How delays are counted. */
    public static final Kind<Counting> COUNTING = new Kind<>("counting");

    private final String accessor;

    private Kind(String accessor) {
        this.accessor = accessor;
    }

    /** The reader of the unit has made the value of this kind. */
    @SuppressWarnings("unchecked")
    T cast(Object value) {
        return (T) value;
    }

    /** {@return the name of the method of {@link Law} that answers this kind} */
    @Override
    public String toString() {
        return accessor;
    }
}
