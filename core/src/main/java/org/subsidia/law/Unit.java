package org.subsidia.law;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the law base writes a value: the {@code unit} of a parameter. */
public enum Unit {
    /** An amount in euros: {@code 23000} or {@code 10.50}. */
    EUR("EUR", Kind.MONEY, "23000"),
    /** A share or rate, 1 being the whole: {@code 0.4}, {@code 1/3} or {@code 40 %}. */
    SHARE("share", Kind.SHARE, "0.4, 1/3"),
    /** A whole number. */
    COUNT("count", Kind.COUNT, "1720"),
    /** A number with decimals. */
    NUMBER("number", Kind.NUMBER, "15.5"),
    /** Days of the calendar. */
    DAYS("days", Kind.PERIOD, "60"),
    /** Days that are neither Saturdays, Sundays nor public holidays. */
    WORKING_DAYS("working days", Kind.PERIOD, "20"),
    /** Weeks. */
    WEEKS("weeks", Kind.PERIOD, "10"),
    /** Months. */
    MONTHS("months", Kind.PERIOD, "6"),
    /** Years. */
    YEARS("years", Kind.PERIOD, "3"),
    /** Names or codes: a YAML list. */
    LIST("list", Kind.LIST, "[FRY1, FRY3]"),
    /** A text. */
    TEXT("text", Kind.TEXT, "12156*06"),
    /** A day. */
    DATE("date", Kind.DATE, "2029-12-31"),
    /** A day that comes back every year: {@code 07-14}, {@code easter+39}, {@code first tuesday of october}. */
    YEAR_DAY("day of the year", Kind.YEAR_DAY, "07-14, easter+39"),
    /** {@code true} or {@code false}. */
    FLAG("flag", Kind.FLAG, "true"),
    /** Shares by key: a YAML mapping. */
    SHARES("shares by key", Kind.SHARES, "{small: 0.5, large: 0.3}"),
    /** Amounts in euros by key: a YAML mapping. */
    AMOUNTS("EUR by key", Kind.AMOUNTS, "{general: 300000}"),
    /** Whole numbers by key: a YAML mapping. */
    COUNTS("counts by key", Kind.COUNTS, "{min: 3, max: 14}"),
    /** Rows: a YAML list of mappings. */
    TABLE("table", Kind.TABLE, "[{code: A, name: B}]"),
    /** How delays are counted: a YAML mapping. */
    COUNTING(
            "counting", Kind.COUNTING, "{clearDays: false, roll: NEXT, backwardRoll: PREVIOUS, minimumWorkingDays: 0}");

    private final String text;

    @SuppressWarnings("ImmutableEnumChecker") // a kind holds nothing but its name
    private final Kind<?> kind;

    private final String example;

    Unit(String text, Kind<?> kind, String example) {
        this.text = text;
        this.kind = kind;
        this.example = example;
    }

    /** {@return the name in the law base, such as {@code working days}} */
    public String text() {
        return text;
    }

    /** {@return what the value is in Java} */
    public Kind<?> kind() {
        return kind;
    }

    String example() {
        return example;
    }

    static Optional<Unit> find(String text) {
        return Arrays.stream(values()).filter(unit -> unit.text.equals(text)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(Unit::text).collect(Collectors.joining(", "));
    }
}
