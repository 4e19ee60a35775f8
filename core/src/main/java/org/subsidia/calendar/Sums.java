package org.subsidia.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.AmountStage;
import org.subsidia.portfolio.Grant;
import org.subsidia.portfolio.Receipt;

/** What a grant amounts to and how far it is paid. */
final class Sums {
    private Sums() {}

    /** What is to be paid in all, by the furthest stage that is known. */
    static Optional<Money> due(Grant grant) {
        return Stream.of(AmountStage.ACQUIRED, AmountStage.CONVENTION, AmountStage.AWARDED)
                .map(grant::amount)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> Optional.ofNullable(grant.maximum()));
    }

    /** The day on which receipts first reached a sum; none while they have not, or where currencies differ. */
    static @Nullable LocalDate reached(Grant grant, Money sum) {
        List<Receipt> receipts = inOrder(grant);
        Money total = Money.zero(sum.getCurrencyUnit());
        for (Receipt receipt : receipts) {
            if (!receipt.amount().getCurrencyUnit().equals(sum.getCurrencyUnit())) {
                return null;
            }
            total = total.plus(receipt.amount());
            if (!total.isLessThan(sum)) {
                return receipt.date();
            }
        }
        return null;
    }

    /** The day on which the whole was paid: where no amount is known, that of the first receipt. */
    static @Nullable LocalDate paid(Grant grant) {
        Optional<Money> due = due(grant);
        return due.isPresent()
                ? reached(grant, due.get())
                : inOrder(grant).stream().findFirst().map(Receipt::date).orElse(null);
    }

    /** The last day on which money came in. */
    static Optional<LocalDate> lastReceipt(Grant grant) {
        return grant.receipts().stream().map(Receipt::date).max(Comparator.naturalOrder());
    }

    private static List<Receipt> inOrder(Grant grant) {
        return grant.receipts().stream()
                .sorted(Comparator.comparing(Receipt::date))
                .toList();
    }

    /** The sum of amounts of one currency. */
    static Optional<Money> total(List<Money> amounts) {
        return amounts.isEmpty()
                        || amounts.stream()
                                        .map(Money::getCurrencyUnit)
                                        .distinct()
                                        .count()
                                > 1
                ? Optional.empty()
                : Optional.of(Money.total(amounts));
    }
}
