package org.subsidia.rcp.grants;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.money.AmountFormat;
import org.subsidia.rcp.ui.DayText;
import org.subsidia.rcp.ui.Folding;

/**
 * What a user types above a column: words that must occur; for amounts and days also {@code >}, {@code <}, {@code >=}, {@code
 * <=}, {@code =} and a range such as {@code 10 000..50 000}.
 */
final class CellFilter {
    private static final Pattern COMPARISON = Pattern.compile("(>=|<=|>|<|=)\\s*(.+)");
    private static final Pattern RANGE = Pattern.compile("(.+?)\\s*\\.\\.\\s*(.+)");

    private CellFilter() {}

    static Predicate<GrantRow> of(GrantColumn column, String text, Locale locale) {
        String typed = text.strip();
        Matcher comparison = COMPARISON.matcher(typed);
        if (comparison.matches()) {
            Optional<Long> limit = number(column, comparison.group(2), locale);
            if (limit.isPresent()) {
                return row -> column.number(row)
                        .filter(value -> holds(comparison.group(1), Long.compare(value, limit.get())))
                        .isPresent();
            }
        }
        Matcher range = RANGE.matcher(typed);
        if (range.matches()) {
            Optional<Long> low = number(column, range.group(1), locale);
            Optional<Long> high = number(column, range.group(2), locale);
            if (low.isPresent() && high.isPresent()) {
                return row -> column.number(row)
                        .filter(value -> value >= low.get() && value <= high.get())
                        .isPresent();
            }
        }
        String[] words = Folding.words(typed);
        return row -> Folding.hasAll(Folding.fold(column.text(row)), words);
    }

    private static boolean holds(String sign, int order) {
        return switch (sign) {
            case ">" -> order > 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            case "<=" -> order <= 0;
            default -> order == 0;
        };
    }

    /** Cents or days since 1970; a year stands for its first day. */
    private static Optional<Long> number(GrantColumn column, String text, Locale locale) {
        if (column.isNumber()) {
            return AmountFormat.read(text, locale, CurrencyUnit.EUR).value().map(CellFilter::cents);
        }
        if (!column.isDay()) {
            return Optional.empty();
        }
        return text.matches("\\d{4}")
                ? Optional.of(LocalDate.of(Integer.parseInt(text), 1, 1).toEpochDay())
                : DayText.read(text, locale).map(LocalDate::toEpochDay);
    }

    static long cents(Money amount) {
        return amount.getAmount().multiply(BigDecimal.valueOf(100)).longValue();
    }
}
