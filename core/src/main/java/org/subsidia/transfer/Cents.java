package org.subsidia.transfer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.money.Fraction;

/** Between amounts in euros at the edge and cents in the kernel; halves are rounded away from zero. */
final class Cents {
    private static final Fraction HUNDRED = Fraction.of(100);

    private Cents() {}

    static long of(Money amount) {
        return amount.getAmountMinorLong();
    }

    /** Euros as a fraction, to whole cents. */
    static long of(Fraction euros) {
        return euros.times(HUNDRED).times(1, RoundingMode.HALF_UP);
    }

    static Money money(long cents) {
        return Money.ofMinor(CurrencyUnit.EUR, cents);
    }

    static long share(Fraction share, long cents) {
        return share.times(cents, RoundingMode.HALF_UP);
    }

    static long sum(long... cents) {
        return Arrays.stream(cents).reduce(0, Math::addExact);
    }

    static int whole(Fraction number) {
        return number.value(0, RoundingMode.HALF_UP).intValueExact();
    }

    static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
