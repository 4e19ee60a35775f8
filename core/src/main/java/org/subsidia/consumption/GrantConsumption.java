package org.subsidia.consumption;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.subsidia.explain.Explanation;
import org.subsidia.portfolio.Grant;

/**
 * How far a grant is used on a day. Costs are those of the action, eligible or shown; awarded, committed and paid are the
 * funder’s money.
 *
 * @param grant which grant
 * @param awarded what stands of the award
 * @param committed what the funder committed in its books
 * @param paid what came in, less what was paid back
 * @param budget the eligible cost foreseen
 * @param spent what the expenses of the claims add up to
 * @param claimed the cost of the claims filed so far, advances left out
 * @param certified the cost that the funder certified so far
 * @param consumed spent over budget
 * @param elapsed how much of the time for expenses is over
 * @param expected the cost at the end if expenses go on at the pace so far, not less than what is spent
 * @param lostAtEnd how much of the award is then never earned
 * @param overCap how much of the expected cost the ceiling leaves unfunded
 * @param tranche the last day of the next yearly tranche of Union money, if one is open
 * @param lostByTranche how much of it is decommitted if nothing more is claimed; unknown without a tranche
 * @param categories by cost category, in the order of the plan, then of the claims
 */
public record GrantConsumption(
        Grant grant,
        Explanation awarded,
        Explanation committed,
        Explanation paid,
        Explanation budget,
        Explanation spent,
        Explanation claimed,
        Explanation certified,
        Explanation consumed,
        Explanation elapsed,
        Explanation expected,
        Explanation lostAtEnd,
        Explanation overCap,
        @Nullable LocalDate tranche,
        Explanation lostByTranche,
        List<CategoryConsumption> categories) {

    /** Copies the categories. */
    public GrantConsumption {
        categories = List.copyOf(categories);
    }

    /** {@return the last day of the next tranche, if one is open} */
    public Optional<LocalDate> nextTranche() {
        return Optional.ofNullable(tranche);
    }
}
