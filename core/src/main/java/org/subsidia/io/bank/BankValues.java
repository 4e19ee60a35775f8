package org.subsidia.io.bank;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;

/** Days, amounts and currencies as bank files write them. */
final class BankValues {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d{1,15}(?:[.,]\\d{0,5})?|[+-]?[.,]\\d{1,5}");
    private static final int ISO_DAY = 10;
    private static final int PLAIN_DAY = 8;

    private BankValues() {}

    static Optional<CurrencyUnit> currency(String code) {
        try {
            CurrencyUnit unit = CurrencyUnit.of(code);
            return unit.getDecimalPlaces() < 0 ? Optional.empty() : Optional.of(unit);
        } catch (IllegalCurrencyException e) {
            return Optional.empty();
        }
    }

    /** {@code 2025-01-31} and whatever time follows. */
    static Optional<LocalDate> isoDay(String text) {
        String day = text.strip();
        try {
            return day.length() < ISO_DAY ? Optional.empty() : Optional.of(LocalDate.parse(day.substring(0, ISO_DAY)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@code 20250131} and whatever time follows. */
    static Optional<LocalDate> plainDay(String text) {
        String day = text.strip();
        if (day.length() < PLAIN_DAY || !day.substring(0, PLAIN_DAY).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return day(Integer.parseInt(day.substring(0, 4)), day.substring(4, 6), day.substring(6, PLAIN_DAY));
    }

    static Optional<LocalDate> day(int year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(year, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** An exact amount: digits after the last cent must be zeros. */
    static Reading<Money> amount(Place place, String text, CurrencyUnit currency) {
        String digits = text.strip();
        if (!DECIMAL.matcher(digits).matches()) {
            return Reading.refused(Finding.error(place, "BANK-AMOUNT", BankText.quoted(text)));
        }
        BigDecimal number = new BigDecimal(digits.replace(',', '.'));
        BigDecimal plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (plain.scale() > currency.getDecimalPlaces()) {
            return Reading.refused(Finding.error(place, "BANK-AMOUNT-FRACTION", digits, currency.getCode()));
        }
        return Reading.of(Money.of(currency, plain));
    }
}
