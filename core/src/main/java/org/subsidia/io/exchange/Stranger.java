package org.subsidia.io.exchange;

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

    /** {@return what it is called: its name, else its number} */
    public String name() {
        return beneficiary.name().isEmpty() ? number() : beneficiary.name();
    }

    /** {@return the number that says most; empty: the file has none} */
    public String number() {
        return beneficiary.number().map(number -> number.value()).orElse("");
    }
}
