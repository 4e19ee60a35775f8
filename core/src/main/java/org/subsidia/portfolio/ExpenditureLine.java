package org.subsidia.portfolio;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An expense that a claim shows.
 *
 * @param category the cost category of the convention
 * @param paid when the beneficiary paid it
 * @param amount how much was paid
 * @param eligible how much the funder takes; null: not decided
 * @param rejection why the rest was rejected
 * @param document the invoice or payslip
 */
public record ExpenditureLine(
        String category,
        @Nullable LocalDate paid,
        Money amount,
        @Nullable Money eligible,
        @Nullable String rejection,
        @Nullable String document) {

    /** Refuses what is missing. */
    public ExpenditureLine {
        Check.notNull(category, "category");
        Check.notNull(amount, "amount");
        rejection = Check.text(rejection);
        document = Check.text(document);
    }
}
