package org.subsidia.explain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/**
 * Arithmetic on amounts that explains itself: each result is the figure and the tree of its parts.
 *
 * <p>A figure made from one that is unknown, or from two currencies, is unknown, with the reason.
 */
public final class Amounts {
    private static final int PLACES = 24;

    /** Percentages and their hundredths end within these places. */
    private static final int FEW = 4;

    private static final BigInteger FEW_DIVISOR = BigInteger.TEN.pow(FEW);

    private Amounts() {}

    /**
     * An amount that is read, not computed.
     *
     * @param label what it is
     * @param amount how much
     * @return the leaf
     */
    public static Explanation given(Message label, Money amount) {
        return Explanation.leaf(label, new Value.Amount(amount));
    }

    /**
     * An amount that cannot be known.
     *
     * @param label what it would be
     * @param reason why there is none
     * @return the leaf
     */
    public static Explanation unknown(Message label, Message reason) {
        return Explanation.leaf(label, new Value.Unknown(reason));
    }

    /**
     * The amount of a figure.
     *
     * @param figure any figure
     * @return the amount, if it is one
     */
    public static Optional<Money> of(Explanation figure) {
        return figure.value() instanceof Value.Amount amount ? Optional.of(amount.money()) : Optional.empty();
    }

    /**
     * The sum of amounts.
     *
     * @param label what it is
     * @param currency the currency of an empty sum
     * @param parts any number of amounts
     * @return the figure
     */
    public static Explanation sum(Message label, CurrencyUnit currency, List<Explanation> parts) {
        return combine(label, Step.SUM, currency, parts, Money::plus);
    }

    /**
     * One amount less others.
     *
     * @param label what it is
     * @param parts the amount and what is taken off it
     * @return the figure
     */
    public static Explanation difference(Message label, Explanation... parts) {
        return combine(label, Step.DIFFERENCE, CurrencyUnit.EUR, List.of(parts), Money::minus);
    }

    /**
     * The smallest of amounts.
     *
     * @param label what it is
     * @param parts at least one
     * @return the figure
     */
    public static Explanation least(Message label, List<Explanation> parts) {
        return combine(label, Step.MINIMUM, CurrencyUnit.EUR, parts, (a, b) -> a.isGreaterThan(b) ? b : a);
    }

    /**
     * The greatest of amounts.
     *
     * @param label what it is
     * @param parts at least one
     * @return the figure
     */
    public static Explanation greatest(Message label, List<Explanation> parts) {
        return combine(label, Step.MAXIMUM, CurrencyUnit.EUR, parts, (a, b) -> a.isLessThan(b) ? b : a);
    }

    /**
     * A share of an amount, rounded half up to cents.
     *
     * @param label what it is
     * @param name what the share is
     * @param share the exact share, not negative
     * @param amount of what
     * @return the figure
     */
    public static Explanation share(Message label, Message name, Fraction share, Explanation amount) {
        List<Explanation> parts = List.of(share(name, share), amount);
        Optional<Money> whole = of(amount);
        return whole.isPresent()
                ? Explanation.of(
                        label, new Value.Amount(share.times(whole.get(), RoundingMode.HALF_UP)), Step.PRODUCT, parts)
                : unknownBecauseOf(label, parts);
    }

    /**
     * An exact share as a leaf, with enough places that products by it add up.
     *
     * @param name what the share is
     * @param share the share, not negative
     * @return the leaf
     */
    public static Explanation share(Message name, Fraction share) {
        // rounded up: with the last place a little high, an exact half of a cent still rounds as the exact product does
        int scale = FEW_DIVISOR.mod(share.denominator()).signum() == 0 ? FEW : PLACES;
        BigDecimal places = share.value(scale, RoundingMode.CEILING).stripTrailingZeros();
        return Explanation.leaf(name, new Value.Share(places.scale() < 0 ? places.setScale(0) : places));
    }

    /**
     * The same figure under another name: one step that has it as its only part.
     *
     * @param label what it is here
     * @param figure the figure
     * @return the figure with the new label
     */
    public static Explanation same(Message label, Explanation figure) {
        return new Explanation(
                label, figure.value(), figure.step(), figure.children(), figure.rules(), figure.records());
    }

    private interface Operation {
        Money apply(Money a, Money b);
    }

    private static Explanation combine(
            Message label, Step step, CurrencyUnit currency, List<Explanation> parts, Operation operation) {
        List<Money> amounts = new ArrayList<>();
        for (Explanation part : parts) {
            Optional<Money> amount = of(part);
            if (amount.isEmpty()) {
                return unknownBecauseOf(label, parts);
            }
            amounts.add(amount.get());
        }
        if (amounts.isEmpty()) {
            return Explanation.of(label, new Value.Amount(Money.zero(currency)), step, parts);
        }
        Money result = amounts.get(0);
        for (Money amount : amounts.subList(1, amounts.size())) {
            if (!amount.isSameCurrency(result)) {
                Message reason = Message.of(
                        "EXPLAIN-UNKNOWN-CURRENCIES",
                        result.getCurrencyUnit().getCode(),
                        amount.getCurrencyUnit().getCode());
                return Explanation.of(label, new Value.Unknown(reason), Step.CHOICE, parts);
            }
            result = operation.apply(result, amount);
        }
        return Explanation.of(label, new Value.Amount(result), step, parts);
    }

    private static Explanation unknownBecauseOf(Message label, List<Explanation> parts) {
        Value reason = parts.stream()
                .map(Explanation::value)
                .filter(value -> !value.isKnown())
                .findFirst()
                .orElseGet(() -> new Value.Unknown(Message.of("EXPLAIN-UNKNOWN-NOTAMOUNT")));
        return Explanation.of(label, reason, Step.CHOICE, parts);
    }
}
