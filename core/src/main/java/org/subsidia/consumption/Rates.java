package org.subsidia.consumption;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/** One amount over another. */
final class Rates {
    static final int PLACES = 8;

    private Rates() {}

    /** Undefined where an amount is not known, or where the whole is not more than nothing. */
    static Explanation of(Message label, Explanation part, Explanation whole) {
        List<Explanation> parts = List.of(part, whole);
        Optional<Money> above = Amounts.of(part);
        Optional<Money> below = Amounts.of(whole);
        if (above.isEmpty() || below.isEmpty()) {
            return Explanation.of(label, above.isEmpty() ? part.value() : whole.value(), Step.CHOICE, parts);
        }
        if (!below.get().isPositive() || !below.get().isSameCurrency(above.get())) {
            Message reason = Message.of("CONS-NOT-POSITIVE", whole.label(), below.get());
            return Explanation.of(label, new Value.Unknown(reason), Step.CHOICE, parts);
        }
        Fraction share = Fraction.ratio(above.get(), below.get());
        return Explanation.of(label, new Value.Share(share.value(PLACES)), Step.RATIO, parts);
    }
}
