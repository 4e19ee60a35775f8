package org.subsidia.cashflow.reconcile;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Place;
import org.subsidia.identity.Iban;

/**
 * A booked movement on a statement. Account numbers within its texts are masked.
 *
 * @param place where it stands
 * @param id tells it apart, the same each time that the statement is read; empty until it belongs to a statement
 * @param date the day of booking
 * @param valueDate the day from which interest counts; null: not given
 * @param amount how much; negative: it leaves the account
 * @param label what the bank and the other side say of it
 * @param reference the reference of the other side; null: none
 * @param counterparty the other side; null: not given
 * @param bankId the bank’s own number of the movement; null: none
 */
public record BankEntry(
        Place place,
        String id,
        LocalDate date,
        @Nullable LocalDate valueDate,
        Money amount,
        String label,
        @Nullable String reference,
        @Nullable String counterparty,
        @Nullable String bankId) {
    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b");

    /** Masks account numbers and joins white space. */
    public BankEntry {
        label = clean(label);
        reference = orNull(reference);
        counterparty = orNull(counterparty);
        bankId = orNull(bankId);
    }

    BankEntry withId(String other) {
        return new BankEntry(place, other, date, valueDate, amount, label, reference, counterparty, bankId);
    }

    /** {@return everything that the movement says, for a search} */
    public String words() {
        return (counterparty == null ? "" : counterparty) + ' ' + label + ' ' + (reference == null ? "" : reference);
    }

    private static @Nullable String orNull(@Nullable String text) {
        String clean = text == null ? "" : clean(text);
        return clean.isEmpty() ? null : clean;
    }

    private static String clean(String text) {
        Matcher matcher = IBAN.matcher(text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
        return matcher.replaceAll(found -> {
            String code = found.group().replace(" ", "");
            return Matcher.quoteReplacement(Iban.isValid(code) ? Iban.mask(code) : found.group());
        });
    }
}
