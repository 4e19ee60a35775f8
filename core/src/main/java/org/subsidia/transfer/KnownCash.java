package org.subsidia.transfer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.portfolio.FunderLevel;

/**
 * What is known of a structure's cash on a day: the balance, the payments of grants that are awarded, and the products and costs
 * of its budget, each on its day.
 *
 * @param day the day on which it was known
 * @param until the last day until which it tells everything
 * @param opening the balance at the end of the day, in euros
 * @param movements after the day, sorted by day; those of one day and level are one
 */
public record KnownCash(LocalDate day, LocalDate until, Money opening, List<Movement> movements) {

    /**
     * Money that comes or goes.
     *
     * @param day when
     * @param level who decides about the grant that it pays; null: the budget, or no public money
     * @param amount how much, in euros; negative: it leaves
     */
    public record Movement(LocalDate day, @Nullable FunderLevel level, Money amount) {
        long cents() {
            return Cents.of(amount);
        }

        Movement later(int months) {
            return new Movement(day.plusMonths(months), level, amount);
        }
    }

    /**
     * Sorts the movements and puts those of one day and level together.
     *
     * @throws IllegalArgumentException if one of them is not after the day
     */
    public KnownCash {
        Map<Movement, Money> sums = new LinkedHashMap<>();
        for (Movement each : movements) {
            if (!each.day().isAfter(day)) {
                throw new IllegalArgumentException("a movement of " + each.day() + " is known on " + day);
            }
            sums.merge(new Movement(each.day(), each.level(), Population.zero()), each.amount(), Money::plus);
        }
        List<Movement> merged = new ArrayList<>();
        sums.forEach((key, sum) -> merged.add(new Movement(key.day(), key.level(), sum)));
        merged.sort(Comparator.comparing(Movement::day));
        movements = List.copyOf(merged);
    }

    /** Whether a scenario that ends with this year can be told from it. */
    boolean covers(int lastYear) {
        return day.getYear() <= lastYear && !until.isBefore(LocalDate.of(lastYear, 12, 31));
    }

    KnownCash times(long factor) {
        return new KnownCash(
                day,
                until,
                opening.multipliedBy(factor),
                movements.stream()
                        .map(each -> new Movement(
                                each.day(), each.level(), each.amount().multipliedBy(factor)))
                        .toList());
    }
}
