package org.subsidia.dependence;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.subsidia.explain.Amounts;
import org.subsidia.explain.Explanation;
import org.subsidia.explain.Step;
import org.subsidia.explain.Value;
import org.subsidia.finding.Message;
import org.subsidia.money.Fraction;

/**
 * What follows if a funder stops giving while costs stay as they are. Amounts of a year that is not 12 months long are
 * brought to 12 months.
 *
 * @param party who leaves
 * @param lost what it gives in 12 months
 * @param result products and dedicated funds less costs in 12 months, without it; negative: a loss
 * @param gap what is then missing in 12 months, at least nothing
 * @param runway for how many months the cash at year end fills the gap; unknown without a gap, as nothing runs out then
 * @param majority the private income that would be needed besides for membership fees and services to be half of the products
 */
public record FunderLoss(
        Party party, Explanation lost, Explanation result, Explanation gap, Explanation runway, Explanation majority) {
    private static final Message MONTHS = Message.of("DEP-UNIT-MONTHS");
    private static final int YEAR = 12;

    /**
     * The loss of one party.
     *
     * @param shares who gives what in the year
     * @param party who leaves; one that gives nothing loses nothing
     * @param target the share of own income to be reached
     * @return what follows
     */
    public static FunderLoss of(FunderShares shares, Party party, Fraction target) {
        OperatingFigures figures = shares.figures();
        Explanation given = shares.parties().get(party);
        Explanation nothing = Amounts.given(party.label(), Money.zero(CurrencyUnit.EUR));
        Explanation lost = yearly(Message.of("DEP-LOSS-LOST", party.label()), given == null ? nothing : given, figures);
        Explanation income = Amounts.sum(
                Message.of("DEP-LOSS-INCOME"),
                CurrencyUnit.EUR,
                List.of(figures.totalProducts(), figures.item(OperatingItem.DEDICATED_FUNDS)));
        Explanation result = Amounts.difference(
                Message.of("DEP-LOSS-RESULT"),
                yearly(Message.of("DEP-LOSS-INCOME"), income, figures),
                yearly(Message.of("DEP-LOSS-COSTS"), figures.item(OperatingItem.TOTAL_COSTS), figures),
                lost);
        Explanation none = Amounts.given(Message.of("DEP-NOTHING"), Money.zero(CurrencyUnit.EUR));
        Explanation gap = Amounts.greatest(
                Message.of("DEP-LOSS-GAP"),
                List.of(none, Amounts.difference(Message.of("DEP-LOSS-MISSING"), none, result)));
        return new FunderLoss(party, lost, result, gap, runway(figures, gap), majority(figures, lost, target));
    }

    /** An amount of the year in 12 months. */
    private static Explanation yearly(Message label, Explanation amount, OperatingFigures figures) {
        int months = figures.months();
        if (months == YEAR || Amounts.of(amount).isEmpty()) {
            return Amounts.same(label, amount);
        }
        Money whole = Amounts.of(amount).orElseThrow();
        Explanation factor = Explanation.of(
                Message.of("DEP-LOSS-MONTHS", months),
                new Value.Share(Fraction.of(YEAR, months).value(24)),
                Step.GIVEN,
                List.of());
        return Explanation.of(
                label,
                new Value.Amount(Fraction.of(YEAR, months).times(whole, RoundingMode.HALF_UP)),
                Step.PRODUCT,
                List.of(amount, factor));
    }

    private static Explanation runway(OperatingFigures figures, Explanation gap) {
        Message label = Message.of("DEP-LOSS-RUNWAY");
        Explanation cash = figures.item(OperatingItem.TREASURY);
        Optional<Money> missing = Amounts.of(gap);
        Optional<Money> treasury = Amounts.of(cash);
        if (missing.isPresent() && missing.get().isZero()) {
            return Explanation.of(label, new Value.Unknown(Message.of("DEP-LOSS-NO-GAP")), Step.CHOICE, List.of(gap));
        }
        if (missing.isEmpty() || treasury.isEmpty()) {
            return Explanation.of(
                    label, missing.isEmpty() ? gap.value() : cash.value(), Step.CHOICE, List.of(cash, gap));
        }
        if (treasury.get().isNegative()) {
            return Explanation.of(
                    label, new Value.Quantity(BigDecimal.ZERO.setScale(1), MONTHS), Step.CHOICE, List.of(cash, gap));
        }
        Explanation twelve =
                Explanation.leaf(Message.of("DEP-LOSS-TWELVE"), new Value.Quantity(BigDecimal.valueOf(YEAR), MONTHS));
        Money twelvefold = treasury.get().multipliedBy(YEAR);
        Explanation above = Explanation.of(
                Message.of("DEP-LOSS-CASH12"), new Value.Amount(twelvefold), Step.PRODUCT, List.of(cash, twelve));
        return Explanation.of(
                label,
                new Value.Quantity(Fraction.ratio(twelvefold, missing.get()).value(1), MONTHS),
                Step.RATIO,
                List.of(above, gap));
    }

    /** x with (own + x) / (products + x) = target, rounded up to the cent. */
    private static Explanation majority(OperatingFigures figures, Explanation lost, Fraction target) {
        Message label =
                Message.of("DEP-LOSS-MAJORITY", target.times(Fraction.of(100)).value(0));
        Explanation own = Amounts.sum(
                Message.of("DEP-LOSS-OWN"),
                CurrencyUnit.EUR,
                Ratio.R5.numerator().stream().map(figures::item).toList());
        Explanation products = figures.totalProducts();
        Explanation ownYear = yearly(Message.of("DEP-LOSS-OWN"), own, figures);
        Explanation rest =
                Amounts.difference(Message.of("DEP-LOSS-PRODUCTS"), yearly(products.label(), products, figures), lost);
        List<Explanation> parts = List.of(ownYear, rest);
        Optional<Money> mine = Amounts.of(ownYear);
        Optional<Money> all = Amounts.of(rest);
        if (mine.isEmpty() || all.isEmpty()) {
            return Explanation.of(label, mine.isEmpty() ? ownYear.value() : rest.value(), Step.CHOICE, parts);
        }
        Fraction missing =
                target.times(cents(all.get())).minus(cents(mine.get())).dividedBy(Fraction.ONE.minus(target));
        BigDecimal needed = missing.signum() <= 0 ? BigDecimal.ZERO : missing.value(0, RoundingMode.CEILING);
        return Explanation.of(
                label, new Value.Amount(Money.of(CurrencyUnit.EUR, needed.movePointLeft(2))), Step.CHOICE, parts);
    }

    private static Fraction cents(Money amount) {
        return new Fraction(amount.getAmountMinor().toBigIntegerExact(), BigInteger.ONE);
    }
}
