package org.subsidia.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;

/** How this room writes amounts, shares and counts into explanations. */
final class Figures {
    /** Places of a share: a millionth. */
    static final int SHARE_SCALE = 6;

    private Figures() {}

    static Money euros(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    static Value amount(long cents) {
        return new Value.Amount(euros(cents));
    }

    static Value share(BigInteger part, BigInteger whole) {
        return new Value.Share(new BigDecimal(part).divide(new BigDecimal(whole), SHARE_SCALE, RoundingMode.HALF_UP));
    }

    static Value quantity(BigDecimal number, String unit) {
        return new Value.Quantity(number, Message.of(unit));
    }

    static Value quantity(long number, String unit) {
        return quantity(BigDecimal.valueOf(number), unit);
    }

    static Value unknown(String reason) {
        return new Value.Unknown(Message.of(reason));
    }

    static Explanation given(Message label, long cents) {
        return Explanation.leaf(label, amount(cents));
    }

    /** One amount over another; unknown where the whole is not positive. */
    static Explanation shareOf(Message label, Message part, long partCents, Message whole, long wholeCents) {
        Value value = wholeCents > 0
                ? share(BigInteger.valueOf(partCents), BigInteger.valueOf(wholeCents))
                : unknown("LEDGER-UNKNOWN-TOTAL");
        return Explanation.of(label, value, Step.RATIO, List.of(given(part, partCents), given(whole, wholeCents)));
    }
}
