package org.subsidia.transfer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/** What trees of a run have in common. */
final class Leaves {
    private static final int PLACES = 8;

    private Leaves() {}

    static Message name(Recipient recipient) {
        return Message.of("XFER-STRUCTURE", recipient.name());
    }

    /** An amount of a structure. */
    static Explanation of(Recipient recipient, Money amount) {
        return Amounts.given(name(recipient), amount).withRecords(List.of(recipient.id()));
    }

    static Explanation of(Recipient recipient, long cents) {
        return of(recipient, Cents.money(cents));
    }

    static Explanation quantity(Message label, long number, Message unit) {
        return Explanation.leaf(label, new Value.Quantity(BigDecimal.valueOf(number), unit));
    }

    /** Adds what is left, unless it is nothing. */
    static void rest(List<Explanation> parts, String code, long cents) {
        if (cents != 0) {
            parts.add(Amounts.given(Message.of(code), Cents.money(cents)));
        }
    }

    /** One amount as a share of another; unknown where that is nothing. */
    static Explanation share(Message label, Explanation part, Explanation whole) {
        Optional<Money> below = Amounts.of(whole).filter(money -> !money.isZero());
        if (below.isEmpty()) {
            Value why = whole.value().isKnown() ? new Value.Unknown(Message.of("XFER-NOTHING-BEFORE")) : whole.value();
            return Explanation.of(label, why, Step.CHOICE, List.of(part, whole));
        }
        BigDecimal share = Amounts.of(part)
                .orElseThrow()
                .getAmount()
                .divide(below.get().getAmount(), PLACES, RoundingMode.HALF_UP);
        return Explanation.of(label, new Value.Share(share), Step.RATIO, List.of(part, whole));
    }

    /** A number of a scenario, in the unit of its parameter, with so many places where it does not end before. */
    static Value number(Parameter.Kind kind, Fraction number, int places) {
        if (kind == Parameter.Kind.EUROS) {
            return new Value.Amount(Cents.money(Cents.of(number)));
        }
        BigDecimal plain = number.value(places, RoundingMode.HALF_UP).stripTrailingZeros();
        BigDecimal written = plain.scale() < 0 ? plain.setScale(0) : plain;
        return kind == Parameter.Kind.SHARE
                ? new Value.Share(written)
                : new Value.Quantity(written, Message.of("XFER-UNIT-NUMBER"));
    }
}
