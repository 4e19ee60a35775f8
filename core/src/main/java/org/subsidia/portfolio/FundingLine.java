package org.subsidia.portfolio;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of a project’s funding plan.
 *
 * @param kind what money it is
 * @param name who brings it, in words
 * @param funder the funder, where it is one of the portfolio’s
 * @param grant the grant, once there is one
 * @param amount how much
 * @param confirmed whether it is certain; null: not known
 */
public record FundingLine(
        FundingKind kind,
        String name,
        @Nullable FunderId funder,
        @Nullable GrantId grant,
        Money amount,
        @Nullable Boolean confirmed) {

    /** Refuses what is missing. */
    public FundingLine {
        Check.notNull(kind, "kind");
        Check.notNull(name, "name");
        Check.notNull(amount, "amount");
    }
}
