package org.subsidia.transfer;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Amounts in euros by year. A year that is not there is not known: it is not zero.
 *
 * @param byYear the amounts, none of them in another currency
 */
public record YearlyAmounts(SortedMap<Integer, Money> byYear) {
    /** Nothing known. */
    public static final YearlyAmounts NONE = new YearlyAmounts(new TreeMap<>());

    /**
     * Copies the amounts.
     *
     * @throws IllegalArgumentException if one is not in euros
     */
    public YearlyAmounts {
        NavigableMap<Integer, Money> copy = new TreeMap<>(byYear);
        copy.values().forEach(YearlyAmounts::checkEuros);
        byYear = Collections.unmodifiableNavigableMap(copy);
    }

    private static void checkEuros(Money amount) {
        if (!amount.getCurrencyUnit().equals(CurrencyUnit.EUR)) {
            throw new IllegalArgumentException("a simulation runs in euros, not " + amount);
        }
    }

    /**
     * Amounts of some years.
     *
     * @param byYear the amounts
     * @return the amounts
     */
    public static YearlyAmounts of(Map<Integer, Money> byYear) {
        return new YearlyAmounts(new TreeMap<>(byYear));
    }

    /**
     * These amounts and one more; what is there for the year is added to.
     *
     * @param year the year
     * @param amount how much
     * @return the amounts
     */
    public YearlyAmounts plus(int year, Money amount) {
        SortedMap<Integer, Money> more = new TreeMap<>(byYear);
        more.merge(year, amount, Money::plus);
        return new YearlyAmounts(more);
    }

    /**
     * The amount of a year.
     *
     * @param year the year
     * @return the amount, if it is known
     */
    public Optional<Money> in(int year) {
        return Optional.ofNullable(byYear.get(year));
    }

    /**
     * The amount last known: that of the year or, where it is not known, of the last year before it that is.
     *
     * @param year the year
     * @return the amount, if one is known
     */
    public Optional<Money> lastKnown(int year) {
        SortedMap<Integer, Money> until = byYear.headMap(year + 1);
        return until.isEmpty() ? Optional.empty() : Optional.ofNullable(until.get(until.lastKey()));
    }

    /** These amounts less parts of them; years of which nothing is left are no longer known. */
    YearlyAmounts without(YearlyAmounts parts) {
        SortedMap<Integer, Money> rest = new TreeMap<>(byYear);
        parts.byYear()
                .forEach((year, part) ->
                        rest.computeIfPresent(year, (key, amount) -> amount.isEqual(part) ? null : amount.minus(part)));
        return new YearlyAmounts(rest);
    }

    /** {@return whether nothing is known} */
    public boolean isEmpty() {
        return byYear.isEmpty();
    }
}
