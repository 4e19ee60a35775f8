package org.subsidia.portfolio;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in for a grant.
 *
 * @param id its id within the grant
 * @param date the day of the bank
 * @param amount how much; negative: paid back
 * @param claim the id of the claim that it answers
 * @param reference the bank’s reference
 */
public record Receipt(
        String id,
        LocalDate date,
        Money amount,
        @Nullable String claim,
        @Nullable String reference) {

    /** Refuses what is missing. */
    public Receipt {
        Check.notNull(id, "id");
        Check.notNull(date, "date");
        Check.notNull(amount, "amount");
        claim = Check.text(claim);
        reference = Check.text(reference);
    }
}
