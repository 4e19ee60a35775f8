package org.subsidia.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.Money;

/**
 * An exact fraction: a share, a rate, a weight, a ratio of two amounts. A share of one half is {@code 1/2}, not 50.
 *
 * <p>Always in lowest terms with a positive denominator, so that equal fractions are equal objects.
 *
 * @param numerator carries the sign
 * @param denominator at least 1
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    /** Nothing. */
    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    /** The whole. */
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    /** A decimal of a thousand places is a mistake or an attack, and would fill the memory. */
    private static final int MOST_DIGITS = 1_000;

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    private static final Pattern RATIO = Pattern.compile("([+-]?\\d+) ?/ ?(\\d+)");
    private static final Pattern DECIMAL = Pattern.compile("([+-]?\\d+(?:[.,]\\d+)?)([ \u00a0\u202f]?%)?");

    /**
     * Brings the fraction to its lowest terms.
     *
     * @throws ArithmeticException if the denominator is zero
     */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("a fraction over zero: " + numerator + "/0");
        }
        BigInteger common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        if (!common.equals(BigInteger.ONE)) {
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    /**
     * A whole number.
     *
     * @param whole any
     * @return the fraction
     */
    public static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    /**
     * The quotient of two whole numbers.
     *
     * @param numerator any
     * @param denominator not zero
     * @return the fraction
     * @throws ArithmeticException if the denominator is zero
     */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * A decimal number, exactly.
     *
     * @param decimal of at most 1,000 places before or behind the point
     * @return the fraction
     * @throws IllegalArgumentException if the number has more places
     */
    public static Fraction of(BigDecimal decimal) {
        if (Math.abs((long) decimal.scale()) > MOST_DIGITS || decimal.precision() > MOST_DIGITS) {
            throw new IllegalArgumentException("a decimal of more than " + MOST_DIGITS + " places");
        }
        return decimal.scale() <= 0
                ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /**
     * So many hundredths.
     *
     * @param percent 50 is one half
     * @return the fraction
     */
    public static Fraction percent(long percent) {
        return of(percent, 100);
    }

    /**
     * What share one amount is of another.
     *
     * @param part any amount
     * @param whole an amount of the same currency, not zero
     * @return the part over the whole
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the whole is zero
     */
    public static Fraction ratio(Money part, Money whole) {
        if (!part.isSameCurrency(whole)) {
            throw new IllegalArgumentException("a share of one currency in another: " + part + " of " + whole);
        }
        return new Fraction(
                part.getAmountMinor().toBigIntegerExact(),
                whole.getAmountMinor().toBigIntegerExact());
    }

    /**
     * Reads {@code 1/3}, {@code 5}, {@code 0.5}, {@code 0,5}, {@code 50 %} and {@code 12,5 %}. There are no marks between
     * thousands; point and comma both begin the decimals. At most 1,000 characters are read.
     *
     * @param text as {@link #toString()} writes it, or a decimal, or a percentage
     * @return the fraction
     * @throws IllegalArgumentException if the text is none of these, or divides by zero
     */
    public static Fraction parse(String text) {
        if (text.length() <= MOST_DIGITS) {
            Matcher ratio = RATIO.matcher(text);
            if (ratio.matches()) {
                BigInteger denominator = new BigInteger(ratio.group(2));
                if (denominator.signum() != 0) {
                    return new Fraction(new BigInteger(ratio.group(1)), denominator);
                }
            }
            Matcher decimal = DECIMAL.matcher(text);
            if (decimal.matches()) {
                Fraction number = of(new BigDecimal(decimal.group(1).replace(',', '.')));
                return decimal.group(2) == null
                        ? number
                        : new Fraction(number.numerator, number.denominator.multiply(HUNDRED));
            }
        }
        throw new IllegalArgumentException("a fraction looks like 1/3, 0.5 or 50 %, not \""
                + text.substring(0, Math.min(40, text.length())) + '"');
    }

    /**
     * The sum.
     *
     * @param other what is added
     * @return this + other
     */
    public Fraction plus(Fraction other) {
        return denominator.equals(other.denominator)
                ? new Fraction(numerator.add(other.numerator), denominator)
                : new Fraction(
                        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                        denominator.multiply(other.denominator));
    }

    /**
     * The difference.
     *
     * @param other what is taken away
     * @return this − other
     */
    public Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    /**
     * The product.
     *
     * @param other the other factor
     * @return this × other
     */
    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * The quotient.
     *
     * @param other not zero
     * @return this ÷ other
     * @throws ArithmeticException if the other is zero
     */
    public Fraction dividedBy(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** {@return −this} */
    public Fraction negated() {
        return new Fraction(numerator.negate(), denominator);
    }

    /**
     * This share of an amount.
     *
     * @param amount of any currency
     * @param rounding to the smallest unit of the currency; {@link RoundingMode#UNNECESSARY} throws where it would round
     * @return the share, in the same currency
     * @throws ArithmeticException if the result had to be rounded and must not be
     */
    public Money times(Money amount, RoundingMode rounding) {
        BigDecimal minor = rounded(amount.getAmountMinor().toBigIntegerExact(), 0, rounding);
        int places = amount.getCurrencyUnit().getDecimalPlaces();
        return Money.of(amount.getCurrencyUnit(), minor.scaleByPowerOfTen(-places));
    }

    /**
     * This share of a number of cents, for kernels.
     *
     * @param cents any
     * @param rounding to whole cents
     * @return cents
     * @throws ArithmeticException if the result had to be rounded and must not be, or is too large
     */
    public long times(long cents, RoundingMode rounding) {
        if (rounding == RoundingMode.HALF_UP
                && numerator.bitLength() < Long.SIZE
                && denominator.bitLength() < Long.SIZE - 1) {
            long product = cents * numerator.longValue();
            // the upper half of a product that fits repeats its sign
            if (Math.multiplyHigh(cents, numerator.longValue()) == product >> (Long.SIZE - 1)) {
                return halfUp(product, denominator.longValue());
            }
        }
        return rounded(BigInteger.valueOf(cents), 0, rounding).longValueExact();
    }

    /** A quotient rounded to the nearest whole number, halves away from zero; the divisor is positive and below 2^62. */
    private static long halfUp(long dividend, long divisor) {
        long quotient = dividend / divisor;
        long rest = Math.abs(dividend % divisor);
        return rest >= divisor - rest ? quotient + (dividend < 0 ? -1 : 1) : quotient;
    }

    /**
     * The decimal nearest to this fraction.
     *
     * @param scale places behind the point, 0 or more
     * @param rounding of the last place; {@link RoundingMode#UNNECESSARY} throws where it would round
     * @return the decimal
     * @throws ArithmeticException if the result had to be rounded and must not be
     */
    public BigDecimal value(int scale, RoundingMode rounding) {
        return rounded(BigInteger.ONE, scale, rounding);
    }

    /**
     * The decimal nearest to this fraction, halves rounded away from zero.
     *
     * @param scale places behind the point, 0 or more
     * @return the decimal
     */
    public BigDecimal value(int scale) {
        return value(scale, RoundingMode.HALF_UP);
    }

    private BigDecimal rounded(BigInteger factor, int scale, RoundingMode rounding) {
        return new BigDecimal(numerator.multiply(factor)).divide(new BigDecimal(denominator), scale, rounding);
    }

    /** {@return −1, 0 or 1} */
    public int signum() {
        return numerator.signum();
    }

    /** {@return whether this is a part of a whole: 0 to 1, both included} */
    public boolean isShare() {
        return signum() >= 0 && compareTo(ONE) <= 0;
    }

    @Override
    public int compareTo(Fraction other) {
        return denominator.equals(other.denominator)
                ? numerator.compareTo(other.numerator)
                : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** {@return {@code 1/3}, or {@code 5} for a whole number: what {@link #parse} reads} */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
