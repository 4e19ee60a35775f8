package org.subsidia.portfolio;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The amount that a grant has reached at a stage.
 *
 * <p>Each entry is the standing of its stage from its date on, not an addition: 50 000 awarded in March and 40 000 awarded in
 * June is an award that was lowered to 40 000.
 *
 * @param stage which stage
 * @param amount how much stands there
 * @param date from when; null: not known, which is before every date
 * @param reason why it changed
 */
public record StagedAmount(
        AmountStage stage,
        Money amount,
        @Nullable LocalDate date,
        @Nullable String reason) {

    /** Refuses what is missing. */
    public StagedAmount {
        Check.notNull(stage, "stage");
        Check.notNull(amount, "amount");
        reason = Check.text(reason);
    }
}
