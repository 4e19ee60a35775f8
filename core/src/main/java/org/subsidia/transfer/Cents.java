package org.subsidia.transfer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.money.Fraction;

/** Between amounts in euros at the edge and cents in the kernel; halves are rounded away from zero. */
final class Cents {
    private static final Fraction HUNDRED = Fraction.of(100);
    /** Products of numbers of so many bits and of twice as many stay below 2^60. */
    private static final int SMALL = 20;
    /** A quotient below this is estimated in doubles to less than 1. */
    private static final long MOST_QUOTIENT = 1L << 45;

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

    /** A share of a quotient of an amount: all three exact, rounded once; the quotient is between 0 and 1, its whole positive. */
    static long share(Fraction share, long part, long whole, long cents) {
        boolean small = share.numerator().bitLength() <= SMALL
                && share.denominator().bitLength() <= SMALL
                && part < 1L << (2 * SMALL)
                && whole < 1L << (2 * SMALL)
                && cents >= 0
                && cents < MOST_QUOTIENT;
        if (!small) {
            return share(share.times(Fraction.of(part, whole)), cents);
        }
        long numerator = share.numerator().longValue() * part;
        long denominator = share.denominator().longValue() * whole;
        // the estimate is off by less than 2, so the remainder is right although the products in it may wrap around
        long quotient = (long) ((double) cents * numerator / denominator);
        long remainder = cents * numerator - quotient * denominator;
        while (remainder < 0) {
            quotient--;
            remainder += denominator;
        }
        while (remainder >= denominator) {
            quotient++;
            remainder -= denominator;
        }
        return remainder >= denominator - remainder ? quotient + 1 : quotient;
    }

    /** What one of so many equal parts gets: the first get the cents that are left over. */
    static long evenPart(long cents, int parts, int which) {
        long rest = cents % parts;
        return cents / parts + (which < Math.abs(rest) ? Long.signum(rest) : 0);
    }

    static long sum(long... cents) {
        long sum = 0;
        for (long each : cents) {
            sum = Math.addExact(sum, each);
        }
        return sum;
    }

    static int whole(Fraction number) {
        return number.value(0, RoundingMode.HALF_UP).intValueExact();
    }

    static BigDecimal euros(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
