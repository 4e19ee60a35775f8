package org.subsidia.explain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.finding.Message;

/** The figure of an {@link Explanation}. Never null, never NaN: what cannot be computed is a reason. */
public sealed interface Value {

    /** {@return the figure as a plain number, if it is one} */
    default Optional<BigDecimal> number() {
        return Optional.empty();
    }

    /** {@return whether there is a figure} */
    default boolean isKnown() {
        return true;
    }

    /**
     * An amount of money.
     *
     * @param money the amount with its currency
     */
    record Amount(Money money) implements Value {
        @Override
        public Optional<BigDecimal> number() {
            return Optional.of(money.getAmount());
        }
    }

    /**
     * A share; 1 is the whole.
     *
     * @param share rounded to as many places as it has
     */
    record Share(BigDecimal share) implements Value {
        @Override
        public Optional<BigDecimal> number() {
            return Optional.of(share);
        }
    }

    /**
     * A number with a unit.
     *
     * @param amount the number
     * @param unit what is counted
     */
    record Quantity(BigDecimal amount, Message unit) implements Value {
        @Override
        public Optional<BigDecimal> number() {
            return Optional.of(amount);
        }
    }

    /**
     * A day.
     *
     * @param date the day
     */
    record Day(LocalDate date) implements Value {}

    /**
     * Something that is not a number: a name, a state, a verdict.
     *
     * @param text what it is
     */
    record Statement(Message text) implements Value {}

    /**
     * No figure.
     *
     * @param reason why it cannot be computed
     */
    record Unknown(Message reason) implements Value {
        @Override
        public boolean isKnown() {
            return false;
        }
    }
}
