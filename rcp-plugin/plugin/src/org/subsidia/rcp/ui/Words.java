package org.subsidia.rcp.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.finding.DayFormat;
import org.subsidia.money.AmountFormat;
import org.subsidia.rcp.Texts;
import org.subsidia.rcp.preference.Settings;

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
        return day == null ? "" : DayFormat.format(day, Texts.locale());
    }

    /**
     * A value with what it is before it.
     *
     * @param label what it is
     * @param value the value
     * @return both with a colon between them
     */
    public static String labelled(String label, String value) {
        return Texts.bind(Texts.labelled, label, value);
    }

    /**
     * A moment, to the second.
     *
     * @param moment the moment
     * @return such as 31/12/2024 15:04:05, where the user is
     */
    public static String moment(Instant moment) {
        return DayFormat.format(LocalDateTime.ofInstant(moment, Settings.zone()), Texts.locale());
    }
}
