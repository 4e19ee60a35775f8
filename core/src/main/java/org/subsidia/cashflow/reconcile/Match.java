package org.subsidia.cashflow.reconcile;

import java.util.List;
import org.joda.money.Money;
import org.subsidia.explain.Explanation;
import org.subsidia.finding.Message;

/**
 * Movements that are taken to be payments: one and one, one movement that pays several payments, or several movements that make up
 * one payment.
 *
 * @param entries the movements
 * @param payments the payments
 * @param points 0 to 100: what speaks for it
 * @param score the points clue by clue
 * @param state whether it is sure enough to be booked without being looked at
 * @param why the reason of the state
 */
public record Match(
        List<BankEntry> entries,
        List<ExpectedPayment> payments,
        int points,
        Explanation score,
        State state,
        Message why) {

    /** Copies the lists. */
    public Match {
        entries = List.copyOf(entries);
        payments = List.copyOf(payments);
    }

    /** Whether somebody must look. */
    public enum State {
        /** Sure enough. */
        ACCEPTED,
        /** Somebody must decide. */
        PROPOSED;

        /** {@return the state’s name, as tables write it} */
        public Message label() {
            return Message.of("BANK-MATCH-" + name());
        }
    }

    /** {@return what came in} */
    public Money paid() {
        return entries.stream().map(BankEntry::amount).reduce(Money::plus).orElseThrow();
    }

    /** {@return what was expected} */
    public Money expected() {
        return payments.stream()
                .map(ExpectedPayment::amount)
                .reduce(Money::plus)
                .orElseThrow();
    }
}
