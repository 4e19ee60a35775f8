package org.subsidia.portfolio;

import org.joda.money.Money;
import org.subsidia.money.Fraction;

/** How much a step of a payment schedule pays. */
public sealed interface Portion {

    /**
     * A share of the awarded amount.
     *
     * @param share the share, 0 to 1
     */
    record OfAward(Fraction share) implements Portion {
        /** Refuses what is missing and a negative share. */
        public OfAward {
            Check.share(Check.notNull(share, "share"), "share");
        }
    }

    /**
     * A fixed amount.
     *
     * @param amount the amount
     */
    record Amount(Money amount) implements Portion {
        /** Refuses what is missing. */
        public Amount {
            Check.notNull(amount, "amount");
        }
    }

    /** The grant’s rate times the expenses certified since the last payment. */
    record OfCertified() implements Portion {}

    /** The final amount less all that was paid; negative: the funder takes it back. */
    record Remainder() implements Portion {}
}
