package org.subsidia.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/** Checks of constructors: what only a programming error, or a damaged document, can break. */
final class Check {
    private static final Fraction ZERO = Fraction.of(0, 1);

    private Check() {}

    /** The value, which a document must give; the message of the exception is the field's name alone. */
    static <T> T notNull(@Nullable T value, String field) {
        return Objects.requireNonNull(value, field);
    }

    /** The text, or null where it says nothing. */
    static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    /** The share, which is not negative. */
    static @Nullable Fraction share(@Nullable Fraction value, String field) {
        if (value != null && value.compareTo(ZERO) < 0) {
            throw new IllegalArgumentException("the share " + field + " is negative: " + value);
        }
        return value;
    }

    /** The list with one more. */
    static <T> List<T> plus(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    /** The amounts added up, where there are some and they are of one currency. */
    static Optional<Money> total(List<Money> amounts) {
        boolean oneCurrency =
                amounts.stream().map(Money::getCurrencyUnit).distinct().count() == 1;
        return oneCurrency ? Optional.of(Money.total(amounts)) : Optional.empty();
    }
}
