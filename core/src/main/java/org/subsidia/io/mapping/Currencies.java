package org.subsidia.io.mapping;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Which currency a row is in. */
final class Currencies {
    private Currencies() {}

    /** The code to show, none for euros. */
    static @Nullable String shown(@Nullable Money amount) {
        return amount == null || amount.getCurrencyUnit().equals(CurrencyUnit.EUR)
                ? null
                : amount.getCurrencyUnit().getCode();
    }
}
