package org.subsidia.rcp.ui;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.money.AmountFormat;
import org.subsidia.rcp.Texts;

/** Amounts and days as the product's language and region write them. */
public final class Words {
    private Words() {}

    /**
     * An amount with its currency.
     *
     * @param amount the amount, if known
     * @return the amount in words; empty where it is not known
     */
    public static String amount(Optional<Money> amount) {
        return amount.map(known -> AmountFormat.format(known, Texts.locale())).orElse("");
    }

    /**
     * A day.
     *
     * @param day the day; null: not known
     * @return such as 31/12/2024; empty where it is not known
     */
    public static String date(LocalDate day) {
        return day == null ? "" : formatter().format(day);
    }

    private static DateTimeFormatter formatter() {
        Locale locale = Texts.locale();
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage())
                ? DateTimeFormatter.ofPattern("dd/MM/yyyy", locale)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    }
}
