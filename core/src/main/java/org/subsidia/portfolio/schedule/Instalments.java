package org.subsidia.portfolio.schedule;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.joda.money.Money;
import org.subsidia.money.Allocation;

/** Equal payments of one or more amounts, exact to the cent: the payments add up to the amounts. */
public final class Instalments {
    private Instalments() {}

    /** Which payments take the cents that do not divide. */
    public enum Leftover {
        /** The first payments take one cent each. */
        SPREAD,
        /** The first payment takes all of them. */
        FIRST,
        /** The last payment takes all of them. */
        LAST
    }

    /**
     * Splits each item into equal payments and adds up the payments of one rank.
     *
     * <p>Each item is split by itself, as a payer does who keeps an account an item: the cents left over by several items
     * may make more than a cent a payment.
     *
     * @param items what is paid, not negative, all in one currency, at least one
     * @param count how many payments, at least one
     * @param leftover where the cents go that do not divide
     * @return as many payments as asked for
     * @throws IllegalArgumentException if there is no item, no payment, or a negative item
     */
    public static List<Money> of(List<Money> items, int count, Leftover leftover) {
        if (items.isEmpty() || count < 1 || items.stream().anyMatch(Money::isNegative)) {
            throw new IllegalArgumentException(count + " payments of " + items);
        }
        List<Money> sums = new ArrayList<>(
                Collections.nCopies(count, Money.zero(items.get(0).getCurrencyUnit())));
        for (Money item : items) {
            List<Money> parts = split(item, count, leftover);
            for (int i = 0; i < count; i++) {
                sums.set(i, sums.get(i).plus(parts.get(i)));
            }
        }
        return List.copyOf(sums);
    }

    private static List<Money> split(Money item, int count, Leftover leftover) {
        if (leftover == Leftover.SPREAD) {
            long[] equal = new long[count];
            Arrays.fill(equal, 1);
            return Allocation.split(item, equal);
        }
        Money each = item.dividedBy(count, RoundingMode.DOWN);
        List<Money> parts = new ArrayList<>(Collections.nCopies(count, each));
        int odd = leftover == Leftover.FIRST ? 0 : count - 1;
        parts.set(odd, item.minus(each.multipliedBy(count - 1L)));
        return parts;
    }
}
