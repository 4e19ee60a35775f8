package org.subsidia.stateaid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Aid by the day on which it was granted; sums over a window of days cost two searches. Immutable. */
public final class AidHistory {
    /** No aid. */
    public static final AidHistory NONE = new AidHistory(List.of());

    private final List<Aid> aids;
    private final long[] days;
    /** Sum of all before the position, in cents. */
    private final long[] sums;

    /**
     * One award.
     *
     * @param day on which the right to it was granted
     * @param amount gross grant equivalent, in euros
     * @param record the grant’s id, or null
     */
    public record Aid(LocalDate day, Money amount, @Nullable String record) {}

    private AidHistory(List<Aid> aids) {
        this.aids = aids;
        this.days = new long[aids.size()];
        this.sums = new long[aids.size() + 1];
        for (int i = 0; i < days.length; i++) {
            days[i] = aids.get(i).day().toEpochDay();
            sums[i + 1] = Math.addExact(sums[i], cents(aids.get(i).amount()));
        }
    }

    private static long cents(Money money) {
        if (!money.getCurrencyUnit().equals(CurrencyUnit.EUR)) {
            throw new IllegalArgumentException("aid is in euros: " + money);
        }
        return money.getAmountMinorLong();
    }

    /**
     * The history of these awards.
     *
     * @param aids in any order, in euros
     * @return the history
     */
    public static AidHistory of(List<Aid> aids) {
        List<Aid> sorted = new ArrayList<>(aids);
        sorted.sort(Comparator.comparing(Aid::day));
        return new AidHistory(List.copyOf(sorted));
    }

    /** {@return the awards, the oldest first} */
    public List<Aid> aids() {
        return aids;
    }

    /**
     * The sum of a window of days.
     *
     * @param first its first day, as an epoch day
     * @param last its last day, as an epoch day; both count
     * @return cents
     */
    public long cents(long first, long last) {
        return sums[after(last)] - sums[after(first - 1)];
    }

    /** How many awards lie on this day or before it. */
    private int after(long day) {
        int low = 0;
        int high = days.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (days[middle] <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AidHistory that && aids.equals(that.aids);
    }

    @Override
    public int hashCode() {
        return aids.hashCode();
    }

    @Override
    public String toString() {
        return aids.toString();
    }
}
