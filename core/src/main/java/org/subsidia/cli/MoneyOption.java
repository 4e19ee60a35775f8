package org.subsidia.cli;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.subsidia.finding.Finding;
import org.subsidia.finding.Place;
import org.subsidia.finding.Reading;
import org.subsidia.money.AmountReader;

/** An amount in euros that an option gives, as people write it: {@code 90000}, {@code 90 000,00 €}. */
final class MoneyOption {
    private MoneyOption() {}

    static @Nullable Money read(String option, @Nullable String text) {
        if (text == null) {
            return null;
        }
        Reading<Money> reading = AmountReader.read(text);
        Money amount = reading.value().orElse(null);
        if (amount == null || amount.isNegative() || !amount.getCurrencyUnit().equals(CurrencyUnit.EUR)) {
            throw new UnusableInput(List.of(Finding.error(Place.NOWHERE, "CLI-BAD-EUROS", option, text)));
        }
        return amount;
    }
}
