package org.subsidia.portfolio;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.money.Fraction;

/**
 * A step of a payment schedule.
 *
 * @param name what the convention calls it
 * @param role advance, interim payment or balance
 * @param trigger what makes it due
 * @param portion how much is due
 * @param cumulativeCap the share of the grant that may be paid up to and with this step
 * @param deductAdvance whether advances are deducted from it
 * @param minimum no payment below this amount
 * @param minimumShare no payment below this share of the grant
 */
public record ScheduleStep(
        String name,
        StepRole role,
        Trigger trigger,
        Portion portion,
        @Nullable Fraction cumulativeCap,
        boolean deductAdvance,
        @Nullable Money minimum,
        @Nullable Fraction minimumShare) {

    /** Refuses what is missing. */
    public ScheduleStep {
        Check.notNull(name, "name");
        Check.notNull(role, "role");
        Check.notNull(trigger, "trigger");
        Check.notNull(portion, "portion");
        Check.share(cumulativeCap, "cumulativeCap");
        Check.share(minimumShare, "minimumShare");
    }
}
