package org.subsidia.rcp.reconcile;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.subsidia.cashflow.reconcile.BankEntry;
import org.subsidia.cashflow.reconcile.BookedEntry;
import org.subsidia.cashflow.reconcile.ExpectedPayment;
import org.subsidia.portfolio.GrantId;

/**
 * A movement without a payment, or a payment without a movement.
 *
 * @param day of the movement, or expected
 * @param amount how much
 * @param words what the bank says, or the step of the payment
 * @param grant of the payment; null: none
 */
record Line(LocalDate day, Money amount, String words, GrantId grant) {
    static Line of(BankEntry entry) {
        return new Line(entry.date(), entry.amount(), words(entry), null);
    }

    static Line of(BookedEntry booked) {
        return new Line(booked.entry().date(), booked.entry().amount(), words(booked.entry()), booked.grant());
    }

    static Line of(ExpectedPayment payment) {
        return new Line(
                payment.day(), payment.amount(), payment.step(), payment.grant().id());
    }

    /** The other side and what is said, without saying it twice. */
    static String words(BankEntry entry) {
        return Stream.of(
                        Optional.ofNullable(entry.counterparty())
                                .filter(one -> !entry.label().contains(one)),
                        Optional.of(entry.label()))
                .flatMap(Optional::stream)
                .filter(one -> !one.isEmpty())
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }
}
