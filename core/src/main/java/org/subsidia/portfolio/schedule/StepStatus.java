package org.subsidia.portfolio.schedule;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;
import org.subsidia.portfolio.ScheduleStep;

/**
 * A step of a payment schedule on a day.
 *
 * @param step the step as the convention sets it
 * @param state how far it has come
 * @param releasedOn the day on which it is or will be released; null: not known
 * @param missing the fact for want of which that day is not known, or the amount not final; null: none
 * @param worth what it is worth as far as is known on this day
 * @param expected what it is worth if the whole award is earned
 * @param paid the receipts counted against it; receipts fill the steps in their order
 * @param due what is open of a released step; negative: to be paid back; zero where it is not released
 */
public record StepStatus(
        ScheduleStep step,
        StepState state,
        @Nullable LocalDate releasedOn,
        @Nullable Message missing,
        Explanation worth,
        Explanation expected,
        Explanation paid,
        Explanation due) {

    /** {@return the day on which it is or will be released, if known} */
    public Optional<LocalDate> release() {
        return Optional.ofNullable(releasedOn);
    }

    /** {@return the missing fact, if one is missing} */
    public Optional<Message> missingFact() {
        return Optional.ofNullable(missing);
    }

    /** {@return what is open, if it can be computed} */
    public Optional<Money> dueAmount() {
        return Amounts.of(due);
    }
}
