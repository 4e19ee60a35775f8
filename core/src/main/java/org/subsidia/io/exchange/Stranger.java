package org.subsidia.io.exchange;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A beneficiary of a file that is none of the portfolio’s structures, in all its rows. Natural persons are never one.
 *
 * @param beneficiary as the file names it
 * @param rows how many are its
 * @param sum the money of the rows that say an amount; null: none does
 * @param withoutAmount how many rows say no amount that can be read, or one of another currency than the sum
 */
public record Stranger(
        Beneficiary beneficiary, long rows, @Nullable Money sum, long withoutAmount) {
    static final Stranger NOBODY = new Stranger(Beneficiary.named("", ""), 0, null, 0);

    Stranger with(Beneficiary one, @Nullable Money amount) {
        Money before = sum;
        boolean fits = amount != null && (before == null || before.isSameCurrency(amount));
        Money after = !fits || amount == null ? before : before == null ? amount : before.plus(amount);
        return new Stranger(one, rows + 1, after, withoutAmount + (fits ? 0 : 1));
    }

    /** The same beneficiary in the rows of another file too. */
    Stranger plus(Stranger other) {
        Money one = sum;
        Money two = other.sum;
        boolean fits = one == null || two == null || one.isSameCurrency(two);
        Money both = one == null ? two : two == null || !fits ? one : one.plus(two);
        long left = fits ? other.withoutAmount : other.rows;
        return new Stranger(beneficiary, rows + other.rows, both, withoutAmount + left);
    }

    /** The largest sums first, in any currency; those without an amount last. */
    static List<Stranger> largestFirst(Collection<Stranger> strangers) {
        Comparator<BigDecimal> largest = Comparator.reverseOrder();
        return strangers.stream()
                .sorted(Comparator.comparing(
                        one -> Optional.ofNullable(one.sum())
                                .map(Money::getAmount)
                                .orElse(null),
                        Comparator.nullsLast(largest)))
                .toList();
    }

    /** {@return what it is called: its name, else its number} */
    public String name() {
        return beneficiary.name().isEmpty() ? number() : beneficiary.name();
    }

    /** {@return the number that says most; empty: the file has none} */
    public String number() {
        return beneficiary.number().map(number -> number.value()).orElse("");
    }
}
