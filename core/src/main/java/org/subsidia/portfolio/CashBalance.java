package org.subsidia.portfolio;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The money that a structure had at the end of a day, on all its accounts together.
 *
 * @param date the day
 * @param amount how much; negative: overdrawn
 * @param note where it was read
 */
public record CashBalance(
        LocalDate date, Money amount, @Nullable String note) {

    /** Refuses what is missing. */
    public CashBalance {
        Check.notNull(date, "date");
        Check.notNull(amount, "amount");
        note = Check.text(note);
    }
}
